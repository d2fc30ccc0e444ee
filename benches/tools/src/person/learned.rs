//! What a person learned: studies, lists of skills, certificates.

use super::Person;
use crate::career::{self, Span};

/// So often another skill is tried where one is listed already; the last one stays, as people err.
const TRIES: usize = 8;

const LEVELS: [&str; 6] = ["Advanced", "Intermediate", "Beginner", "Expert", "Master", "Proficient"];

const GROUPS: [&str; 8] = [
    "Technical",
    "Tools",
    "Core",
    "Methods",
    "Other",
    "Specialist",
    "Software",
    "General",
];

/// The highest first.
const STUDIES: [&str; 3] = ["PhD", "Master", "Bachelor"];

impl Person<'_, '_> {
    pub(super) fn education(&mut self, first_job: u32) {
        let count = 1 + self.random.below(2);
        let studies = career::studies(first_job, count, &mut self.random);
        // Nobody takes a second degree before the first.
        let lowest = STUDIES.len() - count;
        self.json.key("education");
        self.json.open('[');
        let highest = if self.random.percent(8) { 0 } else { lowest };
        for (index, study) in studies.iter().enumerate() {
            self.json.open('{');
            self.field_of("institution", "school");
            let trade = self.trade;
            let area = self.random.pick(&trade.degrees);
            self.json.field("area", area);
            self.json.field("studyType", STUDIES[highest + index]);
            self.span(*study);
            if self.random.percent(30) {
                let score = format!("{}.{}", self.random.between(2, 3), self.random.below(10));
                self.json.field("score", &score);
            }
            self.json.key("courses");
            self.json.open('[');
            for part in ["I", "II", "III", "IV"].iter().take(self.random.below(5)) {
                let course = format!("{} {part}", self.random.pick(&trade.degrees));
                self.json.string(&course);
            }
            self.json.close(']');
            self.json.close('}');
        }
        self.json.close(']');
    }

    /// One entry of a list of skills.
    pub(super) fn entry(&mut self) {
        self.entry_text();
        self.json.string(&self.scratch);
    }

    fn entry_text(&mut self) {
        let vocabulary = &self.trade.vocabulary;
        let mut base = vocabulary.listed(&mut self.random);
        for _ in 0..TRIES {
            if !self.listed.contains(&base) {
                break;
            }
            base = vocabulary.listed(&mut self.random);
        }
        self.listed.push(base);
        self.scratch.clear();
        let kind = vocabulary.entry(base, &mut self.random, &mut self.scratch);
        if let Some(tally) = &mut self.tally {
            tally.entry(&self.scratch, kind);
        }
    }

    pub(super) fn skills(&mut self) {
        self.json.key("skills");
        self.json.open('[');
        // One in ten keeps one flat list.
        if self.random.percent(10) {
            for _ in 0..14 + self.random.below(20) {
                if self.strings_for_lists {
                    self.entry();
                } else {
                    self.json.open('{');
                    self.entry_text();
                    self.json.field("name", &self.scratch);
                    self.json.close('}');
                }
            }
            self.json.close(']');
            return;
        }
        for _ in 0..3 + self.random.below(4) {
            self.json.open('{');
            let name = *self.random.pick(&GROUPS);
            self.json.field("name", name);
            if self.random.percent(50) {
                let level = *self.random.pick(&LEVELS);
                self.json.field("level", level);
            }
            self.json.key("keywords");
            self.keywords();
            self.json.close('}');
        }
        self.json.close(']');
    }

    fn keywords(&mut self) {
        let count = 3 + self.random.below(5);
        if self.strings_for_lists {
            let mut all = String::new();
            for index in 0..count {
                self.entry_text();
                all.push_str(if index == 0 { "" } else { ", " });
                all.push_str(&self.scratch);
            }
            self.json.string(&all);
            return;
        }
        self.json.open('[');
        for _ in 0..count {
            self.entry();
        }
        self.json.close(']');
    }

    pub(super) fn certificates(&mut self, jobs: &[Span]) {
        self.json.key("certificates");
        self.json.open('[');
        for _ in 0..self.random.below(4) {
            let trade = self.trade;
            let (name, issuer) = self.random.pick(&trade.certificates);
            let job = *self.random.pick(jobs);
            let mut date = String::new();
            career::date(job.from, self.spelling, &mut date);
            self.json.open('{');
            self.json.field("name", name);
            self.json.field("date", &date);
            self.json.field("issuer", issuer);
            self.json.close('}');
        }
        self.json.close(']');
    }
}
