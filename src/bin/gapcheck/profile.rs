//! `gapcheck profile`: list, show, validate, schema.

use crate::args::{Cli, ProfileCommand, SettingsArgs};
use crate::failure::Failure;
use crate::settings::Settings;
use crate::{input, output};
use gapcheck::profile;
use std::path::Path;

pub fn run(cli: &Cli, command: &ProfileCommand) -> Result<(), Failure> {
    match command {
        ProfileCommand::List => list(),
        ProfileCommand::Show { profile } => show(cli, profile.as_deref()),
        ProfileCommand::Validate { file } => validate(file),
        ProfileCommand::Schema { name } => schema(name),
    }
}

fn list() -> Result<(), Failure> {
    let mut text = String::new();
    for (i, id) in profile::ids().enumerate() {
        let found = input::profile(id)?;
        let guides: Vec<&str> = found.guides.iter().map(|g| g.publisher.as_str()).collect();
        let default = if i == 0 { " (default)" } else { "" };
        let requirements = found.requirements.len();
        text += &format!(
            "{id}{default}\n    {}, {}: {requirements} requirements, from {}\n",
            found.title,
            found.version,
            guides.join(" and ")
        );
    }
    output::print(&text)
}

fn show(cli: &Cli, wanted: Option<&str>) -> Result<(), Failure> {
    let found = match wanted {
        Some(wanted) => input::profile(wanted)?,
        None => {
            let defaults = SettingsArgs::default();
            Settings::load(&defaults, None)?.profile(&defaults)?
        }
    };
    let broken = |e: serde_json::Error| Failure::new(format!("a built-in file is faulty: {e}"));
    let backgrounds = profile::backgrounds(&found).map_err(broken)?;
    let details = profile::certification_details().map_err(broken)?;
    output::print(&gapcheck::render::profile::render(
        &found,
        &backgrounds,
        &details,
        output::look(cli),
    ))
}

fn validate(file: &Path) -> Result<(), Failure> {
    let text = input::text(file)?;
    let kind = profile::validate(&text.content).map_err(|faults| Failure::faulty(&text.name, &text.content, faults))?;
    output::print(&format!(
        "{}: a valid {kind}\n",
        gapcheck::text::clean::for_terminal(&text.name)
    ))
}

fn schema(name: &str) -> Result<(), Failure> {
    let found = profile::SCHEMAS.iter().find(|(known, _)| *known == name);
    output::print(found.map_or("", |(_, text)| text))
}
