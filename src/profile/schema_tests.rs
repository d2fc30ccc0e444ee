//! The committed JSON Schemas are those of the raw types; `GAPCHECK_ACCEPT=1 cargo test schema_tests` writes them anew.

use super::schema::{RawCertifications, RawDeeds, RawLadder, RawLanguage, RawProfile, RawScoring, RawTaxonomy};
use crate::model::background::Background;
use crate::model::certification::CertificationDetail;
use crate::model::learning::Learning;
use crate::model::profile::Guide;
use crate::model::wording::Wording;
use schemars::{JsonSchema, schema_for};

/// `profiles/certification-details.json`: what is only shown of the certifications.
#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "read by its schema alone")]
struct RawCertificationDetails {
    /// `gapcheck.certification-details/1`.
    format: String,
    /// The certifications, each with what is only shown of it.
    details: Vec<CertificationDetail>,
}

/// Compares the schema of `T` with the committed one, or writes it where that was asked for.
#[track_caller]
fn check<T: JsonSchema>(name: &str, committed: &str) {
    let mut schema = schema_for!(T);
    // Readers of the schema know the file, not the type that reads it.
    schema.insert("title".into(), format!("gapcheck {name}").into());
    let expected = serde_json::to_string_pretty(&schema).expect("a schema is JSON") + "\n";
    if expected == committed {
        return;
    }
    assert!(
        accepts(),
        "profiles/schema/{name}.schema.json is not the schema of its type any more; if the type is right, run \
         GAPCHECK_ACCEPT=1 cargo test --lib schema_tests, then look at the difference and commit it"
    );
    write(name, &expected);
}

#[expect(
    clippy::disallowed_methods,
    reason = "whoever runs the tests says that a change is wanted"
)]
fn accepts() -> bool {
    std::env::var_os("GAPCHECK_ACCEPT").is_some_and(|value| value == "1")
}

#[expect(clippy::disallowed_methods, reason = "accepting a change writes the committed file")]
fn write(name: &str, text: &str) {
    let path = format!("{}/profiles/schema/{name}.schema.json", env!("CARGO_MANIFEST_DIR"));
    std::fs::write(&path, text).unwrap_or_else(|error| panic!("cannot write {path}: {error}"));
}

/// A test for each schema: its name, which is that of its file, and the type that reads such files.
macro_rules! schemas {
    ($($test:ident: $name:literal is $type:ty;)*) => {$(
        #[test]
        fn $test() {
            check::<$type>($name, include_str!(concat!("../../profiles/schema/", $name, ".schema.json")));
        }
    )*};
}

schemas! {
    profile: "profile" is RawProfile;
    taxonomy: "taxonomy" is RawTaxonomy;
    certifications: "certifications" is RawCertifications;
    certification_details: "certification-details" is RawCertificationDetails;
    ladder: "ladder" is RawLadder;
    scoring: "scoring" is RawScoring;
    language: "language" is RawLanguage;
    deeds: "deeds" is RawDeeds;
    questions: "questions" is Wording;
    learning: "learning" is Learning;
    guide: "guide" is Guide;
    background: "background" is Background;
}
