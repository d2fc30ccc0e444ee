//! What the resume holds that the answers add to, as far as the questions need it.

use super::Interview;
use crate::assess::assess_corrected;
use crate::matching::Lexicon;
use crate::model::answers::Where;
use crate::model::candidate::Section;
use crate::model::skill::SkillId;
use crate::questionnaire::{self as q, Found};
use crate::resume::{self, ReadError, Source, Templates};
use crate::text::clean::around;
use crate::text::dates::{End, Period};
use crate::text::locate;

/// What the resume holds that the answers add to, as far as the questions need it.
#[derive(Default)]
pub(super) struct Base {
    pub places: Vec<q::Place>,
    pub dated: usize,
    pub dated_jobs: usize,
    pub has_certificates: bool,
    pub found: Vec<Found>,
}

impl Interview<'_> {
    pub(super) fn read_base(&self) -> Result<Base, ReadError> {
        let Some(source) = self.base else {
            return Ok(Base::default());
        };
        let templates = Templates::new(&self.profile.language.templates);
        let candidate = resume::read(source, &templates, &self.corrections.ignored)?;
        let mut nodes: Vec<(u32, u32)> = candidate.entries.iter().map(|e| (e.node, 0)).collect();
        nodes.sort_unstable();
        let places = locate::places(&source.text, source.written(), &nodes);
        let pointer = |node: u32| {
            let found = nodes.iter().position(|n| n.0 == node);
            found.map_or(String::new(), |i| places[i].pointer.clone())
        };
        let mut base = Base {
            has_certificates: !candidate.certificates.is_empty(),
            found: self.found(source)?,
            ..Base::default()
        };
        for entry in &candidate.entries {
            let takes = matches!(entry.section, Section::Work | Section::Project | Section::Volunteer);
            let at = pointer(entry.node);
            let is_object = locate::find(&source.text, &at).is_some_and(|r| source.text[r].starts_with('{'));
            if !takes || !is_object {
                continue;
            }
            let dated = usize::from(!entry.periods.is_empty());
            base.dated += dated;
            base.dated_jobs += dated * usize::from(entry.section == Section::Work);
            let title = if entry.title.is_empty() {
                "no title"
            } else {
                &entry.title
            };
            base.places.push(q::Place {
                label: label(title, entry.periods.first()),
                at: Where::Entry(at),
            });
        }
        Ok(base)
    }

    /// What is found in a resume, of what any question is about, each with its first words.
    fn found(&self, source: &Source) -> Result<Vec<Found>, ReadError> {
        /// Columns of a quotation in a list.
        const COLUMNS: usize = 40;
        let asked: Vec<SkillId> = q::questions(self.profile).into_iter().flat_map(|q| q.items).collect();
        let lexicon = Lexicon::build(&self.profile.taxonomy, &self.profile.language);
        let assessment = assess_corrected(source, self.profile, &lexicon, self.corrections, self.as_of)?;
        let found = assessment.skills.iter().filter(|f| asked.contains(&f.skill));
        let with_words = found.filter_map(|f| Some((f.skill, &f.evidence.first()?.quote)));
        let shown = with_words.map(|(skill, quote)| {
            let words = around(&quote.context, quote.offset..quote.offset + quote.text.len(), COLUMNS);
            Found {
                skill,
                shown: format!("line {}, \"{words}\"", quote.place.line),
            }
        });
        Ok(shown.collect())
    }
}

fn label(title: &str, period: Option<&Period>) -> String {
    match period {
        Some(Period { from, to: End::Open }) => format!("{title} ({from} to present)"),
        Some(Period { from, to: End::On(to) }) => format!("{title} ({from} to {to})"),
        None => title.to_owned(),
    }
}
