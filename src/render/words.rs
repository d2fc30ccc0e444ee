//! `gapcheck match`: how words are read, by which rule, and what was considered and rejected.

use super::page::{Look, Page, quoted};
use crate::model::candidate::Passage;
use crate::model::reading::{Reading, Rule};
use crate::model::skill::Taxonomy;
use crate::text::clean::{self, for_terminal};

/// Columns of text around the words.
const AROUND: usize = 60;

/// A way in which the words may stand in a resume, and what is read then.
pub struct Case<'c> {
    /// What the way is called.
    pub title: &'static str,
    /// The passage.
    pub passage: &'c Passage<'c>,
    /// What was read.
    pub reading: Reading,
}

/// Writes each case.
pub fn render(cases: &[Case<'_>], taxonomy: &Taxonomy, look: Look) -> String {
    let mut page = Page::new(look);
    for case in cases {
        page.heading(case.title);
        let whole = &case.passage.text;
        let text = |range: &std::ops::Range<usize>| quoted(&whole[range.clone()], 60);
        // The words around; of a short text the user has just typed them all.
        let around = |range: &std::ops::Range<usize>| match whole.len() > AROUND {
            true => format!(": {}", for_terminal(&clean::around(whole, range.clone(), AROUND))),
            false => String::new(),
        };
        for m in &case.reading.mentions {
            let skill = taxonomy.get(m.skill);
            let rule = match m.rule {
                Rule::Typo(similarity) => format!("typo, similarity {similarity:.2}"),
                rule => rule.as_str().to_owned(),
            };
            let level = m.level.map_or(String::new(), |level| format!(", {level} (stated)"));
            page.paragraph(
                "  ",
                "    ",
                &format!(
                    "{} is {} [{}] by {rule}{level}{}",
                    text(&m.range),
                    skill.name,
                    skill.id,
                    around(&m.range)
                ),
            );
            let implied: Vec<&str> = taxonomy
                .implied_by(m.skill)
                .iter()
                .map(|s| taxonomy.get(*s).id.as_ref())
                .collect();
            if !implied.is_empty() {
                page.paragraph("    ", "      ", &format!("which implies {}", implied.join(", ")));
            }
        }
        for r in &case.reading.rejected {
            let skill = taxonomy.get(r.skill);
            let cue = r.cue.as_ref().map_or(String::new(), |cue| format!(" by {}", text(cue)));
            page.paragraph(
                "  ",
                "    ",
                &format!(
                    "{} is not {} [{}]: {}{cue}{}",
                    text(&r.range),
                    skill.name,
                    skill.id,
                    r.reason.as_str(),
                    around(&r.range)
                ),
            );
        }
        for u in &case.reading.unmatched {
            let near = u.nearest.map_or("and nothing is near".to_owned(), |s| {
                format!("the nearest is {}", taxonomy.get(s).name)
            });
            page.paragraph(
                "  ",
                "    ",
                &format!("{} is no skill of the taxonomy; {near}", text(&u.range)),
            );
        }
        if case.reading.mentions.is_empty() && case.reading.rejected.is_empty() && case.reading.unmatched.is_empty() {
            page.paragraph("  ", "    ", "no skill is read");
        }
    }
    page.finish().trim_start_matches('\n').to_owned()
}
