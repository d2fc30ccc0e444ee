//! Words that look like a slip of the pen for a name, and are words of their own, stay apart from it.

use crate::data_files::from_files;
use gapcheck::matching::{self, Lexicon};
use gapcheck::model::candidate::{Form, Passage, Section};
use gapcheck::model::profile::Profile;
use gapcheck::text::words::form;
use std::sync::LazyLock;

static PROFILE: LazyLock<Profile> = LazyLock::new(|| {
    let loaded = gapcheck::profile::load("senior-ml-engineer").expect("built in");
    loaded.expect("no faults")
});

static LEXICON: LazyLock<Lexicon<'static>> = LazyLock::new(|| Lexicon::build(&PROFILE.taxonomy, &PROFILE.language));

/// The pairs, as their file has them.
fn apart() -> Vec<(String, String)> {
    let phrases = from_files("senior-ml-engineer").language.phrases;
    phrases.expect("of the file").apart
}

/// The ids of the skills that an entry of the skills section names.
fn entry(text: &str) -> Vec<&'static str> {
    let passage = Passage::new(text, Section::Skills, Form::Item);
    let reading = matching::read(&[passage], &LEXICON);
    let ids = reading
        .mentions
        .iter()
        .map(|m| PROFILE.taxonomy.get(m.skill).id.as_ref());
    ids.collect()
}

/// The skill that a name in normal form belongs to.
fn owner(name: &str) -> Option<&'static str> {
    let named = |text: &str| form(text) == name;
    let mut skills = PROFILE.taxonomy.skills().iter();
    skills
        .find(|s| named(&s.name) || s.aliases.iter().any(&named))
        .map(|s| s.id.as_ref())
}

#[test]
fn the_pairs_stay_apart() {
    let pairs = apart();
    assert!(pairs.len() >= 200, "{} pairs", pairs.len());
    let owned = pairs
        .iter()
        .filter_map(|(word, name)| Some((word, owner(&form(name))?)));
    let together: Vec<_> = owned.filter(|(word, owner)| entry(word).contains(owner)).collect();
    assert!(together.is_empty(), "{together:?}");
}

// A pair that no rule could ever take for one would prove nothing.
#[test]
fn the_pairs_are_near_each_other() {
    for (word, name) in apart().iter().map(|(word, name)| (form(word), form(name))) {
        let near =
            strsim::osa_distance(&word, &name) <= 3 || word.contains(name.as_str()) || name.contains(word.as_str());
        assert!(near, "{word} and {name}");
        assert_ne!(word, name);
    }
}

// Were it not known, a name of one skill must still not be taken for a slip of another skill's.
#[test]
fn no_name_is_a_slip_for_another_skill() {
    let confusable = matching::confusable_names(&LEXICON);
    let shown: Vec<String> = confusable
        .iter()
        .map(|(name, other)| format!("{name} / {}", PROFILE.taxonomy.get(*other).id))
        .collect();
    assert!(shown.is_empty(), "{shown:#?}");
}

#[test]
fn slips_are_mended() {
    for (written, skill) in [
        ("Pyhton", "python"),
        ("Tensorfow", "tensorflow"),
        ("Kuberntes", "kubernetes"),
        ("Dokcer", "docker"),
        ("Matplotib", "matplotlib"),
        ("Hugginface Transformers", "huggingface-transformers"),
        ("Scikit-lern", "scikit-learn"),
        ("Postgress", "postgresql"),
    ] {
        assert!(entry(written).contains(&skill), "{written}: {:?}", entry(written));
    }
}
