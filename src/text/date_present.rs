//! The words that stand for the end of something that goes on, language by language.
//!
//! Words stand here as [`fold`] makes them: lower case and without accents.

use super::date_words::{LONGEST, contains, fold};
use std::collections::HashMap;
use std::sync::LazyLock;

/// The phrases, commas between. Norwegian "nå" keeps its ring, because "NA" is not available.
const PHRASES: [&str; 30] = [
    "present, the present, to present, present day, the present day, present time, pres, now, to now, till now, until now, \
     up to now, right now, today, till today, till date, to date, this date, current, currently, current position, \
     current role, current job, i currently work here, working, currently working, currently employed, ongoing, on going, continuing, continuous, \
     in progress, still working, still employed, onwards, onward",
    "heute, bis heute, aktuell, jetzt, laufend, lfd, bis dato, dato, derzeit, gegenwart, andauernd, fortlaufend",
    "present, aujourd'hui, a aujourd'hui, a ce jour, ce jour, en cours, actuel, actuellement, maintenant, en poste",
    "actualidad, la actualidad, a la actualidad, en la actualidad, presente, al presente, el presente, actual, actualmente, la fecha, hoy, \
     hoy en dia, el momento, ahora, en curso, vigente",
    "o presente, atual, atualmente, atualidade, a atualidade, o momento, hoje, os dias atuais, dias atuais, agora, \
     em andamento, em curso, actualidade",
    "oggi, ad oggi, in corso, attuale, attualmente, adesso",
    "avui, actualitat, l'actualitat",
    "heden, het heden, nu, huidig, huidige, vandaag, lopend, op heden",
    "nu, nuvarande, pågående, pagaende, i dag, idag, tills vidare, nå, nåværende, navaerende, naværende, dags dato, \
     nuværende, nutid, igangværende, løbende",
    "nykyinen, nykyhetki, nykyaan, tanaan, nykypaiva",
    "obecnie, w toku, obecny, obecna, teraz, dzis, dzisiaj, nadal, chwili obecnej, dnia dzisiejszego, w trakcie",
    "soucasnost, soucasnosti, soucasne, soucasne doby, dosud, doposud, dodnes, dnes, nyni, sucasnost, sucasnosti, doteraz",
    "danas, sada, trenutno, trenutacno, sadasnjost, sedaj, danes, jos traje",
    "jelenleg, jelen, jelenlegi, napjainkig, maig, ma, folyamatban, a mai napig",
    "prezent, in prezent, acum, in curs",
    "halen, gunumuz, gunumuze kadar, devam ediyor, halen devam ediyor, devam etmekte, devam, su an, simdi, bugun, guncel",
    "настоящее время, наст время, наст вр, н вр, сегодняшнего дня, сегодняшнии день, сеичас, нв, н в, настоящии момент, сегодня, теперь, текущее время, сеи день, \
     продолжается, работаю",
    "зараз, сьогодні, теперішніи час, дании час, донині, дотепер, цеи час, нині",
    "сега, момента, днес, настоящия момент",
    "σημερα, παρον, το παρον, τωρα",
    "sekarang, saat ini, kini, masa kini, hingga kini",
    "hien tai, hien nay, nay, den nay, toi nay, den hien tai, bay gio",
    "حتى الآن, حتى الان, الآن, الان, الى الآن, حاليا, الحاضر, الوقت الحاضر, اليوم",
    "היום, כיום, עכשיו, כעת, ההווה, הווה",
    "اکنون, تاکنون, حال حاضر",
    "वर्तमान, अब तक, अभी",
    "ปัจจุบัน",
    "至今, 进行中, 进行, 迄今, 现在, 至现在, 目前, 今, 如今, 在职, 在職, 仍在职, 至目前",
    "現在, 現在に至る, 現在まで, 至現在, 現職, 在職中, 継続中",
    "현재, 현재까지, 재직중, 재직 중, 현재 재직중, 현재 재직 중, 지금, 지금까지, 진행중, 진행 중",
];

/// Short words that also begin names ("Nu Skin", "Nay Pyi Taw"): in a free text they count where no word follows.
const ALONE: &str = "nu nå nay ma kini jelen sada danas devam halen heden dnes teraz";

/// How many of these words, the next ones of a text, stand for the present; 0 where they do not.
pub(super) fn present(words: &[&str]) -> usize {
    static BY_FIRST: LazyLock<HashMap<&str, Vec<Vec<&str>>>> = LazyLock::new(|| {
        let mut by_first: HashMap<&str, Vec<Vec<&str>>> = HashMap::new();
        for phrase in PHRASES.iter().flat_map(|phrases| phrases.split(", ")) {
            let words: Vec<&str> = phrase.split_ascii_whitespace().collect();
            by_first.entry(words[0]).or_default().push(words);
        }
        by_first
    });
    let is = |word: &str, wanted: &str| word.len() <= LONGEST && fold(word) == wanted;
    let begins = words.first().filter(|word| word.len() <= LONGEST);
    let phrases = begins.and_then(|word| BY_FIRST.get(fold(word).as_str()));
    let fits = |phrase: &&Vec<&str>| {
        phrase.len() <= words.len() && words.iter().zip(phrase.iter()).all(|(word, wanted)| is(word, wanted))
    };
    let lengths = phrases.into_iter().flatten().filter(fits).map(Vec::len);
    // In running text "prevent" begins what was done.
    let is_mistyped = || words.len() == 1 && begins.is_some_and(|word| is_nearly_present(&fold(word)));
    lengths.max().unwrap_or_else(|| usize::from(is_mistyped()))
}

/// "Curremt", "presnet".
fn is_nearly_present(word: &str) -> bool {
    (6..=8).contains(&word.len())
        && !["prevent", "presents", "currents"].contains(&word)
        && word.is_ascii()
        && ["present", "current"]
            .iter()
            .any(|right| strsim::osa_distance(word, right) == 1)
}

/// Whether a word for the present says so only where no word follows.
pub(super) fn stands_alone(word: &str) -> bool {
    word.len() <= LONGEST && contains(ALONE, &fold(word))
}

/// The most words that a phrase has.
pub(super) const LONGEST_PHRASE: usize = 4;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_phrases_are_folded_and_short() {
        for phrase in PHRASES.iter().flat_map(|phrases| phrases.split(", ")) {
            assert_eq!(fold(phrase), phrase);
            let words: Vec<&str> = phrase.split(' ').collect();
            assert!(words.len() <= LONGEST_PHRASE && words.iter().all(|word| word.len() <= LONGEST));
            assert_eq!(present(&words), words.len(), "{phrase}");
        }
    }

    #[test]
    fn words_for_the_present() {
        let table: [(&[&str], usize); 9] = [
            (&["Present"], 1),
            (&["till", "date", "here"], 2),
            (&["Aujourd’hui"], 1),
            (&["наст", "время"], 2),
            (&["Nå"], 1),
            (&["a\u{30A}", "NA"], 0),
            (&["NA"], 0),
            (&["presently"], 0),
            (&[], 0),
        ];
        for (words, expected) in table {
            assert_eq!(present(words), expected, "{words:?}");
        }
    }
}
