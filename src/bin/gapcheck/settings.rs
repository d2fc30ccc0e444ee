//! What is in force: options, then the environment (both through clap), then the configuration file, then defaults.

use crate::args::{PolicyArgs, ResumeArgs, SettingsArgs};
use crate::failure::Failure;
use crate::input::{self, Named};
use crate::repository;
use gapcheck::analysis::policy::target;
use gapcheck::config::{self, Config, Fault, Spanned};
use gapcheck::model::correction::{Alias, Corrections, Unread};
use gapcheck::model::policy::{Demand, Policy, Waiver};
use gapcheck::model::profile::Profile;
use gapcheck::profile as profiles;
use gapcheck::text::locate::{Place, line_column};
use std::path::{Component, Path, PathBuf};

/// The profile where nobody names one.
pub const DEFAULT_PROFILE: &str = "senior-ml-engineer";

/// The baseline where nobody names one, in the folder of the resume.
pub const DEFAULT_BASELINE: &str = "gapcheck-baseline.json";

/// A configuration file that was found.
pub struct Found {
    /// As it is shown.
    pub name: String,
    /// The folder that its paths are relative to.
    folder: PathBuf,
    text: String,
    pub config: Config,
}

/// The settings of one run.
pub struct Settings {
    pub found: Option<Found>,
}

impl Settings {
    /// Looks for the configuration file: the one that is named, else from the resume's folder upwards to `.git`.
    pub fn load(args: &SettingsArgs, resume: Option<&PathBuf>) -> Result<Settings, Failure> {
        let folder = folder_of_resume(resume.map(PathBuf::as_path));
        let found = match (&args.config, args.no_config) {
            (_, true) => None,
            (Some(path), _) => Some(named(path)?),
            (None, _) => search(folder)?,
        };
        Ok(Settings { found })
    }

    fn config(&self) -> Option<&Config> {
        self.found.as_ref().map(|f| &f.config)
    }

    /// The resume that is named, else that of the configuration.
    pub fn resume(&self, args: &ResumeArgs) -> Result<Option<PathBuf>, Failure> {
        match &args.resume {
            None => self.configured_resume(),
            asked => Ok(asked.clone()),
        }
    }

    /// The resume of the configuration.
    pub fn configured_resume(&self) -> Result<Option<PathBuf>, Failure> {
        let written = self.found.as_ref().and_then(|f| Some((f, f.config.resume.as_ref()?)));
        written.map(|(found, path)| found.inside(path)).transpose()
    }

    /// The profile in force, with the user's words in its taxonomy, and all corrections.
    pub fn profile(&self, args: &SettingsArgs) -> Result<Profile, Failure> {
        let configured = self.found.as_ref().and_then(|f| Some((f, f.config.profile.as_ref()?)));
        match (&args.profile, configured) {
            (Some(asked), _) => input::profile(asked),
            (None, Some((found, id))) if profiles::load(id.get_ref()).is_none() => {
                let path = found.inside(id)?;
                if !path.exists() {
                    let known = profiles::ids().collect::<Vec<_>>().join(", ");
                    let message = format!("there is no profile \"{}\", built in or as a file", id.get_ref());
                    let fault = Fault::at(id, message);
                    return Err(found.fault(Fault {
                        help: Some(format!("built in are {known}")),
                        ..fault
                    }));
                }
                input::profile(&path.display().to_string())
            }
            (None, Some((_, id))) => input::profile(id.get_ref()),
            (None, None) => input::profile(DEFAULT_PROFILE),
        }
    }

    /// The profile in force with the user's words in its taxonomy, and the corrections of this run.
    pub fn corrected(&self, args: &SettingsArgs, ignored: &[String]) -> Result<(Profile, Corrections), Failure> {
        let mut profile = self.profile(args)?;
        let mut corrections = Corrections {
            ignored: ignored.to_vec(),
            ..Corrections::default()
        };
        if let Some(found) = &self.found {
            for (words, skill) in &found.config.aliases {
                let alias = Alias {
                    words: words.clone(),
                    skill: skill.get_ref().clone(),
                };
                let added = profiles::add_alias(&mut profile.taxonomy, &mut corrections.aliases, alias);
                added.map_err(|message| found.fault(Fault::at(skill, message)))?;
            }
            for ignore in &found.config.ignore {
                let unread = Unread {
                    skill: ignore.skill.get_ref().clone(),
                    words: ignore.words.get_ref().clone(),
                };
                let is_skill = profiles::find_skill(&profile.taxonomy, &unread.skill).is_ok();
                let wrong = if is_skill { &ignore.words } else { &ignore.skill };
                let added = profiles::ignore_words(&mut profile.taxonomy, &mut corrections.unread, unread);
                added.map_err(|message| found.fault(Fault::at(wrong, message)))?;
            }
        }
        for alias in &args.alias {
            profiles::add_alias(&mut profile.taxonomy, &mut corrections.aliases, alias.clone()).map_err(|fault| {
                Failure::new(format!("--alias: {fault}")).help("`gapcheck skills WORDS` looks up the ids of skills")
            })?;
        }
        Ok((profile, corrections))
    }

    /// The policy in force; every id in it is known to the profile.
    pub fn policy(&self, args: &PolicyArgs, profile: &Profile) -> Result<Policy, Failure> {
        let default = config::Policy::default();
        let written = self.config().map_or(&default, |c| &c.policy);
        for demand in &args.require {
            target(&demand.id, profile).map_err(|e| Failure::new(format!("--require: {e}")).help(IDS))?;
        }
        let mut require = args.require.clone();
        if let (true, Some(found)) = (require.is_empty(), &self.found) {
            for text in written.require.iter().flatten() {
                let demand = Demand::parse(text.get_ref()).map_err(|e| found.fault(Fault::at(text, e)))?;
                target(&demand.id, profile).map_err(|e| found.fault(Fault::at(text, e)))?;
                require.push(demand);
            }
        }
        let points = |value: &Option<Spanned<u32>>| match (value, &self.found) {
            (Some(value), Some(found)) if *value.get_ref() > 100 => {
                Err(found.fault(Fault::at(value, "points lie between 0 and 100")))
            }
            (value, _) => Ok(value.as_ref().map(|v| *v.get_ref())),
        };
        let (fail_under, tolerance) = (points(&written.fail_under)?, points(&written.tolerance)?);
        Ok(Policy {
            require,
            stage: args.stage.or(written.stage),
            fail_on: args.fail_on.or(written.fail_on),
            fail_under: args.fail_under.or(fail_under),
            tolerance: args.tolerance.or(tolerance).unwrap_or(0),
            strict_baseline: args.strict_baseline.or(written.strict_baseline).unwrap_or(false),
        })
    }

    /// The waivers of the configuration; every id in them is known to the profile.
    pub fn waivers(&self, profile: &Profile) -> Result<Vec<Waiver>, Failure> {
        let Some(found) = &self.found else {
            return Ok(Vec::new());
        };
        let waiver = |(i, w): (usize, &config::Waiver)| {
            let id = w.of.get_ref();
            if !matches!(id.as_str(), "stage" | "score") {
                target(id, profile).map_err(|e| found.fault(Fault::at(&w.of, e)))?;
            }
            if w.reason.get_ref().trim().is_empty() {
                return Err(found.fault(Fault::at(&w.reason, "a waiver needs a reason")));
            }
            Ok(Waiver {
                of: id.clone(),
                reason: w.reason.get_ref().trim().to_owned(),
                until: w.until,
                place: found.place(i, &w.of),
            })
        };
        found.config.waivers.iter().enumerate().map(waiver).collect()
    }

    /// The baseline's file, beside the resume where nobody named it, and whether somebody did.
    pub fn baseline(&self, args: &PolicyArgs, resume: Option<&Path>) -> Result<(PathBuf, bool), Failure> {
        let configured = self
            .found
            .as_ref()
            .and_then(|f| Some(f.inside(f.config.baseline.as_ref()?)));
        match (&args.baseline, configured) {
            (Some(path), _) => Ok((path.clone(), true)),
            (None, Some(path)) => Ok((path?, true)),
            (None, None) => {
                let path = simple(&folder_of_resume(resume).join(DEFAULT_BASELINE));
                // Nobody named it, and it may come with somebody else's repository.
                let wrong = match () {
                    () if path.is_symlink() => "a link",
                    () if path.exists() && !path.is_file() => "no file",
                    () => return Ok((path, false)),
                };
                Err(Failure::new(format!("{} is {wrong}", path.display()))
                    .help("name another one to use it: --baseline FILE"))
            }
        }
    }
}

const IDS: &str = "`gapcheck profile show` lists the requirements, `gapcheck skills WORDS` looks up skills";

impl Found {
    /// Where a waiver stands.
    fn place(&self, index: usize, of: &Spanned<String>) -> Place {
        let (line, column) = line_column(&self.text, of.span().start);
        Place {
            pointer: format!("/waivers/{index}"),
            line,
            column,
        }
    }

    /// A fault in this file.
    pub fn fault(&self, fault: Fault) -> Failure {
        Failure::in_file(&self.name, &self.text, fault.offset, fault.message, fault.help)
    }

    /// The path that a value means: within the file's own folder, whatever links stand on the way. A configuration comes with
    /// a repository, and must not reach beyond it.
    fn inside(&self, value: &Spanned<String>) -> Result<PathBuf, Failure> {
        let written = Path::new(value.get_ref());
        let plain = |c: Component<'_>| match c {
            Component::Normal(name) => name != ".git",
            Component::CurDir => true,
            _ => false,
        };
        let leaves = || {
            let fault = Fault::at(value, "the path leaves the folder of this file");
            let help = "name a file below it, or give the path as an option".to_owned();
            self.fault(Fault {
                help: Some(help),
                ..fault
            })
        };
        if written.as_os_str().is_empty() || !written.components().all(plain) {
            return Err(leaves());
        }
        let path = self.folder.join(written);
        // What does not exist yet must at least stand in a folder that lies inside.
        let mut existing = path.as_path();
        while std::fs::symlink_metadata(existing).is_err() {
            match existing.parent().filter(|p| !p.as_os_str().is_empty()) {
                Some(parent) => existing = parent,
                None => break,
            }
        }
        let real = |path: &Path| std::fs::canonicalize(path).ok();
        match (real(existing), real(&self.folder)) {
            (Some(file), Some(folder))
                if file
                    .strip_prefix(&folder)
                    .is_ok_and(|rest| rest.components().all(plain)) =>
            {
                Ok(simple(&path))
            }
            _ => Err(leaves()),
        }
    }
}

/// The folder of the resume; of standard input the current one.
fn folder_of_resume(resume: Option<&Path>) -> &Path {
    let folder = resume.filter(|r| r.as_os_str() != "-").and_then(Path::parent);
    folder.filter(|f| !f.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// The path without steps to where one stands already: `./cv.json` is `cv.json`.
fn simple(path: &Path) -> PathBuf {
    path.components().filter(|c| *c != Component::CurDir).collect()
}

fn folder_of(path: &Path) -> PathBuf {
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty());
    folder.unwrap_or(Path::new(".")).to_owned()
}

/// The configuration in a file that somebody named.
fn named(path: &Path) -> Result<Found, Failure> {
    let is_manifest = path
        .file_name()
        .is_some_and(|n| config::MANIFESTS.iter().any(|m| n == *m));
    let read = if is_manifest { manifest(path)? } else { Some(own(path)?) };
    read.ok_or_else(|| {
        Failure::new(format!("{} holds no table for gapcheck", path.display()))
            .help("write [package.metadata.gapcheck] in Cargo.toml, [tool.gapcheck] in pyproject.toml")
    })
}

/// The nearest configuration from a folder upwards, to the one that holds `.git` or has no parent.
fn search(folder: &Path) -> Result<Option<Found>, Failure> {
    let mut folder = simple(folder);
    let mut left = std::fs::canonicalize(if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        &folder
    })
    .ok();
    while let Some(real) = left {
        if let Some(found) = in_folder(&folder)? {
            return Ok(Some(found));
        }
        if folder.join(".git").exists() {
            break;
        }
        left = real.parent().map(Path::to_owned);
        // Where the way is not written down, `..` is one step up.
        let written_parent = folder.file_name().is_some() && folder.parent().is_some();
        match (written_parent, folder.parent()) {
            (true, Some(parent)) => folder = parent.to_owned(),
            _ => folder.push(".."),
        }
    }
    Ok(None)
}

/// The configuration in a folder itself.
pub fn in_folder(folder: &Path) -> Result<Option<Found>, Failure> {
    for name in config::NAMES {
        let path = simple(&folder.join(name));
        if path.is_file() {
            refuse_link_out(&path)?;
            return own(&path).map(Some);
        }
        // What is there and cannot be read must not be passed over: the policy may be in it.
        if path.exists() || path.is_symlink() {
            return Err(Failure::new(format!("{} is no file", path.display())).help("make it one, or use --no-config"));
        }
    }
    for name in config::MANIFESTS {
        let path = simple(&folder.join(name));
        if !path.is_file() {
            continue;
        }
        refuse_link_out(&path)?;
        if let Some(found) = manifest(&path)? {
            return Ok(Some(found));
        }
    }
    Ok(None)
}

/// A file that nobody named and that leads out of its repository is not read: a message about it would show what stands there.
pub fn refuse_link_out(path: &Path) -> Result<(), Failure> {
    if !path.is_symlink() {
        return Ok(());
    }
    let beside = repository::real(path).and_then(|real| real.parent().map(Path::to_owned));
    let root = beside
        .as_deref()
        .map(|folder| repository::root(folder).unwrap_or(folder));
    match (std::fs::canonicalize(path), root) {
        (Ok(file), Some(root)) if file.strip_prefix(root).is_ok_and(|rest| !rest.starts_with(".git")) => Ok(()),
        _ => Err(
            Failure::new(format!("{} is a link that leaves its repository", path.display()))
                .help("name the file itself to use it"),
        ),
    }
}

fn own(path: &Path) -> Result<Found, Failure> {
    let Named { name, content: text } = input::text(path)?;
    match config::parse(&text) {
        Ok(config) => Ok(Found {
            folder: folder_of(path),
            name,
            text,
            config,
        }),
        Err(fault) => Err(Failure::in_file(&name, &text, fault.offset, fault.message, fault.help)),
    }
}

/// The table in a manifest of another tool; a manifest that says nothing of gapcheck is nobody's business here.
fn manifest(path: &Path) -> Result<Option<Found>, Failure> {
    let Named { name, content: text } = input::text(path)?;
    if !text.contains("gapcheck") {
        return Ok(None);
    }
    match config::parse_manifest(&text) {
        Ok(config) => Ok(config.map(|config| Found {
            folder: folder_of(path),
            name,
            text,
            config,
        })),
        Err(fault) => Err(Failure::in_file(&name, &text, fault.offset, fault.message, fault.help)),
    }
}
