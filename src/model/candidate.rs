//! What a resume says, before anything is matched: entries with their dates, and every passage worth reading.

use crate::model::scale::Level;
use crate::text::dates::Period;
use std::borrow::Cow;

/// The part of a resume that a passage stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Section {
    /// The headline under the name.
    Headline,
    /// The summary or profile text.
    Summary,
    /// Paid work and internships.
    Work,
    /// Volunteer work and other activities.
    Volunteer,
    /// Projects.
    Project,
    /// Publications and patents.
    Publication,
    /// Awards, honours and competitions.
    Award,
    /// Studies.
    Education,
    /// Certificates.
    Certificate,
    /// The skills section.
    Skills,
    /// Languages spoken.
    Languages,
    /// Interests.
    Interests,
    /// Sections that are not known.
    Other,
}

impl Section {
    /// Whether text in this section tells of something done.
    pub fn tells_deeds(self) -> bool {
        matches!(
            self,
            Section::Work | Section::Volunteer | Section::Project | Section::Publication | Section::Award
        )
    }
}

/// How a passage is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// The title of an entry: a position, the name of a project or paper.
    Title,
    /// Running text.
    Prose,
    /// A bare list of tools inside an entry.
    Tools,
    /// An entry of a list of skills.
    Item,
    /// The name of a group of skills.
    Group,
}

/// A text of the resume that may name skills.
#[derive(Clone, Debug)]
pub struct Passage<'s> {
    /// The number of the string in the file, in document order (see `text::locate`).
    pub node: u32,
    /// Where the passage begins in that string: UTF-8 byte offset in the decoded text.
    pub start: usize,
    /// The text, decoded.
    pub text: Cow<'s, str>,
    /// Where it stands.
    pub section: Section,
    /// How it is written.
    pub form: Form,
    /// The entry that it belongs to: an index into [`Candidate::entries`].
    pub entry: Option<usize>,
    /// The level that the resume states for what is named here.
    pub level: Option<Level>,
    /// The number of the string that names the group which this stands in: "Want to learn" turns what is under it.
    pub head: Option<u32>,
    /// Set where a thesis is described: something done, though it stands among the studies.
    pub thesis: bool,
}

impl<'s> Passage<'s> {
    /// A text of its own, at the beginning of the file and in no entry.
    pub fn new(text: impl Into<Cow<'s, str>>, section: Section, form: Form) -> Passage<'s> {
        Passage {
            node: 0,
            start: 0,
            text: text.into(),
            section,
            form,
            entry: None,
            level: None,
            head: None,
            thesis: false,
        }
    }

    /// Whether what is named here was done.
    pub fn tells_deeds(&self) -> bool {
        self.section.tells_deeds() || self.thesis
    }
}

/// An entry with a place in time: a job, a project, a degree.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The number of the entry's value in the file.
    pub node: u32,
    /// The section that it stands in.
    pub section: Section,
    /// Position, project name or field of study.
    pub title: String,
    /// Words that also tell what it was: the kind of post or degree.
    pub kind: String,
    /// When it was; empty where nothing readable is said.
    pub periods: Vec<Period>,
}

/// A certificate as the resume names it.
#[derive(Clone, Debug)]
pub struct HeldCertificate {
    /// The number of the entry in the file.
    pub node: u32,
    /// The number of the string that names it.
    pub name_node: u32,
    /// Where in that string the name begins: UTF-8 byte offset.
    pub name_start: usize,
    /// The name as written.
    pub name: String,
    /// The issuer as written, or empty.
    pub issuer: String,
    /// When it was issued, as far as readable.
    pub date: Option<crate::text::dates::PartialDate>,
    /// When the resume says that it runs out.
    pub expires: Option<crate::text::dates::PartialDate>,
}

/// What a warning is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    /// A value, by its number in the file.
    Node(u32),
    /// A UTF-8 byte offset in the file.
    Offset(usize),
}

/// Something in the resume that the reader should look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// A stable word for the kind of fault.
    pub code: &'static str,
    /// What it is about.
    pub at: At,
    /// What is wrong and what to do.
    pub message: String,
}

/// Everything read from a resume.
#[derive(Clone, Debug, Default)]
pub struct Candidate<'s> {
    /// The headline.
    pub label: Option<String>,
    /// Entries in the order of the file.
    pub entries: Vec<Entry>,
    /// Passages in the order of the file.
    pub passages: Vec<Passage<'s>>,
    /// Certificates in the order of the file.
    pub certificates: Vec<HeldCertificate>,
    /// What the reader should look at.
    pub warnings: Vec<Warning>,
    /// The number of the first skills section's value.
    pub skills_node: Option<u32>,
}
