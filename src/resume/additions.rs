//! Where additions go in a resume: the first section that takes them, the highlights of an entry, `meta.gapcheck`.

use crate::text::{locate, splice};
use serde::Serialize;
use std::collections::BTreeMap;

/// The keys of a section that may take additions, the usual one first: where a resume holds something else than a list of
/// entries under it, the next is used.
pub(super) const WORK: [&str; 3] = ["work", "experience", "jobs"];
pub(super) const PROJECTS: [&str; 3] = ["projects", "portfolio", "openSource"];
pub(super) const CERTIFICATES: [&str; 3] = ["certificates", "certifications", "credentials"];
pub(super) const SKILLS: [&str; 3] = ["skills", "technicalSkills", "skillset"];
const HIGHLIGHTS: [&str; 3] = ["highlights", "achievements", "responsibilities"];

/// A resume that grows.
pub(super) struct Additions {
    pub text: String,
}

impl Additions {
    /// Takes a changed text; a place that is not there changes nothing.
    fn take(&mut self, changed: Option<String>) -> bool {
        let is_changed = changed.is_some();
        self.text = changed.unwrap_or_else(|| std::mem::take(&mut self.text));
        is_changed
    }

    /// Adds entries to the first of the sections that takes them; an empty section only where one is wanted.
    pub fn add(&mut self, keys: [&str; 3], entries: &[impl Serialize], even_empty: bool) {
        if entries.is_empty() && !even_empty {
            return;
        }
        let Some(key) = keys.into_iter().find(|key| self.takes_entries(key)) else {
            return;
        };
        if self.value(&format!("/{key}")).is_none() {
            let put = splice::put(&self.text, "", key, &entries);
            self.take(put);
            return;
        }
        for entry in entries {
            let appended = splice::append(&self.text, &format!("/{key}"), entry);
            self.take(appended);
        }
    }

    /// Whether a section is not there yet, or is a list of objects. One with the level of a template keeps to itself: beside other
    /// levels it would count.
    fn takes_entries(&self, key: &str) -> bool {
        match self.value(&format!("/{key}")) {
            None => true,
            Some(value) => {
                let inner = value.trim_start_matches('[').trim_start();
                value.starts_with('[') && inner.starts_with(['{', ']']) && !value.to_lowercase().contains("\"master\"")
            }
        }
    }

    fn value(&self, pointer: &str) -> Option<&str> {
        locate::find(&self.text, pointer).map(|range| &self.text[range])
    }

    /// Adds sentences to an entry.
    pub fn add_highlights(&mut self, pointer: &str, highlights: &[String]) {
        let takes = |value: Option<&str>| {
            value.is_none_or(|v| v.starts_with('[') && v[1..].trim_start().starts_with(['"', ']']))
        };
        let key = HIGHLIGHTS
            .into_iter()
            .find(|key| takes(self.value(&format!("{pointer}/{key}"))));
        let Some(key) = key else { return };
        let list = format!("{pointer}/{key}");
        if self.value(&list).is_none() {
            let put = splice::put(&self.text, pointer, key, &highlights);
            self.take(put);
            return;
        }
        for highlight in highlights {
            let appended = splice::append(&self.text, &list, highlight);
            self.take(appended);
        }
    }

    /// Keeps what has no field of its own, in the place of what was kept earlier.
    pub fn keep(&mut self, kept: &impl Serialize) {
        let changed = match () {
            () if self.value("/meta/gapcheck").is_some() => splice::replace(&self.text, "/meta/gapcheck", kept),
            () if self.value("/meta").is_some() => splice::put(&self.text, "/meta", "gapcheck", kept),
            () => splice::put(&self.text, "", "meta", &BTreeMap::from([("gapcheck", kept)])),
        };
        self.take(changed);
    }
}
