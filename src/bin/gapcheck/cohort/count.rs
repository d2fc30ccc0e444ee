//! A worker of the count: what each line of a chunk counts for.

use crate::batch::belt::{Belt, Chunk, Shape, Stop};
use crate::batch::record::{self, Job, Record, Refused, Scratch};
use crate::batch::work::lines;
use gapcheck::cohort::{Fault, Known, Line, Says, Tally, person, profile_of, read};
use gapcheck::model::cohort::Person;
use gapcheck::model::profile::Profile;
use gapcheck::model::snapshot::ProfileVersion;
use gapcheck::render::json::line::Refusal;
use std::sync::{Mutex, PoisonError};

/// What everybody is held against.
pub struct Held<'a> {
    pub known: Known<'a>,
    pub job: Job<'a>,
}

/// What was counted.
pub struct Group<'p> {
    pub tally: Tally<'p>,
    /// The first line that could not be read, with the number of its chunk.
    pub unread: Option<(u64, Refused)>,
    /// Why nothing is told, the first reason in the order of the input.
    pub stopped: Option<(u64, Stopped)>,
}

/// Why nothing is told of a group.
pub enum Stopped {
    /// Part of the input cannot be read: nobody knows how many people stand there.
    Unreadable(Refused),
    /// A line at this place was held against another profile.
    OtherProfile(String, ProfileVersion),
}

impl<'p> Group<'p> {
    pub fn new(profile: &'p Profile) -> Group<'p> {
        Group {
            tally: Tally::new(profile),
            unread: None,
            stopped: None,
        }
    }

    fn add(&mut self, other: Group<'p>) {
        self.tally.merge(&other.tally);
        self.unread = earlier(self.unread.take(), other.unread);
        self.stopped = earlier(self.stopped.take(), other.stopped);
    }

    fn add_unread(&mut self, chunk: u64, refused: Refused) {
        self.tally.add_unread();
        self.unread = earlier(self.unread.take(), Some((chunk, refused)));
    }

    fn stop(&mut self, chunk: u64, stopped: Stopped) {
        self.stopped = earlier(self.stopped.take(), Some((chunk, stopped)));
    }
}

/// Of two things that happened the one in the earlier chunk; of one chunk the first.
fn earlier<T>(one: Option<(u64, T)>, other: Option<(u64, T)>) -> Option<(u64, T)> {
    one.into_iter().chain(other).min_by_key(|(chunk, _)| *chunk)
}

/// What the first lines say of the profile.
#[derive(Default)]
pub struct First {
    /// The profile that they were held against; none where they are resumes.
    pub profile: Option<ProfileVersion>,
    /// The chunk that says so, to be counted.
    pub chunk: Option<Chunk>,
    /// How many chunks before it were of nothing but resumes that could not be read, and how many lines those had.
    pub chunks: u64,
    failed: u64,
    /// The first of those lines.
    refused: Option<Refused>,
}

/// Looks at the first chunk that holds somebody.
pub fn first(belt: &Belt) -> First {
    let mut first = First::default();
    while let Some(chunk) = belt.filled.pop() {
        let (mut failed, mut is_anybody) = (0, chunk.fault.is_some());
        each(&chunk, |record| {
            match text(record.bytes).map(profile_of) {
                Some(Says::Profile(profile)) => first.profile = Some(profile),
                Some(Says::Nothing) => {
                    failed += 1;
                    first.refused.get_or_insert_with(|| refused(record, said()));
                }
                Some(Says::Other) | None => is_anybody = true,
            }
            first.profile.is_none()
        });
        if first.profile.is_some() || is_anybody {
            first.chunk = Some(chunk);
            return first;
        }
        first.failed += failed;
        first.chunks += 1;
        belt.free.push(chunk);
    }
    first
}

/// Counts the lines that [`first`] has passed over.
pub fn passed_over(first: &mut First, group: &mut Group<'_>) {
    if first.chunks > 0 {
        (0..first.failed).for_each(|_| group.tally.add_unread());
        group.unread = first.refused.take().map(|refused| (0, refused));
    }
}

/// Counts a chunk by itself and gives it back to the reader.
pub fn chunk<'p>(chunk: Chunk, held: &Held<'p>, belt: &Belt, group: &mut Group<'p>) {
    records(&chunk, held, group, &mut Scratch::new(&held.job));
    belt.free.push(chunk);
}

/// Counts chunks until there are no more, or one says that nothing can be told.
pub fn all<'p>(held: &Held<'p>, belt: &Belt, group: &Mutex<Group<'p>>) {
    let shared = || group.lock().unwrap_or_else(PoisonError::into_inner);
    let mut own = Group::new(held.job.profile);
    let mut scratch = Scratch::new(&held.job);
    let mut last = None;
    while last.is_none()
        && shared().stopped.is_none()
        && let Some(mut chunk) = belt.filled.pop()
    {
        chunk.tally.resumes = records(&chunk, held, &mut own, &mut scratch);
        match own.stopped {
            None => belt.done.push(chunk),
            Some(_) => last = Some(chunk),
        }
    }
    shared().add(own);
    if let Some(mut chunk) = last {
        // What the others have in hand they count to its end: it may hold an earlier reason.
        chunk.stop = Some(Stop::Strict);
        belt.done.push(chunk);
    }
}

/// Counts the people of a chunk; says how many lines it had.
fn records<'a>(chunk: &Chunk, held: &Held<'a>, own: &mut Group<'_>, scratch: &mut Scratch<'a>) -> u64 {
    let mut counted = 0;
    let next_line = each(chunk, |record| {
        counted += 1;
        match somebody(record, held, scratch) {
            Ok(person) => own.tally.add(&person),
            Err(Nobody::Unread(refusal)) => own.add_unread(chunk.number, refused(record, refusal)),
            Err(Nobody::OtherProfile(found)) => {
                own.stop(chunk.number, Stopped::OtherProfile(place(record), found));
            }
        }
        own.stopped.is_none()
    });
    let fault = chunk.fault.as_ref().filter(|_| own.stopped.is_none());
    if let Some(fault) = fault {
        let record = Record {
            bytes: &[],
            file: chunk.file.as_ref(),
            line: next_line,
        };
        let refused = refused(record, fault.clone());
        match record::is_one(fault) {
            true => own.add_unread(chunk.number, refused),
            false => own.stop(chunk.number, Stopped::Unreadable(refused)),
        }
    }
    counted
}

/// Does something with each record of a chunk, until it says that it has enough; gives the number of the line behind them.
fn each<'c>(chunk: &'c Chunk, mut does: impl FnMut(Record<'c>) -> bool) -> Option<u64> {
    let at = |bytes: &'c [u8], line| Record {
        bytes,
        file: chunk.file.as_ref(),
        line,
    };
    let Shape::Lines(mut number) = chunk.shape else {
        if chunk.fault.is_none() {
            does(at(&chunk.bytes, None));
        }
        return None;
    };
    for bytes in lines(&chunk.bytes) {
        if !does(at(bytes, Some(number))) {
            break;
        }
        number += 1;
    }
    Some(number)
}

/// Why a line counts for nobody.
enum Nobody {
    Unread(Refusal),
    OtherProfile(ProfileVersion),
}

/// The person that a line is about: as the line says, else as the resume in it is assessed.
fn somebody<'a>(record: Record<'_>, held: &Held<'a>, scratch: &mut Scratch<'a>) -> Result<Person, Nobody> {
    let known = text(record.bytes).filter(|text| text.len() <= held.job.max_line);
    match known.map_or(Ok(Line::Other), |text| read(text, &held.known)) {
        Ok(Line::Person(person)) => Ok(person),
        Ok(Line::Failed) => Err(Nobody::Unread(said())),
        Ok(Line::Other) => {
            record::assessed(record, &held.job, scratch, |_, assessment| person(assessment)).map_err(Nobody::Unread)
        }
        Err(Fault::OtherProfile(found)) => Err(Nobody::OtherProfile(found)),
        Err(Fault::Unreadable(_)) if record.line.is_none() && known.is_some_and(holds_lines) => Err(Nobody::Unread(
            refusal("it holds several lines and is read as one; a file with a line for each is named .jsonl".into()),
        )),
        Err(Fault::Unreadable(_)) if known.is_some_and(|text| text.trim_start().starts_with('[')) => {
            Err(Nobody::Unread(refusal(
                "it is a list; write what it holds line by line: jq -c '.[]' FILE > people.jsonl".into(),
            )))
        }
        Err(Fault::Unreadable(message)) => Err(Nobody::Unread(refusal(message))),
    }
}

/// Whether each line of a text is a document of its own.
fn holds_lines(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.clone().nth(1).is_some() && lines.all(|line| line.starts_with('{') && line.ends_with('}'))
}

fn text(bytes: &[u8]) -> Option<&str> {
    let text = str::from_utf8(bytes).ok()?;
    Some(text.trim_start_matches('\u{feff}'))
}

/// What a line of the batch says itself.
fn said() -> Refusal {
    refusal("the line says that a resume could not be read".to_owned())
}

fn refusal(message: String) -> Refusal {
    Refusal {
        code: "nobody",
        message,
        help: None,
        line: 1,
        column: 1,
    }
}

/// Where a record stands.
fn place(record: Record<'_>) -> String {
    match (record.file, record.line) {
        (Some(file), Some(line)) => format!("{file}:{line}"),
        (Some(file), None) => file.to_string(),
        (None, line) => format!("line {}", line.unwrap_or(1)),
    }
}

/// A refusal at the place of a record.
fn refused(record: Record<'_>, refusal: Refusal) -> Refused {
    Refused {
        file: record.file.cloned(),
        refusal: Refusal {
            line: record.line.unwrap_or(refusal.line),
            ..refusal
        },
    }
}
