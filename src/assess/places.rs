//! Where the words stand that an assessment points at.

use crate::model::assessment::Quote;
use crate::model::candidate::{At, Candidate, Passage};
use crate::model::reading::Reading;
use crate::resume::Source;
use crate::text::locate::{self, Place};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Bytes kept either side of a quotation: more than any format shows, less than a whole book.
const CONTEXT: usize = 200;

/// The places of everything that an assessment points at, worked out in one pass over the source.
pub(super) struct Places<'s> {
    source: &'s Source,
    /// `None` where nobody asks for places.
    known: Option<FxHashMap<(u32, u32), Place>>,
}

impl<'s> Places<'s> {
    pub fn nowhere(source: &'s Source) -> Places<'s> {
        Places { source, known: None }
    }

    pub fn of(source: &'s Source, candidate: &Candidate<'_>, reading: &Reading) -> Places<'s> {
        let spot = |passage: usize, range: &Range<usize>| {
            let passage = &candidate.passages[passage];
            (passage.node, (passage.start + range.start) as u32)
        };
        let mut wanted: Vec<(u32, u32)> = vec![(0, 0)];
        wanted.extend(reading.mentions.iter().map(|m| spot(m.passage, &m.range)));
        wanted.extend(reading.rejected.iter().map(|r| spot(r.passage, &r.range)));
        wanted.extend(reading.unmatched.iter().map(|u| spot(u.passage, &u.range)));
        wanted.extend(
            candidate
                .entries
                .iter()
                .map(|e| e.node)
                .chain(candidate.skills_node)
                .map(|node| (node, 0)),
        );
        wanted.extend(
            candidate
                .certificates
                .iter()
                .flat_map(|c| [(c.node, 0), (c.name_node, c.name_start as u32)]),
        );
        wanted.extend(candidate.warnings.iter().filter_map(|w| match w.at {
            At::Node(node) => Some((node, 0)),
            At::Offset(_) => None,
        }));
        wanted.sort_unstable();
        wanted.dedup();
        let places = locate::places(&source.text, source.written(), &wanted);
        Places {
            source,
            known: Some(wanted.into_iter().zip(places).collect()),
        }
    }

    fn at(&self, node: u32, offset: usize) -> Place {
        let known = self.known.as_ref().and_then(|known| known.get(&(node, offset as u32)));
        known.cloned().unwrap_or(Place {
            pointer: String::new(),
            line: 1,
            column: 1,
        })
    }

    pub fn node(&self, node: u32) -> Place {
        self.at(node, 0)
    }

    pub fn offset(&self, offset: usize) -> Place {
        if self.known.is_none() {
            return self.at(0, 0);
        }
        let (line, column) = locate::line_column(self.source.written(), offset);
        Place {
            pointer: String::new(),
            line,
            column,
        }
    }

    pub fn quote(&self, passage: &Passage<'_>, range: Range<usize>) -> Quote {
        let place = self.at(passage.node, passage.start + range.start);
        if self.known.is_none() {
            return Quote::nothing(place);
        }
        let text = &passage.text;
        let from = text.floor_char_boundary(range.start.saturating_sub(CONTEXT));
        let to = text.ceil_char_boundary((range.end + CONTEXT).min(text.len()));
        Quote {
            place,
            text: passage.text[range.clone()].to_owned(),
            context: passage.text[from..to].to_owned(),
            offset: range.start - from,
        }
    }

    pub fn quote_of(&self, node: u32, start: usize, text: &str) -> Quote {
        if self.known.is_none() {
            return Quote::nothing(self.at(node, start));
        }
        Quote {
            place: self.at(node, start),
            text: text.to_owned(),
            context: text.to_owned(),
            offset: 0,
        }
    }
}
