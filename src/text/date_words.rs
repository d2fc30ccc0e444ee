//! The words of dates in the languages of the resumes that were seen: months, seasons, the present, range words.
//!
//! Words stand here as [`fold`] makes them: lower case and without accents.

use std::collections::HashMap;
use std::sync::LazyLock;

/// The names of the twelve months. English, German, French, Spanish, Portuguese, Italian, Russian.
const MONTHS: [&str; 12] = [
    "jan january januar janner janv janvier ene enero janeiro gen gennaio январь января янв",
    "feb february februar feber fev fevr fevrier febrero fevereiro febbraio февраль февраля фев февр",
    "mar march marz mars marzo marco март марта мар",
    "apr april avr avril abr abril aprile апрель апреля апр",
    "may mai mayo maio mag maggio маи мая",
    "jun june juni juin junio junho giu giugno июнь июня июн",
    "jul july juli juil juillet julio julho lug luglio июль июля июл",
    "aug august aout ago agosto август августа авг",
    "sep sept september septembre septiembre setiembre set setembro settembre сентябрь сентября сен сент",
    "oct october okt oktober octobre octubre out outubro ott ottobre октябрь октября окт",
    "nov november novembre noviembre novembro ноябрь ноября ноя нояб",
    "dec december dez dezember decembre dic diciembre dezembro dicembre декабрь декабря дек",
];

/// The seasons, each with the month that it begins in. Italian "estate" is left out: real estate.
const SEASONS: [(&str, i8); 4] = [
    ("spring fruhling fruhjahr printemps primavera весна веснои весны", 3),
    ("summer sommer ete verano verao лето летом лета", 6),
    ("fall autumn herbst automne otono outono autunno осень осенью осени", 9),
    ("winter hiver invierno inverno зима зимои зимы", 12),
];

/// What stands for the end of something that goes on.
const PRESENT: [&str; 71] = [
    "present",
    "the present",
    "to present",
    "now",
    "to now",
    "till now",
    "until now",
    "up to now",
    "right now",
    "today",
    "current",
    "currently",
    "ongoing",
    "on going",
    "continuing",
    "in progress",
    "pres",
    "till date",
    "to date",
    "till today",
    "heute",
    "bis heute",
    "aktuell",
    "jetzt",
    "laufend",
    "present day",
    "the present day",
    "aujourd'hui",
    "a aujourd'hui",
    "a ce jour",
    "ce jour",
    "en cours",
    "actuel",
    "actuellement",
    "maintenant",
    "actualidad",
    "la actualidad",
    "a la actualidad",
    "presente",
    "al presente",
    "o presente",
    "actual",
    "actualmente",
    "la fecha",
    "hoy",
    "en curso",
    "atual",
    "atualmente",
    "atualidade",
    "o momento",
    "hoje",
    "oggi",
    "ad oggi",
    "in corso",
    "attuale",
    "attualmente",
    "至今",
    "迄今",
    "现在",
    "現在",
    "至现在",
    "目前",
    "今",
    "현재",
    "재직중",
    "재직 중",
    "настоящее время",
    "наст время",
    "сеичас",
    "нв",
    "н в",
];

/// Words between the two dates of a range.
const RANGE: &str = "to until till til through thru bis a al au ao hasta ate fino tot до по 至 到";

/// Words before a date that begins something.
const SINCE: &str = "since from seit ab von desde depuis de du dal da с со от";

/// Words beside a date that do not change it.
const IDLE: &str = "expected expect anticipated exp est estimated graduating graduation graduated completed completion \
                    voraussichtlich prevu previsto ожидается";

/// Words that end a year or a day: 2025 г., 2020年度, 1st.
const YEAR_MARKS: &str = "年 년 г год года году";
const MONTH_MARKS: &str = "月 월";
const DAY_MARKS: &str = "日 号 號 일";
const ORDINALS: &str = "st nd rd th er º";

/// Words between day, month and year.
const OF: &str = "of de del di do";

/// Words between the members of a list.
const AND: &str = "and und et y e и";

/// Units of a length of time, as in "2 yrs 3 mos".
const UNITS: &str = "y yr yrs year years m mo mos mon month months w wk wks week weeks d day days \
                     jahr jahre monat monate an ans mois ano anos mes meses anno anni mese mesi лет год года мес";

/// The longest word of the tables, in bytes; what is longer need not be compared.
const LONGEST: usize = 32;

/// A kind of word that dates are made with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Range,
    Since,
    Idle,
    YearMark,
    MonthMark,
    DayMark,
    Ordinal,
    Of,
    And,
    Unit,
}

/// Whether a word plays a role.
pub(super) fn is(word: &str, role: Role) -> bool {
    let words = match role {
        Role::Range => RANGE,
        Role::Since => SINCE,
        Role::Idle => IDLE,
        Role::YearMark => YEAR_MARKS,
        Role::MonthMark => MONTH_MARKS,
        Role::DayMark => DAY_MARKS,
        Role::Ordinal => ORDINALS,
        Role::Of => OF,
        Role::And => AND,
        Role::Unit => UNITS,
    };
    word.len() <= LONGEST && contains(words, &fold(word))
}

/// The month, 1 to 12, that a word names.
pub(super) fn month(word: &str) -> Option<i8> {
    // A map, because this is asked of every other word of a text.
    static NAMES: LazyLock<HashMap<&str, i8>> = LazyLock::new(|| {
        let months = (1..).zip(MONTHS);
        let names = months.flat_map(|(month, names)| names.split(' ').map(move |name| (name, month)));
        names.collect()
    });
    (word.len() <= LONGEST).then(|| NAMES.get(fold(word).as_str()).copied())?
}

/// The month, 1 to 12, that a season is counted from.
pub(super) fn season(word: &str) -> Option<i8> {
    if word.len() > LONGEST {
        return None;
    }
    let word = fold(word);
    let season = SEASONS.iter().find(|(names, _)| contains(names, &word));
    season.map(|(_, month)| *month)
}

/// How many of these words, the next ones of a text, stand for the present; 0 where they do not.
pub(super) fn present(words: &[&str]) -> usize {
    let folded: Vec<String> = words.iter().map(|word| fold(word)).collect();
    let length = |phrase: &&str| {
        let mut count = 0;
        let all = phrase.split(' ').all(|word| {
            count += 1;
            folded.get(count - 1).is_some_and(|other| other == word)
        });
        if all { count } else { 0 }
    };
    PRESENT.iter().map(length).max().unwrap_or(0)
}

fn contains(words: &str, word: &str) -> bool {
    words.split_ascii_whitespace().any(|other| other == word)
}

/// Lower case, without accents, one kind of apostrophe: one spelling for composed and decomposed letters.
fn fold(word: &str) -> String {
    let base = |letter: char| match letter {
        '\u{300}'..='\u{36F}' => None,
        'à'..='å' => Some('a'),
        'ç' => Some('c'),
        'è'..='ë' => Some('e'),
        'ì'..='ï' => Some('i'),
        'ñ' => Some('n'),
        'ò'..='ö' => Some('o'),
        'ù'..='ü' => Some('u'),
        'ё' => Some('е'),
        'й' => Some('и'),
        '’' => Some('\''),
        _ => Some(letter),
    };
    word.chars().flat_map(char::to_lowercase).filter_map(base).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_folded() {
        let tables = MONTHS
            .iter()
            .chain(SEASONS.iter().map(|(names, _)| names))
            .chain(&PRESENT);
        for text in tables.chain([&RANGE, &SINCE, &IDLE, &OF, &AND, &UNITS]) {
            assert_eq!(&fold(text), text);
            assert!(text.split(' ').all(|word| word.len() <= LONGEST));
        }
    }

    #[test]
    fn months_in_their_languages() {
        let table = [
            ("Sept", Some(9)),
            ("FÉVRIER", Some(2)),
            ("fe\u{301}vrier", Some(2)),
            ("März", Some(3)),
            ("março", Some(3)),
            ("май", Some(5)),
            ("Août", Some(8)),
            ("Ottobre", Some(10)),
            ("dez", Some(12)),
            ("marketing", None),
            ("mayor", None),
        ];
        for (word, expected) in table {
            assert_eq!(month(word), expected, "{word}");
        }
        assert_eq!(season("Осень"), Some(9));
        assert_eq!(season("estate"), None);
    }

    #[test]
    fn words_for_the_present() {
        let table: [(&[&str], usize); 6] = [
            (&["Present"], 1),
            (&["till", "date", "here"], 2),
            (&["Aujourd’hui"], 1),
            (&["наст", "время"], 2),
            (&["presently"], 0),
            (&[], 0),
        ];
        for (words, expected) in table {
            assert_eq!(present(words), expected, "{words:?}");
        }
    }
}
