//! All names of a taxonomy in normal form, built once from any taxonomy.

use super::cues::{self, Effect};
use super::deeds::{DeedPhrases, DeedTable};
use super::names::Names;
use super::similarity::Index;
use super::vocabulary::{Growing, Kinds, Phrases, Vocabulary, WordId, numbers};
use crate::model::language::Language;
use crate::model::skill::{SkillId, Taxonomy};
use crate::model::stated::words_of_levels;
use crate::text::words::{form, forms, push_form};
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

/// A name of a skill, or a phrase that only contains one.
#[derive(Clone, Debug)]
pub(super) struct Name<'t> {
    pub skill: SkillId,
    /// Another word than the skill's own name.
    pub alias: bool,
    /// A phrase that means something else and swallows its words.
    pub decoy: bool,
    /// As written in the taxonomy.
    pub spelling: &'t str,
    /// Also a common word.
    pub ambiguous: bool,
    /// How many words the spelling has.
    pub words: usize,
}

/// All names of a taxonomy, with the cues and described deeds of the language.
#[derive(Debug)]
pub struct Lexicon<'t> {
    /// The taxonomy behind the names.
    pub taxonomy: &'t Taxonomy,
    pub(super) names: Names<'t>,
    /// The most words that a name has.
    pub(super) longest: usize,
    pub(super) vocabulary: Vocabulary<'t>,
    pub(super) cues: Phrases<Effect>,
    pub(super) deeds: DeedTable<'t>,
    /// The skills that make an entry machine-learning or data work, and all that imply one of them.
    field: Vec<bool>,
    /// Titles that say machine learning itself, padded.
    pub(super) field_titles: &'t [String],
    /// Names that are common words too, and nobody's name.
    common_words: &'t [String],
    /// Words behind a name that make a place or a company of it, sorted.
    pub(super) name_tails: Vec<String>,
    /// Words near a name that are words of their own.
    apart: &'t [(String, String)],
    /// The same in normal form, sorted; made when the first word needs them.
    apart_forms: OnceLock<Vec<(String, String)>>,
    /// Made when the first word needs it.
    index: OnceLock<Index>,
    /// The company of each skill's ambiguous names.
    company: Vec<OnceLock<Company>>,
}

/// Phrases that show what an ambiguous name means: by their first word the words behind it.
#[derive(Debug, Default)]
pub(super) struct Company(FxHashMap<String, Vec<Vec<String>>>);

impl Company {
    fn new(phrases: &str) -> Company {
        let mut company = Company::default();
        for mut phrase in phrases.split(',').map(forms).filter(|phrase| !phrase.is_empty()) {
            let first = phrase.remove(0);
            if phrase.is_empty() {
                // The last word may have a plural.
                company.0.entry(format!("{first}s")).or_default().push(Vec::new());
            }
            company.0.entry(first).or_default().push(phrase);
        }
        company
    }

    /// The words behind `first` in the phrases that begin with it.
    pub fn beginning_with(&self, first: &str) -> &[Vec<String>] {
        self.0.get(first).map_or(&[], Vec::as_slice)
    }
}

impl<'t> Lexicon<'t> {
    /// Builds the lexicon of a taxonomy and a language.
    pub fn build(taxonomy: &'t Taxonomy, language: &'t Language) -> Lexicon<'t> {
        let count: usize = taxonomy
            .skills
            .iter()
            .map(|s| 1 + 2 * s.aliases.len() + s.not.len())
            .sum();
        let mut names = Names::with_capacity(count);
        let mut form = String::new();
        // What the user said comes before every name.
        for (id, words) in &taxonomy.unread {
            add_decoy(&mut names, *id, words, &mut form);
        }
        let mut singulars = Vec::new();
        for (id, skill) in taxonomy.iter() {
            let own = std::iter::once((&skill.name, false));
            for (spelling, alias) in own.chain(skill.aliases.iter().map(|alias| (alias, true))) {
                form.clear();
                let words = push_form(spelling, &mut form);
                let name = Name {
                    skill: id,
                    alias,
                    decoy: false,
                    spelling,
                    ambiguous: skill.ambiguous.contains(spelling),
                    words,
                };
                if skill.kind.is_concept() {
                    singulars.extend(singular(&form, &name).map(|singular| (singular, name.clone())));
                }
                names.add(&form, name);
            }
        }
        // Decoys and singulars come last: a real name is never hidden by them.
        for (id, skill) in taxonomy.iter() {
            skill
                .not
                .iter()
                .for_each(|phrase| add_decoy(&mut names, id, phrase, &mut form));
        }
        for (singular, name) in singulars {
            names.add(&singular, name);
        }
        let longest = names.iter().map(|(_, n)| n.words).max().unwrap_or(1) + 1;
        let mut vocabulary = Growing::new();
        let cues = cues::phrases(&language.cues, &mut vocabulary);
        let deeds = DeedPhrases::new(language, &mut vocabulary);
        let levels: Vec<WordId> = words_of_levels().map(|word| vocabulary.word(word)).collect();
        let mut vocabulary = vocabulary.finish();
        let (cues, deeds) = (cues.finish(&vocabulary), DeedTable::new(language, deeds, &vocabulary));
        vocabulary.mark(cues.firsts(), Kinds::BEGINS_CUE);
        vocabulary.mark(deeds.firsts(), Kinds::BEGINS_DEED);
        vocabulary.mark(levels, Kinds::STATES_LEVEL);
        vocabulary.mark(numbers(), Kinds::COUNTS);
        let roles = &language.roles;
        let mut name_tails = language.cues.name_tails.clone();
        name_tails.sort_unstable();
        Lexicon {
            taxonomy,
            names,
            longest,
            vocabulary,
            cues,
            deeds,
            field: taxonomy.iter().map(|(id, _)| roles.names_field(id, taxonomy)).collect(),
            field_titles: &roles.field_titles,
            common_words: &language.cues.common_words,
            name_tails,
            apart: &language.apart,
            apart_forms: OnceLock::new(),
            index: OnceLock::new(),
            company: std::iter::repeat_with(OnceLock::new)
                .take(taxonomy.skills.len())
                .collect(),
        }
    }

    /// Whether naming the skill makes an entry machine-learning or data work.
    pub(super) fn is_in_field(&self, skill: SkillId) -> bool {
        self.field[usize::from(skill.0)]
    }

    /// The name with exactly this normal form.
    pub(super) fn get(&self, form: &str) -> Option<&Name<'t>> {
        self.names.get(form)
    }

    /// All names that are no decoys, with their normal forms.
    pub(super) fn names(&self) -> impl Iterator<Item = (&str, &Name<'t>)> {
        self.names.iter().filter(|(_, n)| !n.decoy)
    }

    /// Whether `word` only looks like a slip for the name `known`, both in normal form.
    pub(super) fn stay_apart(&self, word: &str, known: &str) -> bool {
        let forms = || {
            let mut forms: Vec<(String, String)> = self.apart.iter().map(|(a, b)| (form(a), form(b))).collect();
            forms.sort_unstable();
            forms
        };
        let forms = self.apart_forms.get_or_init(forms);
        let pair = (word, known);
        forms
            .binary_search_by(|(a, b)| (a.as_str(), b.as_str()).cmp(&pair))
            .is_ok()
    }

    /// What a search for slips goes through.
    pub(super) fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::new(&self.names))
    }

    /// Whether a form is that of a common word that is nobody's name.
    pub(super) fn is_common_word(&self, form: &str) -> bool {
        self.common_words.iter().any(|word| word == form)
    }

    /// Whether `word` stands in a name of the skill, or in what goes with it.
    pub(super) fn speaks_of(&self, skill: SkillId, word: &str) -> bool {
        let skill = self.taxonomy.get(skill);
        let mut names = skill.aliases.iter().chain([&skill.name, &skill.company]);
        word.len() > 3 && names.any(|name| name.to_lowercase().contains(word))
    }

    /// The phrases that show that an ambiguous name means the skill. Few are ever asked for: each is made when it is.
    pub(super) fn company(&self, skill: SkillId) -> &Company {
        self.company[usize::from(skill.0)].get_or_init(|| Company::new(&self.taxonomy.get(skill).company))
    }
}

fn add_decoy<'t>(names: &mut Names<'t>, id: SkillId, phrase: &'t str, form: &mut String) {
    form.clear();
    let words = push_form(phrase, form);
    let name = Name {
        skill: id,
        alias: true,
        decoy: true,
        spelling: phrase,
        ambiguous: false,
        words,
    };
    names.add(form, name);
}

/// The singular of a name's normal form: "feature stores" is also found as "feature store". Single words keep their plural:
/// "statistics" has none.
fn singular(form: &str, name: &Name<'_>) -> Option<String> {
    if !name.spelling.ends_with('s') || name.words < 2 {
        return None;
    }
    let last = name.spelling.rsplit([' ', '-', '/']).next().map_or(0, str::len);
    if last < 5 {
        return None;
    }
    let singular = match form.strip_suffix("ies") {
        Some(stem) => format!("{stem}y"),
        None => form[..form.len() - 1].to_owned(),
    };
    (!singular.ends_with(['s', 'i', 'u'])).then_some(singular)
}
