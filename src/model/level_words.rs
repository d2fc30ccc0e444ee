//! The words by which people name a level, in the languages that resumes are written in.
//!
//! English ones follow the 60 spellings of the survey of real resumes. Words stand here in plain form: lower case, Latin
//! letters without accents, parted by strokes.

use crate::model::scale::Level;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

/// Words that say a level wherever they stand beside a skill.
const FIRM: [(Level, &str); 4] = [
    (
        Level::Beginner,
        "novice|beginner|basic|basics|elementary|familiar|familiar with|fundamental knowledge|rudimentary|\
         newbie|anfanger|anfangerin|grundkenntnisse|grundlagen|debutant|debutante|principiante|iniciante|\
         basico|basica|podstawowy|poczatkujacy|入门|初级|初級|초급|начальный|базовый|начинающий",
    ),
    (
        Level::Intermediate,
        "intermediate|upper intermediate|mid-level|competent|conversant|working knowledge|intermedio|\
         intermedia|intermediaire|intermediario|intermediaria|gute kenntnisse|sredniozaawansowany|中级|中級|중급|\
         средний",
    ),
    (
        Level::Advanced,
        "advanced|strong|proficient|highly proficient|fluent|upper advanced|very experienced|fortgeschritten|\
         sehr gut|sehr gute kenntnisse|avance|avancee|avanzado|avanzada|avancado|avancada|avanzato|avanzata|\
         zaawansowany|gevorderd|продвинутый|高级|高級|上级|上級|고급|熟练|熟练掌握",
    ),
    (
        Level::Expert,
        "expert|mastery|guru|experte|expertin|experto|experta|esperto|esperta|ekspert|эксперт|精通|专家|專家|전문가|\
         エキスパート",
    ),
];

/// Words that say a level in a field for it or a list, and something else in running text: "some", "lead", "good".
const LOOSE: [(Level, &str); 4] = [
    (
        Level::Beginner,
        "minimal|minimum|familiarity|learning|still learning|currently learning|exposure|some|limited|low|\
         junior|jr|entry|entry-level|fundamental|fundamentals|foundational|notions|beginning|\
         awareness|aware|starter|introductory|apprentice|trainee|hobbyist|weak|poor|little|bases|base|basis|\
         basiskenntnisse|einsteiger|wenig|bajo|baja|nocoes|nocion|nociones|podstawy|temel|baslangıc|\
         grundlaggande|nyborjare|begynder|zacatecnik|pemula|мало|основы|низкий|початковий|了解|基础|基本|入門|初心者|基礎|\
         기초|입문|하급|مبتدئ|co ban|\
         beg|theoretical|limited working|podstawowa",
    ),
    (
        Level::Intermediate,
        "moderate|working|good|medium|mid|middle|solid|average|comfortable|decent|fair|regular|\
         adequate|practitioner|proficient user|knowledgeable|medio|moyen|moyenne|bon|bonne|\
         bonne connaissance|mittel|gut|gute|solide|befriedigend|bueno|buena|bom|boa|buono|buona|dobry|dobra|\
         sredni|goed|gemiddeld|god|orta|iyi|mirne pokrocily|menengah|хорошо|хороший|выше среднего|середній|熟悉|\
         掌握|一般|良好|中等|中级水平|보통|متوسط|trung binh|\
         interm|hands-on|above average|semi-senior|ssr|intermediate working|good working",
    ),
    (
        Level::Advanced,
        "proficiency|experienced|senior|sr|very good|very strong knowledge|excellent|mid-senior|high|\
         skilled|confident|extensive|professional|great|in-depth|thorough|well-versed|well versed|\
         seasoned|upper|independent|vertieft|vertiefte kenntnisse|\
         versiert|erfahren|sehr gute|fundiert|fundierte kenntnisse|fortgeschrittene|\
         fortgeschrittene kenntnisse|fortgeschrittener|verhandlungssicher|fließend|fliessend|confirme|\
         confirmee|courant|maitrise|tres bon|tres bonne|excellente|alto|alta|muy bueno|muy bien|dominio|\
         muito bom|fluente|ottimo|ottima|molto buono|biegly|bardzo dobry|bardzo dobra|zeer goed|uitstekend|\
         mycket god|avancerad|avanceret|pokrocily|ileri|cok iyi|mahir|уверенный|высокий|отлично|опытный|\
         просунутий|擅长|优秀|资深|熟練|능숙|우수|متقدم|nang cao|\
         adv|profesional|professionnel|professional working|full professional|zaawansowana|biegla|fluency",
    ),
    (
        Level::Expert,
        "master|specialist|expertise|very strong|native|lead|principal|ninja|wizard|world-class|\
         deep expertise|expertenkenntnisse|profi|muttersprache|especialista|specialista|uzman|ahli|\
         экспертный|мастер|专业级|최고급|خبير|\
         bilingual|experten",
    ),
];

/// What may stand around the word without changing it.
const BEFORE: &str = concat!(
    "at an |at a |at |an |a |level: |proficiency: |level |nivel |niveau |livello |poziom |уровень |very |",
    "highly |extremely |quite |fairly |pretty |mostly |rather |i am ",
);
const BEHIND: &str = concat!(
    "-level| level| knowledge| experience| user| users| skills| skill| proficiency| understanding|",
    " kenntnisse| competence| programmer| in| with| of| at|水平|水準|レベル|程度|者| 수준| уровень| пользователь| niveau| nivel|使用|运用|应用|级",
);

static BEFORE_ONE_BY_ONE: LazyLock<Vec<&str>> = LazyLock::new(|| BEFORE.split('|').collect());
static BEHIND_ONE_BY_ONE: LazyLock<Vec<&str>> = LazyLock::new(|| BEHIND.split('|').collect());

/// The form in which words are compared: lower case, compatibility signs unified, Latin letters without accents, single blanks.
pub fn plain(text: &str) -> String {
    // On its own the half would become "1⁄2", and "1½" eleven halves.
    let text = match text.trim().split_once('½') {
        Some((before, behind)) if before.ends_with(|c: char| c.is_ascii_digit()) => format!("{before}.5{behind}"),
        Some((before, behind)) => format!("{before}0.5{behind}"),
        None => text.trim().to_owned(),
    };
    let unified: String = match text.is_ascii() {
        true => text.to_ascii_lowercase(),
        false => text.nfkc().flat_map(char::to_lowercase).collect(),
    };
    let mut plain = String::with_capacity(unified.len());
    for c in unified.chars() {
        match c {
            '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' => plain.extend(std::iter::once(c).nfd().next()),
            // The dot that "İ" leaves in lower case, and accents that no letter takes.
            '\u{300}'..='\u{36F}' => {}
            c if c.is_whitespace() && plain.ends_with(' ') => {}
            c if c.is_whitespace() => plain.push(' '),
            '‑' | '‐' => plain.push('-'),
            c => plain.push(c),
        }
    }
    plain
}

/// The level that a text in plain form names, if it is a word or two for it and nothing else.
pub(super) fn level_of_words(text: &str) -> Option<Level> {
    stripped(text, &|text| {
        WORDS.get(text).map(|(level, _)| *level).or_else(|| mistyped(text))
    })
}

/// The same where the words can mean nothing else, so that they count in running text: "expert", not "lead" or "some".
pub fn firm_level(text: &str) -> Option<Level> {
    let firm = |text: &str| WORDS.get(text).filter(|(_, firm)| *firm).map(|(level, _)| *level);
    // Nothing can be taken from a single word.
    if text.bytes().all(|b| b.is_ascii_lowercase()) {
        return firm(text);
    }
    if !may_be_firm(text) {
        return None;
    }
    stripped(&plain(text), &firm)
}

/// Whether any word of a text may begin one of [`FIRM`]; it is asked of all that stands between the signs of lists.
fn may_be_firm(text: &str) -> bool {
    let mut lower = [0; LONGEST];
    let mut is_first = |word: &str| {
        let lower = lower.get_mut(..word.len())?;
        lower.copy_from_slice(word.as_bytes());
        lower.make_ascii_lowercase();
        FIRST_WORDS.contains(&*lower).then_some(())
    };
    !text.is_ascii()
        || text
            .split(|c: char| !c.is_ascii_alphanumeric())
            .any(|word| is_first(word).is_some())
}

/// No word of [`FIRM`] in ASCII is longer, in bytes.
const LONGEST: usize = 24;

/// The first words of all of [`FIRM`] in ASCII.
static FIRST_WORDS: LazyLock<FxHashSet<&[u8]>> = LazyLock::new(|| {
    let phrases = FIRM.iter().flat_map(|(_, phrases)| phrases.split('|'));
    let words = phrases
        .filter(|phrase| phrase.is_ascii())
        .filter_map(|phrase| phrase.split([' ', '-']).next());
    words.map(str::as_bytes).collect()
});

/// Tries `text`, then what is left of it without the words around it.
fn stripped(text: &str, find: &dyn Fn(&str) -> Option<Level>) -> Option<Level> {
    let mut text = text.trim_matches(|c: char| !c.is_alphanumeric());
    loop {
        if let Some(level) = find(text) {
            return Some(level);
        }
        if text.bytes().all(|b| b.is_ascii_lowercase()) {
            return None;
        }
        let shorter = BEHIND_ONE_BY_ONE.iter().find_map(|word| text.strip_suffix(word));
        let shorter = shorter.or_else(|| BEFORE_ONE_BY_ONE.iter().find_map(|word| text.strip_prefix(word)));
        text = shorter?.trim();
    }
}

/// All words, each with its level and whether it is a firm one.
static WORDS: LazyLock<FxHashMap<&str, (Level, bool)>> = LazyLock::new(|| {
    let words = |table: &'static [(Level, &'static str)], firm| {
        let of_level = move |entry: &(Level, &'static str)| {
            let level = entry.0;
            entry.1.split('|').map(move |word| (word, (level, firm)))
        };
        table.iter().flat_map(of_level).collect::<Vec<_>>()
    };
    words(&FIRM, true).into_iter().chain(words(&LOOSE, false)).collect()
});

/// All words for levels.
pub(super) fn words() -> impl Iterator<Item = &'static str> {
    FIRM.iter().chain(&LOOSE).flat_map(|(_, words)| words.split('|'))
}

/// The words that people mistype, with the slip that a resume shows: "intermidiate", "advaced".
fn mistyped(text: &str) -> Option<Level> {
    const LONG: [(&str, Level); 5] = [
        ("beginner", Level::Beginner),
        ("intermediate", Level::Intermediate),
        ("advanced", Level::Advanced),
        ("proficient", Level::Advanced),
        ("experienced", Level::Advanced),
    ];
    let near = |(word, _): &&(&str, Level)| text.starts_with(&word[..1]) && strsim::osa_distance(text, word) <= 2;
    LONG.iter()
        .filter(|_| (7..=14).contains(&text.len()))
        .find(near)
        .map(|(_, level)| *level)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_stands_once_and_in_plain_form() {
        let mut seen = std::collections::HashSet::new();
        for (_, words) in FIRM.iter().chain(&LOOSE) {
            for word in words.split('|') {
                assert!(seen.insert(word), "{word} stands twice");
                assert_eq!(plain(word), word);
            }
        }
    }

    #[test]
    fn in_running_text_only_unmistakable_words_count() {
        assert_eq!(firm_level("Expert-level"), Some(Level::Expert));
        assert_eq!(firm_level("avancé"), Some(Level::Advanced));
        for word in ["lead", "some", "learning", "good", "base", "working", ""] {
            assert_eq!(firm_level(word), None, "{word}");
        }
    }
}
