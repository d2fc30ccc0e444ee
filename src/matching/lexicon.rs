//! All names of a taxonomy in normal form, with the phrases of a language: made at the start of any taxonomy, or long before.

use super::names::Names;
use super::shipped;
use super::tables::deeds::DeedTable;
use super::tables::effects::Effect;
use super::tables::index::Index;
use super::tables::joined::Joined;
use super::tables::{BETWEEN, PhraseTable, SkillTable};
use super::vocabulary::{Phrases, Vocabulary};
use crate::model::language::Language;
use crate::model::skill::{SkillId, Taxonomy};
use crate::text::words::{forms, padded};
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

pub(super) use super::names::Name;

/// All names of a taxonomy, with the cues and described deeds of the language.
#[derive(Debug)]
pub struct Lexicon<'t> {
    /// The taxonomy behind the names.
    pub taxonomy: &'t Taxonomy,
    pub(super) names: Names,
    /// The most words that a name has.
    pub(super) longest: usize,
    pub(super) vocabulary: Vocabulary,
    pub(super) cues: Phrases<Effect>,
    pub(super) deeds: DeedTable,
    /// For each skill 1 where it makes an entry machine-learning work, or implies one that does, else 0.
    field: Vec<u8>,
    /// Titles that say machine learning itself, padded.
    pub(super) field_titles: &'t [String],
    /// Names that are common words too, and nobody's name.
    common_words: Joined,
    /// Whole names of groups that hold what somebody wants to learn, padded.
    wished_groups: Joined,
    /// Whole names of groups of interests in which tools are none, padded.
    pastimes: Joined,
    /// Words behind a name that make a place or a company of it, sorted.
    name_tails: Joined,
    /// Words near a name that are words of their own: word and name with [`BETWEEN`] between, sorted.
    apart: Joined,
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
    /// The lexicon of a taxonomy and a language. What was made of the program's own data when the program was built is taken
    /// as it is; names that a user changed are gathered anew.
    pub fn build(taxonomy: &'t Taxonomy, language: &'t Language) -> Lexicon<'t> {
        let skills = match taxonomy.is_shipped() {
            true => shipped::skills(),
            false => SkillTable::new(taxonomy, &language.roles),
        };
        let phrases = match &language.phrases {
            None => shipped::phrases(),
            Some(phrases) => PhraseTable::new(phrases),
        };
        let company = std::iter::repeat_with(OnceLock::new);
        Lexicon {
            taxonomy,
            names: skills.names,
            longest: skills.longest,
            vocabulary: phrases.vocabulary,
            cues: phrases.cues,
            deeds: phrases.deeds,
            field: skills.field,
            common_words: phrases.common_words,
            wished_groups: phrases.wished_groups,
            pastimes: phrases.pastimes,
            name_tails: phrases.name_tails,
            apart: phrases.apart,
            field_titles: &language.roles.field_titles,
            index: OnceLock::new(),
            company: company.take(taxonomy.skills().len()).collect(),
        }
    }

    /// Whether naming the skill makes an entry machine-learning work.
    pub(super) fn is_in_field(&self, skill: SkillId) -> bool {
        self.field[usize::from(skill.0)] != 0
    }

    /// The name with exactly this normal form.
    pub(super) fn get(&self, form: &str) -> Option<Name<'_>> {
        self.names.get(form)
    }

    /// All names that are no decoys, with their normal forms.
    pub(super) fn names(&self) -> impl Iterator<Item = (&str, Name<'_>)> {
        self.names.iter().filter(|(_, n)| !n.decoy)
    }

    /// Whether `word` only looks like a slip for the name `known`, both in normal form.
    pub(super) fn stay_apart(&self, word: &str, known: &str) -> bool {
        let pair = [word, BETWEEN, known].concat();
        self.apart.any_sorted(|apart| apart.cmp(&pair))
    }

    /// Whether a form is that of a word behind a name that makes a place or a company of it.
    pub(super) fn is_name_tail(&self, form: &str) -> bool {
        self.name_tails.any_sorted(|tail| tail.cmp(form))
    }

    /// What a search for slips goes through.
    pub(super) fn index(&self) -> &Index {
        self.index.get_or_init(|| match self.taxonomy.is_shipped() {
            true => shipped::index(),
            false => Index::new(&self.names),
        })
    }

    /// Whether a form is that of a common word that is nobody's name.
    pub(super) fn is_common_word(&self, form: &str) -> bool {
        self.common_words.iter().any(|word| word == form)
    }

    /// Whether the name of a group says that what it holds is still to be learned.
    pub(super) fn is_wished_group(&self, name: &str) -> bool {
        let name = padded(name);
        self.wished_groups.iter().any(|known| known == name)
    }

    /// Whether the name of a group of interests says that tools in it are none.
    pub(super) fn is_pastime(&self, name: &str) -> bool {
        let name = padded(name);
        self.pastimes.iter().any(|known| known == name)
    }

    /// Whether `word` stands in a name of the skill, or in what goes with it.
    pub(super) fn speaks_of(&self, skill: SkillId, word: &str) -> bool {
        let skill = self.taxonomy.get(skill);
        let mut names = skill
            .aliases
            .iter()
            .chain([skill.name.as_ref(), skill.company.as_ref()]);
        word.len() > 3 && names.any(|name| name.to_lowercase().contains(word))
    }

    /// The phrases that show that an ambiguous name means the skill. Few are ever asked for: each is made when it is.
    pub(super) fn company(&self, skill: SkillId) -> &Company {
        self.company[usize::from(skill.0)].get_or_init(|| Company::new(&self.taxonomy.get(skill).company))
    }
}
