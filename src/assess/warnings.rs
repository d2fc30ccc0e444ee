//! What a reader of the assessment should know about the file: what could not be read, and what counts for nothing.

use super::places::Places;
use crate::analysis::certifications::Recognised;
use crate::analysis::skills;
use crate::model::assessment::{PlacedWarning, SkillFinding};
use crate::model::candidate::{At, Warning};

/// The warnings, in the order of the file.
pub(super) fn of(
    read: &skills::Input<'_>,
    recognised: &[Recognised],
    findings: &[SkillFinding],
    map: &Places<'_>,
) -> Vec<PlacedWarning> {
    let candidate = read.candidate;
    let placed = |w: &Warning| PlacedWarning {
        code: w.code,
        place: match w.at {
            At::Node(node) => map.node(node),
            At::Offset(offset) => map.offset(offset),
        },
        message: w.message.clone(),
    };
    let mut warnings: Vec<PlacedWarning> = candidate.warnings.iter().map(placed).collect();
    for known in recognised.iter().filter(|r| r.expired) {
        let name = &read.profile.certifications[known.index].name;
        let day = known.expires.map_or(String::new(), |d| format!(" on {d}"));
        warnings.push(PlacedWarning {
            code: "expired-certificate",
            place: map.node(candidate.certificates[known.held].node),
            message: format!(
                "{name} ran out{day}; renew it or say until when it is valid (it does not count as evidence)"
            ),
        });
    }
    for (index, entry) in candidate.entries.iter().enumerate() {
        if !read.spans.has_begun(index, entry) {
            warnings.push(PlacedWarning {
                code: "not-begun",
                place: map.node(entry.node),
                message: format!(
                    "this entry begins after {}, so nothing in it is done yet; correct its dates or leave it out",
                    read.as_of
                ),
            });
        }
    }
    if candidate.entries.iter().all(|e| e.periods.is_empty()) && !findings.is_empty() {
        warnings.push(PlacedWarning {
            code: "no-dates",
            place: map.node(0),
            message: "no entry has a date that can be read, so years cannot be told; add startDate and endDate to work entries".into(),
        });
    }
    warnings.sort_by_key(|w| (w.place.line, w.place.column));
    warnings
}
