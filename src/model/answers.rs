//! What somebody answers to the questionnaire: the content of an answers file.

use crate::model::scale::Level;
use serde::de::{self, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::BTreeMap;
use std::fmt;

/// The name and version of the format of answers files.
pub const FORMAT: &str = "gapcheck.answers/1";

/// All answers.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answers {
    /// [`FORMAT`].
    #[serde(default)]
    pub format: String,
    /// The profile that was asked for.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub profile: String,
    /// The resume that the answers add to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// Jobs and internships; `None` while nobody has said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub roles: Option<Vec<Role>>,
    /// Projects outside of jobs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub projects: Option<Vec<Role>>,
    /// Skills that the resume seems to name and does not: their ids.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rejected: Option<Vec<String>>,
    /// Certificates that are held.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certificates: Option<Vec<Certificate>>,
    /// The other answers, by the id of the question.
    #[serde(default, deserialize_with = "each_once")]
    pub answers: BTreeMap<String, Answer>,
}

/// A job, an internship or a project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Role {
    /// The position, or what the project was.
    pub title: String,
    /// `2021`, `2021-03` or `2021-03-15`.
    pub from: String,
    /// Likewise; empty where it goes on.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub to: String,
}

/// A certificate that is held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Certificate {
    /// The id of the certification.
    pub id: String,
    /// When it was issued: `2025`, `2025-03` or `2025-03-15`; empty where not said.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub date: String,
}

/// The answer to a question about skills.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// "I do not know": writes nothing, and stays open.
    Unknown,
    /// What can be shown; nothing where the list is empty.
    Shown(Vec<Shown>),
}

/// A skill that somebody has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shown {
    /// The id of the skill.
    pub skill: String,
    /// How well.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// Where it was used.
    #[serde(default, rename = "where", skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<Where>,
    /// What was done; of a skill that is shown by a deed, the answer to what is asked of it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub what: String,
}

/// An entry of the resume: `role 1`, `project 2`, or the JSON pointer of one that was there before.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Where {
    /// Of [`Answers::roles`], from 0.
    Role(usize),
    /// Of [`Answers::projects`], from 0.
    Project(usize),
    /// Of the resume that the answers add to.
    Entry(String),
}

impl fmt::Display for Where {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Where::Role(index) => write!(f, "role {}", index + 1),
            Where::Project(index) => write!(f, "project {}", index + 1),
            Where::Entry(pointer) => f.write_str(pointer),
        }
    }
}

impl Where {
    /// Reads what [`Display`](fmt::Display) writes.
    ///
    /// # Errors
    /// A sentence that says what can be written.
    pub fn parse(text: &str) -> Result<Where, String> {
        let number = |rest: &str| rest.trim().parse::<usize>().ok().and_then(|n| n.checked_sub(1));
        let of = |word: &str| text.strip_prefix(word).and_then(number);
        let entry = || text.starts_with('/').then(|| Where::Entry(text.to_owned()));
        let found = of("role")
            .map(Where::Role)
            .or_else(|| of("project").map(Where::Project))
            .or_else(entry);
        found.ok_or_else(|| {
            format!("\"{text}\" is no place; write \"role 1\", \"project 1\" or a JSON pointer such as /work/0")
        })
    }
}

impl Serialize for Where {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Where {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Where, D::Error> {
        Where::parse(&String::deserialize(from)?).map_err(de::Error::custom)
    }
}

impl Serialize for Answer {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Answer::Unknown => to.serialize_str("unknown"),
            Answer::Shown(list) if list.is_empty() => to.serialize_str("none"),
            Answer::Shown(list) => list.serialize(to),
        }
    }
}

impl<'de> Deserialize<'de> for Answer {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Answer, D::Error> {
        struct Read;
        impl<'de> Visitor<'de> for Read {
            type Value = Answer;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("\"unknown\", \"none\" or a list of skills")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Answer, E> {
                match text {
                    "unknown" => Ok(Answer::Unknown),
                    "none" => Ok(Answer::Shown(Vec::new())),
                    _ => Err(E::invalid_value(de::Unexpected::Str(text), &self)),
                }
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Answer, A::Error> {
                let mut list = Vec::new();
                while let Some(shown) = seq.next_element()? {
                    list.push(shown);
                }
                Ok(Answer::Shown(list))
            }
        }
        from.deserialize_any(Read)
    }
}

/// Reads answers of which each question has one: of two, one would be lost without a word.
fn each_once<'de, D: Deserializer<'de>>(from: D) -> Result<BTreeMap<String, Answer>, D::Error> {
    struct Read;
    impl<'de> Visitor<'de> for Read {
        type Value = BTreeMap<String, Answer>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("answers by the ids of their questions")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut answers = BTreeMap::new();
            while let Some((id, answer)) = map.next_entry::<String, Answer>()? {
                if answers.contains_key(&id) {
                    return Err(de::Error::custom(format!("\"{id}\" is answered twice")));
                }
                answers.insert(id, answer);
            }
            Ok(answers)
        }
    }
    from.deserialize_map(Read)
}

impl Answers {
    /// Every skill that is shown, with the question that it answers.
    pub fn shown(&self) -> impl Iterator<Item = &Shown> {
        self.answers.values().flat_map(|answer| match answer {
            Answer::Shown(list) => list.as_slice(),
            Answer::Unknown => &[],
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_read_as_they_are_written() {
        let text = r#"{"format":"gapcheck.answers/1","roles":[{"title":"ML Engineer","from":"2021"}],"answers":{"cloud":"none","mlops":[{"skill":"mlflow","level":"advanced","where":["role 1","/work/0"]}],"rag":"unknown"}}"#;
        let answers: Answers = serde_json::from_str(text).expect("it is right");
        assert_eq!(answers.answers["rag"], Answer::Unknown);
        assert_eq!(
            answers.shown().next().expect("one").places,
            [Where::Role(0), Where::Entry("/work/0".into())]
        );
        assert_eq!(serde_json::to_string(&answers).expect("JSON"), text);
    }

    #[test]
    fn a_question_is_answered_once() {
        let twice = r#"{"answers":{"cloud":"none","cloud":"unknown"}}"#;
        let error = serde_json::from_str::<Answers>(twice)
            .expect_err("it is wrong")
            .to_string();
        assert!(error.contains("\"cloud\" is answered twice"), "{error}");
    }

    #[test]
    fn places_are_checked() {
        assert_eq!(Where::parse("project 2"), Ok(Where::Project(1)));
        assert!(Where::parse("role 0").is_err_and(|e| e.contains("role 1")));
        assert!(Where::parse("work").is_err());
    }
}
