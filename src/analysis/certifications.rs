//! Certificates: which are held, which are worth taking, which cannot be taken any more.

use super::found::Found;
use crate::model::assessment::{Certificates, Gap, NotRecommended, Recommended};
use crate::model::candidate::HeldCertificate;
use crate::model::certification::{Action, Certification, State};
use crate::model::profile::Profile;
use crate::model::scale::Stage;
use crate::text::dates::{PartialDate, first_day};
use crate::text::memo::Memo;
use crate::text::words::{form, forms};
use jiff::ToSpan;
use jiff::civil::Date;

/// Words around a name that do not make another certificate of it.
const FILLERS: [&str; 39] = [
    "certified",
    "certificate",
    "certification",
    "professional",
    "the",
    "by",
    "from",
    "of",
    "on",
    "in",
    "at",
    "exam",
    "coursera",
    "credential",
    "deeplearning",
    "ai",
    "google",
    "aws",
    "amazon",
    "microsoft",
    "andrew",
    "ng",
    "earned",
    "issued",
    "completed",
    "obtained",
    "date",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// A certificate of the resume that is known.
#[derive(Clone, Debug)]
pub struct Recognised {
    /// Index into the candidate's certificates.
    pub held: usize,
    /// Index into the profile's certifications.
    pub index: usize,
    /// When it ran out or will.
    pub expires: Option<Date>,
    /// Whether it has run out by the day of the assessment.
    pub expired: bool,
}

/// What names of certificates mean in one profile; they come again from resume to resume.
#[derive(Debug)]
pub struct Names<'p> {
    /// Indices into the profile's certifications.
    known: Memo<Option<usize>>,
    /// Made when the first name needs them.
    wanted: Option<Vec<KnownName<'p>>>,
}

/// A name of one of the profile's certifications, or one that must not be taken for it.
#[derive(Debug)]
struct KnownName<'p> {
    text: &'p str,
    /// Its first word.
    first: &'p str,
    /// The first letter in lower case; `None` where it is none of ASCII.
    letter: Option<u8>,
    /// Index into the profile's certifications.
    index: usize,
    is_look_alike: bool,
}

impl Default for Names<'_> {
    fn default() -> Self {
        Names {
            known: Memo::new(1024),
            wanted: None,
        }
    }
}

/// All names of the certifications, in their order.
fn known_names(certifications: &[Certification]) -> Vec<KnownName<'_>> {
    let name = |text, index, is_look_alike| {
        let first = str::split(text, ' ').next().unwrap_or(text);
        KnownName {
            text,
            first,
            letter: first
                .bytes()
                .next()
                .filter(|_| first.is_ascii())
                .map(|b| b.to_ascii_lowercase()),
            index,
            is_look_alike,
        }
    };
    let mut names = Vec::new();
    for (index, known) in certifications.iter().enumerate() {
        let own = known.also_written.iter().chain([&known.name]);
        names.extend(own.map(|text| name(text.as_str(), index, false)));
        names.extend(known.look_alikes.iter().map(|text| name(text.as_str(), index, true)));
    }
    names
}

/// Recognises the certificates that a resume names.
pub fn recognise<'p>(
    held: &[HeldCertificate],
    profile: &'p Profile,
    names: &mut Names<'p>,
    as_of: Date,
) -> Vec<Recognised> {
    let mut known = |(i, certificate): (usize, &HeldCertificate)| {
        let wanted = &mut names.wanted;
        let named = names.known.of(&certificate.name, |name| {
            identify(name, wanted.get_or_insert_with(|| known_names(&profile.certifications)))
        });
        let issued = certificate.date.and_then(first_day);
        let index = named.filter(|_| issued.is_none_or(|day| day <= as_of))?;
        let expires = expiry(certificate, &profile.certifications[index]);
        Some(Recognised {
            held: i,
            index,
            expires,
            expired: expires.is_some_and(|day| day < as_of),
        })
    };
    held.iter().enumerate().filter_map(&mut known).collect()
}

/// The certification that a written name means: the longest known name in it, unless a look-alike is longer.
fn identify(name: &str, known: &[KnownName<'_>]) -> Option<usize> {
    let (written, whole) = (forms(name), form(name));
    // Most names are out by their first letter already, and most others by their first word.
    let mut letters = [false; 256];
    let firsts = written.iter().filter_map(|word| word.bytes().next());
    firsts.for_each(|letter| letters[usize::from(letter)] = true);
    let begins = |first: &str, word: &str| {
        let start = first.get(..word.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(word))
    };
    let mut best: Option<(usize, usize)> = None;
    let mut decoy = 0;
    for known in known
        .iter()
        .filter(|known| known.letter.is_none_or(|b| letters[usize::from(b)]))
    {
        let may_be = known.letter.is_none() || written.iter().any(|word| begins(known.first, word));
        if !may_be || !whole.contains(&form(known.text)) {
            continue;
        }
        let Some(length) = stands_in(&forms(known.text), &written) else {
            continue;
        };
        if known.is_look_alike {
            decoy = decoy.max(length);
        } else if best.is_none_or(|(most, _)| length > most) {
            best = Some((length, known.index));
        }
    }
    let (length, index) = best?;
    (length >= decoy).then_some(index)
}

/// How many letters of `written` the `name` takes, if it stands there and what is left over are fillers or the exam's code.
fn stands_in(name: &[String], written: &[String]) -> Option<usize> {
    let at = written.windows(name.len().max(1)).position(|window| window == name)?;
    let rest = written[..at].iter().chain(&written[at + name.len()..]);
    let is_code = |word: &str| word.chars().any(|c| c.is_ascii_digit());
    let strange = rest.filter(|w| !FILLERS.contains(&w.as_str()) && !is_code(w)).count();
    // A whole name with one strange word may still be it ("… (credly)"); with two it is something else.
    (!name.is_empty() && strange <= 1).then(|| name.iter().map(String::len).sum())
}

/// When a certificate runs out: as the resume says, else its term after the day of issue.
fn expiry(certificate: &HeldCertificate, certification: &Certification) -> Option<Date> {
    if let Some(expires) = certificate.expires {
        return last_day(expires);
    }
    let months = i64::from(certification.validity_months?);
    last_day(certificate.date?)?.checked_add(months.months()).ok()
}

/// The last day that a date as exact as known can mean.
fn last_day(date: PartialDate) -> Option<Date> {
    match (date.month, date.day) {
        (Some(month), Some(day)) => Date::new(date.year, month, day).ok(),
        (Some(month), None) => Date::new(date.year, month, 1).ok().map(Date::last_of_month),
        _ => Date::new(date.year, 12, 31).ok(),
    }
}

/// What is known of a person when certificates are recommended.
pub struct Situation<'a> {
    /// The certificates recognised.
    pub recognised: &'a [Recognised],
    /// The skills found.
    pub found: &'a Found<'a>,
    /// The gaps, the most valuable first.
    pub gaps: &'a [Gap],
    /// The estimated stage.
    pub stage: Option<Stage>,
    /// The day of the assessment.
    pub as_of: Date,
}

/// Recommends at most as many certificates as the profile says, one for each gap; lists the dead ones that guides name. Those
/// that are held are not listed.
pub fn advise(situation: &Situation<'_>, profile: &Profile) -> Certificates {
    let mut recommended: Vec<Recommended> = Vec::new();
    for gap in situation.gaps {
        if recommended.len() == profile.scoring.recommend_at_most {
            break;
        }
        let taken: Vec<usize> = recommended.iter().map(|r| r.index).collect();
        // A certificate that is recommended already closes this gap too; a second one would be for show.
        if let Some(again) = recommended
            .iter_mut()
            .find(|r| closes(&profile.certifications[r.index], gap, profile))
        {
            again.closes.push(gap.requirement);
            continue;
        }
        let open =
            (0..profile.certifications.len()).filter(|i| !taken.contains(i) && is_open(*i, gap, situation, profile));
        let best = open.min_by_key(|i| {
            let c = &profile.certifications[*i];
            let overlap = c
                .core_skills
                .iter()
                .filter(|s| wanted(gap, profile).contains(s))
                .count();
            (
                rank(c.action),
                named_by(*i, profile).is_empty(),
                std::cmp::Reverse(overlap),
                *i,
            )
        });
        if let Some(index) = best {
            let caveat = caveat(&profile.certifications[index], situation, profile);
            recommended.push(Recommended {
                index,
                closes: vec![gap.requirement],
                named_by: named_by(index, profile),
                caveat,
            });
        }
    }
    let none_because = recommended.is_empty().then(|| match situation.gaps.is_empty() {
        true => "there is no gap to close".to_owned(),
        false => {
            "no live certificate closes one of the gaps at this stage and on the platforms shown; deeds do".to_owned()
        }
    });
    Certificates {
        held: Vec::new(),
        recommended,
        not_recommended: dead(profile, situation.as_of),
        none_because,
        unknown: Vec::new(),
    }
}

/// The skills that would close a gap, or strengthen what is there.
fn wanted(gap: &Gap, profile: &Profile) -> Vec<crate::model::skill::SkillId> {
    let groups = &profile.requirements[gap.requirement].groups;
    let of_gap = |g: &&crate::model::profile::Group| g.of.iter().any(|s| gap.skills.contains(s));
    groups
        .iter()
        .filter(of_gap)
        .flat_map(|g| g.of.iter().copied())
        .collect()
}

fn closes(certification: &Certification, gap: &Gap, profile: &Profile) -> bool {
    let wanted = wanted(gap, profile);
    certification.core_skills.iter().any(|s| wanted.contains(s))
}

/// Whether a certification can be recommended for a gap to this person.
fn is_open(index: usize, gap: &Gap, situation: &Situation<'_>, profile: &Profile) -> bool {
    let certification = &profile.certifications[index];
    let held = || situation.recognised.iter().any(|r| r.index == index && !r.expired);
    let shown = |platform| situation.found.get(platform).is_some();
    let fits_platform = certification.platform.is_none_or(shown);
    let advised = match certification.action {
        Action::Recommend | Action::RecommendIfGap => true,
        Action::RecommendIfStack => certification.platform.is_some_and(shown),
        Action::RecommendWithCaveat => certification.caveat.is_some(),
        Action::Optional | Action::Watch | Action::DoNotRecommendForSenior | Action::NeverRecommend => false,
    };
    let live =
        certification.state == State::Active || certification.state == State::Beta && certification.caveat.is_some();
    // No certificate is aimed above a senior; for those above, a senior's still closes a gap. And none is of use that is
    // made for people two stages on.
    let from = situation.stage.unwrap_or(Stage::Junior).min(Stage::Senior);
    let to = situation
        .stage
        .map_or(Stage::Mid, |stage| stage.next().unwrap_or(stage));
    let fits_stage = (from..=to).contains(&certification.stage);
    advised && live && !held() && fits_platform && fits_stage && closes(certification, gap, profile)
}

fn rank(action: Action) -> u8 {
    match action {
        Action::Recommend => 0,
        Action::RecommendIfGap | Action::RecommendIfStack => 1,
        _ => 2,
    }
}

fn named_by(index: usize, profile: &Profile) -> Vec<String> {
    let named = profile.named_certifications.iter().find(|n| n.index == index);
    named.map(|n| n.named_by.clone()).unwrap_or_default()
}

/// The caveat of the facts, and "verify" where they are old.
fn caveat(certification: &Certification, situation: &Situation<'_>, profile: &Profile) -> Option<String> {
    let seen = crate::text::dates::parse_date(&certification.as_of)
        .ok()
        .flatten()
        .and_then(last_day);
    let limit = profile.scoring.facts_stale_after_months;
    let old = seen
        .and_then(|day| day.checked_add(limit.months()).ok())
        .is_none_or(|until| until < situation.as_of);
    let verify = old.then(|| {
        format!(
            "these facts are of {}: verify them with the issuer",
            certification.as_of
        )
    });
    match (certification.caveat.clone(), verify) {
        (Some(caveat), Some(verify)) => Some(format!("{caveat} {verify}")),
        (caveat, verify) => caveat.or(verify),
    }
}

/// Those that a guide names and that cannot be taken any more on the day of the assessment.
fn dead(profile: &Profile, as_of: Date) -> Vec<NotRecommended> {
    let is_dead = |index: usize| {
        let certification = &profile.certifications[index];
        let since = certification
            .since
            .as_deref()
            .and_then(|s| crate::text::dates::parse_date(s).ok().flatten())
            .and_then(last_day);
        certification.state == State::Retired && since.is_none_or(|day| day <= as_of)
    };
    let named = profile.named_certifications.iter().filter(|n| is_dead(n.index));
    named
        .map(|n| NotRecommended {
            index: n.index,
            named_by: n.named_by.clone(),
        })
        .collect()
}
