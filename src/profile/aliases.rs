//! Aliases that a user adds to the taxonomy for one run: they go before every name that it has.

use crate::model::correction::Alias;
use crate::model::skill::Taxonomy;
use crate::text::nearest::nearest;
use crate::text::words::form;

/// Makes the words of each alias name its skill and nothing else; the skill is written as its id afterwards.
///
/// # Errors
/// A sentence about the first alias whose skill is unknown, whose words hold no letter, or whose words are another skill's name.
pub fn add_aliases(taxonomy: &mut Taxonomy, aliases: &mut [Alias]) -> Result<(), String> {
    for alias in aliases {
        let wanted = alias.skill.trim();
        let by_name = || {
            taxonomy
                .iter()
                .find(|(_, s)| form(&s.name) == form(wanted))
                .map(|(id, _)| id)
        };
        let Some(skill) = taxonomy.find(wanted).or_else(by_name) else {
            let ids = taxonomy.skills.iter().flat_map(|s| [s.id.as_str(), s.name.as_str()]);
            let near = nearest(wanted, ids).map_or(String::new(), |near| format!("; did you mean {near}?"));
            return Err(format!("there is no skill \"{wanted}\"{near}"));
        };
        let words = form(&alias.words);
        if !words.chars().any(char::is_alphabetic) {
            return Err(format!("\"{}\" holds no word that could be found", alias.words));
        }
        let other = taxonomy.iter().find(|(id, s)| *id != skill && form(&s.name) == words);
        if let Some((_, other)) = other {
            return Err(format!("\"{}\" is the name of the skill {}", alias.words, other.id));
        }
        for known in &mut taxonomy.skills {
            for names in [&mut known.aliases, &mut known.not, &mut known.ambiguous] {
                names.retain(|name| form(name) != words);
            }
        }
        let skill = &mut taxonomy.skills[usize::from(skill.0)];
        alias.skill.clone_from(&skill.id);
        if form(&skill.name) != words {
            skill.aliases.push(alias.words.trim().to_owned());
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile;

    fn add(words: &str, skill: &str) -> Result<Taxonomy, String> {
        let mut profile = profile::load("senior-ml-engineer")
            .expect("built in")
            .expect("no faults");
        let alias = Alias {
            words: words.into(),
            skill: skill.into(),
        };
        add_aliases(&mut profile.taxonomy, &mut [alias]).map(|()| profile.taxonomy)
    }

    #[test]
    fn words_come_to_name_a_skill() {
        let taxonomy = add("our-tool", "Apache Spark").unwrap();
        let spark = taxonomy.get(taxonomy.find("spark").unwrap());
        assert!(spark.aliases.contains(&"our-tool".to_owned()));
    }

    #[test]
    fn an_alias_is_taken_from_another_skill() {
        let taxonomy = add("K8s", "docker").unwrap();
        let kubernetes = taxonomy.get(taxonomy.find("kubernetes").unwrap());
        assert!(!kubernetes.aliases.iter().any(|a| a.eq_ignore_ascii_case("k8s")));
    }

    #[test]
    fn faults_are_named() {
        assert_eq!(
            add("x", "sparkk").unwrap_err(),
            "there is no skill \"sparkk\"; did you mean spark?"
        );
        assert!(add("--", "spark").unwrap_err().contains("no word"));
        assert!(add("Python", "spark").unwrap_err().contains("name of the skill python"));
    }
}
