//! The stop-watch: runs commands in turn many times and compares wall time, processor time and peak memory.
//!
//! `paired --rounds 200 "hello greet" "gapcheck assess resume.json"`: what disturbs the machine in a round disturbs them all, so a
//! figure of one is held against that of the first in the same round, and the median of these is shown.

use clap::Parser;
use gapcheck_benches::median::median;
use serde_json::json;
use std::error::Error;
use std::process::{Child, Command, Stdio};
use std::time::Instant;
use wait4::Wait4;

/// Runs commands in turn and compares what they cost
#[derive(Parser)]
struct Options {
    /// How often each command runs; at least once
    #[arg(long, default_value_t = 20, value_parser = clap::value_parser!(u16).range(1..))]
    rounds: u16,
    /// Rounds before them that count for nothing, while files come into memory
    #[arg(long, default_value_t = 1)]
    warm_up: u16,
    /// A command whose output each of the others reads; its own cost is not counted
    #[arg(long)]
    input: Option<String>,
    /// Print every run as JSON
    #[arg(long)]
    json: bool,
    /// Commands, a program and its arguments with blanks between; the first is what the others are compared with
    #[arg(required = true)]
    commands: Vec<String>,
}

/// What one run cost.
#[derive(Clone, Copy)]
struct Run {
    wall_ms: f64,
    /// Processor time in the program and for it in the kernel.
    cpu_ms: f64,
    peak_mb: f64,
}

/// Reads one figure of a run.
type Figure = fn(&Run) -> f64;

/// Holds a figure of one command against that of the first in the same round.
type Compare = fn(f64, f64) -> f64;

fn main() -> Result<(), Box<dyn Error>> {
    let options = Options::parse();
    let count = options.commands.len();
    let mut runs: Vec<Vec<Run>> = vec![Vec::new(); count];
    for round in 0..options.warm_up + options.rounds {
        // Each begins a round as often as the others: whoever comes first finds the machine as the last one left it.
        for place in 0..count {
            let index = (usize::from(round) + place) % count;
            let run = run(&options.commands[index], options.input.as_deref())?;
            if round >= options.warm_up {
                runs[index].push(run);
            }
        }
    }
    if options.json {
        print_json(&options.commands, &runs);
    } else {
        print_table(&options.commands, &runs);
    }
    Ok(())
}

/// Runs a command; its output goes nowhere, its errors where those of this program go.
fn run(command: &str, input: Option<&str>) -> Result<Run, Box<dyn Error>> {
    let mut writer = match input {
        Some(input) => Some(start(input, Stdio::null(), Stdio::piped())?),
        None => None,
    };
    let output = writer.as_mut().and_then(|writer| writer.stdout.take());
    let began = Instant::now();
    let used = start(command, output.map_or(Stdio::null(), Stdio::from), Stdio::null())?.wait4()?;
    let wall = began.elapsed();
    if let Some(mut writer) = writer {
        writer.wait()?;
    }
    if !used.status.success() {
        return Err(format!("{command}: {}", used.status).into());
    }
    Ok(Run {
        wall_ms: wall.as_secs_f64() * 1e3,
        cpu_ms: (used.rusage.utime + used.rusage.stime).as_secs_f64() * 1e3,
        peak_mb: used.rusage.maxrss as f64 / f64::from(1 << 20),
    })
}

fn start(command: &str, input: Stdio, output: Stdio) -> Result<Child, Box<dyn Error>> {
    let mut words = command.split_whitespace();
    let program = words.next().ok_or("a command is empty")?;
    let child = Command::new(program).args(words).stdin(input).stdout(output).spawn();
    child.map_err(|error| format!("{program}: {error}").into())
}

fn print_json(commands: &[String], runs: &[Vec<Run>]) {
    let all = |runs: &[Run], figure: Figure| runs.iter().map(figure).collect::<Vec<_>>();
    let of = |(command, runs): (&String, &Vec<Run>)| {
        json!({
            "command": command,
            "wall_ms": all(runs, |r| r.wall_ms),
            "cpu_ms": all(runs, |r| r.cpu_ms),
            "peak_mb": all(runs, |r| r.peak_mb),
        })
    };
    let list: Vec<_> = commands.iter().zip(runs).map(of).collect();
    println!("{}", json!(list));
}

fn print_table(commands: &[String], runs: &[Vec<Run>]) {
    println!(
        "| median of {} | wall, ms | × first | processor, ms | × first | more than first, ms | peak, MB |",
        runs[0].len()
    );
    println!("| --- | --- | --- | --- | --- | --- | --- |");
    for (command, own) in commands.iter().zip(runs) {
        let of = |figure: Figure| median(own.iter().map(figure).collect());
        let against = |figure: Figure, compare: Compare| {
            let pairs = own.iter().zip(&runs[0]);
            median(pairs.map(|(own, first)| compare(figure(own), figure(first))).collect())
        };
        let (wall, cpu): (Figure, Figure) = (|r| r.wall_ms, |r| r.cpu_ms);
        let (times, more): (Compare, Compare) = (|own, first| own / first, |own, first| own - first);
        println!(
            "| {command} | {:.2} | {:.2} | {:.2} | {:.2} | {:.2} | {:.1} |",
            of(wall),
            against(wall, times),
            of(cpu),
            against(cpu, times),
            against(cpu, more),
            of(|r| r.peak_mb),
        );
    }
}
