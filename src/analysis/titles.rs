//! What titles say of the work.

use crate::model::language::RoleWords;
use crate::text::memo::Memo;
use crate::text::words::padded;
use rustc_hash::FxHashMap;

/// So many titles are remembered: those of jobs come again from resume to resume.
const KEPT: usize = 1024;

/// What titles say, as far as one profile looks at them.
#[derive(Debug)]
pub struct Titles<'p> {
    known: Memo<Title<'p>>,
    /// Made when the first title needs them.
    phrases: Option<Phrases<'p>>,
}

impl Default for Titles<'_> {
    fn default() -> Self {
        Titles {
            known: Memo::new(KEPT),
            phrases: None,
        }
    }
}

/// The first phrase of each sort that a title has.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Title<'p> {
    /// Of another trade, or of its department without being a practitioner of the field.
    pub unrelated: Option<&'p str>,
    /// Whether it is of another trade that speaks of what others can.
    pub about_others: bool,
    pub relevant: Option<&'p str>,
    pub adjacent: Option<&'p str>,
    pub research: bool,
    pub field: bool,
    pub doctoral: bool,
}

impl<'p> Titles<'p> {
    /// What a title says.
    pub(super) fn of(&mut self, title: &str, roles: &'p RoleWords) -> Title<'p> {
        let phrases = self.phrases.get_or_insert_with(|| Phrases::of(roles));
        self.known.of(title, |title| phrases.read(&padded(title)))
    }
}

/// The sorts of phrases that titles are looked through for.
const SORTS: usize = 10;

/// The place of software work among them.
const ADJACENT: usize = 2;

/// All phrases by their first word, each with its sort and its place in the list of the sort.
#[derive(Debug)]
struct Phrases<'p>(FxHashMap<&'p str, Vec<(usize, usize, &'p str)>>);

impl<'p> Phrases<'p> {
    fn of(roles: &'p RoleWords) -> Phrases<'p> {
        let lists: [&'p [String]; SORTS] = [
            &roles.unrelated,
            &roles.relevant,
            &roles.adjacent,
            &roles.research,
            &roles.field_titles,
            &roles.doctoral,
            &roles.departments,
            &roles.practitioners,
            &roles.about_others,
            &roles.other_engineers,
        ];
        let mut phrases: FxHashMap<&str, Vec<_>> = FxHashMap::default();
        for (sort, list) in lists.into_iter().enumerate() {
            for (place, phrase) in list.iter().enumerate() {
                let first = phrase.trim_start().split(' ').next().unwrap_or_default();
                phrases.entry(first).or_default().push((sort, place, phrase.as_str()));
            }
        }
        Phrases(phrases)
    }

    /// Reads a title in padded normal form, as the phrases are.
    fn read(&self, title: &str) -> Title<'p> {
        let mut found: [Option<(usize, &str)>; SORTS] = [None; SORTS];
        // A word of software work that is not only "engineer".
        let mut software = None;
        for (at, _) in title.match_indices(' ') {
            let rest = &title[at..];
            let word = rest[1..].split(' ').next().unwrap_or_default();
            for (sort, place, phrase) in self.0.get(word).into_iter().flatten() {
                if *sort == ADJACENT && !phrase.contains("engineer") && rest.starts_with(phrase) {
                    software.get_or_insert(phrase.trim());
                }
                if rest.starts_with(phrase) && found[*sort].is_none_or(|(first, _)| *place < first) {
                    found[*sort] = Some((*place, *phrase));
                }
            }
        }
        let [
            trade,
            relevant,
            adjacent,
            research,
            field,
            doctoral,
            department,
            practitioner,
            about_others,
            other_engineer,
        ] = found.map(|f| f.map(|(_, phrase)| phrase.trim()));
        let is_practitioner = practitioner.is_some() && (relevant.is_some() || adjacent.is_some());
        let unrelated = trade.or(department.filter(|_| !is_practitioner));
        Title {
            unrelated,
            about_others: unrelated.is_some() && about_others.is_some(),
            relevant,
            adjacent: match other_engineer {
                Some(_) => software,
                None => adjacent,
            },
            research: research.is_some(),
            field: field.is_some(),
            doctoral: doctoral.is_some(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_phrase_of_a_list_is_named_wherever_it_stands() {
        let list = |phrases: &[&str]| phrases.iter().map(|p| padded(p)).collect::<Vec<_>>();
        let roles = RoleWords {
            relevant: list(&["data scientist", "ml"]),
            adjacent: list(&["engineer", "software engineer"]),
            ..RoleWords::default()
        };
        let mut titles = Titles::default();
        let title = titles.of("Software Engineer, ML (was Data Scientist)", &roles);
        assert_eq!(
            (title.relevant, title.adjacent),
            (Some("data scientist"), Some("engineer"))
        );
        let title = titles.of("HTML database scientist", &roles);
        assert_eq!((title.relevant, title.adjacent, title.field), (None, None, false));
    }

    #[test]
    fn a_practitioner_in_another_department_is_one() {
        let list = |phrases: &[&str]| phrases.iter().map(|p| padded(p)).collect::<Vec<_>>();
        let roles = RoleWords {
            relevant: list(&["data scientist", "data science"]),
            unrelated: list(&["recruiter"]),
            departments: list(&["recruitment", "marketing"]),
            practitioners: list(&["scientist"]),
            about_others: list(&["recruiter", "recruitment"]),
            ..RoleWords::default()
        };
        let mut titles = Titles::default();
        for (title, unrelated, about_others) in [
            ("Marketing Data Scientist", None, false),
            ("Data Scientist, Recruitment", None, false),
            ("Marketing Manager, Data Science", Some("marketing"), false),
            ("Recruitment Lead", Some("recruitment"), true),
            ("Recruiter (Data Scientist roles)", Some("recruiter"), true),
        ] {
            let read = titles.of(title, &roles);
            assert_eq!(
                (read.unrelated, read.about_others),
                (unrelated, about_others),
                "{title}"
            );
        }
    }
}
