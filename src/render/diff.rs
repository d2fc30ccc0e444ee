//! `gapcheck diff`: what was gained and lost, for people.

pub mod human;
pub mod markdown;

use crate::model::assessment::{RequirementStatus, Status};
use crate::model::scale::{Level, Stage};

/// Words of evidence shown for one skill.
const WORDS: usize = 3;

fn stage(stage: Option<Stage>) -> String {
    stage.map_or("not told".to_owned(), |s| s.to_string())
}

fn coverage(side: Option<(RequirementStatus, f64)>) -> String {
    side.map_or("not asked".to_owned(), |(status, share)| {
        format!("{} {:.0} %", status.as_str(), share * 100.0)
    })
}

fn shown(side: Option<(Status, Option<Level>)>) -> String {
    match side {
        None => "absent".to_owned(),
        Some((status, None)) => status.as_str().to_owned(),
        Some((status, Some(level))) => format!("{} {level}", status.as_str()),
    }
}
