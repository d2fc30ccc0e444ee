//! The word that somebody probably meant.

/// Shorter words have too many neighbours for a suggestion to be worth showing.
const SHORTEST: usize = 3;

/// One slip in three letters is the most that still looks like the same word.
const LETTERS_PER_SLIP: usize = 3;

/// The word of `among` that is closest to `word`, for "did you mean".
///
/// Closeness is the optimal string alignment distance of the lower-case words (an inserted, lost, wrong or swapped letter
/// counts one); at most a third of the letters of `word` may differ, and `word` has at least three. The first of equally
/// close words wins; `None` where nothing is close.
pub fn nearest<'a>(word: &str, among: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    let length = word.chars().count();
    if length < SHORTEST {
        return None;
    }
    let most = length / LETTERS_PER_SLIP;
    among
        .into_iter()
        .filter(|other| other.chars().count().abs_diff(length) <= most)
        .map(|other| (strsim::osa_distance(&word, &other.to_lowercase()), other))
        .filter(|(distance, _)| *distance <= most)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, other)| other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(word: &str, among: &[&str], expected: Option<&str>) {
        assert_eq!(nearest(word, among.iter().copied()), expected, "{word}");
    }

    #[test]
    fn finds_the_word_that_was_meant() {
        let skills = ["python", "pytorch", "kubernetes", "sql"];
        check("pyhton", &skills, Some("python"));
        check("PyTroch", &skills, Some("pytorch"));
        check("kubernets", &skills, Some("kubernetes"));
        check("sqk", &skills, Some("sql"));
        check("python", &skills, Some("python"));
    }

    #[test]
    fn leaves_what_is_not_close() {
        check("java", &["javascript", "scala"], None);
        check("go", &["gp"], None);
        check("", &["a"], None);
        check("terraform", &[], None);
        check("sql", &["nosql"], None);
    }

    #[test]
    fn the_first_of_equals_wins() {
        check("cat", &["bat", "hat"], Some("bat"));
        check("cat", &["hat", "bat"], Some("hat"));
    }

    #[test]
    fn letters_are_counted_not_bytes() {
        check("résumé", &["resume"], Some("resume"));
        check("日本語", &["日本史"], Some("日本史"));
    }
}
