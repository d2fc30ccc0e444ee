//! `gapcheck batch`: many resumes, one line of JSON for each, in order.
//!
//! One thread reads, some assess, and this one writes; `belt` holds what goes between them.

pub mod belt;
mod compressed;
mod identifier;
mod inputs;
pub mod read;
pub mod record;
pub mod work;

use crate::args::{BatchArgs, Cli, Target};
use crate::failure::Failure;
use crate::output::{self, Sink};
use crate::progress::Progress;
use crate::settings::Settings;
use crate::{input, interrupt, targets};
use belt::{Belt, Chunk, Stop, Tally, Waited};
use gapcheck::matching::Lexicon;
use gapcheck::text::clean::for_terminal;
use read::{Inputs, PassedOver};
use record::{Job, Refused};
use std::io::IsTerminal;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::thread::{Builder, JoinHandle};
use std::time::Duration;

/// Chunks for each thread: one that it works on, one that waits for it.
const CHUNKS_PER_THREAD: usize = 2;

/// Chunks beside those: one that is read and one that is written.
const CHUNKS_BESIDE: usize = 2;

/// How often the writer looks whether it was interrupted, and how far it is: as quick as one can see.
pub const PULSE: Duration = Duration::from_millis(100);

/// How a run has ended.
enum Ending {
    /// Everything was written.
    Complete,
    /// Nobody reads what is written.
    Unwanted,
    Stopped(Stop),
}

pub fn run(_: &Cli, args: &BatchArgs) -> Result<ExitCode, Failure> {
    let inputs = inputs(
        "batch",
        &args.files,
        args.output.as_deref().into_iter().collect(),
        args.max_line,
    )?;
    let as_of = input::as_of(args.as_of)?;
    let settings = Settings::load(&args.settings, None)?;
    let (profile, corrections) = settings.corrected(&args.settings, &[])?;
    let lexicon = Lexicon::build(&profile.taxonomy, &profile.language);
    let job = Job {
        profile: &profile,
        lexicon: &lexicon,
        corrections: &corrections,
        as_of,
        fields: &args.fields,
        id: args.id.as_deref(),
        max_line: args.max_line,
    };
    let mut sink = Sink::open(args.output.as_deref())?;
    interrupt::watch_for_run();

    let threads = threads(args.threads);
    let belt = belt(threads);
    let reader = start_reader(inputs, &belt)?;
    let mut tally = Tally::default();
    let assess = || work::all(&job, args.strict, &belt);
    let ending = work(threads, &belt, &assess, || write(&mut sink, &belt, &mut tally))?;
    // The process ends here: giving thousands of small pieces of memory back one by one would only cost time.
    std::mem::forget(lexicon);
    std::mem::forget(profile);
    match ending {
        Ending::Unwanted => Ok(ExitCode::SUCCESS),
        Ending::Stopped(Stop::Interrupted) => Ok(ExitCode::from(interrupt::INTERRUPTED)),
        Ending::Stopped(Stop::Strict) => Err(stopped(tally, args)),
        Ending::Complete => {
            let passed_over = reader.join().map_err(|_| broken("reading"))?;
            sink.finish()?;
            say_passed_over(passed_over);
            match (tally.refused, &tally.missing) {
                (0, _) => Ok(ExitCode::SUCCESS),
                (_, Some(missing)) if args.exit_zero => Err(incomplete(missing)),
                (_, None) if args.exit_zero => {
                    output::note(&format!("warning: {}", for_terminal(&refused(&tally))));
                    Ok(ExitCode::SUCCESS)
                }
                _ => Err(Failure::new(refused(&tally)).help("each has an \"error\" in its place in the output")),
            }
        }
    }
}

/// How many threads work: one for each core where nobody says.
pub fn threads(asked: Option<NonZero<usize>>) -> usize {
    let threads = asked.or_else(|| std::thread::available_parallelism().ok());
    threads.map_or(1, NonZero::get)
}

/// The chunks that go round between as many threads.
pub fn belt(threads: usize) -> Arc<Belt> {
    Arc::new(Belt::new(threads * CHUNKS_PER_THREAD + CHUNKS_BESIDE))
}

/// What `command` reads: standard input where nothing is named and something comes from there; not what it writes.
pub fn inputs(command: &str, files: &[PathBuf], outputs: Vec<&Path>, max_line: usize) -> Result<Inputs, Failure> {
    let mut paths = files.to_vec();
    if paths.is_empty() {
        if std::io::stdin().is_terminal() {
            return Err(
                Failure::new("nothing to read: no file is named, and nothing is piped in").help(format!(
                    "name files or folders, or - to type in lines: gapcheck {command} resumes/"
                )),
            );
        }
        paths.push(PathBuf::from("-"));
    }
    let target = |output: &&Path| Target {
        format: (),
        file: Some(output.to_path_buf()),
    };
    // What is read as fast as it is written would never end.
    let standard = output::standard_output_file();
    let outputs: Vec<&Path> = outputs.into_iter().chain(standard.as_deref()).collect();
    let read: Vec<&Path> = paths.iter().map(PathBuf::as_path).collect();
    targets::refuse_to_overwrite(&read, &outputs.iter().map(target).collect::<Vec<_>>())?;
    Ok(Inputs {
        max_line,
        outputs: outputs.into_iter().map(Path::to_owned).collect(),
        paths,
    })
}

/// Starts the thread that reads. Nobody waits for it unless all is read: it may wait for input that never comes.
pub fn start_reader(inputs: Inputs, belt: &Arc<Belt>) -> Result<JoinHandle<PassedOver>, Failure> {
    let belt = Arc::clone(belt);
    let reader = Builder::new().spawn(move || {
        let _closing = Closing(|| belt.filled.close());
        read::all(&inputs, &belt)
    });
    reader.map_err(|error| Failure::new(format!("cannot start a thread: {error}")))
}

/// Runs workers, each of which does `all` that there is, until `write`, which takes what they have done, comes to its end.
pub fn work<T>(
    threads: usize,
    belt: &Arc<Belt>,
    all: &(impl Fn() + Sync),
    write: impl FnOnce() -> Result<T, Failure>,
) -> Result<T, Failure> {
    std::thread::scope(|scope| {
        let _closing = Closing(|| belt.close());
        // The last worker to leave says that nothing more is done.
        let at_work = Arc::new(Closing({
            let belt = Arc::clone(belt);
            move || belt.done.close()
        }));
        let mut workers = Vec::new();
        for number in 0..threads {
            let at_work = Arc::clone(&at_work);
            let worker = move || {
                let _at_work = at_work;
                // What it had in hand would be waited for.
                let _alarm = Closing(|| {
                    if std::thread::panicking() {
                        belt.done.close()
                    }
                });
                all();
            };
            let started = Builder::new().spawn_scoped(scope, worker).map_err(|error| {
                let message = format!("cannot start {threads} threads, only {number}: {error}");
                Failure::new(message).help("use fewer: --threads N")
            });
            workers.push(started?);
        }
        drop(at_work);
        let ending = write();
        belt.close();
        // The writer has seen whether one of them failed.
        workers.into_iter().for_each(|worker| drop(worker.join()));
        ending
    })
}

/// Something that is done when this goes, by a panic too: nobody shall wait for ever for a thread that has gone.
struct Closing<F: Fn()>(F);

impl<F: Fn()> Drop for Closing<F> {
    fn drop(&mut self) {
        (self.0)();
    }
}

/// Writes what is done in the order in which it was read.
fn write(sink: &mut Sink, belt: &Belt, tally: &mut Tally) -> Result<Ending, Failure> {
    let progress = Progress::start();
    let mut waiting: Vec<Chunk> = Vec::new();
    let mut written = 0;
    loop {
        // What is read after an interruption is not assessed; what was assessed is written.
        if interrupt::is_stopped() && written == belt.sent() {
            return Ok(Ending::Stopped(Stop::Interrupted));
        }
        match belt.done.pop_within(PULSE) {
            Waited::Item(chunk) => waiting.push(chunk),
            Waited::TimedOut => {}
            Waited::Closed if written < belt.sent() => return Err(broken("assessing")),
            Waited::Closed => return Ok(Ending::Complete),
        }
        while let Some(at) = waiting.iter().position(|chunk| chunk.number == written) {
            let mut chunk = waiting.swap_remove(at);
            tally.add(&mut chunk.tally);
            if !chunk.out.is_empty() && !sink.write(&chunk.out)? {
                return Ok(Ending::Unwanted);
            }
            if let Some(stop) = chunk.stop {
                return Ok(Ending::Stopped(stop));
            }
            written += 1;
            belt.free.push(chunk);
        }
        if !sink.is_terminal() {
            let done = tally.resumes;
            progress.show(|since| format!("{done} resumes, {:.0} a second", done as f64 / since.as_secs_f64()));
        }
    }
}

pub fn broken(what: &str) -> Failure {
    Failure::new(format!(
        "gapcheck itself failed while {what}; not everything was written"
    ))
    .help("please report it with the message above")
}

pub fn say_passed_over(passed_over: PassedOver) {
    if let Some((number, first)) = passed_over.links {
        let first = for_terminal(&first.to_string_lossy());
        output::note(&format!(
            "warning: links in folders are not followed: {number} of them, the first {first}; name a file to read it"
        ));
    }
    if let Some((number, first)) = passed_over.empty {
        let first = for_terminal(&first.to_string_lossy());
        output::note(&format!(
            "warning: folders without a file that is read: {number}, the first {first}; files are read whose name ends with .json, .jsonl or .ndjson, and .gz or .zst behind that"
        ));
    }
}

/// A resume that was refused: where, and why.
pub fn place(first: Option<&Refused>) -> String {
    first.map_or(String::new(), |Refused { file, refusal }| {
        let (line, column) = (refusal.line, refusal.column);
        let place = match file {
            Some(file) => format!("{file}:{line}:{column}"),
            None => format!("line {line}, column {column}"),
        };
        format!("{place}: {}", refusal.message)
    })
}

fn stopped(tally: Tally, args: &BatchArgs) -> Failure {
    let help = tally.first.as_ref().and_then(|first| first.refusal.help.clone());
    let kept = match &args.output {
        Some(file) => format!("; {} was not written", file.display()),
        None => String::new(),
    };
    let failure = Failure::new(format!("stopped at {}{kept}", place(tally.first.as_ref())));
    help.into_iter().fold(failure, Failure::help)
}

/// What `--exit-zero` does not excuse.
fn incomplete(missing: &Refused) -> Failure {
    let failure = Failure::new(format!("a part of the input is missing: {}", place(Some(missing))));
    missing.refusal.help.clone().into_iter().fold(failure, Failure::help)
}

fn refused(tally: &Tally) -> String {
    let (refused, all) = (tally.refused, tally.resumes);
    let first = place(tally.first.as_ref());
    format!("{refused} of {all} resumes could not be assessed, the first at {first}")
}
