//! What a user says of words for one run: aliases go before every name of the taxonomy, ignored words before these.

use crate::model::correction::{Alias, Unread};
use crate::model::skill::{SkillId, Taxonomy};
use crate::text::nearest::nearest;
use crate::text::words::form;

/// Makes the words of an alias name its skill and nothing else, and adds it to the list, with the skill's id.
///
/// # Errors
/// A sentence where the skill is unknown, the words hold no letter, or are another skill's name.
pub fn add_alias(taxonomy: &mut Taxonomy, list: &mut Vec<Alias>, mut alias: Alias) -> Result<(), String> {
    let skill = find_skill(taxonomy, &alias.skill)?;
    let words = word_form(&alias.words)?;
    let other = taxonomy.iter().find(|(id, s)| *id != skill && form(&s.name) == words);
    if let Some((_, other)) = other {
        return Err(format!("\"{}\" is the name of the skill {}", alias.words, other.id));
    }
    taxonomy.change(|skills| {
        for known in skills.iter_mut() {
            for names in [&mut known.aliases, &mut known.not, &mut known.ambiguous] {
                names.retain(|name| form(name) != words);
            }
        }
        let skill = &mut skills[usize::from(skill.0)];
        alias.skill = skill.id.to_string();
        if form(&skill.name) != words {
            skill.aliases.push(alias.words.trim().to_owned());
        }
    });
    list.push(alias);
    Ok(())
}

/// Makes words nothing where they look like a skill, and adds them to the list, with the skill's id.
///
/// # Errors
/// A sentence where the skill is unknown, or the words hold no letter.
pub fn ignore_words(taxonomy: &mut Taxonomy, list: &mut Vec<Unread>, mut unread: Unread) -> Result<(), String> {
    let skill = find_skill(taxonomy, &unread.skill)?;
    word_form(&unread.words)?;
    unread.skill = taxonomy.get(skill).id.to_string();
    taxonomy.ignore(skill, unread.words.trim().to_owned());
    list.push(unread);
    Ok(())
}

/// The skill with this id or name.
///
/// # Errors
/// A sentence with the nearest that there is.
pub fn find_skill(taxonomy: &Taxonomy, wanted: &str) -> Result<SkillId, String> {
    let wanted = wanted.trim();
    let by_name = || {
        taxonomy
            .iter()
            .find(|(_, s)| form(&s.name) == form(wanted))
            .map(|(id, _)| id)
    };
    taxonomy.find(wanted).or_else(by_name).ok_or_else(|| {
        let ids = taxonomy.skills().iter().flat_map(|s| [s.id.as_ref(), s.name.as_ref()]);
        let near = nearest(wanted, ids).map_or(String::new(), |near| format!("; did you mean {near}?"));
        format!("there is no skill \"{wanted}\"{near}")
    })
}

/// The normal form of words that can be found in a resume.
fn word_form(words: &str) -> Result<String, String> {
    let form = form(words);
    match form.chars().any(char::is_alphabetic) {
        true => Ok(form),
        false => Err(format!("\"{words}\" holds no word that could be found")),
    }
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
        add_alias(&mut profile.taxonomy, &mut Vec::new(), alias).map(|()| profile.taxonomy)
    }

    #[test]
    fn words_come_to_name_a_skill() {
        let taxonomy = add("our-tool", "Apache Spark").unwrap();
        let spark = taxonomy.get(taxonomy.find("spark").unwrap());
        assert!(spark.aliases.contains("our-tool"));
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
