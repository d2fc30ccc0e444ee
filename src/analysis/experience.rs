//! Years: which entries are machine-learning or data work, which are software work, which are doctoral research.

use super::spans::{self, Span};
use crate::model::assessment::CountsAs;
use crate::model::candidate::{Candidate, Entry, Form, Section};
use crate::model::language::RoleWords;
use crate::model::profile::{Profile, Scoring};
use crate::model::reading::{Reading, Rule};
use crate::model::skill::{SkillId, SkillKind};
use crate::text::memo::Memo;
use crate::text::words::padded;
use jiff::civil::Date;
use std::collections::{BTreeSet, HashSet};

/// A research or student post belongs to the field if its text names one of the field's methods.
const FIELD_SKILLS_OF_RESEARCH: usize = 1;
/// Another post does if its text names so many different ones: one may be a side remark.
const FIELD_SKILLS_OF_OTHERS: usize = 2;
/// A post without a telling title is software work if its text names so many tools or languages.
const TOOLS_OF_SOFTWARE: usize = 2;

/// What an entry counts as, and why.
#[derive(Clone, Debug)]
pub struct Classified {
    /// Index of the entry.
    pub entry: usize,
    /// What its time counts as.
    pub counts_as: CountsAs,
    /// Why, in a few words.
    pub why: String,
}

/// Sums of years of 365.25 days; `None` where no work can be dated.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sums {
    /// In machine-learning or data roles.
    pub relevant: Option<f64>,
    /// In any work.
    pub total: Option<f64>,
    /// For the ladder.
    pub ladder: Option<f64>,
    /// What adjacent work adds to the ladder years.
    pub from_adjacent: f64,
    /// What doctoral research adds to the ladder years.
    pub from_doctoral: f64,
}

/// What titles say of the work, as far as one profile looks at them; they come again from resume to resume.
#[derive(Debug)]
pub struct Titles<'p>(Memo<Title<'p>>);

impl Default for Titles<'_> {
    fn default() -> Self {
        Titles(Memo::new(1024))
    }
}

/// The first phrase of each sort that a title has.
#[derive(Clone, Copy, Debug)]
struct Title<'p> {
    unrelated: Option<&'p str>,
    relevant: Option<&'p str>,
    adjacent: Option<&'p str>,
    research: bool,
    field: bool,
    doctoral: bool,
}

impl<'p> Titles<'p> {
    fn of(&mut self, title: &str, roles: &'p RoleWords) -> Title<'p> {
        self.0.of(title, |title| {
            let title = padded(title);
            Title {
                unrelated: first_of(&title, &roles.unrelated),
                relevant: first_of(&title, &roles.relevant),
                adjacent: first_of(&title, &roles.adjacent),
                research: first_of(&title, &roles.research).is_some(),
                field: first_of(&title, &roles.field_titles).is_some(),
                doctoral: first_of(&title, &roles.doctoral).is_some(),
            }
        })
    }
}

/// Classifies every work entry, and every doctorate in the field.
pub fn classify<'p>(
    candidate: &Candidate<'_>,
    reading: &Reading,
    profile: &'p Profile,
    titles: &mut Titles<'p>,
) -> Vec<Classified> {
    let roles = &profile.language.roles;
    // A course on the way to a degree is not what the degree was about.
    let is_course = |passage: usize| {
        let passage = &candidate.passages[passage];
        passage.section == Section::Education && passage.form == Form::Tools
    };
    let mut told: Vec<HashSet<SkillId>> = vec![HashSet::new(); candidate.entries.len()];
    for mention in reading.mentions.iter().filter(|m| !is_course(m.passage)) {
        if let Some(entry) = candidate.passages[mention.passage].entry {
            told[entry].insert(mention.skill);
        }
    }
    let named = |entry: usize, filter: &dyn Fn(SkillId) -> bool| told[entry].iter().filter(|s| filter(**s)).count();
    let in_field = |skill: SkillId| roles.names_field(skill, &profile.taxonomy);
    let is_tool = |skill: SkillId| {
        matches!(
            profile.taxonomy.get(skill).kind,
            SkillKind::Language | SkillKind::Library | SkillKind::Database | SkillKind::Platform
        )
    };
    let mut classified = Vec::new();
    for (index, entry) in candidate.entries.iter().enumerate() {
        let field = named(index, &in_field);
        let (counts_as, why) = match entry.section {
            Section::Work => work(titles.of(&entry.title, roles), field, named(index, &is_tool)),
            Section::Education
                if field > 0 && titles.of(&format!("{} {}", entry.kind, entry.title), roles).doctoral =>
            {
                (
                    CountsAs::Doctoral,
                    "a doctorate whose text names machine learning".to_owned(),
                )
            }
            _ => continue,
        };
        classified.push(Classified {
            entry: index,
            counts_as,
            why,
        });
    }
    classified
}

/// The entries that are work of the field: their title says machine learning, or their text names the field.
pub fn in_field<'p>(
    candidate: &Candidate<'_>,
    reading: &Reading,
    profile: &'p Profile,
    titles: &mut Titles<'p>,
) -> BTreeSet<usize> {
    let roles = &profile.language.roles;
    let names_field = |skill: SkillId| roles.names_field(skill, &profile.taxonomy);
    let named = reading
        .mentions
        .iter()
        .filter(|m| m.rule != Rule::Described && names_field(m.skill));
    let named = named.filter_map(|m| candidate.passages[m.passage].entry);
    let mut titled = |entry: &Entry| entry.section.tells_deeds() && titles.of(&entry.title, roles).field;
    let titles = candidate
        .entries
        .iter()
        .enumerate()
        .filter(|(_, entry)| titled(entry))
        .map(|(i, _)| i);
    titles.chain(named).collect()
}

fn work(title: Title<'_>, field: usize, tools: usize) -> (CountsAs, String) {
    if let Some(word) = title.unrelated {
        return (CountsAs::Other, format!("\"{word}\" in the title"));
    }
    if let Some(word) = title.relevant {
        return (CountsAs::Relevant, format!("\"{word}\" in the title"));
    }
    let strong = title.adjacent;
    let research = strong.is_none() && title.research;
    let needed = if research {
        FIELD_SKILLS_OF_RESEARCH
    } else {
        FIELD_SKILLS_OF_OTHERS
    };
    if field >= needed {
        return (
            CountsAs::Relevant,
            format!("its text names {field} of the field's methods and tools"),
        );
    }
    match strong {
        Some(word) => (CountsAs::Adjacent, format!("\"{word}\" in the title")),
        None if tools >= TOOLS_OF_SOFTWARE => (
            CountsAs::Adjacent,
            format!("its text names {tools} languages and tools of software work"),
        ),
        None => (
            CountsAs::Other,
            "neither title nor text shows machine-learning, data or software work".to_owned(),
        ),
    }
}

/// The first of `phrases`, in padded normal form, that stands in `text`.
pub(super) fn has_any<'p>(text: &str, phrases: &'p [String]) -> Option<&'p str> {
    first_of(&padded(text), phrases)
}

/// The same in a text in padded normal form.
fn first_of<'p>(text: &str, phrases: &'p [String]) -> Option<&'p str> {
    phrases
        .iter()
        .find(|phrase| text.contains(phrase.as_str()))
        .map(|phrase| phrase.trim())
}

/// The years that the entries make; concurrent ones count once, the more relevant first.
pub fn sums(candidate: &Candidate<'_>, classified: &[Classified], scoring: &Scoring, as_of: Date) -> Sums {
    let of = |wanted: Option<CountsAs>| -> Vec<Span> {
        let entries = classified
            .iter()
            .filter(|c| wanted.map_or(c.counts_as != CountsAs::Doctoral, |w| c.counts_as == w));
        entries
            .flat_map(|c| spans::spans(&candidate.entries[c.entry].periods, as_of))
            .collect()
    };
    let (relevant, doctoral, all) = (of(Some(CountsAs::Relevant)), of(Some(CountsAs::Doctoral)), of(None));
    let adjacent = spans::without(&of(Some(CountsAs::Adjacent)), &relevant);
    let doctoral_only = spans::without(&spans::without(&doctoral, &relevant), &adjacent);
    if all.is_empty() && doctoral_only.is_empty() {
        return Sums::default();
    }
    let from_adjacent = (spans::years(adjacent) * scoring.adjacent_share).min(scoring.adjacent_at_most);
    let from_doctoral = (spans::years(doctoral_only) * scoring.doctoral_share).min(scoring.doctoral_at_most);
    let relevant = spans::years(relevant);
    Sums {
        relevant: Some(relevant),
        total: (!all.is_empty()).then(|| spans::years(all)),
        ladder: Some(relevant + from_adjacent + from_doctoral),
        from_adjacent,
        from_doctoral,
    }
}
