//! What the README shows is what the program prints.

use crate::cli::{folder_with, gapcheck};

const README: &str = include_str!("../../README.md");

#[test]
fn the_shown_screen_is_real() {
    let shown = README
        .split("```text\n")
        .nth(1)
        .and_then(|rest| rest.split("\n```").next())
        .expect("a text block");
    let folder = folder_with("senior.json", include_str!("../../examples/senior.json"));
    let output = gapcheck(&folder, &["assess", "senior.json", "--as-of", "2026-11-22", "-q"])
        .output()
        .expect("the program runs");
    let printed = String::from_utf8(output.stdout)
        .expect("UTF-8")
        .replacen("senior.json", "examples/senior.json", 1);
    // The name of the file is shorter here, so the lines may break elsewhere; the words are the same.
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(
        words(&printed),
        words(shown),
        "run the README's first command with -q --width 90 and paste what it prints"
    );
}
