//! How resumes are laid out: where sections stand, what they are called, and what they are wrapped in.

use super::reading::{assess, status};
use gapcheck::model::assessment::Status;

#[test]
fn sections_stand_in_a_list_with_their_headings() {
    let job = r#"{"title": "Data Scientist", "start": "2020-01", "end": "2021-12", "highlights": ["Wrote the models in PyTorch."]}"#;
    for (heading, held) in [
        ("title", "items"),
        ("heading", "entries"),
        ("type", "content"),
        ("name", "list"),
    ] {
        let resume = format!(
            r#"{{"sections": [{{"{heading}": "Experience", "{held}": [{job}]}}, {{"{heading}": "Skills", "{held}": ["SQL"]}}]}}"#
        );
        status(&resume, "pytorch", Some(Status::Demonstrated));
        status(&resume, "sql", Some(Status::Claimed));
        assert!(
            assess(&resume).years.relevant.is_some_and(|years| years > 1.9),
            "{resume}"
        );
    }
}

#[test]
fn sections_and_titles_have_keys_of_many_languages() {
    for (section, title) in [
        ("trabajos", "rol"),
        ("historial_laboral", "título"),
        ("expérience professionnelle", "intitulé"),
        ("beruflicher_werdegang", "rolle"),
        ("arbeitserfahrung", "funktion"),
        ("experiências", "função"),
        ("esperienza", "ruolo"),
    ] {
        let resume = format!(
            r#"{{"{section}": [{{"{title}": "Data Engineer", "start": "2020-01", "end": "2021-12", "text": "Wrote Spark jobs."}}]}}"#
        );
        assert!(
            assess(&resume).years.relevant.is_some_and(|years| years > 1.9),
            "{resume}"
        );
        status(&resume, "spark", Some(Status::Demonstrated));
    }
    // What somebody studied is no work, whatever the section is called.
    let studies = r#"{"parcours académique": [{"title": "Data Engineer", "start": "2020-01", "end": "2021-12"}]}"#;
    assert_eq!(assess(studies).years.relevant, None);
    status(
        r#"{"certs": ["Certified Kubernetes Administrator (CKA) - 2025"]}"#,
        "kubernetes",
        Some(Status::Certified),
    );
    status(
        r#"{"education": [{"institution": "U", "summary": "Masterarbeit: Objekterkennung mit PyTorch"}]}"#,
        "pytorch",
        Some(Status::Demonstrated),
    );
}

#[test]
fn a_section_wraps_its_entries() {
    // The FRESH format of HackMyResume, and the like.
    let jobs = r#"[{"employer": "Acme", "position": "Data Scientist", "start": "2019-01", "end": "2021-12",
        "highlights": ["Wrote the models in PyTorch."]},
        {"employer": "Beta", "position": "Data Scientist", "start": "2022-01", "end": "2022-12", "summary": "Wrote Spark jobs."}]"#;
    for wrapped in [
        format!(
            r#"{{"employment": {{"summary": "Six years of building models, mostly in Python", "history": {jobs}}}}}"#
        ),
        format!(r#"{{"work": {{"title": "Experience", "list": {jobs}}}}}"#),
        format!(r#"{{"experience": {{"count": 2, "entries": {jobs}}}}}"#),
    ] {
        let a = assess(&wrapped);
        assert!(
            a.years.relevant.is_some_and(|years| (years - 4.0).abs() < 0.1),
            "{wrapped}"
        );
        status(&wrapped, "pytorch", Some(Status::Demonstrated));
        status(&wrapped, "spark", Some(Status::Demonstrated));
    }
    status(
        r#"{"employment": {"summary": "Six years of building models for banks, mostly in Python", "history": [{"position": "Chef", "start": "2019"}]}}"#,
        "python",
        Some(Status::Claimed),
    );
    // Two lists are two groups of jobs, the second one without dates.
    status(
        r#"{"experience": {"jobs": [{"position": "Cook", "start": "2019"}], "labs": [{"context": "at home", "details": ["Wrote Spark jobs for fun"]}]}}"#,
        "spark",
        Some(Status::Demonstrated),
    );
    // A job with dates of its own is one, whatever stands in it.
    let job = r#"{"work": {"position": "Data Scientist", "start": "2019-01", "end": "2020-12", "phases": [{"name": "one", "start": "2019-01", "end": "2019-06"}]}}"#;
    assert!(assess(job).years.relevant.is_some_and(|years| years > 1.9));
    let studies = r#"{"education": {"degree": "MSc Statistics", "courses": [{"name": "Spark", "date": "2019"}]}}"#;
    status(studies, "statistics", Some(Status::Claimed));
}

/// Asserts that a resume holds two years of data science, in which models were written in PyTorch.
#[track_caller]
fn two_years(resume: &str) {
    let relevant = assess(resume).years.relevant;
    assert!(
        relevant.is_some_and(|years| (1.9..2.2).contains(&years)),
        "{relevant:?} in {resume}"
    );
    status(resume, "pytorch", Some(Status::Demonstrated));
}

#[test]
fn dates_of_an_entry_may_stand_one_step_down() {
    for dates in [
        r#""dates": {"startDate": "2020-01", "endDate": "2021-12"}"#,
        r#""Period": {"From": {"Year": 2020, "Month": 1}, "To": {"Year": 2021, "Month": 12}}"#,
        r#""timePeriod": {"startDate": {"year": 2020, "month": 1}, "endDate": {"year": 2021, "month": 12}}"#,
        r#""starts_at": {"year": 2020, "month": 1, "day": 1}, "ends_at": {"year": 2021, "month": 12, "day": 31}"#,
    ] {
        two_years(&format!(
            r#"{{"experience": [{{"title": "Data Scientist", {dates}, "text": "Wrote the models in PyTorch."}}]}}"#
        ));
    }
}

#[test]
fn dates_are_written_in_many_ways() {
    for dates in [
        r#""startYear": 2020, "startMonth": 1, "endYear": 2021, "endMonth": 12"#,
        r#""start_year": "2020", "start_month": "January", "end_year": "2021", "end_month": "December""#,
        r#""startDate": 1577836800000, "endDate": 1640908800000"#,
        r#""startDate": 1577836800, "endDate": 1640908800"#,
        r#""startDate": {"$date": "2020-01-01T00:00:00.000Z"}, "endDate": {"$date": "2021-12-31T00:00:00.000Z"}"#,
        r#""startDate": [2020, 1], "endDate": [2021, 12]"#,
        r#""date": ["2020-01", "2021-12"]"#,
    ] {
        two_years(&format!(
            r#"{{"work": [{{"title": "Data Scientist", {dates}, "text": "Wrote the models in PyTorch."}}]}}"#
        ));
    }
}

#[test]
fn an_entry_without_dates_has_them_in_its_key_or_title() {
    let text = r#""text": "Wrote the models in PyTorch.""#;
    for job in [
        format!(r#"{{"2020-01 - 2021-12": {{"company": "Acme", "title": "Data Scientist", {text}}}}}"#),
        format!(r#"{{"Data Scientist": {{"company": "Acme", "dates": "01/2020 - 12/2021", {text}}}}}"#),
        format!(r#"[{{"title": "Data Scientist, Acme (Jan 2020 - Dec 2021)", {text}}}]"#),
    ] {
        two_years(&format!(r#"{{"experience": {job}}}"#));
    }
    // A date that cannot be read is not made up for.
    let faulty = format!(r#"{{"work": [{{"title": "Data Scientist 2020-2021", "date": "soon", {text}}}]}}"#);
    assert_eq!(assess(&faulty).years.relevant, None);
}

#[test]
fn posts_with_one_employer_are_written_in_many_ways() {
    let dates = r#""startDate": "2020-01", "endDate": "2021-12""#;
    let text = r#""text": "Wrote the models in PyTorch.""#;
    for job in [
        format!(r#"{{"company": "Acme", "history": [{{"title": "Data Scientist", {dates}, {text}}}]}}"#),
        format!(r#"{{"company": "Acme", {dates}, "roles": ["Data Scientist"], {text}}}"#),
        format!(r#"{{"company": "Acme", {dates}, "positions": [{{"title": "Data Scientist", {text}}}]}}"#),
    ] {
        two_years(&format!(r#"{{"experience": [{job}]}}"#));
    }
    // Tasks are no titles.
    let tasks = format!(
        r#"{{"work": [{{"company": "Acme", {dates}, "roles": ["Wrote the models of the data scientists in PyTorch"]}}]}}"#
    );
    assert!(assess(&tasks).years.relevant.is_none_or(|years| years < 0.1));
}

#[test]
fn a_title_stands_under_many_keys() {
    for title in [
        r#""name": "Data Scientist", "company": "Acme""#,
        r#""title": "Acme", "subtitle": "Data Scientist""#,
        r#""heading": "Data Scientist", "subheading": "Acme""#,
        r#""what": "Data Scientist", "where": "Acme""#,
        r#""job": "Data Scientist""#,
    ] {
        two_years(&format!(
            r#"{{"work": [{{{title}, "date": "2020-01 - 2021-12", "text": "Wrote the models in PyTorch."}}]}}"#
        ));
    }
    // Below a position a line tells what was done; an employer's name and address are not the person's words.
    let employer = r#"{"work": [{"position": "Accountant", "subtitle": "Models in Scala", "companyName": "Databricks", "companyUrl": "docker",
        "date": "2020-01 - 2021-12"}]}"#;
    status(employer, "scala", Some(Status::Demonstrated));
    status(employer, "databricks", None);
    status(employer, "docker", None);
    assert!(assess(employer).years.relevant.is_none_or(|years| years < 0.1));
}

#[test]
fn a_title_may_be_an_object() {
    for title in [
        r#"{"Code": "2511", "Label": "Data Scientist"}"#,
        r#"{"de": "Datenwissenschaftler", "en": "Data Scientist"}"#,
    ] {
        two_years(&format!(
            r#"{{"work": [{{"position": {title}, "from": "2020-01", "to": "2021-12", "text": "Wrote the models in PyTorch."}}]}}"#
        ));
    }
}

#[test]
fn a_list_under_an_unknown_key_is_known_by_its_fields() {
    let job =
        r#""title": "Data Scientist", "from": "2020-01", "to": "2021-12", "text": "Wrote the models in PyTorch.""#;
    two_years(&format!(
        r#"{{"skills": [], "timeline": [{{"company": "Acme", {job}}}]}}"#
    ));
    // What was done for a school or a club, or at no time, is no job.
    for other in [
        format!(
            r#"{{"skills": [], "timeline": [{{"school": "U", {}}}]}}"#,
            job.replace("Data Scientist", "BSc Data Science")
        ),
        format!(
            r#"{{"skills": [], "timeline": [{{"society": "Chess club", {}}}]}}"#,
            job.replace("Data Scientist", "Treasurer")
        ),
        r#"{"skills": [], "favourites": [{"company": "Acme", "text": "They write their models in PyTorch."}]}"#
            .to_owned(),
    ] {
        assert_eq!(assess(&other).years.relevant, None, "{other}");
    }
}

#[test]
fn formats_of_other_programs_are_read() {
    // Europass.
    two_years(
        r#"{"SkillsPassport": {"LearnerInfo": {"WorkExperience": [{"Period": {"From": {"Year": 2020, "Month": 1}, "To": {"Year": 2021, "Month": 12}},
            "Position": {"Label": "Data Scientist"}, "Activities": "Wrote the models in PyTorch."}]}}}"#,
    );
    // What a network knows of other people is nobody's skill, and a number of years is no section.
    let profile = r#"{"experiences": [{"title": "Data Scientist", "company": "Acme", "starts_at": {"year": 2020, "month": 1}, "ends_at": {"year": 2021, "month": 12},
        "description": "Wrote the models in PyTorch."}], "people_also_viewed": [{"summary": "Writes Scala for a living"}], "total_years_experience": 7}"#;
    two_years(profile);
    status(profile, "scala", None);
    assert!(assess(profile).warnings.is_empty());
}

#[test]
fn longer_keys_are_read_by_their_words() {
    two_years(
        r#"{"workExpList": [{"company_name": "Databricks", "department_name": "Data Science", "job_title": "Data Scientist",
            "work_time": ["2020.01", "2021.12"], "work_desc": "Wrote the models in PyTorch.", "company_url": "docker"}]}"#,
    );
    for text in ["worked_on", "full_time", "based_on", "tool_name"] {
        let resume =
            format!(r#"{{"projects": [{{"project_name": "Grader", "{text}": "Wrote the models in PyTorch."}}]}}"#);
        status(&resume, "pytorch", Some(Status::Demonstrated));
    }
    // Skills may stand beside the headline.
    status(
        r#"{"basics": {"label": "Engineer", "skills": ["SQL"]}, "work": []}"#,
        "sql",
        Some(Status::Claimed),
    );
}

#[test]
fn records_say_which_section_they_are() {
    let job =
        r#""title": "Data Scientist", "start": "2020-01", "end": "2021-12", "text": "Wrote the models in PyTorch.""#;
    for resume in [
        format!(
            r#"{{"timeline": [{{"type": "work", {job}}}, {{"type": "education", "title": "BSc", "start": "2012", "end": "2016"}}]}}"#
        ),
        format!(r#"{{"Sections": [{{"$type": "ExperienceSection", {job}}}]}}"#),
        format!(r#"{{"sections": [{{"id": "positions", "title": "Where I have been", "entries": [{{{job}}}]}}]}}"#),
        // A study in a list of jobs is one.
        r#"{"career_timeline": [{"role": "Data Scientist", "start": "2020-01", "end": "2021-12", "text": "Wrote the models in PyTorch."},
            {"type": "education", "label": "BSc", "start": "2012", "end": "2016"}]}"#.to_string(),
        // What data/experience.json of a portfolio holds.
        format!(r#"[{{"company": "Acme", {job}}}]"#),
    ] {
        two_years(&resume);
        assert!(assess(&resume).years.total.is_some_and(|years| years < 2.2), "{resume}");
    }
}

#[test]
fn dates_stand_in_any_short_text_of_a_job() {
    for place in [
        r#""location": "New York City, USA (01/2020-12/2021)""#,
        r#""subtitle": "(Institut: January 2020 - December 2021)""#,
        r#""dates": "Dec 2021 - Jan 2020""#,
        r#""period": "01/2020&#8211;12/2021""#,
    ] {
        two_years(&format!(
            r#"{{"work": [{{"position": "Data Scientist", {place}, "text": "Wrote the models in PyTorch."}}]}}"#
        ));
    }
    let now = r#"{"work": [{"position": "Data Scientist", "dates": "Present - Nov 2024", "text": "Wrote the models in PyTorch."}]}"#;
    two_years(now);
    two_years(&now.replace("Present - Nov 2024", "Nov 2024 - Presnet"));
    // An end before the begin in fields of their own is a slip.
    let slip = r#"{"work": [{"position": "Data Scientist", "startDate": "2021-12", "endDate": "2020-01"}]}"#;
    assert_eq!(assess(slip).years.relevant, None);
}

#[test]
fn skills_and_projects_are_known_by_their_fields() {
    let skills = r#"{"skillbars": [{"title": "SQL", "level": "95"}], "basics": {}}"#;
    status(skills, "sql", Some(Status::Claimed));
    let tools = r#"{"work": [], "software": [{"name": "Grader", "description": "Wrote a grader of essays for a school", "languages": ["Ruby"]}]}"#;
    status(tools, "ruby", Some(Status::Demonstrated));
}

#[test]
fn a_project_without_an_end_does_not_go_on() {
    let used = |dates: &str| {
        let resume = format!(r#"{{"projects": [{{"name": "Grader", {dates}, "description": "Wrote it in Ruby."}}]}}"#);
        let a = assess(&resume);
        let id = a.profile.taxonomy.find("ruby").expect("a skill");
        a.finding(id).and_then(|f| f.years).unwrap_or_default()
    };
    assert!(used(r#""startDate": "2020-01""#) < 0.2);
    assert!(used(r#""startDate": "2020-01", "endDate": "Present""#) > 6.0);
    assert!(used(r#""startDate": "2020-01", "isOngoing": true"#) > 6.0);
}

#[test]
fn degrees_are_no_jobs_and_posts_are_no_papers() {
    let degree = r#"{"experience": [{"title": "Ph.D., Electrical Engineering", "start": "2015", "end": "2020"}]}"#;
    assert_eq!(assess(degree).years.total, None);
    let researcher = r#"{"experience": [{"title": "PhD Researcher", "start": "2015", "end": "2020"}]}"#;
    assert!(assess(researcher).years.total.is_some_and(|years| years > 4.9));
    two_years(
        r#"{"research": [{"title": "Research Assistant", "institution": "U", "start": "2020-01", "end": "2021-12",
            "text": "Wrote the models in PyTorch, TensorFlow and Keras."}, {"title": "On graphs", "date": "2021"}]}"#,
    );
    // A course is no paper, and its date is when it ends.
    let course = r#"{"publications": [{"name": "Statistics 110", "publisher": "HarvardX"}], "education": [{"degree": "BSc", "year": 2031}]}"#;
    status(course, "statistics", Some(Status::Claimed));
    assert!(assess(course).warnings.iter().all(|w| w.code != "not-begun"));
}

#[test]
fn titles_of_other_engineers_are_no_software() {
    for (title, from_adjacent) in [
        ("Process Engineer", false),
        ("VP of Engineering", true),
        ("Chief Technical Officer", true),
        ("SDE Intern", true),
        ("Mechanical Engineering Intern", false),
    ] {
        let resume = format!(r#"{{"work": [{{"position": "{title}", "start": "2020-01", "end": "2021-12"}}]}}"#);
        assert_eq!(assess(&resume).years.from_adjacent > 0.9, from_adjacent, "{title}");
    }
    // Data work shows in the text where the title says nothing.
    two_years(
        r#"{"work": [{"position": "Officer", "start": "2020-01", "end": "2021-12",
            "text": "Wrote data pipelines into the data warehouse. Wrote the models in PyTorch."}]}"#,
    );
    for title in [
        "Data Quality Analyst",
        "Statistical Programmer",
        "Data Science Intern, Sales",
    ] {
        let resume = format!(r#"{{"work": [{{"position": "{title}", "start": "2020-01", "end": "2021-12"}}]}}"#);
        assert!(
            assess(&resume).years.relevant.is_some_and(|years| years > 1.9),
            "{title}"
        );
    }
}

#[test]
fn wishes_for_the_next_job_are_no_work() {
    let resume = r#"{"work": [{"position": "Driver", "startDate": "2020"}], "career_preferences": {"target_roles": ["Machine Learning Engineer"]}}"#;
    status(resume, "machine-learning", None);
    assert_eq!(assess(resume).stage.estimate, None);
}
