//! What the lexicon is made of, without a reference to what it was made from: so it can be made when the program is built.

pub mod deeds;
pub mod effects;
pub mod index;
pub mod joined;
pub mod names;
mod packed;
pub mod vocabulary;

use crate::model::language::{self, RoleWords};
use crate::model::skill::{SkillId, Taxonomy};
use crate::model::stated::words_of_levels;
use crate::text::words::{form, padded, push_form};
use deeds::{DeedPhrases, DeedTable};
use effects::Effect;
use joined::Joined;
use names::{Name, Names};
use serde::{Deserialize, Serialize};
use vocabulary::{Growing, Kinds, Phrases, Vocabulary, WordId, numbers};

/// What a taxonomy gives to the lexicon.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct SkillTable {
    /// All names in normal form.
    pub names: Names,
    /// The most words that a name has.
    pub longest: usize,
    /// For each skill 1 where it makes an entry machine-learning work, or implies one that does, else 0.
    #[serde(with = "packed")]
    pub field: Vec<u8>,
}

impl SkillTable {
    /// The table of a taxonomy; `roles` tells the field.
    pub fn new(taxonomy: &Taxonomy, roles: &RoleWords) -> SkillTable {
        let skills = taxonomy.skills().iter();
        // Each name may have a singular.
        let count: usize = skills.map(|s| 2 * (1 + s.aliases.len()) + s.not.len()).sum();
        let count = count + taxonomy.unread().len();
        let mut names = Names::with_capacity(count);
        let mut form = String::new();
        // What the user said comes before every name.
        for (id, words) in taxonomy.unread() {
            add_decoy(&mut names, *id, words, &mut form);
        }
        let mut singulars = Vec::new();
        for (id, skill) in taxonomy.iter() {
            let own = std::iter::once((skill.name.as_ref(), false));
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
                    singulars.extend(singular(&form, &name).map(|singular| (singular, name)));
                }
                names.add(&form, name);
            }
        }
        // Decoys and singulars come last: a real name is never hidden by them.
        for (id, skill) in taxonomy.iter() {
            let decoys = skill.not.iter();
            decoys.for_each(|phrase| add_decoy(&mut names, id, phrase, &mut form));
        }
        for (singular, name) in singulars {
            names.add(&singular, name);
        }
        SkillTable {
            longest: names.iter().map(|(_, n)| n.words).max().unwrap_or(1) + 1,
            names,
            field: taxonomy
                .iter()
                .map(|(id, _)| u8::from(roles.names_field(id, &taxonomy.implied_by(id))))
                .collect(),
        }
    }
}

fn add_decoy(names: &mut Names, id: SkillId, phrase: &str, form: &mut String) {
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

/// Words after which another thing is meant.
const CONNECTIVES: [&str; 14] = [
    "for", "of", "with", "by", "at", "from", "to", "on", "in", "that", "which", "who", "as", "through",
];

/// Words that hold a list of names together.
const TIES: [&str; 22] = [
    "and",
    "or",
    "the",
    "in",
    "of",
    "with",
    "using",
    "y",
    "und",
    "et",
    "e",
    "和",
    "与",
    "及",
    "as",
    "such",
    "like",
    "including",
    "both",
    "my",
    "programming",
    "experience",
];

/// Stands between a word and a name, and in neither.
pub const BETWEEN: &str = "\n";

/// What a language gives to the lexicon.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct PhraseTable {
    /// The words of all phrases.
    pub vocabulary: Vocabulary,
    /// Phrases that change what the words around them mean.
    pub cues: Phrases<Effect>,
    /// Described deeds.
    pub deeds: DeedTable,
    /// Names that are common words too, and nobody's name.
    pub common_words: Joined,
    /// Whole names, padded, of groups that hold what somebody wants to learn.
    pub wished_groups: Joined,
    /// Whole names, padded, of groups of interests in which tools are none.
    pub pastimes: Joined,
    /// Words behind a name that make a place or a company of it, sorted.
    pub name_tails: Joined,
    /// Words near a name that are words of their own: word and name in normal form with [`BETWEEN`] between, sorted.
    pub apart: Joined,
}

fn all_padded(names: &[String]) -> Joined {
    let names: Vec<String> = names.iter().map(|name| padded(name)).collect();
    names.iter().map(String::as_str).collect()
}

impl PhraseTable {
    /// The table of a language's phrases.
    pub fn new(phrases: &language::Phrases) -> PhraseTable {
        let mut vocabulary = Growing::new();
        let cues = effects::phrases(&phrases.cues, &mut vocabulary);
        let deeds = DeedPhrases::new(&phrases.choices, &mut vocabulary);
        let levels: Vec<WordId> = words_of_levels().map(|word| vocabulary.word(word)).collect();
        let connectives = CONNECTIVES.map(|word| vocabulary.word(word));
        let ties = TIES.map(|word| vocabulary.word(word));
        let mut vocabulary = vocabulary.finish();
        let (cues, deeds) = (
            cues.finish(&vocabulary),
            DeedTable::new(&phrases.deeds, deeds, &vocabulary),
        );
        vocabulary.mark(cues.firsts(), Kinds::BEGINS_CUE);
        vocabulary.mark(deeds.firsts(), Kinds::BEGINS_DEED);
        vocabulary.mark(levels, Kinds::STATES_LEVEL);
        vocabulary.mark(numbers(), Kinds::COUNTS);
        vocabulary.mark(connectives, Kinds::CONNECTS);
        vocabulary.mark(ties, Kinds::TIES);
        let sorted = |mut texts: Vec<String>| {
            texts.sort_unstable();
            texts.iter().map(String::as_str).collect::<Joined>()
        };
        let apart = phrases.apart.iter();
        PhraseTable {
            vocabulary,
            cues,
            deeds,
            common_words: phrases.cues.common_words.iter().map(String::as_str).collect(),
            wished_groups: all_padded(&phrases.cues.wished_groups),
            pastimes: all_padded(&phrases.cues.pastimes),
            name_tails: sorted(phrases.cues.name_tails.clone()),
            apart: sorted(
                apart
                    .map(|(word, name)| [form(word), form(name)].join(BETWEEN))
                    .collect(),
            ),
        }
    }
}
