//! How much of an assessment stands on a line: a summary, everything, or some top-level fields.

use super::{certificates, requirements, stage, verdict};
use crate::model::assessment::Assessment;
use crate::render::check::Checked;
use crate::text::nearest::nearest;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

/// A top-level field of the assessment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// `format`
    Format,
    /// `generator`
    Generator,
    /// `as_of`
    AsOf,
    /// `profile`
    Profile,
    /// `candidate`
    Candidate,
    /// `skills`
    Skills,
    /// `unmatched`
    Unmatched,
    /// `requirements`
    Requirements,
    /// `coverage`
    Coverage,
    /// `gaps`
    Gaps,
    /// `smallest_change`
    SmallestChange,
    /// `certifications`
    Certifications,
    /// `stage`
    Stage,
    /// `market`
    Market,
    /// `warnings`
    Warnings,
    /// `corrections`
    Corrections,
}

impl Field {
    /// All fields, in the order in which they are written.
    pub const ALL: [Field; 16] = [
        Field::Format,
        Field::Generator,
        Field::AsOf,
        Field::Profile,
        Field::Candidate,
        Field::Skills,
        Field::Unmatched,
        Field::Requirements,
        Field::Coverage,
        Field::Gaps,
        Field::SmallestChange,
        Field::Certifications,
        Field::Stage,
        Field::Market,
        Field::Warnings,
        Field::Corrections,
    ];

    /// The word used in output.
    pub fn as_str(self) -> &'static str {
        match self {
            Field::Format => "format",
            Field::Generator => "generator",
            Field::AsOf => "as_of",
            Field::Profile => "profile",
            Field::Candidate => "candidate",
            Field::Skills => "skills",
            Field::Unmatched => "unmatched",
            Field::Requirements => "requirements",
            Field::Coverage => "coverage",
            Field::Gaps => "gaps",
            Field::SmallestChange => "smallest_change",
            Field::Certifications => "certifications",
            Field::Stage => "stage",
            Field::Market => "market",
            Field::Warnings => "warnings",
            Field::Corrections => "corrections",
        }
    }
}

/// How much of an assessment is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fields {
    /// The summary, an object of its own.
    Summary,
    /// The whole assessment.
    Full,
    /// These fields of it, each once, in the order of the assessment.
    Some(Vec<Field>),
}

impl Fields {
    /// Reads `summary`, `full` or a list such as `coverage,stage`.
    ///
    /// # Errors
    /// What is wrong, with the nearest name.
    pub fn parse(text: &str) -> Result<Fields, String> {
        match text {
            "summary" => return Ok(Fields::Summary),
            "full" => return Ok(Fields::Full),
            _ => {}
        }
        let field = |name: &str| {
            Field::ALL
                .into_iter()
                .find(|f| f.as_str() == name)
                .ok_or_else(|| unknown(name))
        };
        let mut fields = text
            .split(',')
            .map(|name| field(name.trim()))
            .collect::<Result<Vec<_>, _>>()?;
        fields.sort_unstable();
        fields.dedup();
        Ok(Fields::Some(fields))
    }
}

fn unknown(name: &str) -> String {
    if matches!(name, "summary" | "full") {
        return format!("{name} stands alone, without other fields");
    }
    let names = || Field::ALL.into_iter().map(Field::as_str);
    match nearest(name, ["summary", "full"].into_iter().chain(names())) {
        Some(near) => format!("there is no field \"{name}\"; did you mean {near}?"),
        None => format!(
            "there is no field \"{name}\"; known are summary, full, or some of {}",
            names().collect::<Vec<_>>().join(", ")
        ),
    }
}

/// Some fields of an assessment, and the verdict of a check; what is not asked for is not made.
pub(super) struct Document<'a> {
    pub assessment: &'a Assessment<'a>,
    pub fields: &'a [Field],
    pub verdict: Option<&'a Checked<'a>>,
}

impl<'a> Document<'a> {
    /// All of it, without a verdict.
    pub fn whole(assessment: &'a Assessment<'a>) -> Document<'a> {
        Document {
            assessment,
            fields: &Field::ALL,
            verdict: None,
        }
    }
}

impl Serialize for Document<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let a = self.assessment;
        let mut map = serializer.serialize_map(None)?;
        for field in self.fields {
            let name = field.as_str();
            match field {
                Field::Format => map.serialize_entry(name, super::FORMAT),
                Field::Generator => map.serialize_entry(name, &super::generator()),
                Field::AsOf => map.serialize_entry(name, &a.as_of.to_string()),
                Field::Profile => map.serialize_entry(name, &super::profile(a)),
                Field::Candidate => map.serialize_entry(name, &super::person(a)),
                Field::Skills => map.serialize_entry(name, &super::skills(a)),
                Field::Unmatched => map.serialize_entry(name, &super::unmatched(a)),
                Field::Requirements => map.serialize_entry(name, &requirements::requirements(a)),
                Field::Coverage => map.serialize_entry(name, &super::coverage(a)),
                Field::Gaps => map.serialize_entry(name, &requirements::gaps(a)),
                Field::SmallestChange => map.serialize_entry(name, &super::smallest_change(a)),
                Field::Certifications => map.serialize_entry(name, &certificates::report(a)),
                Field::Stage => map.serialize_entry(name, &stage::report(a)),
                Field::Market => map.serialize_entry(name, &super::market(a)),
                Field::Warnings => map.serialize_entry(name, &super::warnings(a)),
                Field::Corrections => map.serialize_entry(name, &super::corrections(a)),
            }?;
        }
        if let Some(checked) = self.verdict {
            map.serialize_entry("verdict", &verdict::report(checked))?;
        }
        map.end()
    }
}
