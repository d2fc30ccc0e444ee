//! The taxonomy: which skills there are, what they are called and what they imply.

use serde::{Deserialize, Serialize};

/// A skill's place in its taxonomy. Valid for the taxonomy that handed it out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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

/// One entry of the taxonomy.
#[derive(Clone, Debug)]
pub struct Skill {
    /// The id used in profiles and output, `kubernetes`.
    pub id: String,
    /// The name shown to people; it is matched too.
    pub name: String,
    /// What sort of thing it is.
    pub kind: SkillKind,
    /// Other words that name exactly this skill.
    pub aliases: Vec<String>,
    /// Broader skills that having this one implies.
    pub broader: Vec<SkillId>,
    /// Phrases with the skill's words that mean something else.
    pub not: Vec<String>,
    /// Which of name and aliases are also common words and need company.
    pub ambiguous: Vec<String>,
    /// Words that, in the same sentence, show that an ambiguous name means this skill, with commas between. One text and not
    /// a list: there are thousands, and a run needs a handful.
    pub company: String,
}

/// All skills that can be recognised.
#[derive(Clone, Debug)]
pub struct Taxonomy {
    /// The edition of the data, `2026.11`.
    pub version: String,
    /// The skills; a [`SkillId`] is an index into this list.
    pub skills: Vec<Skill>,
    /// The skills in the order of their ids, for looking one up.
    pub by_id: Vec<SkillId>,
    /// Words that a user does not want to be read as a skill, for one run.
    pub unread: Vec<(SkillId, String)>,
}

impl Taxonomy {
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
            .binary_search_by(|known| self.get(*known).id.as_str().cmp(id))
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
