//! What each stage takes, on the resumes of `examples/`: `cargo bench`, or `cargo bench -- lexicon` for those with a name.

#![allow(
    clippy::disallowed_methods,
    reason = "benchmarks read the resumes that they measure with"
)]

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use gapcheck::Assessor;
use gapcheck::matching::{self, Lexicon, Workspace};
use gapcheck::model::assessment::Assessment;
use gapcheck::model::correction::Corrections;
use gapcheck::model::profile::Profile;
use gapcheck::render::json;
use gapcheck::resume::{self, Source, Templates};
use jiff::civil::{Date, date};
use std::path::Path;
use std::sync::LazyLock;

/// A short one, a usual one, many names without deeds, another trade.
const RESUMES: [&str; 4] = ["junior", "senior", "keyword-wall", "career-changer"];

const TODAY: Date = date(2026, 11, 22);

/// What is built once for many resumes.
static PROFILE: LazyLock<Profile> = LazyLock::new(profile);
static LEXICON: LazyLock<Lexicon<'_>> = LazyLock::new(|| Lexicon::build(&PROFILE.taxonomy, &PROFILE.language));
static TEMPLATES: LazyLock<Templates> = LazyLock::new(|| Templates::new(&PROFILE.language.templates));
static NONE: LazyLock<Corrections> = LazyLock::new(Corrections::default);

fn main() {
    divan::main();
}

fn profile() -> Profile {
    gapcheck::profile::load("senior-ml-engineer")
        .expect("it is built in")
        .expect("it has no faults")
}

fn bytes(name: &str) -> Vec<u8> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("examples/{name}.json"));
    std::fs::read(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

fn source(name: &str) -> Source {
    Source::new(bytes(name)).expect("it is JSON")
}

fn assessor() -> Assessor<'static, 'static> {
    Assessor::new(&PROFILE, &LEXICON, &NONE, TODAY)
}

/// What every start pays: the profile from its embedded files.
#[divan::bench]
fn start_profile() -> Profile {
    profile()
}

/// What every start pays: the names of the taxonomy made ready.
#[divan::bench]
fn start_lexicon() -> Lexicon<'static> {
    Lexicon::build(&PROFILE.taxonomy, &PROFILE.language)
}

/// Bytes to a checked text of JSON.
#[divan::bench(args = RESUMES)]
fn stage_1_source(bencher: Bencher<'_, '_>, name: &str) {
    let bytes = bytes(name);
    let bencher = bencher.counter(BytesCount::of_slice(&bytes));
    bencher.with_inputs(|| bytes.clone()).bench_values(Source::new);
}

/// Text to a candidate.
#[divan::bench(args = RESUMES)]
fn stage_2_read(bencher: Bencher<'_, '_>, name: &str) {
    let source = source(name);
    let bencher = bencher.counter(BytesCount::of_str(&source.text));
    bencher.bench_local(|| resume::read(black_box(&source), &TEMPLATES, &[]));
}

/// A candidate's words to skills, by a worker that has met them before.
#[divan::bench(args = RESUMES)]
fn stage_3_match(bencher: Bencher<'_, '_>, name: &str) {
    let source = source(name);
    let candidate = resume::read(&source, &TEMPLATES, &[]).expect("it is a resume");
    let mut workspace = Workspace::default();
    let bencher = bencher.counter(BytesCount::of_str(&source.text));
    bencher.bench_local(|| matching::read_with(black_box(&candidate.passages), &LEXICON, &mut workspace));
}

/// The same by one that has met nothing: a single resume.
#[divan::bench(args = RESUMES)]
fn stage_3_match_first(bencher: Bencher<'_, '_>, name: &str) {
    let source = source(name);
    let candidate = resume::read(&source, &TEMPLATES, &[]).expect("it is a resume");
    let bencher = bencher.counter(BytesCount::of_str(&source.text));
    bencher.bench_local(|| matching::read(black_box(&candidate.passages), &LEXICON));
}

/// Bytes to verdicts: what each line of `batch --fields summary` takes before it is written.
#[divan::bench(args = RESUMES)]
fn whole_verdicts(bencher: Bencher<'_, '_>, name: &str) {
    let bytes = bytes(name);
    let mut assessor = assessor();
    let bencher = bencher.counter(BytesCount::of_slice(&bytes));
    bencher.bench_local(|| assessor.verdicts_of(black_box(&bytes)));
}

/// Bytes to an assessment with the places of words.
#[divan::bench(args = RESUMES)]
fn whole_assessment(bencher: Bencher<'_, '_>, name: &str) {
    let bytes = bytes(name);
    let mut assessor = assessor();
    let bencher = bencher.counter(BytesCount::of_slice(&bytes));
    bencher.with_inputs(|| bytes.clone()).bench_local_values(|bytes| {
        let source = Source::new(bytes).expect("it is JSON");
        assessor.assess(&source)
    });
}

/// An assessment to JSON.
#[divan::bench(args = RESUMES)]
fn whole_json(bencher: Bencher<'_, '_>, name: &str) {
    let assessment: Assessment<'_> = assessor().assess(&source(name)).expect("it is a resume");
    bencher.bench_local(|| json::render(black_box(&assessment)));
}
