//! Layouts that look like jobs, dates, titles or skills and are none; and what must not be lost when they are looked for.

use super::reading::{assess, status};
use gapcheck::model::assessment::Status;

/// The relevant years of a resume, 0 where they cannot be told.
fn relevant(resume: &str) -> f64 {
    assess(resume).years.relevant.unwrap_or_default()
}

#[test]
fn a_time_stamp_is_no_date_of_a_job() {
    for fields in [
        r#""startDate": "2018-01", "endDate": "2022-12", "last_updated_at": "2019-03-01""#,
        r#""created_date": "2023-05-01", "dates": "01/2018 - 12/2022""#,
        r#""start_date": "2018-01", "end_date": "2022-12", "end_of_probation_date": "2018-07-01""#,
        r#""working_time": "40 h", "date": "01/2018 - 12/2022""#,
        r#""notice_period": "3 months", "startYear": 2018, "startMonth": 0, "endYear": 2023"#,
    ] {
        let resume = format!(r#"{{"work": [{{"position": "Data Scientist", {fields}}}]}}"#);
        assert!((relevant(&resume) - 5.0).abs() < 0.2, "{resume}");
    }
}

#[test]
fn a_job_is_not_replaced_by_a_list_in_it() {
    for list in [
        r#""highlights": [{"year": 2020, "text": "Deployed models with Kubernetes"}, "Wrote PyTorch models"]"#,
        r#""projects": [{"name": "Churn", "startDate": "2018", "endDate": "2021"}]"#,
        r#""awards": [{"title": "Best team", "date": "2020"}]"#,
    ] {
        let resume =
            format!(r#"{{"work": [{{"name": "Acme", "description": "Wrote Spark jobs for a bank", {list}}}]}}"#);
        status(&resume, "spark", Some(Status::Demonstrated));
    }
    let job = r#"{"work": {"company": "Acme", "summary": "Wrote Spark jobs", "projects": [{"name": "Churn"}]}}"#;
    status(job, "spark", Some(Status::Demonstrated));
}

#[test]
fn a_job_in_education_is_no_study() {
    for job in [
        r#""position": "Data Scientist", "type": "Education""#,
        r#""position": "Data Scientist", "note": "Education""#,
        r#""position": "MA", "summary": "Trained models in PyTorch with deep learning.""#,
    ] {
        let resume = format!(r#"{{"work": [{{{job}, "startDate": "2015-01", "endDate": "2018-12"}}]}}"#);
        assert!(assess(&resume).years.total.is_some_and(|years| years > 3.9), "{resume}");
    }
}

#[test]
fn talks_courses_and_other_people_are_no_jobs() {
    for resume in [
        r#"{"talks": [{"title": "What a data scientist does all day", "startDate": "2015-05-01"}]}"#,
        r#"{"training": [{"title": "Data Scientist with Python", "provider": "DataCamp", "start": "2019-01", "end": "2020-12"}], "basics": {}}"#,
        r#"{"clubs": [{"name": "Young Researcher Club", "from": "2010", "role": "Treasurer"}], "basics": {}}"#,
        r#"{"mentees": [{"name": "Ann", "role": "Data Scientist", "company": "Acme", "from": "2018", "to": "2022"}], "basics": {}}"#,
        r#"{"quotes": [{"position": "Data Scientist", "company": "Acme", "date": "2018-2022", "quote": "She trained models in PyTorch."}], "basics": {}}"#,
        r#"{"applications": [{"company": "Acme", "position": "Data Scientist", "date": "2024-01 - 2024-06"}], "basics": {}}"#,
        r#"{"press": [{"title": "Data scientist of the year", "company": "Acme", "date": "2019-2021"}], "basics": {}}"#,
    ] {
        let a = assess(resume);
        assert!(a.years.total.is_none_or(|years| years < 0.1), "{resume}");
        assert!(a.skills.iter().all(|f| f.status != Status::Demonstrated), "{resume}");
    }
}

#[test]
fn names_and_running_text_date_no_job() {
    for field in [
        r#""company": "Studio 1990-2020""#,
        r#""url": "https://example.org/2010-2020""#,
        r#""description": "Analysed 1990-2020 census data with pandas""#,
        r#""summary": "Fraud 2016 - prevent, detect""#,
    ] {
        let resume = format!(r#"{{"work": [{{"position": "Data Scientist", {field}}}]}}"#);
        assert_eq!(assess(&resume).years.relevant, None, "{resume}");
    }
}

#[test]
fn what_is_read_owned_or_offered_is_not_done() {
    for (resume, skill) in [
        (
            r#"{"books": [{"title": "Data systems", "tags": ["Kafka"], "description": "On how systems are built"}], "basics": {}}"#,
            "kafka",
        ),
        (
            r#"{"courses": [{"name": "Deep Learning", "skills": ["TensorFlow"], "description": "Course on neural networks"}], "basics": {}}"#,
            "tensorflow",
        ),
        (
            r#"{"values": [{"title": "Leadership", "description": "A good leader led a team by listening."}, {"title": "Community", "description": "With others"}], "basics": {}}"#,
            "leadership",
        ),
        (
            r#"{"menu": [{"title": "Work", "url": "/work"}, {"title": "Projects", "url": "/kafka"}], "basics": {}}"#,
            "kafka",
        ),
        (
            r#"{"pets": [{"name": "Spark", "level": "cute"}], "basics": {}}"#,
            "spark",
        ),
    ] {
        let a = assess(resume);
        let id = a.profile.taxonomy.find(skill).expect("a skill");
        assert_ne!(a.finding(id).map(|f| f.status), Some(Status::Demonstrated), "{resume}");
    }
}

#[test]
fn a_text_under_a_likely_key_stays_one() {
    let text = "Trained models at scale using PyTorch and led a team of five";
    for key in ["my_role", "job", "lab", "host", "used_tools", "saved_time"] {
        let resume = format!(
            r#"{{"work": [{{"position": "ML Engineer", "startDate": "2020-01", "endDate": "2021-12", "{key}": "{text}"}}]}}"#
        );
        status(&resume, "pytorch", Some(Status::Demonstrated));
        status(&resume, "leadership", Some(Status::Demonstrated));
    }
}

#[test]
fn a_title_with_a_word_of_a_section_is_no_heading() {
    for title in ["ML Research Lead", "Data Project Lead"] {
        let resume = format!(
            r#"{{"skills": [], "timeline": [{{"title": "{title}", "company": "Acme", "start": "2020-01", "end": "2021-12"}}]}}"#
        );
        assert!(assess(&resume).years.total.is_some_and(|years| years > 1.9), "{resume}");
    }
    let skills = r#"{"skills": {"level": "Advanced", "keywords": [{"name": "PyTorch"}]}}"#;
    let a = assess(skills);
    let id = a.profile.taxonomy.find("pytorch").expect("a skill");
    assert!(a.finding(id).is_some_and(|f| f.level.is_some()));
    let jobs = r#"{"experience": {"total_years": 6, "entries": [{"employer": "Acme", "position": "Data Scientist", "start": "2020-01", "end": "2021-12"}]}}"#;
    assert!(relevant(jobs) > 1.9);
}

#[test]
fn a_school_is_no_template() {
    let resume = r#"{"work": [{"position": "Data Scientist", "company": "Bright Mind Schooling", "startDate": "2020-01", "endDate": "2021-12"}]}"#;
    assert!(relevant(resume) > 1.9);
}
