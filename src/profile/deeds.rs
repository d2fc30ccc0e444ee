//! The small language of described deeds: `@lead ..4 @people` is a word of leading and, at most four words later, people.

use super::schema::RawDeeds;
use crate::model::language::{Deed, Step};
use crate::model::skill::Taxonomy;
use crate::text::words::words;
use std::collections::BTreeMap;

/// Compiles the deeds.
///
/// # Errors
/// A sentence about the first deed that names an unknown skill or class, or ends with a gap.
pub(super) fn compile(raw: &RawDeeds, taxonomy: &Taxonomy) -> Result<Vec<Deed>, String> {
    let compile = |raw_deed: &super::schema::RawDeed| {
        let skill = taxonomy.find(&raw_deed.skill).ok_or_else(|| format!("unknown skill \"{}\"", raw_deed.skill))?;
        let steps = steps(&raw_deed.pattern, &raw.words).map_err(|e| format!("pattern \"{}\": {e}", raw_deed.pattern))?;
        Ok(Deed { skill, steps })
    };
    raw.deeds.iter().map(compile).collect()
}

fn steps(pattern: &str, classes: &BTreeMap<String, Vec<String>>) -> Result<Vec<Step>, String> {
    let mut steps: Vec<Step> = Vec::new();
    let mut within = 0;
    for part in pattern.split_whitespace() {
        if let Some(gap) = part.strip_prefix("..") {
            within = gap.parse().map_err(|_| format!("\"{part}\" is no gap"))?;
            continue;
        }
        let mut alternatives = Vec::new();
        for word in part.split('|') {
            match word.strip_prefix('@') {
                Some(class) => {
                    let class = classes.get(class).ok_or_else(|| format!("there is no class \"{class}\""))?;
                    alternatives.extend(class.iter().map(|phrase| forms(phrase)));
                }
                None => alternatives.push(forms(&word.replace('_', " "))),
            }
        }
        if alternatives.iter().any(Vec::is_empty) {
            return Err(format!("\"{part}\" holds no word"));
        }
        steps.push(Step { words: alternatives, within });
        within = 0;
    }
    match steps.is_empty() || within > 0 {
        true => Err("it has no step at its end".into()),
        false => Ok(steps),
    }
}

fn forms(phrase: &str) -> Vec<String> {
    words(phrase).into_iter().map(|w| w.form.into_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn classes() -> BTreeMap<String, Vec<String>> {
        BTreeMap::from([("people".into(), vec!["team".into(), "data scientists".into()])])
    }

    #[test]
    fn a_pattern_becomes_steps() {
        let steps = steps("led|headed_up ..4 @people", &classes()).unwrap();
        assert_eq!(steps[0].words, [vec!["led"], vec!["headed", "up"]]);
        assert_eq!((steps[1].within, steps[1].words.len()), (4, 2));
    }

    #[test]
    fn faults_are_named() {
        assert!(steps("led @nobody", &classes()).unwrap_err().contains("no class"));
        assert!(steps("led ..x team", &classes()).unwrap_err().contains("no gap"));
        assert!(steps("led ..3", &classes()).is_err());
    }
}
