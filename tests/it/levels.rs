//! Levels as people state them in the fields and in the text of a resume: what is read from each.

use gapcheck::model::finding::Basis;
use gapcheck::model::profile::Profile;
use gapcheck::model::scale::Level::{self, Advanced, Beginner, Expert, Intermediate};
use gapcheck::resume::Source;
use jiff::civil::date;
use std::sync::LazyLock;

static PROFILE: LazyLock<Profile> = LazyLock::new(|| {
    gapcheck::profile::load("senior-ml-engineer")
        .expect("built in")
        .expect("no faults")
});

/// The levels of `skills` that a resume states, and the codes of its warnings.
fn read(resume: &str, skills: &[&str]) -> (Vec<Option<Level>>, Vec<&'static str>) {
    let source = Source::new(resume.as_bytes().to_vec()).expect("a source");
    let assessment = gapcheck::assess(&source, &PROFILE, date(2026, 11, 22)).expect("a resume");
    let level = |id: &&str| {
        let skill = PROFILE.taxonomy.find(id).unwrap_or_else(|| panic!("no skill {id}"));
        let finding = assessment.finding(skill)?;
        finding.level.filter(|_| finding.basis == Basis::Stated)
    };
    (
        skills.iter().map(level).collect(),
        assessment.warnings.iter().map(|w| w.code).collect(),
    )
}

/// A resume with these `skills` states the levels.
#[track_caller]
fn fields(skills: &str, expected: &[(&str, Option<Level>)]) {
    check(&format!(r#"{{"skills": {skills}}}"#), skills, expected);
}

/// A sentence of a summary states the levels.
#[track_caller]
fn told(text: &str, expected: &[(&str, Option<Level>)]) {
    check(
        &serde_json::json!({"basics": {"summary": text}}).to_string(),
        text,
        expected,
    );
}

/// An entry of a list of skills states the levels.
#[track_caller]
fn listed(text: &str, expected: &[(&str, Option<Level>)]) {
    check(&serde_json::json!({"skills": [text]}).to_string(), text, expected);
}

/// Both in a summary and in a list.
#[track_caller]
fn both(text: &str, expected: &[(&str, Option<Level>)]) {
    told(text, expected);
    listed(text, expected);
}

#[track_caller]
fn check(resume: &str, said: &str, expected: &[(&str, Option<Level>)]) {
    let ids: Vec<&str> = expected.iter().map(|(id, _)| *id).collect();
    let levels: Vec<Option<Level>> = expected.iter().map(|(_, level)| *level).collect();
    assert_eq!(read(resume, &ids).0, levels, "{ids:?} in {said}");
}

#[test]
fn a_lesson_states_no_level() {
    let job =
        |text: &str| format!(r#"{{"work": [{{"position": "Intern", "startDate": "2026-01", "summary": "{text}"}}]}}"#);
    let level = |text: &str| read(&job(text), &["kubernetes"]).0[0];
    assert_eq!(level("Basics of Kubernetes"), Some(Beginner));
    assert_eq!(level("Learned the basics of Kubernetes"), None);
}

#[test]
fn a_number_in_a_field_for_years_is_years() {
    for key in [
        "years",
        "experience",
        "yearsOfExperience",
        "years_of_experience",
        "yearsExperience",
        "experienceYears",
        "exp",
    ] {
        fields(
            &format!(r#"[{{"name": "Java", "{key}": 6}}]"#),
            &[("java", Some(Expert))],
        );
        fields(
            &format!(r#"[{{"name": "Java", "{key}": 5}}]"#),
            &[("java", Some(Advanced))],
        );
        fields(
            &format!(r#"[{{"name": "Java", "{key}": "2"}}]"#),
            &[("java", Some(Intermediate))],
        );
        fields(
            &format!(r#"[{{"name": "Java", "{key}": "6 years"}}]"#),
            &[("java", Some(Expert))],
        );
    }
    fields(r#"[{"name": "Java", "months": 8}]"#, &[("java", Some(Beginner))]);
    fields(r#"[{"name": "Java", "years": 0}]"#, &[("java", None)]);
    fields(r#"[{"name": "Java", "years": 2015}]"#, &[("java", None)]);
}

#[test]
fn a_number_in_a_field_for_ratings_is_points() {
    for key in ["stars", "score", "rating", "proficiency", "level"] {
        fields(
            &format!(r#"[{{"name": "Java", "{key}": 5}}]"#),
            &[("java", Some(Expert))],
        );
    }
    fields(r#"[{"name": "Java", "percent": 5}]"#, &[("java", Some(Beginner))]);
    fields(r#"[{"name": "Java", "percentage": 0.9}]"#, &[("java", Some(Expert))]);
    fields(
        r#"[{"name": "Java", "rating": 3, "max": 10}]"#,
        &[("java", Some(Beginner))],
    );
    fields(
        r#"[{"name": "Java", "level": {"value": 3, "max": 3}}]"#,
        &[("java", Some(Expert))],
    );
    // A higher number in the same place shows of how many points a lower one is.
    fields(
        r#"{"Python": 90, "Java": 5}"#,
        &[("python", Some(Expert)), ("java", Some(Beginner))],
    );
    fields(
        r#"[{"name": "Python", "rating": "9"}, {"name": "Java", "rating": "4"}]"#,
        &[("python", Some(Expert)), ("java", Some(Beginner))],
    );
}

#[test]
fn of_several_fields_a_rating_comes_before_years() {
    fields(
        r#"[{"name": "Java", "years": 2, "level": "Advanced"}]"#,
        &[("java", Some(Advanced))],
    );
    fields(
        r#"[{"name": "Java", "level": "", "years": 4}]"#,
        &[("java", Some(Advanced))],
    );
    fields(
        r#"[{"name": "Java", "level": "Master", "value": 52}]"#,
        &[("java", Some(Intermediate))],
    );
}

#[test]
fn a_key_may_be_the_name_of_what_has_the_level() {
    fields(r#"{"Rust": {"level": "advanced"}}"#, &[("rust", Some(Advanced))]);
    fields(
        r#"{"Rust": {"years": 7}, "Go": {"rating": 2}}"#,
        &[("rust", Some(Expert)), ("go", Some(Beginner))],
    );
    fields(
        r#"{"Backend": {"level": "Expert", "keywords": ["Java", "Scala"]}}"#,
        &[("java", Some(Expert)), ("scala", Some(Expert))],
    );
    fields(
        r#"[{"level": "Expert", "keywords": ["Java"]}]"#,
        &[("java", Some(Expert))],
    );
}

#[test]
fn a_level_that_cannot_be_read_is_not_shown() {
    for level in ["purple", "C, Java", "N+1", "7/5", "///", "★ish"] {
        let skills = serde_json::json!([{"name": "Scala", "level": level}]).to_string();
        fields(&skills, &[("scala", None)]);
    }
}

// "Master" is the example in the schema of JSON Resume, so people choose it; only where a template left it, it says nothing.
#[test]
fn master_is_a_level_unless_a_template_left_it() {
    fields(r#"[{"name": "Java", "level": "Master"}]"#, &[("java", Some(Expert))]);
    fields(
        r#"[{"name": "Java", "level": "Master"}, {"name": "Scala", "level": "Advanced"}]"#,
        &[("java", Some(Expert)), ("scala", Some(Advanced))],
    );
    let own = r#"{"name": "Web Development", "level": "Master", "keywords": ["HTML", "CSS", "Javascript"]}"#;
    fields(
        &format!(r#"[{own}, {{"name": "Java", "level": "Master"}}]"#),
        &[("javascript", None), ("java", Some(Expert))],
    );
    fields(
        r#"[{"name": "Web Development", "level": "Master", "keywords": ["HTML", "JavaScript", "TypeScript"]}]"#,
        &[("typescript", Some(Expert))],
    );
    fields(
        r#"[{"name": "Java", "level": "Master", "value": 0}]"#,
        &[("java", None)],
    );
    let al_folio = r#"[{"name": "Tools", "level": "Master", "icon": "fa-solid fa-hashtag", "keywords": ["Java"]}]"#;
    fields(al_folio, &[("java", None)]);
    let on_everything = r#"[{"name": "Java", "level": "Master"}, {"name": "SQL", "level": "Master"}, {"name": "R", "level": "Master"}]"#;
    fields(on_everything, &[("java", None), ("sql", None)]);
    let on_both = r#"[{"name": "Java", "level": "Master"}, {"name": "SQL", "level": "Master"}]"#;
    fields(on_both, &[("java", None), ("sql", None)]);
    for skills in [al_folio, on_everything, on_both, &format!("[{own}]")] {
        let (_, warnings) = read(&format!(r#"{{"skills": {skills}}}"#), &[]);
        assert!(warnings.contains(&"template-level"), "{warnings:?} for {skills}");
    }
}

#[test]
fn years_in_text_are_read_with_their_point() {
    both("1.5 years of Java", &[("java", Some(Intermediate))]);
    both("0.5 years of Java", &[("java", Some(Beginner))]);
    both("1,5 Jahre Java", &[("java", Some(Intermediate))]);
    both("Over five years of Java", &[("java", Some(Advanced))]);
    both("Twenty years of Java", &[("java", Some(Expert))]);
    both(
        "3-5 years of Java and Scala",
        &[("java", Some(Advanced)), ("scala", Some(Advanced))],
    );
    both("2 to 3.5 years of Java", &[("java", Some(Intermediate))]);
    both("Less than 1 year of Java", &[("java", Some(Beginner))]);
    both("Half a year of Java", &[("java", Some(Beginner))]);
    both("18 months of Java", &[("java", Some(Intermediate))]);
    told("Twice a year Java courses", &[("java", None)]);
    told("Delivered in 6 months with Java", &[("java", None)]);
    listed("Java: 0,5 Jahre", &[("java", Some(Beginner))]);
    listed("Java: <1 year", &[("java", Some(Beginner))]);
    listed(
        "Java: 2,5 Jahre, Scala: 7 Jahre",
        &[("java", Some(Intermediate)), ("scala", Some(Expert))],
    );
    both("Java, 5+ years", &[("java", Some(Advanced))]);
    both("Java, 5 years of Scala", &[("java", None), ("scala", Some(Advanced))]);
    both(
        "Java 2 years, Scala 7 years",
        &[("java", Some(Intermediate)), ("scala", Some(Expert))],
    );
    both("Java with 7 years of experience", &[("java", Some(Expert))]);
    listed("7 years of Scala, 0 years of Java", &[("java", None)]);
    told("Wrote Java for 7 years.", &[("java", Some(Expert))]);
}

#[test]
fn a_level_before_a_colon_holds_for_the_clause() {
    let levels = [
        ("python", Some(Expert)),
        ("sql", Some(Expert)),
        ("java", Some(Intermediate)),
        ("typescript", Some(Beginner)),
    ];
    both("Expert: Python, SQL; Intermediate: Java; Beginner: TypeScript", &levels);
    both(
        "Expert: Python, SQL. Intermediate: Java. Beginner: TypeScript.",
        &levels,
    );
    both("Expert: Python, SQL\nIntermediate: Java\nBeginner: TypeScript", &levels);
    both(
        "Expert: Python, SQL | Intermediate: Java | Beginner: TypeScript",
        &levels,
    );
    both(
        "Expert (Python, SQL), intermediate (Java), beginner (TypeScript)",
        &levels,
    );
    both("Expert in: Python (pandas), SQL", &levels[..2]);
    both("6+ years: Python, SQL; 2 years: Java; <1 year: TypeScript", &levels);
    both(
        "Expert: Python, SQL (basic)",
        &[("python", Some(Expert)), ("sql", Some(Beginner))],
    );
    // A common word such as "Scala" needs a list to be a name; then it has its level too.
    listed("Expert: Python; Beginner: Scala", &[("scala", Some(Beginner))]);
    both("Languages (expert): Python, SQL", &levels[..2]);
    both("Strong: Python", &[("python", Some(Advanced))]);
    listed("Good: Python", &[("python", Some(Intermediate))]);
    told("Lead: Python team", &[("python", None)]);
    both("Languages: Python, SQL", &[("python", None), ("sql", None)]);
    both(
        "Expert: Python; Tools: Java",
        &[("python", Some(Expert)), ("java", None)],
    );
}

#[test]
fn a_level_beside_each_name_is_that_name_s() {
    let levels = [("python", Some(Expert)), ("sql", Some(Beginner))];
    both("Expert Python, basic SQL", &levels);
    both("Expert Python and basic SQL", &levels);
    listed("Advanced Image Processing", &[("image-processing", Some(Advanced))]);
    both("Python, expert; SQL, beginner", &levels);
    listed("Python, expert", &levels[..1]);
    both("Python 5/5, SQL 2/5", &levels);
    both("Python 7 years, SQL 5 months", &levels);
    both("Python: 5/5, SQL: 2/5", &levels);
    both("Python (5/5), SQL (40%)", &levels);
    listed("Python 95%, SQL 30%", &levels);
    both("Python ★★★★★, SQL ★★", &levels);
    both("Python ★★★★★ SQL ★★☆☆☆", &levels);
    both("★★★★★ Python, ★★ SQL", &levels);
    both("Python ⭐⭐⭐⭐⭐", &levels[..1]);
    both("Python 3.11 (expert), SQL (basic)", &levels);
    both("Python expert with a doctorate", &levels[..1]);
    told(
        "Taught algorithms, advanced Python, and statistics",
        &[("python", None)],
    );
    listed("C, Basic, Pascal, Java", &[("c", None), ("java", None)]);
    told(
        "Ported 3 Python 2 services, Java 8",
        &[("python", None), ("java", None)],
    );
}
