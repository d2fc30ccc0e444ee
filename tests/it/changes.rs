//! Whoever goes back, skips or changes something in the questionnaire loses nothing that was said, and says nothing by it.

use super::questionnaire::{interview, known};
use gapcheck::model::answers::{Answer, Answers};
use gapcheck::model::correction::Corrections;
use gapcheck::questionnaire::{Prompter, Reply, Stopped};
use gapcheck::resume::Source;
use std::collections::VecDeque;

/// Replies one after the other: numbers of items from 0, a text, one of the controls, or `=` for what is there already; `summary:X`
/// chooses the line of the summary that begins with X. When none is left, everything is kept as it is.
struct Replies<'r> {
    left: VecDeque<&'r str>,
    said: Vec<String>,
}

impl Replies<'_> {
    fn next<T>(&mut self, prompt: &str, given: impl FnOnce(&str) -> T) -> Reply<T> {
        self.said.push(prompt.to_owned());
        match self.left.pop_front().unwrap_or("=") {
            "<" => Reply::Back,
            ">" => Reply::Skip,
            "-" => Reply::Unknown,
            reply => Reply::Given(given(reply)),
        }
    }
}

impl Prompter for Replies<'_> {
    fn say(&mut self, text: &str) {
        self.said.push(text.to_owned());
    }

    fn choose(&mut self, prompt: &str, items: &[String], first: usize) -> Result<Reply<usize>, Stopped> {
        let chosen = |reply: &str| match reply.strip_prefix("summary:") {
            Some(title) => items.iter().position(|item| item.starts_with(title)).expect(title),
            None => reply.parse().unwrap_or(first),
        };
        Ok(self.next(prompt, chosen))
    }

    fn mark(&mut self, prompt: &str, _: &[String], marked: &[usize]) -> Result<Reply<Vec<usize>>, Stopped> {
        let chosen = |reply: &str| match reply {
            "=" => marked.to_vec(),
            numbers => numbers
                .split_whitespace()
                .map(|n| n.parse().expect("a number"))
                .collect(),
        };
        Ok(self.next(prompt, chosen))
    }

    fn line(
        &mut self,
        prompt: &str,
        initial: &str,
        check: &dyn Fn(&str) -> Result<(), String>,
    ) -> Result<Reply<String>, Stopped> {
        let line = |reply: &str| match reply {
            "=" => initial.to_owned(),
            line => {
                check(line).unwrap_or_else(|e| panic!("{prompt}: {line}: {e}"));
                line.to_owned()
            }
        };
        Ok(self.next(prompt, line))
    }
}

/// Two jobs, with what was said to two questions.
fn answered() -> Answers {
    serde_json::from_value(serde_json::json!({
        "format": "gapcheck.answers/1",
        "roles": [
            {"title": "ML Engineer", "from": "2021-03"},
            {"title": "Data Analyst", "from": "2018-06", "to": "2021-02"}
        ],
        "projects": [],
        "certificates": [],
        "answers": {
            "python-core": [
                {"skill": "python", "level": "expert", "where": ["role 1"], "what": "wrote the features"},
                {"skill": "python", "where": ["role 2"], "what": "cleaned the sales tables"},
                {"skill": "scikit-learn", "level": "expert", "where": ["role 1"], "what": "trained the ranking model"},
                {"skill": "pandas", "where": ["role 2"], "what": "wrote the monthly reports"}
            ],
            "leadership": [
                {"skill": "mentoring", "where": ["role 1"], "what": "two juniors over the winter"}
            ]
        }
    }))
    .expect("answers")
}

/// Answers to the end; every question that is open is left out first.
#[track_caller]
fn replied(answers: &mut Answers, replies: &[&str]) -> Vec<String> {
    let (profile, wording) = known();
    let corrections = Corrections::default();
    let interview = interview(&profile, &wording, &corrections);
    let skipped = gapcheck::questionnaire::questions(&profile).into_iter().map(|q| q.id);
    let mut prompter = Replies {
        left: replies.iter().copied().collect(),
        said: Vec::new(),
    };
    let done = interview.go_on(answers, skipped.collect(), &mut prompter);
    assert!(done.is_ok() && prompter.left.is_empty(), "{:#?}", prompter.said);
    prompter.said
}

#[test]
fn what_is_kept_stays_as_it_was() {
    for replies in [
        vec!["summary:Python"],
        vec!["summary:Python", "=", ">", ">", ">", ">", ">", ">"],
    ] {
        let mut answers = answered();
        replied(&mut answers, &replies);
        let said = |a: &Answers| serde_json::to_value(&a.answers["python-core"]).expect("JSON");
        let sorted = |value: serde_json::Value| {
            let mut list = value.as_array().expect("a list").clone();
            list.sort_by_key(|shown| shown.to_string());
            list
        };
        assert_eq!(sorted(said(&answers)), sorted(said(&answered())), "{replies:?}");
    }
}

#[test]
fn what_was_said_is_there_when_somebody_goes_back() {
    let mut answers = answered();
    // People management is told; at the words of mentoring somebody goes back, and keeps everything from there on.
    let said = replied(
        &mut answers,
        &[
            "summary:Leadership",
            "2 3",
            "0",
            "hired three people for the team",
            "=",
            "<",
            "=",
            "=",
            "=",
            "=",
            "=",
        ],
    );
    let Answer::Shown(list) = &answers.answers["leadership"] else {
        panic!("{said:#?}");
    };
    let whats: Vec<&str> = list.iter().map(|s| s.what.as_str()).collect();
    assert_eq!(
        whats,
        ["hired three people for the team", "two juniors over the winter"],
        "{said:#?}"
    );
}

#[test]
fn a_marked_deed_that_is_not_told_is_no_none() {
    let mut answers = answered();
    answers.answers.remove("leadership");
    let said = replied(&mut answers, &["summary:Leadership", "3", ""]);
    assert!(!answers.answers.contains_key("leadership"), "{said:#?}");
    assert!(said.iter().any(|line| line.contains("stays open")), "{said:#?}");
}

#[test]
fn an_answer_to_a_stage_can_be_changed_whatever_was_offered_since() {
    let mut answers = answered();
    let told = answers.answers["leadership"].clone();
    answers.answers.insert("stage:leadership".into(), told.clone());
    let said = replied(&mut answers, &["summary:What shows the stage senior: leadership"]);
    assert_eq!(answers.answers["stage:leadership"], told, "{said:#?}");
}

#[test]
fn going_back_keeps_the_jobs() {
    let (profile, wording) = known();
    let corrections = Corrections::default();
    let interview = interview(&profile, &wording, &corrections);
    let mut answers = interview.begin();
    let replies = [
        "ML Engineer, 2021-03 to present",
        "Data Analyst, 2018-06 to 2021-02",
        "<",
        "<",
    ];
    let mut prompter = Replies {
        left: replies.into_iter().collect(),
        said: Vec::new(),
    };
    // Then the list is kept, and everything else is answered with nothing.
    assert!(interview.run(&mut answers, &mut prompter).is_ok());
    assert_eq!(answers.roles.map(|roles| roles.len()), Some(2), "{:#?}", prompter.said);
}

#[test]
fn what_is_answered_is_not_offered_to_be_turned_down() {
    let (profile, wording) = known();
    let corrections = Corrections::default();
    let base = Source::new(br#"{"skills": [{"name": "Python"}, {"name": "SQL"}]}"#.to_vec()).expect("JSON");
    let mut interview = interview(&profile, &wording, &corrections);
    interview.base = Some(&base);
    let mut answers = answered();
    let mut prompter = Replies {
        left: ["0"].into_iter().collect(),
        said: Vec::new(),
    };
    assert!(interview.run(&mut answers, &mut prompter).is_ok());
    // Python is answered: what is left to be turned down is SQL.
    assert_eq!(answers.rejected, Some(vec!["sql".to_owned()]), "{:#?}", prompter.said);
}
