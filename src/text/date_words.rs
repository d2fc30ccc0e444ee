//! The small words of dates in the languages of the resumes that were seen: between two dates, before and beside one.
//!
//! Words stand here as [`fold`] makes them: lower case and without accents.

use unicode_normalization::UnicodeNormalization;

/// Words between the two dates of a range.
const RANGE: &str = "to until till til through thru bis a al au ao hasta ate fino tot do az pana sampai hingga kadar asti \
                     до по εωσ μεχρι إلى الى حتى עד 至 到";

/// Words before a date that begins something.
const SINCE: &str = "since from starting seit ab von desde depuis partir de du dal da sinds vanaf sedan siden fra från od \
                     с со от від з απο";

/// Words that may stand before a date and say nothing: in 2020, class of 2020, a principios de 2020.
const LEADING: &str = "in im on the of en em am a au la el le les class batch academic school fiscal financial year fy ay \
                       nam anno в у во w we v na начиная";

/// Words beside a date that do not change it.
const IDLE: &str = "expected expect anticipated exp est estimated graduating graduation graduated completed completion \
                    voraussichtlich prevu previsto ожидается c ca cca circa cirka approx \
                    approximately about around roughly um etwa vers environ okolo noin около примерно приблизно thang r \
                    fy semester term";

/// Words that end a year or a day: 2025 г., 2020年度, 1st.
const YEAR_MARKS: &str = "年 년 г год года году гг р рік року roku";
const MONTH_MARKS: &str = "月 월";
const DAY_MARKS: &str = "日 号 號 일";
const ORDINALS: &str = "st nd rd th er º";

/// Words between day, month and year.
const OF: &str = "of de del di do";

/// Words between a part of a year and the year: Anfang des Jahres 2020, в начале 2020.
const OF_THE_YEAR: &str = "of the year de del di do des jahres dell'anno l'annee d'annee annee ano anno roku";

/// Words between the members of a list.
const AND: &str = "and und et y e и";

/// Units of a length of time, as in "2 yrs 3 mos".
const UNITS: &str = "y yr yrs year years m mo mos mon month months w wk wks week weeks d day days \
                     jahr jahre monat monate an ans mois ano anos mes meses anno anni mese mesi лет год года мес";

/// The longest word of the tables, in bytes; what is longer need not be compared.
pub(super) const LONGEST: usize = 32;

/// A kind of word that dates are made with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Range,
    Since,
    Leading,
    Idle,
    YearMark,
    MonthMark,
    DayMark,
    Ordinal,
    Of,
    OfTheYear,
    And,
    Unit,
}

/// Whether a word plays a role.
pub(super) fn is(word: &str, role: Role) -> bool {
    let words = match role {
        Role::Range => RANGE,
        Role::Since => SINCE,
        Role::Leading => LEADING,
        Role::Idle => IDLE,
        Role::YearMark => YEAR_MARKS,
        Role::MonthMark => MONTH_MARKS,
        Role::DayMark => DAY_MARKS,
        Role::Ordinal => ORDINALS,
        Role::Of => OF,
        Role::OfTheYear => OF_THE_YEAR,
        Role::And => AND,
        Role::Unit => UNITS,
    };
    word.len() <= LONGEST && contains(words, &fold(word))
}

/// Whether a word is one of a list.
pub(super) fn contains(words: &str, word: &str) -> bool {
    words.split_ascii_whitespace().any(|other| other == word)
}

/// Lower case, without accents, one kind of apostrophe: one spelling for composed and decomposed letters.
///
/// Only å keeps its ring, because Norwegian "nå" (now) is not "NA".
pub(super) fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(word.len());
    for letter in word.chars().flat_map(char::to_lowercase).nfd() {
        match letter {
            '\u{30A}' if folded.ends_with('a') => folded.push(letter),
            // Accents, and the vowel signs of Arabic.
            '\u{300}'..='\u{36F}' | '\u{64B}'..='\u{652}' => {}
            'ł' => folded.push('l'),
            'đ' => folded.push('d'),
            'ı' => folded.push('i'),
            'ς' => folded.push('σ'),
            '’' => folded.push('\''),
            _ => folded.push(letter),
        }
    }
    folded.nfc().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_folded() {
        for list in [RANGE, SINCE, LEADING, IDLE, OF, OF_THE_YEAR, AND, UNITS] {
            assert_eq!(fold(list), list);
            assert!(list.split_ascii_whitespace().all(|word| word.len() <= LONGEST));
        }
    }

    #[test]
    fn one_spelling_for_every_way_to_write_a_word() {
        for (word, expected) in [
            ("Aujourd’hui", "aujourd'hui"),
            ("fe\u{301}vrier", "fevrier"),
            ("PAŹDZIERNIK", "pazdziernik"),
            ("İstanbul", "istanbul"),
            ("hiện", "hien"),
            ("ΣΉΜΕΡΑΣ", "σημερασ"),
            ("a\u{30A}r", "år"),
            ("현재", "현재"),
        ] {
            assert_eq!(fold(word), expected, "{word}");
        }
    }
}
