//! What the resume itself could show better, each at the line that it is about.

use super::figures::has_figure;
use crate::model::assessment::{Assessment, CountsAs, GapKind, SkillFinding, Status};
use crate::model::background::{AdviceTopic, Background};
use crate::model::candidate::{Candidate, Entry, Form, Passage, Section};
use crate::model::skill::{SkillId, SkillKind};
use crate::model::suggestion::{Suggestion, SuggestionKind};
use crate::text::locate::Place;
use std::collections::BTreeSet;

/// More suggestions than these are a list that nobody works through.
const MOST: usize = 10;

/// Of one kind so many: the newest or the most valuable.
const OF_A_KIND: usize = 3;

/// Fewer letters than these are no line that could say what came of the work.
const LINE: usize = 20;

/// What suggestions are made from.
pub struct Read<'r> {
    /// The resume.
    pub candidate: &'r Candidate<'r>,
    /// What it shows.
    pub assessment: &'r Assessment<'r>,
    /// Where the values with these numbers stand.
    pub place: &'r dyn Fn(u32) -> Place,
    /// What the guides advise.
    pub backgrounds: &'r [Background],
}

/// What was read, by entry.
struct ByEntry<'r> {
    read: &'r Read<'r>,
    /// The passages of each entry.
    passages: Vec<Vec<&'r Passage<'r>>>,
    /// Whether each entry is work of the role: its time counts, or something that the role asks for is shown in it.
    of_the_role: Vec<bool>,
}

impl<'r> std::ops::Deref for ByEntry<'r> {
    type Target = Read<'r>;

    fn deref(&self) -> &Read<'r> {
        self.read
    }
}

/// At most ten suggestions, the most useful first.
pub fn suggestions(r: &Read<'_>) -> Vec<Suggestion> {
    if r.assessment.skills.is_empty() && r.candidate.entries.is_empty() {
        return Vec::new();
    }
    let r = &ByEntry::of(r);
    let mut all: Vec<Suggestion> = Vec::new();
    let kinds: [fn(&ByEntry<'_>) -> Vec<Suggestion>; 7] = [
        deeds_unnamed,
        never_shown,
        no_figures,
        no_tools,
        undated,
        stale,
        not_fitted,
    ];
    for kind in kinds {
        let mut of_kind = kind(r);
        // A skill may serve two requirements; its words are one place to look at.
        let mut seen: Vec<(SuggestionKind, Place)> = Vec::new();
        of_kind.retain(|s| {
            let at = (s.kind, s.place.clone());
            let is_new = !seen.contains(&at);
            seen.push(at);
            is_new
        });
        all.extend(of_kind.into_iter().take(OF_A_KIND));
    }
    all.sort_by_key(|s| s.kind);
    all.truncate(MOST);
    all
}

impl<'r> ByEntry<'r> {
    fn of(read: &'r Read<'r>) -> ByEntry<'r> {
        let entries = &read.candidate.entries;
        let mut passages = vec![Vec::new(); entries.len()];
        for passage in &read.candidate.passages {
            if let Some(entry) = passage.entry {
                passages[entry].push(passage);
            }
        }
        let years = read.assessment.years.entries.iter();
        let counted = years.filter(|y| y.counts_as == CountsAs::Relevant);
        let counted: BTreeSet<&str> = counted.map(|y| y.place.pointer.as_str()).collect();
        let asked = read.assessment.skills.iter().filter(|f| read.is_asked(f.skill));
        let asked: Vec<&SkillFinding> = asked.collect();
        let is_of_the_role = |(index, entry): (usize, &Entry)| {
            counted.contains((read.place)(entry.node).pointer.as_str())
                || asked.iter().any(|f| f.entries.contains(index))
        };
        ByEntry {
            read,
            passages,
            of_the_role: entries.iter().enumerate().map(is_of_the_role).collect(),
        }
    }

    /// The lines of an entry that tell something.
    fn lines(&self, entry: usize) -> Vec<&'r Passage<'r>> {
        let is_line =
            |p: &&&Passage<'_>| p.form == Form::Prose && p.text.chars().filter(|c| c.is_alphabetic()).count() >= LINE;
        self.passages[entry].iter().filter(is_line).copied().collect()
    }
}

impl Read<'_> {
    fn suggest(&self, kind: SuggestionKind, place: Place, message: String) -> Suggestion {
        let advised = self
            .backgrounds
            .iter()
            .flat_map(|b| b.resume_advice.iter().map(move |a| (b, a)));
        let mut fitting = advised.filter(|(_, advice)| advice.about.is_some() && advice.about == kind.advice());
        let source = fitting.next().map(|(b, advice)| (b.guide.clone(), advice.says.clone()));
        Suggestion {
            kind,
            place,
            message,
            source,
        }
    }

    /// The entries of work and projects, the newest first.
    fn entries(&self) -> Vec<(usize, &Entry)> {
        let told = |e: &&(usize, &Entry)| matches!(e.1.section, Section::Work | Section::Project);
        let mut entries: Vec<(usize, &Entry)> =
            self.candidate.entries.iter().enumerate().filter(|e| told(&e)).collect();
        // A present job has the latest end; of entries without dates the order of the file remains.
        entries.sort_by_key(|(_, e)| std::cmp::Reverse(e.periods.iter().map(|p| (p.to, p.from)).max()));
        entries
    }

    fn is_asked(&self, skill: SkillId) -> bool {
        let groups = self.assessment.profile.requirements.iter().flat_map(|r| &r.groups);
        groups.into_iter().any(|g| g.of.contains(&skill))
    }
}

/// The deeds of the role's own stage and those below it that the guides advise to name.
fn deeds_unnamed(r: &ByEntry<'_>) -> Vec<Suggestion> {
    let a = r.assessment;
    let mut suggestions: Vec<Suggestion> = Vec::new();
    if r.entries().is_empty() {
        return suggestions;
    }
    let open = a
        .stage
        .expectations
        .iter()
        .filter(|e| e.stage <= a.profile.target_stage && e.shown_by.is_empty());
    for result in open {
        let expectation = &a.profile.ladder.rungs[result.stage.index()].expectations[result.index];
        let (kind, how) = match expectation.advice {
            Some(AdviceTopic::Production) => (
                SuggestionKind::ProductionUnnamed,
                "If you did, say in its entry what runs, who uses it, under which load, and how it is watched.",
            ),
            Some(AdviceTopic::Leadership) => (
                SuggestionKind::LeadershipUnnamed,
                "If you did, say in its entry whom, how many, for how long, and what came of it.",
            ),
            _ => continue,
        };
        // One suggestion tells of all deeds of its kind, at the newest job.
        if suggestions.iter().all(|s| s.kind != kind) {
            let text = expectation.text.trim_end_matches('.');
            let message = format!("No line of this resume shows it: \"{text}\". {how}");
            suggestions.push(r.suggest(kind, a.work_anchor.clone(), message));
        }
    }
    suggestions
}

/// Skills of the role that are claimed: the requirement that gains most by showing one first.
fn never_shown(r: &ByEntry<'_>) -> Vec<Suggestion> {
    let a = r.assessment;
    let mut suggestions = Vec::new();
    for gap in &a.gaps {
        let result = a.requirements.iter().find(|result| result.index == gap.requirement);
        let present = result.map_or(&[][..], |result| &result.present);
        // A competency that is claimed has a suggestion of its own.
        let is_tool = |s: &&SkillId| a.profile.taxonomy.get(**s).kind != SkillKind::Competency;
        let claimed = present.iter().filter(is_tool).filter_map(|s| a.finding(*s));
        let claimed: Vec<&SkillFinding> = claimed
            .filter(|f| f.support < Status::Certified && !f.evidence.is_empty())
            .collect();
        let Some(first) = claimed.first() else { continue };
        let names: Vec<&str> = claimed.iter().take(OF_A_KIND).map(|f| a.name(f.skill)).collect();
        let (verb, them) = if names.len() == 1 {
            ("stands", "it")
        } else {
            ("stand", "them")
        };
        let message = format!(
            "{} {verb} in a list and in nothing done. Name {them} in the line of the work in which you used {them}: up to {} more points of 100.",
            names.join(", "),
            gap.points
        );
        suggestions.push(r.suggest(
            SuggestionKind::NeverShown,
            first.evidence[0].quote.place.clone(),
            message,
        ));
    }
    suggestions
}

/// Entries of the role none of whose lines bears a figure.
fn no_figures(r: &ByEntry<'_>) -> Vec<Suggestion> {
    let without = |(entry, _): (usize, &Entry)| {
        let lines = r.lines(entry);
        // A figure counts in a short line too, and in a list beside the lines.
        let mut told = r.passages[entry].iter().filter(|p| p.form != Form::Title);
        let bears_one = told.any(|p| has_figure(&p.text));
        let first = lines.first().filter(|_| r.of_the_role[entry] && !bears_one)?;
        let which = match lines.len() {
            1 => "This line bears no figure.".to_owned(),
            n => format!("None of the {n} lines of this entry bears a figure."),
        };
        let message = format!(
            "{which} Say how much came of the work: how many users or requests, how much faster, cheaper or more exact, from what to what."
        );
        Some(r.suggest(SuggestionKind::NoFigures, (r.place)(first.node), message))
    };
    r.entries().into_iter().filter_map(without).collect()
}

/// Entries of the role that name no tool.
fn no_tools(r: &ByEntry<'_>) -> Vec<Suggestion> {
    let a = r.assessment;
    let names_tool = |entry: usize| {
        let named = a.skills.iter().filter(|f| f.entries.contains(entry));
        named
            .into_iter()
            .any(|f| a.profile.taxonomy.get(f.skill).kind.is_product())
    };
    let without = |(entry, of): &(usize, &Entry)| {
        of.section == Section::Work && !r.lines(*entry).is_empty() && r.of_the_role[*entry] && !names_tool(*entry)
    };
    let suggest = |(_, of): (usize, &Entry)| {
        let message = "This entry names no language, library or platform. Name what it was done with, in the line of what was done.";
        r.suggest(SuggestionKind::NoTools, (r.place)(of.node), message.to_owned())
    };
    r.entries().into_iter().filter(without).map(suggest).collect()
}

/// Entries without a date: their years and levels do not count.
fn undated(r: &ByEntry<'_>) -> Vec<Suggestion> {
    let without = |(entry, of): &(usize, &Entry)| {
        of.periods.is_empty() && (of.section == Section::Work || r.of_the_role[*entry]) && !r.lines(*entry).is_empty()
    };
    let suggest = |(_, of): (usize, &Entry)| {
        let message = "This entry has no dates that can be read, so it makes no years, no level, and no second entry for a stage. Add startDate and endDate, such as 2023-04.";
        r.suggest(SuggestionKind::Undated, (r.place)(of.node), message.to_owned())
    };
    r.entries().into_iter().filter(without).map(suggest).collect()
}

/// Skills of the role that were last used long ago.
fn stale(r: &ByEntry<'_>) -> Vec<Suggestion> {
    let a = r.assessment;
    let gaps = a.gaps.iter().filter(|gap| gap.kind == GapKind::Stale);
    let suggest = |gap: &crate::model::assessment::Gap| {
        let finding = gap
            .skills
            .iter()
            .filter_map(|s| a.finding(*s))
            .find(|f| !f.evidence.is_empty())?;
        let last = finding
            .last_used
            .map_or(String::new(), |day| format!(" in {}", day.year()));
        let message = format!(
            "{} was last used{last}. If you still use it, say so in a newer entry; if not, a small project refreshes it{}.",
            a.name(finding.skill),
            match gap.points {
                0 => String::new(),
                points => format!(": up to {points} more points of 100"),
            }
        );
        let place = finding.evidence.last().map(|e| e.quote.place.clone())?;
        Some(r.suggest(SuggestionKind::Stale, place, message))
    };
    gaps.filter_map(suggest).collect()
}

/// A headline and a summary that name nothing of the role, or that are not there.
fn not_fitted(r: &ByEntry<'_>) -> Vec<Suggestion> {
    let a = r.assessment;
    let is_head = |p: &&Passage<'_>| matches!(p.section, Section::Headline | Section::Summary);
    let heads: Vec<Place> = r
        .candidate
        .passages
        .iter()
        .filter(is_head)
        .map(|p| (r.place)(p.node))
        .collect();
    let stands_in_head = |f: &SkillFinding| {
        f.evidence
            .iter()
            .any(|e| heads.iter().any(|p| p.pointer == e.quote.place.pointer))
    };
    let words = &a.profile.language.roles;
    let label = crate::text::words::padded(a.label.as_deref().unwrap_or_default());
    let is_named = words
        .relevant
        .iter()
        .chain(&words.field_titles)
        .any(|title| label.contains(title.as_str()));
    if is_named || a.skills.iter().any(stands_in_head) {
        return Vec::new();
    }
    let (place, what) = match heads.first() {
        Some(place) => (
            place.clone(),
            "Headline and summary name nothing that the role asks for.",
        ),
        None => ((r.place)(0), "There is no headline and no summary that names the role."),
    };
    let message = format!(
        "{what} Say in a line which machine-learning work you do and with what; readers decide by it whether they go on. It moves no verdict here."
    );
    vec![r.suggest(SuggestionKind::NotFitted, place, message)]
}
