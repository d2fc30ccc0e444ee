//! Where additions go in a resume: the first section that takes them, the highlights of an entry, `meta.gapcheck`.

use crate::text::{locate, splice};
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// The keys of a section that may take additions, the usual one first: where a resume holds something else than a list of
/// entries under it, the next is used.
pub(super) const WORK: [&str; 3] = ["work", "experience", "jobs"];
pub(super) const PROJECTS: [&str; 3] = ["projects", "portfolio", "openSourceProjects"];
pub(super) const CERTIFICATES: [&str; 3] = ["certificates", "certifications", "credentials"];
pub(super) const SKILLS: [&str; 3] = ["skills", "technicalSkills", "skillset"];
const HIGHLIGHTS: [&str; 3] = ["highlights", "achievements", "responsibilities"];

/// A resume that grows.
pub(super) struct Additions {
    pub text: String,
}

impl Additions {
    /// Takes a changed text; a place that is not there changes nothing.
    fn take(&mut self, changed: Option<String>) {
        if let Some(text) = changed {
            self.text = text;
        }
    }

    /// Adds entries to the first of the sections that takes them, those that stand there already left out; an empty section only
    /// where one is wanted.
    pub fn add(&mut self, keys: [&str; 3], entries: &[impl Serialize], even_empty: bool) {
        if entries.is_empty() && !even_empty {
            return;
        }
        let key = self.section(keys, &[]);
        self.extend("", &key, entries);
    }

    /// The section that takes entries and is none of the `ignored` pointers.
    pub fn section(&self, keys: [&str; 3], ignored: &[String]) -> String {
        let is_read = |key: &&str| !ignored.iter().any(|pointer| pointer.strip_prefix('/') == Some(key));
        let key = keys.into_iter().filter(is_read).find(|key| self.takes_entries(key));
        // Where somebody uses all of them otherwise, one more is made: "moreWork" is read as work.
        let more = || format!("more{}{}", keys[0][..1].to_uppercase(), &keys[0][1..]);
        key.map_or_else(more, str::to_owned)
    }

    /// Adds items to the list under a key of an object, which is made where it is not there.
    pub fn extend(&mut self, object: &str, key: &str, items: &[impl Serialize]) {
        let list = format!("{object}/{key}");
        let Some(there) = self.value(&list) else {
            let put = splice::put(&self.text, object, key, &items);
            self.take(put);
            return;
        };
        let there: Vec<Value> = serde_json::from_str(there).unwrap_or_default();
        let is_new = |item: &&_| serde_json::to_value(item).is_ok_and(|item| !there.contains(&item));
        for item in items.iter().filter(is_new) {
            let appended = splice::append(&self.text, &list, item);
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
        self.extend(pointer, key.unwrap_or("deeds"), highlights);
    }

    /// Keeps what has no field of its own, in the place of what was kept earlier.
    pub fn keep(&mut self, kept: &impl Serialize) {
        let changed = match () {
            () if self.value("/meta/gapcheck").is_some() => splice::replace(&self.text, "/meta/gapcheck", kept),
            () if self.value("/meta") == Some("null") => {
                splice::replace(&self.text, "/meta", &BTreeMap::from([("gapcheck", kept)]))
            }
            () if self.value("/meta").is_some() => splice::put(&self.text, "/meta", "gapcheck", kept),
            () => splice::put(&self.text, "", "meta", &BTreeMap::from([("gapcheck", kept)])),
        };
        self.take(changed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::candidate::Section;
    use crate::resume::keys::{Part, part};

    #[test]
    fn what_is_added_is_read_again() {
        let sections = [
            (WORK, Section::Work),
            (PROJECTS, Section::Project),
            (CERTIFICATES, Section::Certificate),
            (SKILLS, Section::Skills),
        ];
        for (keys, section) in sections {
            for key in keys {
                assert_eq!(part(key), Some(Part::Section(section)), "{key}");
            }
        }
    }
}
