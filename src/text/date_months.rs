//! The names of months, seasons and other parts of a year, in the languages of the resumes that were seen.
//!
//! Words stand here as [`fold`] makes them: lower case and without accents.

use super::date_words::{LONGEST, fold};
use std::collections::HashMap;
use std::sync::LazyLock;

/// The names of the twelve months: the Latin scripts, then Cyrillic, Greek, Arabic and Hebrew.
///
/// Slavic names stand in all the cases that dates use. Where two languages disagree, the one with more speakers counts:
/// "listopad" is November, as in Polish and Czech, though October in Croatian.
const MONTHS: [&str; 12] = [
    "jan january januar janner janv janvier ene enero janeiro gen gennaio gener januari januara ianuarie ocak \
     styczen stycznia styczniu sty leden ledna lednu sijecanj sijecnja tammikuu tammikuuta \
     январь января январе янв січень січень січня січні януари јануар ιανουαριοσ ιανουαριου ιαν يناير ינואר",
    "feb february febuary februar feber fev fevr fevrier febrero fevereiro febbraio febrer februari februara febr \
     februarie subat luty lutego lutym lut unor unora unoru veljaca veljace helmikuu helmikuuta \
     февраль февраля феврале фев февр лютии лютого лютому февруари фебруар φεβρουαριοσ φεβρουαριου φεβ فبراير פברואר",
    "mar march marz mars marzo marco marc marts maart mrt mrz marta mart marcius martie maret marzec marca marcu marec \
     brezen brezna breznu ozujak ozujka maaliskuu maaliskuuta \
     март марта марте мар березень березня березні μαρτιοσ μαρτιου μαρ مارس מרץ מרס",
    "apr april avr avril abr abril aprile aprila aprilis aprilie nisan kwiecien kwietnia kwietniu kwi duben dubna dubnu \
     travanj travnja huhtikuu huhtikuuta \
     апрель апреля апреле апр квітень квітня квітні април απριλιοσ απριλιου απρ أبريل ابريل אפריל",
    "may mai mayo maio mag maggio maig mei maj maja maju majus mayis kveten kvetna kvetnu svibanj svibnja \
     toukokuu toukokuuta маи мая мае травень травня травні мај μαιοσ μαιου مايو מאי",
    "jun june juni juin junio junho giu giugno juny juna junij junius iunie haziran czerwiec czerwca czerwcu cze \
     cerven cervna cervnu lipanj lipnja kesakuu kesakuuta \
     июнь июня июне июн червень червня червні юни јун ιουνιοσ ιουνιου ιουν يونيو יוני",
    "jul july juli juil juillet julio julho lug luglio juliol jula julij julius iulie temmuz lipiec lipca lipcu lip \
     cervenec cervence cervenci srpanj srpnja heinakuu heinakuuta \
     июль июля июле июл липень липня липні юли јул ιουλιοσ ιουλιου ιουλ يوليو יולי",
    "aug august aout ago agosto agost augustus augusti augusta augusztus avgust avgusta agustus agu agustos \
     sierpien sierpnia sierpniu sie srpen srpna srpnu kolovoz kolovoza elokuu elokuuta \
     август августа августе авг серпень серпня серпні αυγουστοσ αυγουστου αυγ أغسطس اغسطس אוגוסט",
    "sep sept september septembre septiembre setiembre set setembro settembre setembre septembra septembar septembrie \
     szeptember szept eylul wrzesien wrzesnia wrzesniu wrz zari rujan rujna syyskuu syyskuuta \
     сентябрь сентября сентябре сен сент вересень вересня вересні септември септембар \
     σεπτεμβριοσ σεπτεμβριου σεπ سبتمبر ספטמבר",
    "oct october okt oktober octobre octubre out outubro ott ottobre oktobra oktobar octombrie ekim pazdziernik \
     pazdziernika pazdzierniku paz rijen rijna rijnu lokakuu lokakuuta \
     октябрь октября октябре окт жовтень жовтня жовтні октомври октобар οκτωβριοσ οκτωβριου οκτ أكتوبر اكتوبر אוקטובר",
    "nov november novembre noviembre novembro novembra novembar noiembrie kasim listopad listopada listopadzie listopadu \
     lis studeni studenog studenoga marraskuu marraskuuta \
     ноябрь ноября ноябре ноя нояб листопад листопада листопаді ноември новембар νοεμβριοσ νοεμβριου νοε نوفمبر נובמבר",
    "dec december dez dezember decembre dic diciembre dezembro dicembre desembre desember des decembra decembar \
     decembrie aralik grudzien grudnia grudniu gru prosinec prosince prosinci prosinac prosinca joulukuu joulukuuta \
     декабрь декабря декабре дек грудень грудня грудні декември децембар δεκεμβριοσ δεκεμβριου δεκ ديسمبر דצמבר",
];

/// The seasons and German semesters, each with its first and last month; beyond 12 the months of the next year.
/// Italian "estate" is left out: real estate.
const SEASONS: [(&str, Months); 6] = [
    (
        "spring fruhling fruhjahr printemps primavera voorjaar lente vår varen forår wiosna wiosny jaro kevat tavasz \
         ilkbahar весна веснои весны весни",
        Months(3, 5),
    ),
    (
        "summer sommer ete verano verao zomer sommar sommaren lato lata leto kesa nyar yaz лето летом лета літо літа",
        Months(6, 8),
    ),
    (
        "fall autumn herbst automne otono outono autunno herfst host hosten efterår jesien jesieni podzim syksy osz \
         sonbahar осень осенью осени осінь осені",
        Months(9, 11),
    ),
    (
        "winter hiver invierno inverno vinter vintern zima zimy zimowy talvi зима зимои зимы зими",
        Months(12, 14),
    ),
    ("sommersemester sose ss", Months(4, 9)),
    ("wintersemester wise ws", Months(10, 15)),
];

/// Words before a year that mean a third of it. As a start a third counts from its middle month, because "early 2020" is
/// as likely January as April; as an end to its last, as every part of a year does.
const THIRDS: [(&str, Months); 3] = [
    (
        "early beginning start begin anfang beginn debut principio principios inicio inicios comienzo comienzos inizio \
         inizi comeco poczatek poczatku zacatek borjan начало начале начала початок",
        Months(2, 4),
    ),
    (
        "mid middle mitte mi mediado mediados meado meados meta medio midden mitten polowa polowie середина середине",
        Months(6, 8),
    ),
    (
        "late end ende fin final finales fines fine fim eind slutet koniec koncu konec конец конце конца кінець",
        Months(10, 12),
    ),
];

/// Words with a number that mean so many months: Q4, 1. Halbjahr.
const PARTS: [(&str, i16); 2] = [
    ("q qtr quarter quartal trimestre kwartaal kwartal kvartal квартал кв", 3),
    ("h half halbjahr hj полугодие півріччя", 6),
];

/// Ordinals before a part of a year: the first quarter of 2020.
const ORDINALS: [&str; 4] = ["first", "second", "third", "fourth"];

/// The first and the last of the months that a name stands for, 1 to 12, and on for the year after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Months(pub i16, pub i16);

/// The month or season that a word names.
pub(super) fn month_or_season(word: &str) -> Option<Months> {
    static NAMES: Names<Months> = LazyLock::new(|| {
        let months = (1..).zip(MONTHS).map(|(month, names)| (names, Months(month, month)));
        by_name(months.chain(SEASONS))
    });
    named(word, &NAMES)
}

/// The months of a third of a year, from its middle, that a word names.
pub(super) fn third(word: &str) -> Option<Months> {
    static NAMES: Names<Months> = LazyLock::new(|| by_name(THIRDS));
    named(word, &NAMES)
}

/// The months of such a part of a year, the first part being 1.
pub(super) fn part(word: &str, number: i16) -> Option<Months> {
    static NAMES: Names<i16> = LazyLock::new(|| by_name(PARTS));
    let length = named(word, &NAMES)?;
    let last = number.checked_mul(length)?;
    (1..=12).contains(&last).then_some(Months(last - length + 1, last))
}

/// 1 for "first".
pub(super) fn ordinal(word: &str) -> Option<i16> {
    (1..)
        .zip(ORDINALS)
        .find_map(|(number, name)| word.eq_ignore_ascii_case(name).then_some(number))
}

/// Maps, because every other word of a text is looked for.
type Names<T> = LazyLock<HashMap<&'static str, T>>;

fn by_name<T: Copy>(table: impl IntoIterator<Item = (&'static str, T)>) -> HashMap<&'static str, T> {
    let rows = table.into_iter();
    rows.flat_map(|(names, meaning)| names.split_ascii_whitespace().map(move |name| (name, meaning)))
        .collect()
}

fn named<T: Copy>(word: &str, names: &Names<T>) -> Option<T> {
    (word.len() <= LONGEST).then(|| names.get(fold(word).as_str()).copied())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_folded_and_name_one_thing_each() {
        let seasons = SEASONS.iter().chain(&THIRDS).map(|(names, _)| *names);
        let parts = PARTS.iter().map(|(names, _)| *names);
        let mut seen = HashMap::new();
        for (row, names) in MONTHS.into_iter().chain(seasons).chain(parts).enumerate() {
            for name in names.split_ascii_whitespace() {
                assert_eq!(fold(name), name);
                assert!(name.len() <= LONGEST, "{name}");
                assert_eq!(*seen.entry(name).or_insert(row), row, "{name}");
            }
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
            ("października", Some(10)),
            ("července", Some(7)),
            ("червня", Some(6)),
            ("Şubat", Some(2)),
            ("KASIM", Some(11)),
            ("Ιανουάριος", Some(1)),
            ("ΜΑΪΟΣ", Some(5)),
            ("أكتوبر", Some(10)),
            ("ינואר", Some(1)),
            ("marketing", None),
            ("mayor", None),
        ];
        for (word, expected) in table {
            assert_eq!(month_or_season(word).map(|months| months.0), expected, "{word}");
        }
    }

    #[test]
    fn parts_of_a_year() {
        assert_eq!(month_or_season("Осень"), Some(Months(9, 11)));
        assert_eq!(month_or_season("estate"), None);
        assert_eq!(third("Anfang"), Some(Months(2, 4)));
        assert_eq!(part("Q", 4), Some(Months(10, 12)));
        assert_eq!(part("half", 2), Some(Months(7, 12)));
        for (word, number) in [("q", 5), ("h", 3), ("q", 0), ("q", i16::MAX), ("w", 1)] {
            assert_eq!(part(word, number), None, "{word}{number}");
        }
    }
}
