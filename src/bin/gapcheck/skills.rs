//! `gapcheck skills`: look up the taxonomy.

use crate::args::{Cli, SkillsArgs};
use crate::failure::Failure;
use crate::{input, output};
use gapcheck::model::skill::SkillId;
use gapcheck::text::nearest::nearest;
use gapcheck::text::words::form;

pub fn run(cli: &Cli, args: &SkillsArgs) -> Result<(), Failure> {
    let profile = input::profile("senior-ml-engineer")?;
    let taxonomy = &profile.taxonomy;
    let query = args.query.join(" ");
    let wanted = form(&query);
    let names = |id: SkillId| {
        let skill = taxonomy.get(id);
        skill
            .aliases
            .iter()
            .chain([skill.name.as_ref(), skill.id.as_ref()])
            .collect::<Vec<_>>()
    };
    let all: Vec<SkillId> = taxonomy.iter().map(|(id, _)| id).collect();
    let exact: Vec<SkillId> = all
        .iter()
        .copied()
        .filter(|id| names(*id).iter().any(|n| form(n) == wanted))
        .collect();
    let holding: Vec<SkillId> = all
        .iter()
        .copied()
        .filter(|id| names(*id).iter().any(|n| form(n).contains(&wanted)))
        .collect();
    let found = match (query.is_empty(), exact.is_empty()) {
        (true, _) => all,
        (false, false) => exact,
        (false, true) => holding,
    };
    if found.is_empty() {
        let known: Vec<&str> = taxonomy.iter().flat_map(|(id, _)| names(id)).collect();
        let near = nearest(&query, known).map_or(String::new(), |near| format!("; did you mean \"{near}\"?"));
        return Err(
            Failure::new(format!("no skill is called \"{query}\"{near}")).help("gapcheck skills lists them all")
        );
    }
    output::print(&gapcheck::render::skills::render(taxonomy, &found, output::look(cli)))
}
