//! `gapcheck config`.

use crate::args::ConfigArgs;
use crate::failure::Failure;
use crate::output;
use crate::settings::{DEFAULT_PROFILE, Settings};
use clap::ArgMatches;
use clap::parser::ValueSource;
use gapcheck::model::policy::{Demand, FailOn};
use gapcheck::text::clean::{for_log, for_terminal};

/// Prints what is in force and where it comes from, as TOML that could stand in a configuration file.
pub fn show(args: &ConfigArgs, matches: &ArgMatches) -> Result<(), Failure> {
    let settings = Settings::load(&args.settings, args.resume.as_ref())?;
    let profile = settings.profile(&args.settings)?;
    let policy = settings.policy(&args.policy, &profile)?;
    let waivers = settings.waivers(&profile)?;
    let resume = match &args.resume {
        None => settings.configured_resume()?,
        asked => asked.clone(),
    };
    let (baseline, _) = settings.baseline(&args.policy, resume.as_deref())?;
    let file = settings.found.as_ref();
    let config = file.map(|f| &f.config);
    let origin = |option: &str, in_file: bool| match (matches.value_source(option), in_file) {
        (Some(ValueSource::CommandLine), _) => format!("--{}", option.replace('_', "-")),
        (Some(ValueSource::EnvVariable), _) => format!("GAPCHECK_{}", option.to_uppercase()),
        (_, true) => file.map_or(String::new(), |f| for_terminal(&f.name)),
        _ => "default".to_owned(),
    };
    let written = config.map(|c| &c.policy);
    let has = |field: fn(&gapcheck::config::Policy) -> bool| written.is_some_and(field);
    let text = |text: &str| format!("{:?}", for_terminal(text));
    let list = |ids: &[Demand]| ids.iter().map(|d| text(&d.to_string())).collect::<Vec<_>>().join(", ");
    let mut lines = vec![match file {
        Some(f) => format!("# configuration file: {}", for_terminal(&f.name)),
        None => "# no configuration file".to_owned(),
    }];
    let mut put = |key: &str, value: String, from: String| lines.push(format!("{key} = {value}  # {from}"));
    if let Some(resume) = &resume {
        put(
            "resume",
            text(&resume.display().to_string()),
            origin("resume", args.resume.is_none()),
        );
    }
    let asked = args
        .settings
        .profile
        .as_deref()
        .or(config.and_then(|c| c.profile.as_ref()).map(|p| p.get_ref().as_str()));
    let in_file = config.is_some_and(|c| c.profile.is_some());
    put(
        "profile",
        text(asked.unwrap_or(DEFAULT_PROFILE)),
        origin("profile", in_file),
    );
    let in_file = config.is_some_and(|c| c.baseline.is_some());
    let note = if baseline.exists() { "" } else { ", not there" };
    put(
        "baseline",
        text(&baseline.display().to_string()),
        origin("baseline", in_file) + note,
    );
    put(
        "policy.require",
        format!("[{}]", list(&policy.require)),
        origin("require", has(|p| p.require.is_some())),
    );
    let stage = policy.stage.map_or("none".to_owned(), |s| s.to_string());
    put(
        "policy.stage",
        text(&stage),
        origin("stage", has(|p| p.stage.is_some())),
    );
    // As in a check: without anything else the essential requirements decide.
    let unsaid = if policy.is_empty() && !baseline.exists() {
        "essential"
    } else {
        "none"
    };
    let fail_on = policy.fail_on.map_or(unsaid, FailOn::as_str);
    put(
        "policy.fail-on",
        text(fail_on),
        origin("fail_on", has(|p| p.fail_on.is_some())),
    );
    let fail_under = policy.fail_under.unwrap_or(0);
    put(
        "policy.fail-under",
        fail_under.to_string(),
        origin("fail_under", has(|p| p.fail_under.is_some())),
    );
    put(
        "policy.tolerance",
        policy.tolerance.to_string(),
        origin("tolerance", has(|p| p.tolerance.is_some())),
    );
    let strict = policy.strict_baseline.to_string();
    put(
        "policy.strict-baseline",
        strict,
        origin("strict_baseline", has(|p| p.strict_baseline.is_some())),
    );
    let from = || file.map_or(String::new(), |f| for_terminal(&f.name));
    for w in &waivers {
        let value = format!(
            "{{ of = {}, reason = {}, until = {} }}",
            text(&w.of),
            text(&w.reason),
            w.until
        );
        put("waiver", value, from());
    }
    for (words, skill) in config.iter().flat_map(|c| &c.aliases) {
        put(
            "alias",
            format!("{} names {}", text(words), text(skill.get_ref())),
            from(),
        );
    }
    for ignore in config.iter().flat_map(|c| &c.ignore) {
        put(
            "ignore",
            format!(
                "{} is not {}",
                text(ignore.words.get_ref()),
                text(ignore.skill.get_ref())
            ),
            from(),
        );
    }
    output::print(&for_log(&(lines.join("\n") + "\n")))
}
