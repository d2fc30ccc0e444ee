//! `gapcheck check`.

use crate::args::{CheckArgs, CheckFormat, Cli};
use crate::failure::Failure;
use crate::settings::Settings;
use crate::{advise, assess, github, input, output, repository, targets};
use gapcheck::analysis::diff;
use gapcheck::matching::Lexicon;
use gapcheck::model::profile::Profile;
use gapcheck::model::snapshot::Snapshot;
use gapcheck::render::check::{self, Checked, WRITE_BASELINE};
use gapcheck::render::json;
use gapcheck::render::page::Look;
use gapcheck::{Gate, saved};
use std::path::Path;
use std::process::ExitCode;

/// Exit code 1: the policy failed.
const FAILED: u8 = 1;

pub fn run(cli: &Cli, args: &CheckArgs) -> Result<ExitCode, Failure> {
    let targets = targets::chosen(&args.format, args.output.as_ref(), CheckFormat::Human)?;
    let as_of = input::as_of(args.input.as_of)?;
    let settings = Settings::load(&args.settings, args.input.resume.as_ref())?;
    let (profile, corrections) = settings.corrected(&args.settings, &args.input.ignore)?;
    let policy = settings.policy(&args.policy, &profile)?;
    let waivers = settings.waivers(&profile)?;
    let resume_path = settings.resume(&args.input)?;
    let (path, is_named) = settings.baseline(&args.policy, resume_path.as_deref())?;
    let baseline = match args.write_baseline {
        true => {
            refuse_to_replace(&path)?;
            None
        }
        false => baseline(&path, is_named, &profile)?,
    };
    let resume = input::resume(resume_path.as_ref(), &args.input.stdin_filename)?;
    if let Some(before) = &baseline {
        refuse_another(before, &path, &resume.name)?;
    }
    let config = settings.found.as_ref().map_or("", |f| f.name.as_str());
    let kept = [Path::new(&resume.name), &path, Path::new(config)];
    targets::refuse_to_overwrite(&kept, &targets)?;
    targets::refuse_links(&targets)?;
    let lexicon = Lexicon::build(&profile.taxonomy, &profile.language);
    let unreadable = |error| Failure::unreadable(&resume.name, Some(resume.content.text.clone()), error);
    let check = |baseline: Option<&Snapshot>| {
        let gate = Gate {
            policy: &policy,
            waivers: &waivers,
            baseline,
        };
        gapcheck::check(&resume.content, &profile, &lexicon, &corrections, as_of, gate).map_err(unreadable)
    };
    let (mut assessment, mut verdict) = check(baseline.as_ref())?;
    if args.write_baseline {
        let now = gapcheck::baseline(&resume.content, &assessment, &base_name(&resume.name));
        // What was just kept is not worse than itself: only an explicit policy can fail now.
        (assessment, verdict) = check(Some(&now))?;
        output::write_file(&path, &saved::write(&now))?;
        output::note(&format!(
            "wrote {}; commit it, and later checks fail only on what gets worse",
            path.display()
        ));
    }
    let suggestions = gapcheck::advise(&resume.content, &assessment, &advise::backgrounds(&profile)?);
    verdict.advise(&suggestions.map_err(unreadable)?);
    let diff = baseline.as_ref().map(|before| {
        let name = path.display().to_string();
        diff::between((&name, before), (&resume.name, &Snapshot::of(&assessment)), &profile)
    });
    let checked = Checked {
        assessment: &assessment,
        verdict: &verdict,
        diff: diff.as_ref(),
        file: &resume.name,
        path: &repository::path_in(&resume.name),
        config: &repository::path_in(config),
    };
    assess::warn(&assessment, &resume.name);
    targets::write(cli, &targets, |format, look| render(format, &checked, look))?;
    github::report(&checked)?;
    let code = match verdict.passed() || args.exit_zero {
        true => ExitCode::SUCCESS,
        false => ExitCode::from(FAILED),
    };
    // As in `assess`: the process ends here.
    std::mem::forget(assessment);
    std::mem::forget(lexicon);
    std::mem::forget(profile);
    Ok(code)
}

/// The name of a file without its folder; nothing for standard input.
fn base_name(name: &str) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    if name.starts_with('<') {
        String::new()
    } else {
        name.to_owned()
    }
}

/// A baseline of another resume would tell of words that this one never held.
fn refuse_another(before: &Snapshot, path: &Path, resume: &str) -> Result<(), Failure> {
    let name = base_name(resume);
    match before.file.is_empty() || name.is_empty() || before.file == name {
        true => Ok(()),
        false => {
            let message = format!("{} is the baseline of {}, not of {name}", path.display(), before.file);
            Err(Failure::new(message).help(format!(
                "name another one: --baseline FILE\n      if the resume was renamed: {WRITE_BASELINE}"
            )))
        }
    }
}

/// A baseline replaces a baseline of the same resume, or nothing.
fn refuse_to_replace(path: &Path) -> Result<(), Failure> {
    if !path.is_file() {
        return Ok(());
    }
    let input::Named { name, content } = input::file(path)?;
    match saved::read(&String::from_utf8_lossy(&content)) {
        Ok(None) if !content.is_empty() => Err(Failure::new(format!("{name} is no baseline, and is not replaced"))
            .help("delete it if it is a broken one, or name another file: --baseline FILE")),
        _ => Ok(()),
    }
}

/// The baseline in a file; `None` where nobody named one and there is none.
fn baseline(path: &Path, is_named: bool, profile: &Profile) -> Result<Option<Snapshot>, Failure> {
    if !is_named && !path.exists() {
        return Ok(None);
    }
    let renew = format!("write it anew: {WRITE_BASELINE}");
    let broken = format!("delete it, then write it anew: {WRITE_BASELINE}");
    let text = match path.exists() {
        true => input::text(path)?,
        false => return Err(Failure::new(format!("there is no baseline {}", path.display())).help(renew)),
    };
    let (name, text) = (text.name, text.content);
    let snapshot = match saved::read(&text) {
        Ok(Some(snapshot)) => snapshot,
        Ok(None) => {
            return Err(match saved::syntax(&text) {
                Some(e) => Failure::in_file(&name, &text, e.offset, e.message, Some(broken)),
                None => Failure::new(format!("{name} is no baseline of this version")).help(broken),
            });
        }
        Err(e) => {
            return Err(Failure::in_file(&name, &text, e.offset, e.message, Some(renew)));
        }
    };
    if snapshot.profile.id != profile.id {
        let message = format!(
            "{name} is a baseline of the profile {}, not of {}",
            snapshot.profile.id, profile.id
        );
        return Err(Failure::new(message).help(renew));
    }
    Ok(Some(snapshot))
}

fn render(format: CheckFormat, checked: &Checked<'_>, look: Look) -> String {
    match format {
        CheckFormat::Human => check::human::render(checked, look),
        CheckFormat::Json => json::render_checked(checked),
        CheckFormat::Markdown => check::markdown::render(checked),
        CheckFormat::Github => check::github::render(checked),
        CheckFormat::Sarif => check::sarif::render(checked),
        CheckFormat::Gitlab => check::gitlab::render(checked),
        CheckFormat::Junit => check::junit::render(checked),
        CheckFormat::Badge => check::badge::render(checked),
    }
}
