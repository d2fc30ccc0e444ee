//! What a resume could show better.

use crate::model::background::AdviceTopic;
use crate::text::locate::Place;

/// What a suggestion is about, the most useful first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SuggestionKind {
    /// Nothing that was built is said to be in use.
    ProductionUnnamed,
    /// Nobody is named who was led or mentored.
    LeadershipUnnamed,
    /// A skill that the role asks for stands in a list and in nothing done.
    NeverShown,
    /// No line of an entry bears a figure.
    NoFigures,
    /// An entry of machine-learning work names no tool.
    NoTools,
    /// An entry has no date that can be read.
    Undated,
    /// A skill that the role asks for was last used long ago.
    Stale,
    /// Headline and summary name nothing that the role asks for.
    NotFitted,
}

impl SuggestionKind {
    /// The code used in output.
    pub fn as_str(self) -> &'static str {
        match self {
            SuggestionKind::ProductionUnnamed => "production-unnamed",
            SuggestionKind::LeadershipUnnamed => "leadership-unnamed",
            SuggestionKind::NeverShown => "never-shown",
            SuggestionKind::NoFigures => "no-figures",
            SuggestionKind::NoTools => "no-tools",
            SuggestionKind::Undated => "undated",
            SuggestionKind::Stale => "stale",
            SuggestionKind::NotFitted => "not-fitted",
        }
    }

    /// What it is about, in a few words.
    pub fn title(self) -> &'static str {
        match self {
            SuggestionKind::ProductionUnnamed => "Production or scale is not named",
            SuggestionKind::LeadershipUnnamed => "Mentoring and leading are not named",
            SuggestionKind::NeverShown => "Claimed and never shown",
            SuggestionKind::NoFigures => "No figures",
            SuggestionKind::NoTools => "No tools",
            SuggestionKind::Undated => "No dates",
            SuggestionKind::Stale => "Used long ago",
            SuggestionKind::NotFitted => "Headline and summary name nothing of the role",
        }
    }

    /// The advice of guides that it follows; `None` where it follows from how resumes are read.
    pub fn advice(self) -> Option<AdviceTopic> {
        match self {
            SuggestionKind::ProductionUnnamed => Some(AdviceTopic::Production),
            SuggestionKind::LeadershipUnnamed => Some(AdviceTopic::Leadership),
            SuggestionKind::NeverShown | SuggestionKind::NoTools => Some(AdviceTopic::Tools),
            SuggestionKind::NoFigures => Some(AdviceTopic::Figures),
            SuggestionKind::NotFitted => Some(AdviceTopic::Fit),
            SuggestionKind::Undated | SuggestionKind::Stale => None,
        }
    }
}

/// A suggestion, at the line that it is about.
#[derive(Clone, Debug)]
pub struct Suggestion {
    /// What it is about.
    pub kind: SuggestionKind,
    /// Where.
    pub place: Place,
    /// What could be better and how, in a sentence or two.
    pub message: String,
    /// The guide whose advice it follows, and the advice; `None` where it follows from how resumes are read.
    pub source: Option<(String, String)>,
}
