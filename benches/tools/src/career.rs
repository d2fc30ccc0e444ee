//! When somebody worked where: jobs one after the other back from the newest, and the ways in which people spell a month.

use crate::random::Random;
use std::fmt::Write;

/// The newest month that anything in the corpus happens in, in months since the year 0: October 2026.
const NEWEST: u32 = 2026 * 12 + 9;

/// A time somewhere; `None` as the end means that it goes on.
#[derive(Clone, Copy)]
pub struct Span {
    /// The first month, in months since the year 0.
    pub from: u32,
    /// The last month.
    pub to: Option<u32>,
}

/// How somebody spells dates.
#[derive(Clone, Copy)]
pub enum Spelling {
    /// `2021-03`, as JSON Resume asks.
    Month,
    /// `2021-03-01`.
    Day,
    /// `2021`.
    Year,
    /// `Mar 2021`.
    Name,
    /// `03/2021`.
    Slash,
}

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// Most people spell dates as the format asks.
pub fn spelling(random: &mut Random) -> Spelling {
    match random.below(100) {
        0..55 => Spelling::Month,
        55..85 => Spelling::Day,
        85..90 => Spelling::Year,
        90..96 => Spelling::Name,
        _ => Spelling::Slash,
    }
}

/// Writes a month behind `to`.
pub fn date(month: u32, spelling: Spelling, to: &mut String) {
    let (year, month) = (month / 12, month % 12);
    let number = month + 1;
    let written = match spelling {
        Spelling::Month => write!(to, "{year}-{number:02}"),
        Spelling::Day => write!(to, "{year}-{number:02}-01"),
        Spelling::Year => write!(to, "{year}"),
        Spelling::Name => write!(to, "{} {year}", MONTHS[month as usize]),
        Spelling::Slash => write!(to, "{number:02}/{year}"),
    };
    written.expect("a string grows");
}

/// So many jobs, the newest first, with a gap now and then.
pub fn jobs(count: usize, random: &mut Random) -> Vec<Span> {
    let goes_on = random.percent(75);
    let mut end = NEWEST - if goes_on { 0 } else { random.between(1, 14) };
    let mut jobs = Vec::with_capacity(count);
    for index in 0..count {
        let from = end - random.between(7, 60);
        let to = (index > 0 || !goes_on).then_some(end);
        jobs.push(Span { from, to });
        end = from - if random.percent(20) { random.between(2, 12) } else { 1 };
    }
    jobs
}

/// The studies before a first job, the newest first.
pub fn studies(first_job: u32, count: usize, random: &mut Random) -> Vec<Span> {
    let mut end = first_job - random.between(1, 8);
    let mut studies = Vec::with_capacity(count);
    for _ in 0..count {
        let from = end - random.between(20, 50);
        studies.push(Span { from, to: Some(end) });
        end = from - 2;
    }
    studies
}
