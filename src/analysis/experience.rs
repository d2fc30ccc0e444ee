//! Years: which entries are machine-learning or data work, which are software work, which are doctoral research.

use super::spans::{self, EntrySpans, Span};
use super::tables::Tables;
use super::titles::{Title, Titles};
use crate::model::assessment::CountsAs;
use crate::model::candidate::{Candidate, Entry, Form, Section};
use crate::model::index_set::IndexSet;
use crate::model::profile::{Profile, Scoring};
use crate::model::reading::{Mention, Reading, Rule};
use crate::model::skill::SkillId;
use std::fmt;

/// A research or student post belongs to the field if its text names one of the field's methods.
const FIELD_SKILLS_OF_RESEARCH: usize = 1;
/// Another post does if its text names so many different ones: one may be a side remark.
const FIELD_SKILLS_OF_OTHERS: usize = 2;
/// A post without a telling title is software work if its text names so many tools or languages.
const TOOLS_OF_SOFTWARE: usize = 2;

/// What an entry counts as, and why.
#[derive(Clone, Debug)]
pub struct Classified<'p> {
    /// Index of the entry.
    pub entry: usize,
    /// What its time counts as.
    pub counts_as: CountsAs,
    /// Why; shown in a few words.
    pub why: Why<'p>,
}

/// Why an entry counts as what it does.
#[derive(Clone, Copy, Debug)]
pub enum Why<'p> {
    /// A phrase in its title says so.
    Title(&'p str),
    /// It names so many skills of the field.
    Field(usize),
    /// It names so many skills of data work.
    Data(usize),
    /// It names so many tools of software work.
    Tools(usize),
    /// It is a doctorate that names the field.
    Doctorate,
    /// Nothing shows anything.
    Nothing,
}

impl fmt::Display for Why<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Why::Title(word) => write!(f, "\"{word}\" in the title"),
            Why::Field(count) => write!(f, "its text names {count} of the field's methods and tools"),
            Why::Data(count) => write!(f, "its text names {count} methods and tools of data work"),
            Why::Tools(count) => write!(f, "its text names {count} languages and tools of software work"),
            Why::Doctorate => f.write_str("a doctorate in machine learning, by its field or text"),
            Why::Nothing => f.write_str("neither title nor text shows machine-learning, data or software work"),
        }
    }
}

/// Sums of years of 365.25 days; `None` where no work can be dated.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sums {
    /// In machine-learning or data roles.
    pub relevant: Option<f64>,
    /// In any work.
    pub total: Option<f64>,
    /// For the ladder.
    pub ladder: Option<f64>,
    /// What adjacent work adds to the ladder years.
    pub from_adjacent: f64,
    /// What doctoral research adds to the ladder years.
    pub from_doctoral: f64,
}

/// Classifies every work entry, and every doctorate in the field.
pub fn classify<'p>(
    candidate: &Candidate<'_>,
    reading: &Reading,
    (profile, tables): (&'p Profile, &Tables),
    titles: &mut Titles<'p>,
) -> Vec<Classified<'p>> {
    let roles = &profile.language.roles;
    let told = told(candidate, reading, tables);
    let mut classified = Vec::new();
    for (index, entry) in candidate.entries.iter().enumerate() {
        let named = told[told.partition_point(|(of, _)| *of < index)..]
            .iter()
            .take_while(|(of, _)| *of == index)
            .map(|(_, skill)| *skill);
        let field = named.clone().filter(|skill| tables.is_in_field(*skill)).count();
        let data = named.clone().filter(|skill| tables.is_data(*skill)).count();
        let (counts_as, why) = match entry.section {
            Section::Work => {
                let tools = named.filter(|skill| tables.is_tool(*skill)).count();
                work(titles.of(&entry.title, roles), (field, data), tools)
            }
            Section::Education => {
                let title = titles.of(&format!("{} {}", entry.kind, entry.title), roles);
                if !title.doctoral || field == 0 && !title.field {
                    continue;
                }
                (CountsAs::Doctoral, Why::Doctorate)
            }
            _ => continue,
        };
        classified.push(Classified {
            entry: index,
            counts_as,
            why,
        });
    }
    classified
}

/// The entries of trades that speak of what others can: who looks for people with Python need not know it.
pub fn about_others<'p>(candidate: &Candidate<'_>, profile: &'p Profile, titles: &mut Titles<'p>) -> IndexSet {
    let mut entries = IndexSet::default();
    for (index, entry) in candidate.entries.iter().enumerate() {
        if entry.section == Section::Work && titles.of(&entry.title, &profile.language.roles).about_others {
            entries.insert(index);
        }
    }
    entries
}

/// The skills of the field, of data work and of software work that each entry names, each once, by entry.
fn told(candidate: &Candidate<'_>, reading: &Reading, tables: &Tables) -> Vec<(usize, SkillId)> {
    let of_entry = |mention: &Mention| {
        let passage = &candidate.passages[mention.passage];
        // A course on the way to a degree is not what the degree was about.
        let is_course = passage.section == Section::Education && passage.form == Form::Tools;
        let entry = passage.entry.filter(|_| !is_course)?;
        Some((entry, mention.skill))
    };
    let telling = |m: &&Mention| tables.is_in_field(m.skill) || tables.is_data(m.skill) || tables.is_tool(m.skill);
    let telling = reading.mentions.iter().filter(telling);
    let mut told: Vec<(usize, SkillId)> = telling.filter_map(of_entry).collect();
    told.sort_unstable();
    told.dedup();
    told
}

/// Which entries are work of the field: their title says machine learning, or their text names the field in something done.
pub fn in_field<'p>(
    candidate: &Candidate<'_>,
    (reading, spans, about_others): (&Reading, &EntrySpans, &IndexSet),
    (profile, tables): (&'p Profile, &Tables),
    titles: &mut Titles<'p>,
) -> Vec<bool> {
    let mut in_field = vec![false; candidate.entries.len()];
    let named = reading.mentions.iter();
    for mention in named.filter(|m| m.rule != Rule::Described && tables.is_in_field(m.skill)) {
        let counts =
            |entry: &usize| !about_others.contains(*entry) && spans.has_begun(*entry, &candidate.entries[*entry]);
        if let Some(entry) = candidate.passages[mention.passage].entry.filter(counts) {
            in_field[entry] = true;
        }
    }
    let roles = &profile.language.roles;
    let mut titled = |entry: &Entry| entry.section.tells_deeds() && titles.of(&entry.title, roles).field;
    for (in_field, entry) in in_field.iter_mut().zip(&candidate.entries) {
        *in_field = *in_field || titled(entry);
    }
    in_field
}

fn work(title: Title<'_>, (field, data): (usize, usize), tools: usize) -> (CountsAs, Why<'_>) {
    if let Some(word) = title.unrelated {
        return (CountsAs::Other, Why::Title(word));
    }
    if let Some(word) = title.relevant {
        return (CountsAs::Relevant, Why::Title(word));
    }
    let strong = title.adjacent;
    let research = strong.is_none() && title.research;
    let needed = if research {
        FIELD_SKILLS_OF_RESEARCH
    } else {
        FIELD_SKILLS_OF_OTHERS
    };
    if field >= needed {
        return (CountsAs::Relevant, Why::Field(field));
    }
    if strong.is_none() && data >= FIELD_SKILLS_OF_OTHERS {
        return (CountsAs::Relevant, Why::Data(data));
    }
    match strong {
        Some(word) => (CountsAs::Adjacent, Why::Title(word)),
        None if tools >= TOOLS_OF_SOFTWARE => (CountsAs::Adjacent, Why::Tools(tools)),
        None => (CountsAs::Other, Why::Nothing),
    }
}

/// The years that the entries make; concurrent ones count once, the more relevant first.
pub fn sums(classified: &[Classified<'_>], entries: &EntrySpans, scoring: &Scoring) -> Sums {
    let of = |wanted: Option<CountsAs>| -> Vec<Span> {
        let counts = |c: &&Classified<'_>| wanted.map_or(c.counts_as != CountsAs::Doctoral, |w| c.counts_as == w);
        let spans = classified.iter().filter(counts).flat_map(|c| entries.of_entry(c.entry));
        spans.copied().collect()
    };
    let (mut relevant, doctoral, mut all) = (of(Some(CountsAs::Relevant)), of(Some(CountsAs::Doctoral)), of(None));
    let mut adjacent = spans::without(of(Some(CountsAs::Adjacent)), relevant.clone());
    let mut doctoral_only = spans::without(doctoral, [&relevant[..], &adjacent].concat());
    if all.is_empty() && doctoral_only.is_empty() {
        return Sums::default();
    }
    let from_adjacent = (spans::years(&mut adjacent) * scoring.adjacent_share).min(scoring.adjacent_at_most);
    let from_doctoral = (spans::years(&mut doctoral_only) * scoring.doctoral_share).min(scoring.doctoral_at_most);
    let relevant = spans::years(&mut relevant);
    Sums {
        relevant: Some(relevant),
        total: (!all.is_empty()).then(|| spans::years(&mut all)),
        ladder: Some(relevant + from_adjacent + from_doctoral),
        from_adjacent,
        from_doctoral,
    }
}
