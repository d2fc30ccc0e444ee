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

#[test]
fn the_shown_card_and_badge_are_real() {
    let folder = folder_with("senior.json", include_str!("../../examples/senior.json"));
    for (format, committed) in [
        ("svg", include_str!("../../docs/pictures/card.svg")),
        ("svg-badge", include_str!("../../docs/pictures/badge.svg")),
    ] {
        let output = gapcheck(
            &folder,
            &["assess", "senior.json", "--as-of", "2026-11-22", "--format", format],
        )
        .output()
        .expect("the program runs");
        let written = String::from_utf8(output.stdout).expect("UTF-8");
        assert!(
            written == committed,
            "run docs/pictures/make.sh, then commit the pictures"
        );
    }
    assert!(README.contains("docs/pictures/card.svg") && README.contains("docs/pictures/page.png"));
}
