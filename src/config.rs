//! The configuration file: `gapcheck.toml`, or a table in `Cargo.toml` or `pyproject.toml`. Every value keeps its place.

use crate::model::policy::FailOn;
use crate::model::scale::Stage;
use crate::text::dates::parse_full;
use crate::text::nearest::nearest;
use jiff::civil::Date;
use serde::{Deserialize, Deserializer, de};
use std::collections::BTreeMap;
pub use toml::Spanned;

/// The names of a file of its own, the first that is there is read.
pub const NAMES: [&str; 2] = ["gapcheck.toml", ".gapcheck.toml"];

/// Files of other tools that may hold a table for gapcheck.
pub const MANIFESTS: [&str; 2] = ["Cargo.toml", "pyproject.toml"];

/// What a configuration file holds. Paths are relative to its folder.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Config {
    /// The resume.
    pub resume: Option<Spanned<String>>,
    /// A built-in profile or a profile file.
    pub profile: Option<Spanned<String>>,
    /// The baseline of `check`.
    pub baseline: Option<Spanned<String>>,
    /// What must hold for `check` to pass.
    pub policy: Policy,
    /// What may be open for a while.
    pub waivers: Vec<Waiver>,
    /// Words that name a skill: the words, then the skill.
    pub aliases: BTreeMap<String, Spanned<String>>,
    /// Words that name no skill, though they look like it.
    pub ignore: Vec<Ignore>,
}

/// The policy as written.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Policy {
    /// Requirements and skills, with or without `:level`.
    pub require: Option<Vec<Spanned<String>>>,
    /// The least stage.
    pub stage: Option<Stage>,
    /// Which requirements fail by themselves.
    pub fail_on: Option<FailOn>,
    /// The least score.
    pub fail_under: Option<Spanned<u32>>,
    /// Points that the score may lie below the baseline's.
    pub tolerance: Option<Spanned<u32>>,
    /// Whether what only time or a new version changed fails too.
    pub strict_baseline: Option<bool>,
}

/// A waiver as written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Waiver {
    /// A requirement, a skill, `stage` or `score`.
    pub of: Spanned<String>,
    /// Why.
    pub reason: Spanned<String>,
    /// The last day.
    #[serde(deserialize_with = "day")]
    pub until: Date,
}

/// Words that are not to be read as a skill.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Ignore {
    /// The skill.
    pub skill: Spanned<String>,
    /// The words.
    pub words: Spanned<String>,
}

/// A fault of a configuration file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong.
    pub message: String,
    /// Where: a UTF-8 byte offset in the file.
    pub offset: usize,
    /// What to do.
    pub help: Option<String>,
}

impl Fault {
    /// A fault at a value.
    pub fn at<T>(value: &Spanned<T>, message: impl Into<String>) -> Fault {
        Fault {
            message: message.into(),
            offset: value.span().start,
            help: None,
        }
    }
}

#[derive(Deserialize)]
struct Manifest {
    package: Option<Package>,
    tool: Option<Tool>,
}

#[derive(Deserialize)]
struct Package {
    metadata: Option<Tool>,
}

#[derive(Deserialize)]
struct Tool {
    gapcheck: Option<Config>,
}

/// Reads a file of one of the [`NAMES`].
///
/// # Errors
/// The first [`Fault`]: wrong TOML, a wrong value, or an unknown key, with the nearest known one.
pub fn parse(text: &str) -> Result<Config, Fault> {
    toml::from_str(text).map_err(|error| fault(&error))
}

/// Reads the table for gapcheck in one of the [`MANIFESTS`]; `None` where there is none.
///
/// # Errors
/// As for [`parse`].
pub fn parse_manifest(text: &str) -> Result<Option<Config>, Fault> {
    let manifest: Manifest = toml::from_str(text).map_err(|error| fault(&error))?;
    let of_package = manifest.package.and_then(|p| p.metadata).and_then(|m| m.gapcheck);
    Ok(of_package.or_else(|| manifest.tool.and_then(|t| t.gapcheck)))
}

fn fault(error: &toml::de::Error) -> Fault {
    let message = error.message().lines().next().unwrap_or_default();
    // "unknown field `x`, expected one of `a`, `b`": what stands in backticks.
    let mut quoted = message.split('`').skip(1).step_by(2);
    let (message, help) = match message.strip_prefix("unknown field ") {
        Some(_) => {
            let key = quoted.next().unwrap_or_default();
            let known: Vec<&str> = quoted.collect();
            let near = nearest(key, known.iter().copied()).map(|near| format!("did you mean {near}?"));
            let all = || format!("known here are {}", known.join(", "));
            (format!("unknown key \"{key}\""), Some(near.unwrap_or_else(all)))
        }
        None => (plain(message), None),
    };
    Fault {
        message,
        offset: error.span().map_or(0, |span| span.start),
        help,
    }
}

/// A message of the TOML reader without the words of its own trade.
fn plain(message: &str) -> String {
    let words = [
        ("expected u32", "expected a whole number, 0 or more"),
        ("expected a sequence", "expected a list"),
        ("expected a map", "expected a table"),
        ("expected struct Policy", "expected a table, [policy]"),
        ("expected struct Waiver", "expected a table, [[waivers]]"),
        ("expected struct Ignore", "expected a table, [[ignore]]"),
        ("expected struct Config", "expected a table"),
        ("missing field", "missing key"),
        ("unknown variant", "unknown value"),
    ];
    let replace = |text: String, (theirs, ours): (&str, &str)| text.replace(theirs, ours);
    words.into_iter().fold(message.to_owned(), replace).replace('`', "\"")
}

/// A day, as a date of TOML or as a text.
fn day<'de, D: Deserializer<'de>>(from: D) -> Result<Date, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Written {
        Date(toml::value::Datetime),
        Text(String),
    }
    let text = match Written::deserialize(from)? {
        Written::Date(date) => date.to_string(),
        Written::Text(text) => text,
    };
    parse_full(&text).ok_or_else(|| de::Error::custom(format!("\"{text}\" is no day such as 2027-03-31")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_file_is_read() {
        let config = parse(
            r#"
            resume = "cv.json"
            profile = "mlops-engineer"
            baseline = "base.json"
            [policy]
            require = ["kubernetes", "python:advanced"]
            stage = "senior"
            fail-on = "any"
            fail-under = 60
            tolerance = 2
            strict-baseline = true
            [[waivers]]
            of = "rag"
            reason = "no use for it here"
            until = 2027-03-31
            [aliases]
            "our-tool" = "spark"
            [[ignore]]
            skill = "go"
            words = "Go Fish"
            "#,
        )
        .expect("it is right");
        assert_eq!(config.waivers[0].until.to_string(), "2027-03-31");
        assert_eq!(config.policy.fail_on, Some(FailOn::Any));
        assert_eq!(config.aliases["our-tool"].get_ref(), "spark");
    }

    #[test]
    fn a_table_of_a_manifest_is_read() {
        let cargo = "[package]\nname = \"x\"\n[package.metadata.gapcheck]\nprofile = \"p\"\n";
        let config = parse_manifest(cargo).expect("it is right").expect("it is there");
        assert_eq!(config.profile.expect("a profile").get_ref(), "p");
        let python = "[project]\nname = \"x\"\n[tool.gapcheck]\nprofile = \"p\"\n[tool.other]\na = 1\n";
        assert!(parse_manifest(python).expect("it is right").is_some());
        assert!(
            parse_manifest("[package]\nname = \"x\"\n")
                .expect("it is right")
                .is_none()
        );
    }

    #[track_caller]
    fn check_fault(text: &str, at: &str, message: &str, help: &str) {
        let fault = parse(text).expect_err("it is wrong");
        assert!(text[fault.offset..].starts_with(at), "{fault:?}");
        assert!(fault.message.contains(message), "{fault:?}");
        assert!(fault.help.clone().unwrap_or_default().contains(help), "{fault:?}");
    }

    #[test]
    fn faults_have_their_place() {
        check_fault(
            "profil = \"x\"",
            "profil",
            "unknown key \"profil\"",
            "did you mean profile?",
        );
        check_fault(
            "[policy]\nfail_under = 5",
            "fail_under",
            "fail_under",
            "did you mean fail-under?",
        );
        check_fault("zzz = 1", "zzz", "unknown key", "known here are resume, profile");
        check_fault("[policy]\nstage = \"boss\"", "\"boss\"", "boss", "");
        check_fault(
            "[[waivers]]\nof = \"x\"\nreason = \"y\"\nuntil = \"soon\"",
            "\"soon\"",
            "soon",
            "",
        );
        check_fault(
            "[[waivers]]\nof = \"x\"\nuntil = 2027-01-01",
            "[[waivers]]",
            "reason",
            "",
        );
        let unfinished = parse("a = ").expect_err("it is wrong");
        assert_eq!(
            (unfinished.offset, unfinished.message.is_empty()),
            (4, false),
            "{unfinished:?}"
        );
    }
}
