//! The pipeline and nothing else: resume text in, [`Assessment`] out.

mod places;
mod warnings;

use crate::analysis::certifications::{self, Recognised, Situation};
use crate::analysis::found::Found;
use crate::analysis::skills::{self, Attested};
use crate::analysis::spans::EntrySpans;
use crate::analysis::tables::Tables;
use crate::analysis::title_stage::{self, TitleStages};
use crate::analysis::titles::Titles;
use crate::analysis::{coverage, experience, gaps, ladder};
use crate::matching::{self, Lexicon, Workspace};
use crate::model::assessment::{
    Assessment, Certificates, Held, Quote, RejectedWords, SmallestChange, UnknownCertificate, UnmatchedWords,
    YearEntry, Years,
};
use crate::model::candidate::{Candidate, Entry, HeldCertificate, Section};
use crate::model::correction::Corrections;
use crate::model::profile::Profile;
use crate::model::reading::{Mention, Reading, Rejected, Unmatched};
use crate::resume::{self, ReadError, Source, Templates};
use crate::text::dates::first_day;
use jiff::civil::Date;
use places::Places;
use std::ops::Range;

/// Assesses the resume in `source` against `profile`; open periods run to `as_of`.
///
/// # Errors
/// [`ReadError`] where the JSON is no resume.
pub fn assess<'p>(source: &Source, profile: &'p Profile, as_of: Date) -> Result<Assessment<'p>, ReadError> {
    assess_with(
        source,
        profile,
        &Lexicon::build(&profile.taxonomy, &profile.language),
        as_of,
    )
}

/// The same with a lexicon that was built before, for whoever assesses many resumes against one profile.
///
/// # Errors
/// [`ReadError`] where the JSON is no resume.
pub fn assess_with<'p>(
    source: &Source,
    profile: &'p Profile,
    lexicon: &Lexicon<'_>,
    as_of: Date,
) -> Result<Assessment<'p>, ReadError> {
    assess_corrected(source, profile, lexicon, &Corrections::default(), as_of)
}

/// The same with what a user corrects; the aliases are in the taxonomy behind `lexicon` already (`profile::add_alias`).
///
/// # Errors
/// [`ReadError`] where the JSON is no resume, or nothing stands where something is to be ignored.
pub fn assess_corrected<'p>(
    source: &Source,
    profile: &'p Profile,
    lexicon: &Lexicon<'_>,
    corrections: &Corrections,
    as_of: Date,
) -> Result<Assessment<'p>, ReadError> {
    Assessor::new(profile, lexicon, corrections, as_of).assess(source)
}

/// How much of an assessment is worked out.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Detail {
    /// Everything, with the places of words.
    Placed,
    /// The verdicts alone.
    Verdicts,
}

/// Assesses one resume after the other against the same profile. What comes before changes nothing about what comes after.
pub struct Assessor<'p, 'l> {
    profile: &'p Profile,
    lexicon: &'l Lexicon<'l>,
    corrections: &'l Corrections,
    as_of: Date,
    templates: Templates,
    workspace: Workspace,
    titles: Titles<'p>,
    title_stages: TitleStages,
    certificate_names: certifications::Names<'p>,
    tables: Tables,
}

impl<'p, 'l> Assessor<'p, 'l> {
    /// Takes what is the same for all of them; the aliases of the corrections are in the taxonomy behind `lexicon` already.
    pub fn new(
        profile: &'p Profile,
        lexicon: &'l Lexicon<'l>,
        corrections: &'l Corrections,
        as_of: Date,
    ) -> Assessor<'p, 'l> {
        Assessor {
            profile,
            lexicon,
            corrections,
            as_of,
            templates: Templates::new(&profile.language.templates),
            workspace: Workspace::default(),
            titles: Titles::default(),
            title_stages: TitleStages::default(),
            certificate_names: certifications::Names::default(),
            tables: Tables::of(profile),
        }
    }

    /// Assesses the resume in `source`.
    ///
    /// # Errors
    /// [`ReadError`] where the JSON is no resume, or nothing stands where something is to be ignored.
    pub fn assess(&mut self, source: &Source) -> Result<Assessment<'p>, ReadError> {
        self.assess_in(source, Detail::Placed)
    }

    /// The same for whoever wants the verdicts alone: evidence, what implies a skill, rejected and unmatched words, places, reasons, blockers,
    /// certificates worth taking and the smallest change are not worked out.
    ///
    /// # Errors
    /// As [`assess`](Self::assess).
    pub fn verdicts(&mut self, source: &Source) -> Result<Assessment<'p>, ReadError> {
        self.assess_in(source, Detail::Verdicts)
    }

    /// The same from the bytes of a file, which are read once where they need no repair.
    ///
    /// # Errors
    /// [`ReadError`] as [`Source::new`] and [`assess`](Self::assess).
    pub fn verdicts_of(&mut self, bytes: &[u8]) -> Result<Assessment<'p>, ReadError> {
        let source = Source::unchecked(bytes.to_vec())?;
        match self.verdicts(&source) {
            Err(_) => self.verdicts(&Source::new(bytes.to_vec())?),
            done => done,
        }
    }

    fn assess_in(&mut self, source: &Source, detail: Detail) -> Result<Assessment<'p>, ReadError> {
        let Assessor {
            profile,
            lexicon,
            corrections,
            as_of,
            ..
        } = *self;
        let candidate = resume::read(source, &self.templates, &corrections.ignored)?;
        let reading = matching::read_with(&candidate.passages, lexicon, &mut self.workspace);
        let names = &mut self.certificate_names;
        let recognised = certifications::recognise(&candidate.certificates, profile, names, as_of);
        let places = match detail {
            Detail::Placed => Places::of(source, &candidate, &reading),
            Detail::Verdicts => Places::nowhere(source),
        };
        let quote = |passage: usize, range: Range<usize>| places.quote(&candidate.passages[passage], range);

        let spans = EntrySpans::of(&candidate, as_of);
        let attested = attested(&candidate, &recognised, profile, &places, detail);
        let about_others = experience::about_others(&candidate, profile, &mut self.titles);
        let of_skills = skills::Input {
            candidate: &candidate,
            reading: &reading,
            spans: &spans,
            about_others: &about_others,
            profile,
            tables: &self.tables,
            as_of,
        };
        let words = |mention: &Mention| quote(mention.passage, mention.range.clone());
        let words: Option<&dyn Fn(&Mention) -> Quote> = (detail == Detail::Placed).then_some(&words);
        let findings = skills::findings(&of_skills, &attested, words);
        let found = Found::of(&findings);
        let standard = (profile, &self.tables);
        let classified = experience::classify(&candidate, &reading, standard, &mut self.titles);
        let sums = experience::sums(&classified, &spans, &profile.scoring);
        let in_field = experience::in_field(
            &candidate,
            (&reading, &spans, &about_others),
            standard,
            &mut self.titles,
        );
        let of_stage = ladder::Input {
            candidate: &candidate,
            found: &found,
            sums,
            in_field: &in_field,
            title: title_stage::read(&candidate, &profile.language.roles, &mut self.title_stages),
            profile,
        };
        let mut stage = ladder::stage(&of_stage);
        let mut requirements = coverage::requirements(&found, profile);
        let gaps = gaps::gaps(&requirements, &found, &stage, profile);
        let held = held(&candidate, &recognised, &places);

        let mut reasons = Reasons::default();
        if detail == Detail::Placed {
            ladder::explain(&mut stage, &of_stage);
            coverage::explain(&mut requirements, &found, profile);
            let situation = Situation {
                recognised: &recognised,
                found: &found,
                gaps: &gaps,
                stage: stage.estimate,
                as_of,
            };
            reasons = Reasons {
                entries: year_entries(&candidate, &classified, &spans, &places),
                rejected: rejected(&candidate, &reading, quote),
                unmatched: unmatched(&reading, quote),
                certificates: Certificates {
                    unknown: unknown(&candidate, &recognised, as_of, &places),
                    ..certifications::advise(&situation, profile)
                },
                smallest_change: gaps::smallest_change(&found, &stage, profile),
            };
        }
        let newest_work = newest_work(&candidate);
        Ok(Assessment {
            profile,
            as_of,
            label: candidate.label.clone(),
            years: years(sums, reasons.entries),
            coverage: coverage::score(&requirements, profile),
            rejected: reasons.rejected,
            unmatched: reasons.unmatched,
            warnings: warnings::of(&of_skills, &recognised, &findings, &places),
            skills: findings,
            requirements,
            gaps,
            smallest_change: reasons.smallest_change,
            certificates: Certificates {
                held,
                ..reasons.certificates
            },
            stage,
            corrections: corrections.clone(),
            anchor: places.node(candidate.skills_node.unwrap_or(newest_work)),
            work_anchor: places.node(newest_work),
        })
    }
}

/// What an assessment says beyond its verdicts.
#[derive(Default)]
struct Reasons {
    entries: Vec<YearEntry>,
    rejected: Vec<RejectedWords>,
    unmatched: Vec<UnmatchedWords>,
    certificates: Certificates,
    smallest_change: Option<SmallestChange>,
}

/// The newest work entry, else the beginning: where something new would be written.
fn newest_work(candidate: &Candidate<'_>) -> u32 {
    let end = |entry: &&Entry| entry.periods.iter().map(|p| (p.to, p.from)).max();
    let work = candidate.entries.iter().filter(|e| e.section == Section::Work);
    // Of entries that are equally new the first is meant.
    work.rev().max_by_key(end).map_or(0, |e| e.node)
}

/// The skills that the certificates give, valid ones only.
fn attested(
    candidate: &Candidate<'_>,
    recognised: &[Recognised],
    profile: &Profile,
    places: &Places<'_>,
    detail: Detail,
) -> Vec<Attested> {
    let mut attested = Vec::new();
    for known in recognised.iter().filter(|r| !r.expired) {
        let certificate = &candidate.certificates[known.held];
        let certification = &profile.certifications[known.index];
        let words = || places.quote_of(certificate.name_node, certificate.name_start, &certificate.name);
        let quote = (detail == Detail::Placed).then(words);
        let core = certification.core_skills.first().copied();
        let certified = certification.core_skills.iter().map(|s| (*s, None));
        let touched = certification.other_skills.iter().map(|s| (*s, core));
        attested.extend(certified.chain(touched).map(|(skill, implied_by)| Attested {
            skill,
            implied_by,
            quote: quote.clone(),
        }));
    }
    attested
}

fn rejected(
    candidate: &Candidate<'_>,
    reading: &Reading,
    quote: impl Fn(usize, Range<usize>) -> Quote,
) -> Vec<RejectedWords> {
    let words = |r: &Rejected| RejectedWords {
        skill: r.skill,
        cue: r
            .cue
            .clone()
            .map(|cue| candidate.passages[r.passage].text[cue].to_owned()),
        quote: quote(r.passage, r.range.clone()),
        reason: r.reason,
    };
    reading.rejected.iter().map(words).collect()
}

fn unmatched(reading: &Reading, quote: impl Fn(usize, Range<usize>) -> Quote) -> Vec<UnmatchedWords> {
    let words = |u: &Unmatched| UnmatchedWords {
        quote: quote(u.passage, u.range.clone()),
        nearest: u.nearest,
    };
    reading.unmatched.iter().map(words).collect()
}

/// The certificates that are none of the profile's.
fn unknown(
    candidate: &Candidate<'_>,
    recognised: &[Recognised],
    as_of: Date,
    map: &Places<'_>,
) -> Vec<UnknownCertificate> {
    let is_known = |i: &usize| recognised.binary_search_by_key(i, |r| r.held).is_ok();
    // One of another day may be known all the same.
    let is_held = |c: &HeldCertificate| c.date.and_then(first_day).is_none_or(|day| day <= as_of);
    let all = candidate.certificates.iter().enumerate();
    all.filter(|(i, certificate)| !is_known(i) && is_held(certificate))
        .map(|(_, certificate)| UnknownCertificate {
            name: certificate.name.clone(),
            place: map.node(certificate.node),
        })
        .collect()
}

fn held(candidate: &Candidate<'_>, recognised: &[Recognised], map: &Places<'_>) -> Vec<Held> {
    let held = |r: &Recognised| Held {
        index: r.index,
        place: map.node(candidate.certificates[r.held].node),
        counts: !r.expired,
        expires: r.expires,
        expired: r.expired,
    };
    recognised.iter().map(held).collect()
}

fn year_entries(
    candidate: &Candidate<'_>,
    classified: &[experience::Classified<'_>],
    spans: &EntrySpans,
    places: &Places<'_>,
) -> Vec<YearEntry> {
    let mut entries = Vec::new();
    for c in classified {
        let entry = &candidate.entries[c.entry];
        if !spans.has_begun(c.entry, entry) {
            continue;
        }
        entries.extend(entry.periods.iter().map(|period| YearEntry {
            place: places.node(entry.node),
            title: entry.title.clone(),
            from: period.from,
            to: period.to,
            counts_as: c.counts_as,
            why: c.why.to_string(),
        }));
    }
    entries
}

fn years(sums: experience::Sums, entries: Vec<YearEntry>) -> Years {
    Years {
        relevant: sums.relevant,
        total: sums.total,
        ladder: sums.ladder,
        from_adjacent: sums.from_adjacent,
        from_doctoral: sums.from_doctoral,
        entries,
    }
}
