//! What the build script made of the data files is what the data files say.

use gapcheck::matching::{self, Lexicon};
use gapcheck::model::candidate::{Form, Passage, Section};
use gapcheck::model::profile::Profile;
use gapcheck::profile::{self, Texts};

/// The texts of `profiles/`.
#[expect(clippy::disallowed_methods, reason = "these tests look at the project's own files")]
fn texts() -> Texts {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/profiles");
    let mut texts = Texts::new();
    for folder in ["", "guides/"] {
        let entries = std::fs::read_dir(format!("{root}/{folder}")).expect("a folder");
        for entry in entries {
            let path = entry.expect("a file").path();
            let name = path.file_stem().expect("a name").to_string_lossy();
            if path.extension().is_some_and(|ending| ending == "json") {
                let text = std::fs::read_to_string(&path).expect("a text");
                texts.insert(format!("{folder}{name}"), text);
            }
        }
    }
    texts
}

/// A built-in profile as its data files say, made now.
pub fn from_files(id: &str) -> Profile {
    let made = profile::from_files(&texts(), id);
    made.unwrap_or_else(|faulty| panic!("{faulty:?}"))
}

/// All that is in a profile, in words.
fn told(profile: &Profile) -> String {
    format!("{profile:#?}")
}

/// All that is in a lexicon, in words.
fn tables(profile: &Profile) -> String {
    let lexicon = Lexicon::build(&profile.taxonomy, &profile.language);
    // A word that nothing names makes it look for slips, and so take the index of the names.
    matching::read(&[Passage::new("Flumbuzzle", Section::Skills, Form::Item)], &lexicon);
    format!("{lexicon:#?}")
}

/// Where two texts part, and how they go on.
#[track_caller]
fn same(shipped: &str, made: &str) {
    let mut lines = shipped.lines().zip(made.lines()).enumerate();
    if let Some((number, (shipped, made))) = lines.find(|(_, (shipped, made))| shipped != made) {
        panic!("line {}: shipped {shipped}, made now {made}", number + 1);
    }
    assert_eq!(shipped.len(), made.len());
}

#[test]
fn a_shipped_profile_is_what_its_files_say() {
    for id in profile::ids() {
        let shipped = profile::load(id).expect("built in").expect("no faults");
        let mut made = from_files(id);
        assert!(shipped.taxonomy.is_shipped() && !made.taxonomy.is_shipped());
        // These are in the lexicon that is shipped.
        assert!(shipped.language.phrases.is_none() && made.language.phrases.take().is_some());
        made.taxonomy = shipped.taxonomy.clone();
        same(&told(&shipped), &told(&made));
        same(
            &format!("{:#?}", shipped.taxonomy.skills()),
            &format!("{:#?}", from_files(id).taxonomy.skills()),
        );
    }
}

#[test]
fn the_shipped_lexicon_is_the_one_that_would_be_built() {
    let id = profile::ids().next().expect("a default");
    let shipped = profile::load(id).expect("built in").expect("no faults");
    let shipped_tables = tables(&shipped);
    let made = from_files(id);
    let made_tables = tables(&made);
    // The taxonomy stands at the head of both, and says whether it is as shipped.
    assert!(shipped_tables.contains("Indexed {"));
    let behind_taxonomy = |text: &str| text.split_once("\n    names: ").expect("names").1.to_owned();
    same(&behind_taxonomy(&shipped_tables), &behind_taxonomy(&made_tables));
}

#[test]
fn a_faulty_file_is_named_with_its_place() {
    let mut texts = texts();
    let text = texts.get_mut("taxonomy").expect("there");
    *text = text.replacen("\"id\": \"python\"", "\"id\": \"Python!\"", 1);
    let faulty = profile::from_files(&texts, "senior-ml-engineer").expect_err("a fault");
    assert_eq!((faulty.file.as_str(), faulty.faults[0].check), ("taxonomy", "ids"));
    assert!(texts["taxonomy"][faulty.faults[0].offset..].starts_with("\"Python!\""));
    texts.remove("ladder");
    texts.insert("taxonomy".into(), self::texts()["taxonomy"].clone());
    let missing = profile::from_files(&texts, "senior-ml-engineer").expect_err("a fault");
    assert_eq!((missing.file.as_str(), missing.faults[0].check), ("ladder", "shape"));
}
