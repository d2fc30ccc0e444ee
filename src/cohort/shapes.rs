//! The shapes of lines: summaries and assessments, their texts where they stand in the line.

use crate::model::assessment::{RequirementStatus, Status};
use crate::model::scale::Stage;
use crate::model::snapshot::ProfileVersion;
use serde::de::{Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, de};
use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

/// Both formats in one: what is the same in both has one name, and what differs is read from either.
#[derive(Deserialize)]
pub(super) struct Raw<'a> {
    #[serde(borrow)]
    pub format: Option<Text<'a>>,
    #[serde(borrow)]
    pub error: Option<RawError<'a>>,
    #[serde(borrow)]
    pub profile: Option<RawProfile<'a>>,
    #[serde(borrow)]
    pub as_of: Option<Text<'a>>,
    pub score: Option<u32>,
    pub coverage: Option<RawCoverage>,
    pub stage: Option<RawStage>,
    #[serde(borrow)]
    pub requirements: Option<Statuses<'a, RequirementStatus>>,
    #[serde(borrow)]
    pub skills: Option<Statuses<'a, Status>>,
    #[serde(borrow)]
    pub gaps: Option<Vec<RawGap<'a>>>,
    #[serde(borrow)]
    pub certificates: Option<Vec<RawHeld<'a>>>,
    #[serde(borrow)]
    pub certifications: Option<RawCertifications<'a>>,
    pub unmatched: Option<IgnoredAny>,
    pub corrections: Option<IgnoredAny>,
}

/// Why a resume could not be assessed; that it has a code tells it from a resume's own words.
#[derive(Deserialize)]
pub(super) struct RawError<'a> {
    #[serde(borrow, rename = "code")]
    _code: Text<'a>,
}

#[derive(Deserialize)]
pub(super) struct Head<'a> {
    #[serde(borrow)]
    pub format: Option<Text<'a>>,
}

#[derive(Clone, Deserialize)]
pub(super) struct RawProfile<'a> {
    #[serde(borrow)]
    pub id: Text<'a>,
    #[serde(borrow)]
    pub version: Text<'a>,
}

impl From<RawProfile<'_>> for ProfileVersion {
    fn from(raw: RawProfile<'_>) -> ProfileVersion {
        ProfileVersion {
            id: raw.id.as_str().to_owned(),
            version: raw.version.as_str().to_owned(),
        }
    }
}

#[derive(Deserialize)]
pub(super) struct RawCoverage {
    pub score: u32,
}

#[derive(Deserialize)]
pub(super) struct RawStage {
    pub estimate: Option<Stage>,
}

#[derive(Deserialize)]
pub(super) struct RawGap<'a> {
    #[serde(borrow)]
    pub requirement: Text<'a>,
    pub points: u32,
}

#[derive(Deserialize)]
pub(super) struct RawCertifications<'a> {
    #[serde(borrow)]
    pub held: Vec<RawHeld<'a>>,
}

/// A text that stands in the line, copied only where it holds escapes.
#[derive(Clone, Deserialize)]
#[serde(transparent)]
pub(super) struct Text<'a>(#[serde(borrow)] Cow<'a, str>);

impl Text<'_> {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A certificate: its id in a summary, an object with it in an assessment.
pub(super) struct RawHeld<'a>(pub Text<'a>);

impl<'de: 'a, 'a> Deserialize<'de> for RawHeld<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<RawHeld<'a>, D::Error> {
        #[derive(Deserialize)]
        struct Object<'a> {
            #[serde(borrow)]
            id: Text<'a>,
        }
        struct Held<'a>(PhantomData<&'a ()>);
        impl<'de: 'a, 'a> Visitor<'de> for Held<'a> {
            type Value = RawHeld<'a>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a certificate")
            }

            fn visit_borrowed_str<E: de::Error>(self, id: &'de str) -> Result<RawHeld<'a>, E> {
                Ok(RawHeld(Text(Cow::Borrowed(id))))
            }

            fn visit_str<E: de::Error>(self, id: &str) -> Result<RawHeld<'a>, E> {
                Ok(RawHeld(Text(Cow::Owned(id.to_owned()))))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<RawHeld<'a>, A::Error> {
                Object::deserialize(de::value::MapAccessDeserializer::new(map)).map(|object| RawHeld(object.id))
            }
        }
        deserializer.deserialize_any(Held(PhantomData))
    }
}

/// Ids with what is said of each: an object from id to status in a summary, a list of objects in an assessment.
pub(super) struct Statuses<'a, S>(pub Vec<(Text<'a>, S)>);

#[derive(Deserialize)]
struct IdAndStatus<'a, S> {
    #[serde(borrow)]
    pub id: Text<'a>,
    status: S,
}

impl<'de: 'a, 'a, S: Deserialize<'de>> Deserialize<'de> for Statuses<'a, S> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Statuses<'a, S>, D::Error> {
        struct Pairs<'a, S>(PhantomData<(&'a (), S)>);
        impl<'de: 'a, 'a, S: Deserialize<'de>> Visitor<'de> for Pairs<'a, S> {
            type Value = Statuses<'a, S>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("ids with their status")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Statuses<'a, S>, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry::<Text<'a>, S>()? {
                    pairs.push(pair);
                }
                Ok(Statuses(pairs))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Statuses<'a, S>, A::Error> {
                let mut pairs = Vec::new();
                while let Some(IdAndStatus { id, status }) = list.next_element::<IdAndStatus<'a, S>>()? {
                    pairs.push((id, status));
                }
                Ok(Statuses(pairs))
            }
        }
        deserializer.deserialize_any(Pairs(PhantomData))
    }
}
