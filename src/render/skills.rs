//! `gapcheck skills`: entries of the taxonomy.

use super::page::{Look, Page, Tone};
use crate::model::skill::{SkillId, Taxonomy};

/// Writes all skills in a line each, or the given ones in full where they are few.
pub fn render(taxonomy: &Taxonomy, skills: &[SkillId], look: Look) -> String {
    let mut page = Page::new(look);
    if skills.len() <= 3 {
        skills.iter().for_each(|id| full(taxonomy, *id, &mut page));
        return page.finish();
    }
    let row = |id: &SkillId| {
        let skill = taxonomy.get(*id);
        vec![
            skill.id.to_string(),
            skill.name.to_string(),
            skill.kind.as_str().to_owned(),
        ]
    };
    page.table(skills.iter().map(row).collect(), &[]);
    page.finish()
}

fn full(taxonomy: &Taxonomy, id: SkillId, page: &mut Page) {
    let skill = taxonomy.get(id);
    let head = format!("{} [{}] {}", skill.name, skill.id, skill.kind.as_str());
    let head = page.paint(Tone::Strong, &head);
    page.paragraph("", "", &head);
    let names = |ids: &[SkillId]| {
        ids.iter()
            .map(|s| taxonomy.get(*s).id.as_ref())
            .collect::<Vec<_>>()
            .join(", ")
    };
    let narrower: Vec<SkillId> = taxonomy
        .iter()
        .filter(|(_, s)| s.broader.contains(&id))
        .map(|(i, _)| i)
        .collect();
    let lines = [
        ("also written", skill.aliases.join(", ")),
        ("implies", names(&taxonomy.implied_by(id))),
        ("implied by", names(&narrower)),
        ("common words, need company", skill.ambiguous.join(", ")),
        ("company", skill.company.to_string()),
        ("not to be confused with", skill.not.join(", ")),
    ];
    for (label, text) in lines.iter().filter(|(_, text)| !text.is_empty()) {
        page.paragraph(&format!("  {label}: "), "    ", text);
    }
}
