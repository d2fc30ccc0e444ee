//! The small language of described deeds: `@lead ..4 @people` is a word of leading and, at most four words later, people.

use super::schema::RawDeeds;
use crate::model::language::{Choice, Deed, Step};
use crate::model::skill::Taxonomy;
use crate::text::phrase::Phrase;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// Phrases by the name of their class.
type Classes = BTreeMap<String, Vec<Phrase>>;

/// The choices of steps, each compiled once however many deeds use it.
#[derive(Default)]
struct Choices<'r> {
    places: FxHashMap<&'r str, usize>,
    compiled: Vec<Choice>,
}

/// Compiles the deeds and the choices of their steps.
///
/// # Errors
/// A sentence about the first deed that names an unknown skill or class, or ends with a gap.
pub(super) fn compile(raw: &RawDeeds, taxonomy: &Taxonomy) -> Result<(Vec<Deed>, Vec<Choice>), String> {
    let mut choices = Choices::default();
    let mut deeds = Vec::with_capacity(raw.deeds.len());
    for deed in &raw.deeds {
        let skill = taxonomy
            .find(&deed.skill)
            .ok_or_else(|| format!("unknown skill \"{}\"", deed.skill))?;
        let steps =
            steps(&deed.pattern, &raw.words, &mut choices).map_err(|e| format!("pattern \"{}\": {e}", deed.pattern))?;
        deeds.push(Deed {
            skill,
            steps,
            needs_field: deed.needs_field,
            in_title: deed.in_title,
        });
    }
    Ok((deeds, choices.compiled))
}

fn steps<'r>(pattern: &'r str, classes: &Classes, choices: &mut Choices<'r>) -> Result<Vec<Step>, String> {
    let mut steps: Vec<Step> = Vec::new();
    let (mut within, mut across, mut listed) = (0, true, false);
    for part in pattern.split_whitespace() {
        if let Some(gap) = part.strip_prefix("..").or(part.strip_prefix(['~', ','])) {
            across = !part.starts_with('~');
            listed = part.starts_with(',');
            within = gap.parse().map_err(|_| format!("\"{part}\" is no gap"))?;
            continue;
        }
        let choice = match choices.places.get(part) {
            Some(place) => *place,
            None => {
                choices.compiled.push(choice(part, classes)?);
                choices.places.insert(part, choices.compiled.len() - 1);
                choices.compiled.len() - 1
            }
        };
        steps.push(Step {
            choice,
            within,
            across,
            listed,
        });
        (within, listed) = (0, false);
    }
    match steps.first() {
        Some(first) if first.within > 0 => Err("it begins with a gap".into()),
        Some(_) if within == 0 => Ok(steps),
        _ => Err("it has no step at its end".into()),
    }
}

/// `@class`, a number (`#`, or `#big` for one of scale), a word, a phrase_of_words, or several with `|` between.
fn choice(part: &str, classes: &Classes) -> Result<Choice, String> {
    let mut alternatives = Vec::new();
    for word in part.split('|') {
        match word.strip_prefix('@') {
            Some(class) => {
                let class = classes
                    .get(class)
                    .ok_or_else(|| format!("there is no class \"{class}\""))?;
                alternatives.extend_from_slice(class);
            }
            None if word.starts_with('#') => alternatives.push(Phrase::sign(word)),
            None => alternatives.push(Phrase::new(&word.replace('_', " "))),
        }
    }
    match alternatives.iter().any(|phrase| phrase.first().is_none()) {
        true => Err(format!("\"{part}\" holds no word")),
        false => Ok(alternatives),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compiled(pattern: &str) -> Result<(Vec<Step>, Vec<Choice>), String> {
        let classes = BTreeMap::from([(
            "people".into(),
            vec![Phrase::new("team"), Phrase::new("data scientists")],
        )]);
        let mut choices = Choices::default();
        steps(pattern, &classes, &mut choices).map(|steps| (steps, choices.compiled))
    }

    #[test]
    fn a_pattern_becomes_steps() {
        let (steps, choices) = compiled("led|headed_up ..4 @people").unwrap();
        assert_eq!(choices[steps[0].choice], [Phrase::new("led"), Phrase::new("headed up")]);
        assert_eq!((steps[1].within, choices[steps[1].choice].len()), (4, 2));
    }

    #[test]
    fn a_choice_is_compiled_once() {
        assert_eq!(compiled("@people ..1 @people").unwrap().1.len(), 1);
    }

    #[test]
    fn faults_are_named() {
        assert!(compiled("led @nobody").unwrap_err().contains("no class"));
        assert!(compiled("led ..x team").unwrap_err().contains("no gap"));
        assert!(compiled("led ..3").unwrap_err().contains("no step at its end"));
        assert!(compiled("..3 led team").unwrap_err().contains("begins with a gap"));
    }
}
