//! `gapcheck cohort`: what a group of people has and lacks, from the lines of a batch or from resumes.
//!
//! One thread reads and some count, as for `gapcheck batch`; nothing is kept of a person but the counts.

mod count;

use crate::args::{Cli, CohortArgs, CohortFormat, SettingsArgs};
use crate::batch::belt::Belt;
use crate::batch::record::Job;
use crate::batch::{self, read};
use crate::failure::Failure;
use crate::progress::Progress;
use crate::settings::Settings;
use crate::{input, interrupt, output, targets};
use count::{First, Group, Held, Stopped};
use gapcheck::cohort::{Known, report};
use gapcheck::matching::Lexicon;
use gapcheck::model::profile::Profile;
use gapcheck::model::snapshot::ProfileVersion;
use gapcheck::profile as profiles;
use gapcheck::render::cohort::{csv, html, human, json};
use gapcheck::render::json::Fields;
use gapcheck::text::clean::for_terminal;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

pub fn run(cli: &Cli, args: &CohortArgs) -> Result<(), Failure> {
    let targets = targets::chosen(&args.format, args.output.as_ref(), CohortFormat::Human)?;
    let written = targets.iter().filter_map(|target| target.file.as_deref()).collect();
    let inputs = batch::inputs("cohort", &args.files, written, args.max_line)?;
    targets::refuse_missing_folders(&targets)?;
    let as_of = input::as_of(args.as_of)?;
    let settings = Settings::load(&args.settings, None)?;
    interrupt::watch();
    let belt = batch::belt(batch::threads(args.threads));
    let reader = batch::start_reader(inputs, &belt)?;
    // What the first lines were held against is what all are held against, unless somebody names a profile.
    let first = match is_named(args, &settings) {
        true => First::default(),
        false => count::first(&belt),
    };
    let named = settings_for(args, first.profile.as_ref())?;
    let (profile, corrections) = settings.corrected(named.as_ref().unwrap_or(&args.settings), &[])?;
    let job = Job {
        profile: &profile,
        lexicon: &Lexicon::build(&profile.taxonomy, &profile.language),
        corrections: &corrections,
        as_of,
        fields: &Fields::Summary,
        id: None,
        max_line: args.max_line,
    };
    let group = counted(job, first, &belt, batch::threads(args.threads))?;
    say(&group, reader)?;
    let Ok(cohort) = report(&group.tally, args.min_group) else {
        return Err(too_few(&group, args.min_group));
    };
    targets::write(cli, &targets, |format, look| match format {
        CohortFormat::Human => human::render(&cohort, look),
        CohortFormat::Json => json::render(&cohort),
        CohortFormat::Csv => csv::render(&cohort),
        CohortFormat::Html => html::render(&cohort),
    })
}

/// Counts everything that is read; `first` before all others, so that of several faults always the same one is said.
fn counted<'p>(job: Job<'p>, mut first: First, belt: &Arc<Belt>, threads: usize) -> Result<Group<'p>, Failure> {
    let profile = job.profile;
    let held = Held {
        known: Known::of(profile),
        job,
    };
    let mut group = Group::new(profile);
    count::passed_over(&mut first, &mut group);
    let begun = first.chunks + u64::from(first.chunk.is_some());
    if let Some(chunk) = first.chunk {
        count::chunk(chunk, &held, belt, &mut group);
    }
    if group.stopped.is_none() {
        let shared = Mutex::new(group);
        batch::work(threads, belt, &|| count::all(&held, belt, &shared), || {
            gather(belt, begun)
        })?;
        group = shared.into_inner().unwrap_or_else(PoisonError::into_inner);
    }
    match group.stopped {
        None => Ok(group),
        Some((_, stopped)) => Err(refused(stopped, profile)),
    }
}

/// Whether somebody named the profile: by an option, the environment or a configuration.
fn is_named(args: &CohortArgs, settings: &Settings) -> bool {
    let configured = settings.found.as_ref().and_then(|found| found.config.profile.as_ref());
    args.settings.profile.is_some() || configured.is_some()
}

/// The settings with the profile that the lines were held against; `None` where they name none.
fn settings_for(args: &CohortArgs, profile: Option<&ProfileVersion>) -> Result<Option<SettingsArgs>, Failure> {
    let Some(ProfileVersion { id, version }) = profile else {
        return Ok(None);
    };
    if !profiles::ids().any(|known| known == id) {
        let message = format!("the lines were held against the profile {id} {version}, which is not built in");
        return Err(Failure::new(message).help("name its file: --profile FILE"));
    }
    Ok(Some(SettingsArgs {
        profile: Some(id.clone()),
        alias: args.settings.alias.clone(),
        ..SettingsArgs::default()
    }))
}

/// Gives the chunks that were counted back to the reader, until there are no more.
fn gather(belt: &Belt, begun: u64) -> Result<(), Failure> {
    let progress = Progress::start();
    let (mut gathered, mut lines) = (begun, 0);
    while let Some(chunk) = belt.done.pop() {
        gathered += 1;
        lines += chunk.tally.resumes;
        let is_stopped = chunk.stop.is_some();
        belt.free.push(chunk);
        if is_stopped {
            return Ok(());
        }
        progress.show(|since| format!("{lines} people, {:.0} a second", lines as f64 / since.as_secs_f64()));
    }
    match gathered < belt.sent() {
        true => Err(batch::broken("counting")),
        false => Ok(()),
    }
}

/// Says what was not counted, and what was passed over.
fn say(group: &Group<'_>, reader: JoinHandle<read::PassedOver>) -> Result<(), Failure> {
    if let Some((_, first)) = &group.unread {
        let all = group.tally.people() + group.tally.unread();
        output::note(&format!(
            "warning: {} of {all} lines could not be read and count for nobody, the first at {}",
            group.tally.unread(),
            for_terminal(&batch::place(Some(first)))
        ));
    }
    batch::say_passed_over(reader.join().map_err(|_| batch::broken("reading"))?);
    Ok(())
}

fn refused(stopped: Stopped, profile: &Profile) -> Failure {
    match stopped {
        Stopped::Unreadable(refused) => {
            let message = format!("a part of the group is missing: {}", batch::place(Some(&refused)));
            let failure = Failure::new(message);
            refused.refusal.help.into_iter().fold(failure, Failure::help)
        }
        Stopped::OtherProfile(place, found) => {
            let (id, version) = (&profile.id, &profile.version);
            let message = format!(
                "{place} was held against the profile {} {}, not against {id} {version}",
                found.id, found.version
            );
            Failure::new(message)
                .help("what a group has is told of one profile and version: assess all of it against one, or name it: --profile ID")
        }
    }
}

fn too_few(group: &Group<'_>, min_group: u64) -> Failure {
    match group.tally.people() {
        0 => Failure::new("there is nobody in the group: no line could be read as a person")
            .help("name what gapcheck batch wrote, or resumes"),
        _ => Failure::new(format!(
            "the group has fewer than {min_group} people: what it has would be told of each of them"
        ))
        .help("--min-group N tells of smaller groups, for those who may know it"),
    }
}
