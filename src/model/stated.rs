//! Proficiency levels as people state them: words, percentages, points, years.

use crate::model::scale::Level;

/// The level that `text` states, if it says something and nothing else.
///
/// Understands words ("Advanced", "familiar with"), shares ("80%", "4/5", a bare 90) and years ("10+ years").
pub fn stated_level(text: &str) -> Option<Level> {
    let text = text.trim().to_lowercase();
    years(&text).or_else(|| share(&text)).or_else(|| word(&text))
}

/// Whether `text`, beside a skill, says that the skill is not there: "none", "no experience", "want to learn", 0.
pub fn denies(text: &str) -> bool {
    let text = text.trim().to_lowercase();
    let text = text.trim_end_matches(['.', '!', '%']).trim();
    matches!(
        text,
        "none"
            | "no"
            | "no experience"
            | "n/a"
            | "0"
            | "zero"
            | "never used"
            | "not yet"
            | "want to learn"
            | "to learn"
            | "planned"
            | "wishlist"
            | "0 years"
            | "no knowledge"
            | "keine"
            | "aucun"
            | "ninguno"
            | "false"
    ) || text.starts_with("0 years")
        || text.starts_with("none,")
        || !text.is_empty() && text.chars().all(|c| matches!(c, '☆' | '○'))
}

/// Years of practice: under one a beginner, from one intermediate, from three advanced, from six expert. A convention of
/// ours: guides ask a senior for five to eight years in all, so six with one skill are among the longest.
fn years(text: &str) -> Option<Level> {
    let digits = text.find(|c: char| c.is_ascii_digit())?;
    if digits > 0 && !text[..digits].trim_end_matches(['>', '~', '+', ' ', '≥']).is_empty() {
        return None;
    }
    let rest = &text[digits..];
    let end = rest
        .find(|c: char| !c.is_ascii_digit() && c != '.')
        .unwrap_or(rest.len());
    let count: f64 = rest[..end].trim_end_matches('.').parse().ok()?;
    let unit = rest[end..].trim_start_matches(['+', ' ', '-', '–']);
    let unit = unit
        .trim_start_matches(|c: char| c.is_ascii_digit())
        .trim_start_matches(['+', ' ']);
    let count = match unit {
        u if u.starts_with("year") || u.starts_with("yr") || u.starts_with("año") || u.starts_with("jahr") => count,
        u if u.starts_with("month") || u.starts_with("mos") => count / 12.0,
        _ => return None,
    };
    Some(level_of_years(count))
}

/// The level that so many years of practice with one skill state.
pub fn level_of_years(years: f64) -> Level {
    match years {
        y if y < 1.0 => Level::Beginner,
        y if y < 3.0 => Level::Intermediate,
        y if y < 6.0 => Level::Advanced,
        _ => Level::Expert,
    }
}

/// The level that a row of full and empty signs states: "★★★★☆", "●●○○○"; `None` without an empty one unless there are five.
pub fn level_of_signs(text: &str) -> Option<Level> {
    let count = |signs: &[char]| text.chars().filter(|c| signs.contains(c)).count();
    let (full, empty) = (count(&['★', '●', '■', '⬤', '⭐']), count(&['☆', '○', '□', '◯']));
    (full > 0 && full + empty >= 3).then(|| level_of_percent(100.0 * full as f64 / (full + empty) as f64))?
}

/// A share of the scale: up to 40 % beginner, under 70 % intermediate, under 90 % advanced, above expert.
fn share(text: &str) -> Option<Level> {
    let text = text.trim_end_matches(" points").trim();
    if !text.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let percent = if let Some((points, of)) = text
        .split_once('/')
        .or(text.split_once(" of "))
        .or(text.split_once(" out of "))
    {
        let (points, of) = (points.trim().parse::<f64>().ok()?, of.trim().parse::<f64>().ok()?);
        if of <= 0.0 || points > of {
            return None;
        }
        points / of * 100.0
    } else if let Some(number) = text.strip_suffix('%') {
        number.trim().parse::<f64>().ok()?
    } else {
        let number = text.parse::<f64>().ok()?;
        match number {
            // 1 of 5 and 1 of 10 are both beginners, so a bare small number is read on the scale that it fits.
            n if n <= 5.0 && n.fract() == 0.0 => n * 20.0,
            n if n <= 1.0 => n * 100.0,
            n if n <= 10.0 => n * 10.0,
            n => n,
        }
    };
    level_of_percent(percent)
}

fn level_of_percent(percent: f64) -> Option<Level> {
    Some(match percent {
        p if p <= 0.0 || p > 100.0 => return None,
        p if p <= 40.0 => Level::Beginner,
        p if p < 70.0 => Level::Intermediate,
        p if p < 90.0 => Level::Advanced,
        _ => Level::Expert,
    })
}

/// Words, the whole text being one or two of them; the list follows the 60 spellings of the survey of real resumes.
fn word(text: &str) -> Option<Level> {
    let text = text.trim_end_matches(['.', ':', '!']).trim();
    let text = text.strip_prefix("at ").unwrap_or(text);
    let text = text
        .strip_suffix(" level")
        .or(text.strip_suffix(" knowledge"))
        .unwrap_or(text);
    let text = text
        .strip_suffix(" experience")
        .or(text.strip_suffix(" user"))
        .unwrap_or(text);
    Some(match text {
        "newbie" | "novice" | "beginner" | "beginer" | "basic" | "basics" | "elementary" | "minimal" | "familiar"
        | "familiar with" | "familiarity" | "learning" | "exposure" | "some" | "limited" | "low" | "junior"
        | "entry" | "fundamental" | "fundamentals" | "foundational" | "grundlagen" | "grundkenntnisse" | "básico"
        | "débutant" | "notions" | "anfänger" | "anfängerin" | "principiante" | "iniciante" | "beginning"
        | "rudimentary" | "入门" | "了解" | "начальный" | "базовый" => Level::Beginner,
        "intermediate" | "moderate" | "working" | "competent" | "good" | "medium" | "mid" | "solid" | "average"
        | "gute kenntnisse" | "熟悉" | "средний" | "medio" | "moyen" | "comfortable" | "mid-level" | "mittel"
        | "intermedio" | "intermédiaire" | "upper intermediate" | "conversant" => Level::Intermediate,
        "advanced"
        | "proficient"
        | "proficiency"
        | "experienced"
        | "strong"
        | "fluent"
        | "senior"
        | "very good"
        | "excellent"
        | "mid-senior"
        | "high"
        | "skilled"
        | "confident"
        | "avanzado"
        | "avancé"
        | "fortgeschritten"
        | "sehr gute kenntnisse"
        | "熟练"
        | "熟练掌握"
        | "продвинутый"
        | "avançado"
        | "avanzato"
        | "highly proficient"
        | "extensive"
        | "professional"
        | "great" => Level::Advanced,
        "expert" | "master" | "mastery" | "guru" | "specialist" | "expertise" | "very strong" | "native"
        | "expertin" | "experta" | "精通" | "эксперт" | "esperto" | "experto" | "experte" | "lead" | "principal" => {
            Level::Expert
        }
        _ => return mistyped(text),
    })
}

/// The words that people mistype, with the slip that a resume shows: "intermidiate", "advaced".
fn mistyped(text: &str) -> Option<Level> {
    const LONG: [(&str, Level); 4] = [
        ("beginner", Level::Beginner),
        ("intermediate", Level::Intermediate),
        ("advanced", Level::Advanced),
        ("proficient", Level::Advanced),
    ];
    let near = |(word, _): &&(&str, Level)| text.starts_with(&word[..1]) && strsim::osa_distance(text, word) <= 2;
    LONG.iter()
        .filter(|_| text.len() > 6)
        .find(near)
        .map(|(_, level)| *level)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<Level>) {
        assert_eq!(stated_level(text), expected, "{text}");
    }

    #[test]
    fn words_state_levels() {
        check("Advanced", Some(Level::Advanced));
        check(" mastery ", Some(Level::Expert));
        check("beginer", Some(Level::Beginner));
        check("Mid-Senior", Some(Level::Advanced));
        check("Strong", Some(Level::Advanced));
        check("Solid", Some(Level::Intermediate));
        check("", None);
        check("Apache Kafka, Spark, Hadoop", None);
        check("primary", None);
    }

    #[test]
    fn shares_state_levels() {
        check("80%", Some(Level::Advanced));
        check("4/5", Some(Level::Advanced));
        check("5/5", Some(Level::Expert));
        check("95", Some(Level::Expert));
        check("60", Some(Level::Intermediate));
        check("3", Some(Level::Intermediate));
        check("0", None);
        check("250", None);
        check("7/0", None);
        check("nan", None);
        check("1e999", None);
    }

    #[test]
    fn years_state_levels() {
        check("10+ years", Some(Level::Expert));
        check("2 yrs", Some(Level::Intermediate));
        check("6 months", Some(Level::Beginner));
        check("11 years of experience", Some(Level::Expert));
        check("3-5 years", Some(Level::Advanced));
    }
}
