//! The files of the questionnaire: none is replaced by a report, forms ask what a resume leaves open, places belong to one resume.

use super::answers::{asked, read};
use super::check::{said, write};
use super::cli::{check_refused, folder_with};

#[test]
fn a_report_does_not_replace_what_it_was_made_from() {
    let folder = folder_with("a.toml", "format = \"gapcheck.answers/1\"\nroles = []\n");
    write(&folder, "cv.json", r#"{"skills": [{"name": "Python"}]}"#);
    for target in ["a.toml", "cv.json"] {
        check_refused(
            &asked(&folder, &["--answers", "a.toml", "--from", "cv.json", "-o", target]),
            &["would replace", target],
        );
    }
    check_refused(
        &asked(&folder, &["--answers", "a.toml", "--save", "-"]),
        &["not to standard output"],
    );
}

#[test]
fn a_form_asks_what_a_resume_leaves_open() {
    let folder = folder_with("cv.json", include_str!("../../examples/mid.json"));
    let output = asked(&folder, &["--dump-questions", "--from", "cv.json", "-o", "form.toml"]);
    assert_eq!(said(&output), (0, String::new()));
    let form = read(&folder, "form.toml");
    assert!(
        form.contains("from = \"cv.json\"") && form.contains("# communication: "),
        "{form}"
    );
    assert!(!form.contains("# python-core: "), "{form}");
    assert_eq!(said(&asked(&folder, &["--answers", "form.toml"])).0, 0);
}

#[test]
fn places_of_one_resume_are_not_those_of_another() {
    let answers = "format = \"gapcheck.answers/1\"\nfrom = \"one.json\"\n[[answers.cloud]]\nskill = \"aws\"\nwhere = [\"/work/0\"]\n";
    let folder = folder_with("a.toml", answers);
    for name in ["one.json", "two.json"] {
        write(&folder, name, r#"{"work": [{"position": "ML Engineer"}]}"#);
    }
    check_refused(
        &asked(&folder, &["--answers", "a.toml", "--from", "two.json"]),
        &["add to one.json, not to two.json"],
    );
    assert_eq!(
        said(&asked(&folder, &["--answers", "a.toml", "--from", "one.json"])).0,
        0
    );
}

#[test]
fn what_cannot_be_kept_is_said() {
    let folder = folder_with("a.toml", "format = \"gapcheck.answers/1\"\nrejected = [\"spark\"]\n");
    write(
        &folder,
        "cv.json",
        r#"{"work": [{"highlights": ["Used Spark daily."]}], "meta": "x"}"#,
    );
    let output = asked(
        &folder,
        &["--answers", "a.toml", "--from", "cv.json", "--save", "out.json"],
    );
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(errors.contains("its \"meta\" is no object"), "{errors}");
}
