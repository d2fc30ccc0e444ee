//! How cost grows with the taxonomy: assesses the same lines with the shipped skills cut to fewer, and with made-up ones beside them.
//!
//! `grown people.jsonl --skills 100,1000,30000` goes through the lines once with each taxonomy, round by round. `--shipped 100` has
//! the same hundred of the shipped skills in each of them, and made-up ones for the rest: so the resumes show the same in all. With
//! one size, one round and no warm-up it is what callgrind counts; `--lines 0` gives what to take off for the start.

use clap::Parser;
use gapcheck::Assessor;
use gapcheck::matching::Lexicon;
use gapcheck::model::correction::Corrections;
use gapcheck::model::profile::Profile;
use gapcheck::model::skill::{Skill, SkillKind, Taxonomy};
use gapcheck::text::texts::Texts;
use gapcheck_benches::made_up;
use gapcheck_benches::median::median;
use jiff::civil::date;
use rustix::time::{ClockId, clock_gettime};
use std::error::Error;
use std::fs;
use std::hint::black_box;
use std::path::PathBuf;

/// Assesses the same lines with taxonomies of several sizes
#[derive(Parser)]
struct Options {
    /// Resumes as JSON Lines
    file: PathBuf,
    /// How many skills, several with commas between; without it the shipped ones
    #[arg(long, value_delimiter = ',')]
    skills: Vec<usize>,
    /// So many of them are shipped ones, if there are as many; the others are made up
    #[arg(long, default_value_t = usize::MAX, hide_default_value = true)]
    shipped: usize,
    /// So many of the lines
    #[arg(long, default_value_t = usize::MAX, hide_default_value = true)]
    lines: usize,
    /// How often each taxonomy goes through the lines; at least once
    #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u16).range(1..))]
    rounds: u16,
    /// Rounds before them that count for nothing
    #[arg(long, default_value_t = 1)]
    warm_up: u16,
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut options = Options::parse();
    let text = fs::read(&options.file)?;
    let lines: Vec<&[u8]> = text
        .split(|byte| *byte == b'\n')
        .filter(|line| !line.is_empty())
        .collect();
    let lines = &lines[..options.lines.min(lines.len())];
    if options.skills.is_empty() {
        options.skills.push(shipped()?.taxonomy.skills().len());
    }
    let profiles = options
        .skills
        .iter()
        .map(|count| profile(*count, options.shipped))
        .collect::<Result<Vec<_>, _>>()?;
    let sizes: Vec<Size<'_>> = profiles.iter().map(Size::new).collect();
    print(&measure(&sizes, lines, &options), &sizes, lines.len().max(1) as f64);
    Ok(())
}

/// A taxonomy of one size.
struct Size<'p> {
    profile: &'p Profile,
    lexicon: Lexicon<'p>,
    /// What the lexicon took to build.
    ready_ms: f64,
}

impl<'p> Size<'p> {
    fn new(profile: &'p Profile) -> Size<'p> {
        let start = now();
        let lexicon = Lexicon::build(&profile.taxonomy, &profile.language);
        let ready_ms = (now() - start) * 1e3;
        Size {
            profile,
            lexicon,
            ready_ms,
        }
    }
}

/// What assessing all lines took with a taxonomy, and what it found.
#[derive(Clone, Default)]
struct Measured {
    seconds: Vec<f64>,
    skills: usize,
}

fn measure(sizes: &[Size<'_>], lines: &[&[u8]], options: &Options) -> Vec<Measured> {
    let none = Corrections::default();
    // Any day: nothing of it is printed.
    let as_of = date(2026, 11, 22);
    let assessors = sizes
        .iter()
        .map(|size| Assessor::new(size.profile, &size.lexicon, &none, as_of));
    let mut assessors: Vec<Assessor<'_, '_>> = assessors.collect();
    let mut measured = vec![Measured::default(); sizes.len()];
    for round in 0..options.warm_up + options.rounds {
        for (assessor, measured) in assessors.iter_mut().zip(&mut measured) {
            let start = now();
            measured.skills = assess(lines, assessor);
            if round >= options.warm_up {
                measured.seconds.push(now() - start);
            }
        }
    }
    measured
}

fn print(measured: &[Measured], sizes: &[Size<'_>], lines: f64) {
    println!("| skills | names | lexicon, ms | skills a resume | ns a resume | × first |");
    println!("| --- | --- | --- | --- | --- | --- |");
    for (Measured { seconds, skills }, size) in measured.iter().zip(sizes) {
        let named = size.profile.taxonomy.skills().iter().filter(|s| !s.name.is_empty());
        println!(
            "| {} | {} | {:.1} | {:.1} | {:.0} | {:.2} |",
            named.clone().count(),
            named.map(|s| 1 + s.aliases.len()).sum::<usize>(),
            size.ready_ms,
            *skills as f64 / lines,
            median(seconds.iter().map(|s| s * 1e9 / lines).collect()),
            median(
                seconds
                    .iter()
                    .zip(&measured[0].seconds)
                    .map(|(own, first)| own / first)
                    .collect()
            ),
        );
    }
}

/// Assesses every line; says how many skills are found.
fn assess(lines: &[&[u8]], assessor: &mut Assessor<'_, '_>) -> usize {
    let found = |line: &&[u8]| assessor.verdicts_of(line).map_or(0, |a| black_box(a).skills.len());
    lines.iter().map(found).sum()
}

fn shipped() -> Result<Profile, Box<dyn Error>> {
    let profile = gapcheck::profile::load("senior-ml-engineer").ok_or("it is built in")?;
    profile.map_err(|faults| format!("{} faults", faults.len()).into())
}

/// The shipped profile with so many skills that have names, of which `most` at most are the shipped ones.
fn profile(count: usize, most: usize) -> Result<Profile, Box<dyn Error>> {
    if count > usize::from(u16::MAX) {
        return Err(format!("{count} skills: a taxonomy holds {}", u16::MAX).into());
    }
    let mut profile = shipped()?;
    let taxonomy = &mut profile.taxonomy;
    let here = taxonomy.skills().len();
    let kept = count.min(most).min(here);
    if kept < here {
        cut(taxonomy, kept);
    }
    extend(taxonomy, count - kept);
    Ok(profile)
}

/// Leaves `count` skills their names, spread over the whole: those of a kind stand together. The profile still speaks of the
/// others, so they keep their places.
fn cut(taxonomy: &mut Taxonomy, count: usize) {
    let all = taxonomy.skills().len();
    taxonomy.change(|skills| {
        for (place, skill) in skills.iter_mut().enumerate() {
            let is_kept = place * count / all != (place + 1) * count / all;
            if !is_kept {
                skill.name = "".into();
                skill.aliases = Texts::default();
                skill.not = Texts::default();
                skill.ambiguous = Texts::default();
                skill.company = "".into();
            }
        }
    });
}

/// Adds made-up skills.
fn extend(taxonomy: &mut Taxonomy, count: usize) {
    let skills = taxonomy.skills().iter();
    let known = skills.flat_map(|s| s.aliases.iter().chain([s.name.as_ref()]));
    // Any seed does.
    let made_up = made_up::skills(count, 7, known);
    let made_up = made_up.into_iter().map(|made_up| Skill {
        id: made_up.id.into(),
        name: made_up.name.into(),
        kind: SkillKind::Tool,
        aliases: made_up.aliases.into(),
        broader: Vec::new(),
        not: Texts::default(),
        ambiguous: Texts::default(),
        company: "".into(),
    });
    taxonomy.change(|skills| skills.extend(made_up));
}

/// Processor time of this program in seconds.
fn now() -> f64 {
    let time = clock_gettime(ClockId::ProcessCPUTime);
    time.tv_sec as f64 + time.tv_nsec as f64 / 1e9
}
