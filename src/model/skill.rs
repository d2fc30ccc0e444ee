//! The taxonomy: which skills there are, what they are called and what they imply.

use crate::text::texts::Texts;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// A skill's place in its taxonomy. Valid for the taxonomy that handed it out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct SkillId(pub u16);

/// What sort of thing a skill is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum SkillKind {
    /// A programming or query language.
    Language,
    /// A library or framework.
    Library,
    /// A cloud or product that others build on.
    Platform,
    /// A store of data or vectors.
    Database,
    /// Moving and preparing data.
    DataEngineering,
    /// Running models: tracking, serving, monitoring, orchestration.
    Mlops,
    /// Making models smaller or faster.
    Optimization,
    /// A method, a model family or a field of knowledge.
    Method,
    /// A way of working.
    Practice,
    /// What no tool name proves: leadership, communication, ownership.
    Competency,
    /// Anything else that people use.
    Tool,
}

impl SkillKind {
    /// The kind as it is written in the taxonomy.
    pub fn as_str(self) -> &'static str {
        match self {
            SkillKind::Language => "language",
            SkillKind::Library => "library",
            SkillKind::Platform => "platform",
            SkillKind::Database => "database",
            SkillKind::DataEngineering => "data-engineering",
            SkillKind::Mlops => "mlops",
            SkillKind::Optimization => "optimization",
            SkillKind::Method => "method",
            SkillKind::Practice => "practice",
            SkillKind::Competency => "competency",
            SkillKind::Tool => "tool",
        }
    }

    /// Whether the skill names a product or language, whose ambiguous name is safe beside others of its sort.
    pub fn is_technical(self) -> bool {
        !matches!(self, SkillKind::Competency | SkillKind::Practice)
    }

    /// Whether the skill is a product or language with a name of its own.
    pub fn is_product(self) -> bool {
        matches!(
            self,
            SkillKind::Language
                | SkillKind::Library
                | SkillKind::Platform
                | SkillKind::Database
                | SkillKind::Mlops
                | SkillKind::Tool
        )
    }

    /// Whether the name is an ordinary noun that takes a plural.
    pub fn is_concept(self) -> bool {
        matches!(
            self,
            SkillKind::Method
                | SkillKind::Practice
                | SkillKind::Competency
                | SkillKind::Optimization
                | SkillKind::Mlops
                | SkillKind::DataEngineering
                | SkillKind::Database
        )
    }
}

/// One entry of the taxonomy. Its texts are those of the program's own data as they lie there, or a user's.
#[derive(Clone, Debug)]
pub struct Skill {
    /// The id used in profiles and output, `kubernetes`.
    pub id: Cow<'static, str>,
    /// The name shown to people; it is matched too.
    pub name: Cow<'static, str>,
    /// What sort of thing it is.
    pub kind: SkillKind,
    /// Other words that name exactly this skill.
    pub aliases: Texts,
    /// Broader skills that having this one implies.
    pub broader: Vec<SkillId>,
    /// Phrases with the skill's words that mean something else.
    pub not: Texts,
    /// Which of name and aliases are also common words and need company.
    pub ambiguous: Texts,
    /// Words that, in the same sentence, show that an ambiguous name means this skill, with commas between. One text and not
    /// a list: there are thousands, and a run needs a handful.
    pub company: Cow<'static, str>,
}

/// All skills that can be recognised.
#[derive(Clone, Debug, Default)]
pub struct Taxonomy {
    version: String,
    skills: Vec<Skill>,
    /// The skills in the order of their ids, for looking one up.
    by_id: Vec<SkillId>,
    /// Words that a user does not want to be read as a skill, for one run.
    unread: Vec<(SkillId, String)>,
    /// Whether these are the program's own skills, unchanged, of which its tables of names are made.
    is_shipped: bool,
}

impl Taxonomy {
    /// A taxonomy of these skills.
    pub fn new(version: String, skills: Vec<Skill>) -> Taxonomy {
        let mut taxonomy = Taxonomy {
            version,
            ..Taxonomy::default()
        };
        taxonomy.change(|to| *to = skills);
        taxonomy
    }

    /// The program's own taxonomy.
    pub(super) fn shipped(version: String, skills: Vec<Skill>, by_id: Vec<SkillId>) -> Taxonomy {
        Taxonomy {
            version,
            skills,
            by_id,
            unread: Vec::new(),
            is_shipped: true,
        }
    }

    /// The edition of the data, `2026.11`.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// The skills; a [`SkillId`] is an index into this list.
    pub fn skills(&self) -> &[Skill] {
        &self.skills
    }

    /// The skills in the order of their ids.
    pub fn by_id(&self) -> &[SkillId] {
        &self.by_id
    }

    /// Changes the skills. The ids that were handed out stay valid where no skill moves.
    pub fn change(&mut self, change: impl FnOnce(&mut Vec<Skill>)) {
        change(&mut self.skills);
        let skills = &self.skills;
        self.by_id = (0..skills.len()).map(|i| SkillId(i as u16)).collect();
        self.by_id
            .sort_by(|a, b| skills[usize::from(a.0)].id.cmp(&skills[usize::from(b.0)].id));
        self.is_shipped = false;
    }

    /// Words that are not to be read as the skill.
    pub fn ignore(&mut self, skill: SkillId, words: String) {
        self.unread.push((skill, words));
        self.is_shipped = false;
    }

    /// The words that are not to be read, each with its skill.
    pub fn unread(&self) -> &[(SkillId, String)] {
        &self.unread
    }

    /// Whether these are the program's own data, unchanged.
    pub fn is_shipped(&self) -> bool {
        self.is_shipped
    }

    /// The skill behind an id that this taxonomy handed out.
    pub fn get(&self, id: SkillId) -> &Skill {
        &self.skills[usize::from(id.0)]
    }

    /// Every skill with its id, in the taxonomy's order.
    pub fn iter(&self) -> impl Iterator<Item = (SkillId, &Skill)> {
        self.skills.iter().enumerate().map(|(i, s)| (SkillId(i as u16), s))
    }

    /// The skill written `id`, if there is one.
    pub fn find(&self, id: &str) -> Option<SkillId> {
        let place = self
            .by_id
            .binary_search_by(|known| self.get(*known).id.as_ref().cmp(id))
            .ok()?;
        Some(self.by_id[place])
    }

    /// Every broader skill that having `id` implies, nearest first, without `id` itself.
    pub fn implied_by(&self, id: SkillId) -> Vec<SkillId> {
        let mut found: Vec<SkillId> = Vec::new();
        let mut next = 0;
        found.extend(&self.get(id).broader);
        while next < found.len() {
            for broader in &self.get(found[next]).broader {
                if !found.contains(broader) && *broader != id {
                    found.push(*broader);
                }
            }
            next += 1;
        }
        found
    }
}
