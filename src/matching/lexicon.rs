//! All names of a taxonomy in normal form, built once from any taxonomy.

use super::cues::CueTable;
use super::deeds::DeedTable;
use crate::model::language::Language;
use crate::model::skill::{Skill, SkillId, Taxonomy};
use crate::text::words::words;
use std::collections::HashMap;

/// A name of a skill, or a phrase that only contains one.
#[derive(Clone, Debug)]
pub(super) struct Name {
    pub skill: SkillId,
    /// Another word than the skill's own name.
    pub alias: bool,
    /// A phrase that means something else and swallows its words.
    pub decoy: bool,
    /// As written in the taxonomy.
    pub spelling: String,
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
    names: HashMap<String, Name>,
    /// The most words that a name has.
    pub(super) longest: usize,
    pub(super) cues: CueTable,
    pub(super) deeds: DeedTable<'t>,
    /// The company that an ambiguous name needs, in normal form, by skill.
    company: HashMap<SkillId, Vec<Vec<String>>>,
    /// Words near a name that are words of their own.
    apart: &'t [(String, String)],
}

impl<'t> Lexicon<'t> {
    /// Builds the lexicon of a taxonomy and a language.
    pub fn build(taxonomy: &'t Taxonomy, language: &'t Language) -> Lexicon<'t> {
        let mut names = HashMap::with_capacity(taxonomy.skills.len() * 8);
        let mut company = HashMap::new();
        for (id, skill) in taxonomy.iter() {
            add(&mut names, id, skill, &skill.name, false);
            skill.aliases.iter().for_each(|alias| add(&mut names, id, skill, alias, true));
            if !skill.company.is_empty() {
                company.insert(id, skill.company.iter().map(|phrase| forms(phrase)).collect());
            }
        }
        // Decoys and singulars come last: a real name is never hidden by them.
        for (id, skill) in taxonomy.iter() {
            skill.not.iter().for_each(|phrase| add_decoy(&mut names, id, phrase));
            if skill.kind.is_concept() {
                add_singulars(&mut names, id, skill);
            }
        }
        let longest = names.values().map(|n| n.words).max().unwrap_or(1) + 1;
        let (cues, deeds) = (CueTable::new(&language.cues), DeedTable::new(&language.deeds));
        Lexicon { taxonomy, names, longest, cues, deeds, company, apart: &language.apart }
    }

    /// The name with exactly this normal form.
    pub(super) fn get(&self, form: &str) -> Option<&Name> {
        self.names.get(form)
    }

    /// All names that are no decoys, with their normal forms.
    pub(super) fn names(&self) -> impl Iterator<Item = (&str, &Name)> {
        self.names.iter().filter(|(_, n)| !n.decoy).map(|(form, n)| (form.as_str(), n))
    }

    /// Whether `form` only looks like a slip for the name `known`.
    pub(super) fn stay_apart(&self, form: &str, known: &str) -> bool {
        self.apart.iter().any(|(word, name)| word == form && name == known)
    }

    /// The phrases that show that an ambiguous name means the skill.
    pub(super) fn company(&self, skill: SkillId) -> &[Vec<String>] {
        self.company.get(&skill).map_or(&[], Vec::as_slice)
    }
}

/// The normal forms of a phrase's words.
pub(super) fn forms(phrase: &str) -> Vec<String> {
    words(phrase).into_iter().map(|w| w.form.into_owned()).collect()
}

fn add(names: &mut HashMap<String, Name>, id: SkillId, skill: &Skill, spelling: &str, alias: bool) {
    let words = forms(spelling);
    let ambiguous = skill.ambiguous.iter().any(|a| a == spelling);
    let name = Name { skill: id, alias, decoy: false, spelling: spelling.to_owned(), ambiguous, words: words.len() };
    names.entry(words.concat()).or_insert(name);
}

fn add_decoy(names: &mut HashMap<String, Name>, id: SkillId, phrase: &str) {
    let words = forms(phrase);
    let name = Name { skill: id, alias: true, decoy: true, spelling: phrase.to_owned(), ambiguous: false, words: words.len() };
    names.entry(words.concat()).or_insert(name);
}

/// "feature stores" is also found as "feature store". Short words keep their plural: "statistics" has none.
fn add_singulars(names: &mut HashMap<String, Name>, id: SkillId, skill: &Skill) {
    for spelling in skill.aliases.iter().chain([&skill.name]) {
        let words = forms(spelling);
        let last = words.last().map_or("", String::as_str);
        let singular = match last.strip_suffix("ies") {
            Some(stem) => format!("{stem}y"),
            None => last.strip_suffix('s').filter(|stem| !stem.ends_with(['s', 'i', 'u'])).unwrap_or_default().to_owned(),
        };
        if words.len() < 2 || singular.len() < 4 {
            continue;
        }
        let form = words[..words.len() - 1].concat() + &singular;
        let ambiguous = skill.ambiguous.contains(spelling);
        let alias = *spelling != skill.name;
        let name = Name { skill: id, alias, decoy: false, spelling: spelling.clone(), ambiguous, words: words.len() };
        names.entry(form).or_insert(name);
    }
}
