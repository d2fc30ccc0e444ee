//! What the keys of real resumes mean: 129 different top-level keys were seen in 122 files, 94 of them once.

use super::key_words::{
    BEGINNINGS, DEGREE_KEYS, DEGREE_NAMES, EMPLOYED, EMPLOYER_KEYS, ENDS, FIELDS, LAST_WORDS, LIKELY, NAMED,
    NAMES_OF_OTHERS, NO_ENTRIES, NO_TIMES, OF_ENTRY, SECTIONS, TOP, TRADES, holds,
};
use super::skill_levels;
use crate::model::candidate::Section;
use crate::model::stated::Measure;
use crate::text::memo::{Memo, remembered};
use rustc_hash::{FxBuildHasher, FxHashMap};
use std::cell::RefCell;
use std::sync::LazyLock;

/// What stands under a key at the top of a resume.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// A section with entries or text.
    Section(Section),
    /// The block with headline, summary and contact data.
    Basics,
    /// An object that holds sections.
    Container,
    /// Contact data, layout, other people's words: not read.
    Ignored,
}

/// What a field of an entry holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FieldRole {
    /// `name`: the employer of a job, the title of a project.
    Name,
    /// Position, role, title.
    Title,
    /// What stands below a title.
    Subtitle,
    /// What sort of post or degree it was.
    Kind,
    /// Field of study.
    Area,
    /// Begin.
    Start,
    /// End.
    End,
    /// The month of a begin that is a year.
    StartMonth,
    /// The month of an end that is a year.
    EndMonth,
    /// A whole period or a single date.
    When,
    /// Names of employers, schools, venues and people; links, places, grades: never read for skills.
    Ignored,
    /// A bare list of tools.
    Tools,
    /// A thesis.
    Thesis,
    /// Anything else: running text.
    Text,
}

/// What a key means wherever it may stand.
#[derive(Clone, Copy, Debug)]
pub(super) struct Key {
    /// What it announces at the top of a resume.
    pub part: Option<Part>,
    role: FieldRole,
    role_in_education: FieldRole,
    /// Whether what a field of an entry holds is only likely, by a word of the key.
    pub guessed: bool,
    /// Whether a list under it at the top is neither work nor projects nor skills, whatever its fields: books, courses.
    pub holds_no_entries: bool,
    /// What a bare number in the field counts, where the field states a level.
    pub measure: Option<Measure>,
    /// Whether it names an entry of the skills section, holds its entries, or only decorates it.
    pub in_skills: InSkills,
    /// Whether it holds several posts with one employer.
    pub holds_posts: bool,
    /// Whether it says of how many points a level is.
    pub is_most: bool,
    /// Whether it names an employer, or a school that may be one.
    pub is_employer: bool,
    /// The section whose entries have such a field, and hardly others: an employer, a school.
    pub of_entry: Option<Section>,
}

/// What a key of the skills section is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum InSkills {
    Name,
    Items,
    Decoration,
    Other,
}

impl Key {
    /// What a field of an entry in `section` holds.
    pub fn field(&self, section: Section) -> FieldRole {
        match section {
            Section::Education => self.role_in_education,
            _ => self.role,
        }
    }

    /// Whether the field states a level.
    pub fn is_level(&self) -> bool {
        self.measure.is_some()
    }
}

thread_local! {
    /// A few dozen keys make up nearly all that resumes have.
    static KEYS: RefCell<Memo<Key>> = const { RefCell::new(Memo::new(1024)) };
}

/// What is known about a key.
pub(super) fn known(key: &str) -> Key {
    remembered(&KEYS, key, key_of)
}

fn key_of(key: &str) -> Key {
    let words = words(key);
    let joined = words.concat();
    let lower = key.to_lowercase();
    let (role, guessed) = field(&words, &joined, false);
    let of_entry = OF_ENTRY
        .iter()
        .find(|(_, keys)| holds(keys, &joined))
        .map(|(section, _)| *section);
    Key {
        guessed,
        holds_no_entries: words.last().is_some_and(|last| holds(NO_ENTRIES, last)),
        is_most: skill_levels::is_most(&joined),
        part: part_of(&words, &joined),
        role,
        role_in_education: field(&words, &joined, true).0,
        measure: skill_levels::measure(&joined),
        in_skills: in_skills(&lower),
        holds_posts: ["positions", "roles", "jobs", "posts"].contains(&lower.as_str()),
        is_employer: of_entry == Some(Section::Work) || holds(EMPLOYER_KEYS, &joined),
        of_entry,
    }
}

fn in_skills(key: &str) -> InSkills {
    match key {
        "name" | "skill" | "title" | "label" | "category" | "group" | "area" => InSkills::Name,
        "items" | "keywords" | "skills" | "list" | "categories" | "groups" => InSkills::Items,
        "icon" | "image" | "logo" | "url" | "link" | "color" | "colour" | "id" | "visible" | "hidden" | "order"
        | "iconclass" | "width" | "src" | "alt" | "img" | "logos" | "x_icon" | "weight" | "class" | "style"
        | "priority" | "sort" | "index" | "dataindex" | "skill_level" | "skilllevel" | "key" => InSkills::Decoration,
        _ => InSkills::Other,
    }
}

/// Splits a key into lower-case words: `workExperience`, `Work Experience` and `work_experience` are the same.
pub(super) fn words(key: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut before = ' ';
    for c in key.chars() {
        let hump = c.is_uppercase() && before.is_lowercase();
        if !c.is_alphanumeric() {
            before = ' ';
            continue;
        }
        if !before.is_alphanumeric() || hump || words.is_empty() {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut() {
            word.extend(c.to_lowercase());
        }
        before = c;
    }
    words
}

/// What a top-level key (or a heading of a plain-text resume) announces; `None` if it is not known.
pub(super) fn part(key: &str) -> Option<Part> {
    let words = words(key);
    part_of(&words, &words.concat())
}

/// The same of a key in words, and of them joined.
fn part_of(words: &[String], joined: &str) -> Option<Part> {
    // "Certifications and Achievements" are certificates.
    if words.iter().any(|word| word.starts_with("certif")) {
        return Some(Part::Section(Section::Certificate));
    }
    let whole = TOP_KEYS.get(joined).copied();
    let section = |word: &String| SECTION_WORDS.get(word.as_str());
    whole.or_else(|| {
        words
            .iter()
            .rev()
            .find_map(section)
            .map(|section| Part::Section(*section))
    })
}

/// What stands under each word of some lists; the first list that has a word holds.
fn by_word<T: Copy>(lists: &[(T, &'static str)]) -> FxHashMap<&'static str, T> {
    // It is made at every start, so it does not grow (a word has eight bytes), and strokes are looked for in many bytes at once.
    let bytes: usize = lists.iter().map(|(_, words)| words.len()).sum();
    let mut found = FxHashMap::with_capacity_and_hasher(bytes / 8, FxBuildHasher);
    for (meaning, words) in lists {
        let mut start = 0;
        for end in memchr::memchr_iter(b'|', words.as_bytes()).chain([words.len()]) {
            found.entry(&words[start..end]).or_insert(*meaning);
            start = end + 1;
        }
    }
    found
}

static TOP_KEYS: LazyLock<FxHashMap<&str, Part>> = LazyLock::new(|| by_word(&TOP));
static SECTION_WORDS: LazyLock<FxHashMap<&str, Section>> = LazyLock::new(|| by_word(&SECTIONS));
static FIELD_KEYS: LazyLock<FxHashMap<&str, FieldRole>> = LazyLock::new(|| by_word(&FIELDS));
static LIKELY_KEYS: LazyLock<FxHashMap<&str, FieldRole>> = LazyLock::new(|| by_word(&LIKELY));
static LAST_OF_KEY: LazyLock<FxHashMap<&str, FieldRole>> = LazyLock::new(|| by_word(&LAST_WORDS));

/// What a field of an entry holds, by its key in words, and in lower case without signs; and whether that is only likely.
fn field(words: &[String], joined: &str, is_education: bool) -> (FieldRole, bool) {
    if !is_education && holds(DEGREE_KEYS, joined) {
        return (FieldRole::Title, false);
    }
    if let Some(role) = FIELD_KEYS.get(joined) {
        return (*role, false);
    }
    if is_thesis(joined) {
        return (FieldRole::Thesis, false);
    }
    let likely = LIKELY_KEYS.get(joined).copied().unwrap_or_else(|| by_last_word(words));
    (likely, likely != FieldRole::Text)
}

/// What a longer key announces by its words: `work_time`, `projectTitle`, `job_start_date`.
fn by_last_word(words: &[String]) -> FieldRole {
    let [first, .., last] = words else {
        return FieldRole::Text;
    };
    let before = &words[words.len() - 2];
    let edge = |other| {
        if holds(BEGINNINGS, before) {
            return FieldRole::Start;
        }
        if holds(ENDS, before) { FieldRole::End } else { other }
    };
    let found = LAST_OF_KEY.get(last.as_str()).copied();
    match found.unwrap_or(FieldRole::Text) {
        FieldRole::When if words.iter().any(|word| holds(NO_TIMES, word)) => FieldRole::Text,
        FieldRole::When => edge(FieldRole::When),
        FieldRole::Text if holds("at|on", last) => edge(FieldRole::Text),
        FieldRole::Name if holds(NAMES_OF_OTHERS, first) => FieldRole::Ignored,
        FieldRole::Name if !holds(NAMED, first) => FieldRole::Text,
        role => role,
    }
}

/// Whether a text in lower case, or a key, names a thesis.
pub(super) fn is_thesis(text: &str) -> bool {
    let words = [
        "thesis",
        "dissertation",
        "masterarbeit",
        "bachelorarbeit",
        "diplomarbeit",
        "abschlussarbeit",
        "mémoire",
        "tesis",
        "tesi di",
        "dissertação",
        "trabalho de conclusão",
    ];
    words.iter().any(|word| text.contains(word))
}

/// Whether a text has a word that names a post: "Data Scientist", "Engineer II".
pub(super) fn names_post(text: &str) -> bool {
    has_word_of(TRADES, text)
}

fn has_word_of(list: &str, text: &str) -> bool {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.map(str::to_lowercase).any(|word| holds(list, &word))
}

/// Whether a text has a word that names somebody employed.
pub(super) fn names_employed(text: &str) -> bool {
    has_word_of(EMPLOYED, text)
}

/// Whether a text is a degree, with its field or without: "B.E.", "PhD in Physics", "MSc, Statistics", but no "PhD Researcher".
pub(super) fn is_degree(text: &str) -> bool {
    let text = text.trim();
    let (degree, rest) = text.split_at(text.find([' ', ',', '(']).unwrap_or(text.len()));
    let dotted = degree.bytes().filter(|b| *b != b'.');
    let count = dotted.clone().count();
    let mut letters = [0; LONGEST_DEGREE];
    for (to, from) in letters.iter_mut().zip(dotted) {
        *to = from.to_ascii_lowercase();
    }
    let is_one = count <= LONGEST_DEGREE
        && std::str::from_utf8(&letters[..count]).is_ok_and(|degree| holds(DEGREE_NAMES, degree));
    let goes_on = || {
        [",", " in ", " of ", " - ", " – ", " ("]
            .iter()
            .any(|sign| rest.starts_with(sign))
    };
    // "MA" alone may be a post, and a "Master Chef" is one.
    let is_sure = (count > 2 || degree.len() > count) && !degree.to_lowercase().starts_with("master");
    is_one && (goes_on() || is_sure && (rest.is_empty() || rest.starts_with(' '))) && !names_post(rest)
}

/// No degree has more letters.
const LONGEST_DEGREE: usize = 12;

/// Whether the section's `name` field is the title of what was done, not an organisation.
pub(super) fn name_is_title(section: Section) -> bool {
    !matches!(section, Section::Work | Section::Volunteer | Section::Education)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(key: &str, expected: Option<Part>) {
        assert_eq!(part(key), expected, "{key}");
    }

    #[test]
    fn keys_of_real_resumes_are_known() {
        check("work", Some(Part::Section(Section::Work)));
        check("Additional Experience", Some(Part::Section(Section::Work)));
        check("workExperience", Some(Part::Section(Section::Work)));
        check("自己PR", Some(Part::Section(Section::Summary)));
        check("selected publications", Some(Part::Section(Section::Publication)));
        check("Technical skills", Some(Part::Section(Section::Skills)));
        check("skills_by_category", Some(Part::Section(Section::Skills)));
        check("Honours and Awards", Some(Part::Section(Section::Award)));
        check("Profile Summary", Some(Part::Section(Section::Summary)));
        check("project highlights", Some(Part::Section(Section::Project)));
        check("$schema", Some(Part::Ignored));
        check("references", Some(Part::Ignored));
        check("personal_info", Some(Part::Basics));
        check("layers", None);
    }

    #[test]
    fn longer_keys_are_read_by_their_last_words() {
        let role = |key: &str| known(key).field(Section::Work);
        for (key, expected) in [
            ("start_at", FieldRole::Start),
            ("jobEndDate", FieldRole::End),
            ("work_time", FieldRole::When),
            ("created_at", FieldRole::Text),
            ("full_time", FieldRole::Text),
            ("last_updated_date", FieldRole::Text),
            ("projectTitle", FieldRole::Title),
            ("company_url", FieldRole::Ignored),
            ("company_name", FieldRole::Ignored),
            ("startDate", FieldRole::Start),
        ] {
            assert_eq!(role(key), expected, "{key}");
        }
    }

    #[test]
    fn degrees_are_told_from_posts() {
        for degree in ["B.E.", "MSc, Statistics", "Ph.D. in Physics", "BSc Computer Science"] {
            assert!(is_degree(degree), "{degree}");
        }
        for post in ["MA", "PhD Researcher", "Master Chef", "MS Office", "Engineer", ""] {
            assert!(!is_degree(post), "{post}");
        }
    }
}
