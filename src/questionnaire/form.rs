//! The questions as a form that a coach can send: a TOML file to be filled in, or JSON for another program.

use super::{Question, Topic};
use crate::model::answers::FORMAT;
use crate::model::profile::Profile;
use crate::model::scale::Level;
use crate::model::wording::Wording;
use serde_json::{Value, json};
use std::fmt::Write;

/// The questions as an answers file without answers, which add to the resume `from`: every line that asks begins with `#`.
pub fn as_toml(all: &[Question], profile: &Profile, wording: &Wording, from: Option<&str>) -> String {
    let mut out = format!(
        "# The questions of gapcheck for the profile {} {}.\n\
         # Take the # from the lines that you answer, fill them in, and run:\n\
         #   gapcheck questionnaire --answers THIS-FILE --save resume.json\n\
         # A question that you leave out stays open.\n\
         format = \"{FORMAT}\"\nprofile = {}\n",
        profile.id,
        profile.version,
        Value::from(profile.id.as_str())
    );
    // Writing to a string cannot fail, so the results are dropped throughout this file.
    if let Some(from) = from {
        let _ = writeln!(
            out,
            "from = {}  # the resume that the answers add to",
            Value::from(from)
        );
    }
    let _ = write!(
        out,
        "\n# No jobs, no projects, no certificates:\n# roles = []\n# projects = []\n# certificates = []\n\n\
         # Questions of which nothing is to be said: \"none\" of it, or \"unknown\". Whatever you tell more of stands below.\n[answers]\n"
    );
    for question in all
        .iter()
        .filter(|q| matches!(q.topic, Topic::Requirement(_) | Topic::Expectation(..)))
    {
        let _ = writeln!(out, "# {} = \"none\"", Value::from(question.id.as_str()));
    }
    for question in all.iter().filter(|q| q.topic != Topic::Confirm) {
        let _ = write!(out, "\n# {}: {}\n", question.id, question.text);
        match question.topic {
            Topic::Roles | Topic::Projects => {
                let _ = write!(
                    out,
                    "# [[{}]]\n# title = \"…\"\n# from = \"2021-03\"\n# to = \"2023-06\"  # left out: it goes on\n",
                    question.id
                );
            }
            Topic::Certificates => {
                for certification in &profile.certifications {
                    let _ = writeln!(out, "#   {}: {}", certification.id, certification.name);
                }
                let _ = write!(out, "# [[certificates]]\n# id = \"…\"\n# date = \"2025-03\"\n");
            }
            _ => skills(question, profile, wording, &mut out),
        }
    }
    out
}

fn skills(question: &Question, profile: &Profile, wording: &Wording, out: &mut String) {
    for id in &question.items {
        let skill = profile.taxonomy.get(*id);
        let _ = match wording.deed(&skill.id) {
            Some(deed) => writeln!(
                out,
                "#   {}: {}. {} Such as: {}",
                skill.id, deed.deed, deed.ask, deed.example
            ),
            None => writeln!(out, "#   {}: {}", skill.id, skill.name),
        };
    }
    let key = format!("answers.{}", Value::from(question.id.as_str()));
    let _ = writeln!(out, "# [[{key}]]\n# skill = \"…\"\n# where = [\"role 1\"]");
    let _ = writeln!(out, "# what = \"…\"");
    let is_deed = |id: &crate::model::skill::SkillId| wording.deed(&profile.taxonomy.get(*id).id).is_some();
    if matches!(question.topic, Topic::Requirement(_)) && !question.items.iter().all(is_deed) {
        let _ = writeln!(
            out,
            "# level = \"intermediate\"  # beginner, intermediate, advanced, expert"
        );
    }
}

/// The questions for another program: ids, texts, help, skills with what their levels mean or how their deed is asked for.
pub fn as_json(all: &[Question], profile: &Profile, wording: &Wording, from: Option<&str>) -> Value {
    let item = |id: &crate::model::skill::SkillId| {
        let skill = profile.taxonomy.get(*id);
        let levels = Level::ALL.map(|level| json!({ "level": level, "means": wording.level(skill, level) }));
        match wording.deed(&skill.id) {
            Some(d) => {
                json!({ "skill": skill.id, "name": skill.name, "deed": d.deed, "ask": d.ask, "example": d.example })
            }
            None => json!({ "skill": skill.id, "name": skill.name, "levels": levels }),
        }
    };
    let question = |q: &Question| json!({ "id": q.id, "text": q.text, "help": q.help, "skills": q.items.iter().map(item).collect::<Vec<_>>() });
    let certification = |c: &crate::model::certification::Certification| json!({ "id": c.id, "name": c.name });
    json!({
        "format": "gapcheck.questions/1",
        "profile": profile.id,
        "version": profile.version,
        "from": from,
        "questions": all.iter().filter(|q| q.topic != Topic::Confirm).map(question).collect::<Vec<_>>(),
        "certificates": profile.certifications.iter().map(certification).collect::<Vec<_>>(),
    })
}
