//! The questionnaire without a terminal: how many questions, which of them, and that answers and their resume say the same.

use gapcheck::Interview;
use gapcheck::interview::Ended;
use gapcheck::model::answers::{Answer, Answers, Role, Shown, Where};
use gapcheck::model::correction::Corrections;
use gapcheck::model::profile::Profile;
use gapcheck::model::scale::Stage;
use gapcheck::model::wording::Wording;
use gapcheck::profile;
use gapcheck::questionnaire::{Prompter, Reply, Stopped};
use gapcheck::resume::Source;
use jiff::civil::date;
use std::collections::VecDeque;

/// Answers by a rule, and counts.
struct Persona {
    is_expert: bool,
    said: Vec<String>,
    prompts: usize,
}

impl Prompter for Persona {
    fn say(&mut self, text: &str) {
        self.said.push(text.to_owned());
    }

    fn choose(&mut self, prompt: &str, items: &[String], _: usize) -> Result<Reply<usize>, Stopped> {
        self.prompts += 1;
        assert!(self.prompts < 500, "the questionnaire does not end");
        let level = items.iter().position(|item| item.starts_with("expert"));
        Ok(Reply::Given(
            level.filter(|_| prompt.contains("how well?")).unwrap_or(0),
        ))
    }

    fn mark(&mut self, prompt: &str, items: &[String], _: &[usize]) -> Result<Reply<Vec<usize>>, Stopped> {
        self.prompts += 1;
        Ok(Reply::Given(match self.is_expert {
            false => Vec::new(),
            // The first of every group is enough; the names are those of the profile.
            true if prompt.contains("which of these have you used or done?") => {
                let enough = [
                    "Python",
                    "scikit-learn",
                    "(Technical leadership)",
                    "(Mentoring)",
                    "(Production ML)",
                    "(Scale)",
                    "SQL",
                    "FAISS",
                    "Git",
                    "CI/CD",
                    "Feature stores",
                    "Data quality",
                ];
                let of_all: Vec<usize> = (0..items.len())
                    .filter(|i| enough.iter().any(|name| items[*i].ends_with(name)))
                    .collect();
                if of_all.is_empty() { vec![0] } else { of_all }
            }
            true if prompt.contains("certificates") => vec![0],
            true => (0..items.len()).collect(),
        }))
    }

    fn line(
        &mut self,
        prompt: &str,
        _: &str,
        check: &dyn Fn(&str) -> Result<(), String>,
    ) -> Result<Reply<String>, Stopped> {
        self.prompts += 1;
        let line = match prompt {
            _ if !self.is_expert => "",
            "1. (empty: no more)" => "Lead Machine Learning Engineer, 2019-01 to present",
            "2. (empty: no more)" => "Machine Learning Engineer, 2012-01 to 2018-12",
            "3. (empty: no more)" => "",
            prompt if prompt.contains("issued") => "2025-03",
            prompt if prompt.starts_with("What did you do") => "trained, shipped and ran two models a month",
            // Each place has words of its own.
            prompt => {
                let (place, example) = (prompt.split(':').next(), prompt.rsplit("Such as: ").next());
                &format!("{}, as {}", example.unwrap_or_default(), place.unwrap_or_default())
            }
        };
        if !line.is_empty() {
            check(line).unwrap_or_else(|e| panic!("{prompt}: {line}: {e}"));
        }
        Ok(Reply::Given(line.to_owned()))
    }
}

impl Persona {
    fn questions(&self) -> usize {
        self.said
            .iter()
            .filter(|line| line.trim_start().starts_with("Question "))
            .count()
    }
}

pub(crate) fn known() -> (Profile, Wording) {
    let profile = profile::load("senior-ml-engineer")
        .expect("built in")
        .expect("no faults");
    (profile, profile::wording().expect("no faults"))
}

pub(crate) fn interview<'i>(profile: &'i Profile, wording: &'i Wording, corrections: &'i Corrections) -> Interview<'i> {
    Interview {
        profile,
        wording,
        base: None,
        corrections,
        as_of: date(2026, 11, 22),
        to: None,
    }
}

/// How many questions and prompts somebody answers, and to what score and stage they lead.
#[track_caller]
fn check(is_expert: bool, to: Option<Stage>, expected: (usize, usize, u32, Option<Stage>)) -> Vec<String> {
    let (profile, wording) = known();
    let corrections = Corrections::default();
    let mut interview = interview(&profile, &wording, &corrections);
    interview.to = to;
    let mut answers = interview.begin();
    let mut persona = Persona {
        is_expert,
        said: Vec::new(),
        prompts: 0,
    };
    assert_eq!(interview.run(&mut answers, &mut persona), Ok(vec![]));
    let (score, stage) = interview
        .assessed(&answers, |a| (a.coverage.score, a.stage.estimate))
        .expect("a resume");
    assert_eq!(
        (persona.questions(), persona.prompts, score, stage),
        expected,
        "{:#?}",
        persona.said
    );
    assert!(persona.questions() <= 25);
    persona.said
}

#[test]
fn whoever_has_everything_answers_few_questions() {
    let said = check(true, None, (19, 87, 100, Some(Stage::Principal)));
    // Airflow answers two requirements at once.
    let told = |text: &str| said.iter().any(|line| line.contains(text));
    assert!(told("Not asked any more: "), "{said:#?}");
    check(true, Some(Stage::Senior), (3, 24, 14, Some(Stage::Principal)));
}

#[test]
fn a_beginner_is_not_asked_for_deeds_without_a_place() {
    let said = check(false, None, (17, 18, 0, None));
    assert!(
        said.iter()
            .any(|line| line.starts_with("Not asked: Leadership and mentoring; it is shown by deeds")),
        "{said:#?}"
    );
    check(false, Some(Stage::Mid), (3, 4, 0, None));
}

/// The lines that are said to somebody who gives these answers, one for each prompt, and then goes.
fn said_to(interview: &Interview<'_>, answers: &mut Answers, replies: &[&str]) -> Vec<String> {
    let mut script = Script {
        replies: replies.iter().map(|r| (*r).to_owned()).collect(),
        said: Vec::new(),
    };
    assert_eq!(interview.run(answers, &mut script), Err(Ended::Stopped));
    script.said
}

/// Replies one after the other: a line, or numbers of items from 0.
struct Script {
    replies: VecDeque<String>,
    said: Vec<String>,
}

impl Script {
    fn next(&mut self, prompt: &str) -> Result<String, Stopped> {
        self.said.push(prompt.to_owned());
        self.replies.pop_front().ok_or(Stopped)
    }
}

impl Prompter for Script {
    fn say(&mut self, text: &str) {
        self.said.push(text.to_owned());
    }

    fn choose(&mut self, prompt: &str, _: &[String], _: usize) -> Result<Reply<usize>, Stopped> {
        let reply = self.next(prompt)?;
        Ok(Reply::Given(
            reply.parse().unwrap_or_else(|_| panic!("{prompt}: {reply}")),
        ))
    }

    fn mark(&mut self, prompt: &str, _: &[String], _: &[usize]) -> Result<Reply<Vec<usize>>, Stopped> {
        let reply = self.next(prompt)?;
        Ok(Reply::Given(
            reply.split_whitespace().map(|n| n.parse().expect("a number")).collect(),
        ))
    }

    fn line(
        &mut self,
        prompt: &str,
        _: &str,
        check: &dyn Fn(&str) -> Result<(), String>,
    ) -> Result<Reply<String>, Stopped> {
        let reply = self.next(prompt)?;
        if !reply.is_empty() {
            check(&reply).unwrap_or_else(|e| panic!("{prompt}: {reply}: {e}"));
        }
        Ok(Reply::Given(reply))
    }
}

#[test]
fn whoever_changes_careers_is_asked_for_projects() {
    let (profile, wording) = known();
    let corrections = Corrections::default();
    let interview = interview(&profile, &wording, &corrections);
    let jobs = [
        "Software Engineer, 2016 to 2019-06",
        "Software Engineer, 2019-07 to present",
        "",
    ];
    let said = said_to(&interview, &mut interview.begin(), &jobs);
    assert!(said.iter().any(|line| line.contains("[projects]")), "{said:#?}");
}

#[test]
fn what_was_done_follows_its_role() {
    let (profile, wording) = known();
    let corrections = Corrections::default();
    let interview = interview(&profile, &wording, &corrections);
    let mut answers = interview.begin();
    let role = |title: &str, from: &str| Role {
        title: title.into(),
        from: from.into(),
        to: String::new(),
    };
    answers.roles = Some(vec![
        role("A Engineer", "2016-01"),
        role("B Engineer", "2019-01"),
        role("C Engineer", "2022-01"),
    ]);
    let shown = |skill: &str, at: usize| Shown {
        skill: skill.into(),
        level: None,
        places: vec![Where::Role(at)],
        what: "two engineers for a year".into(),
    };
    answers.answers.insert(
        "leadership".into(),
        Answer::Shown(vec![shown("mentoring", 0), shown("people-management", 2)]),
    );
    // Everything that is open is answered with nothing; in the summary the first role is taken out.
    let mut script = Script {
        replies: std::iter::repeat_n(String::new(), 60).collect(),
        said: Vec::new(),
    };
    let mut taking_out = TakingOut {
        script: &mut script,
        summaries: 0,
        lists: 0,
    };
    assert_eq!(interview.run(&mut answers, &mut taking_out), Ok(vec![]));
    let roles = answers.roles.as_ref().expect("roles");
    assert_eq!(
        roles.iter().map(|r| r.title.as_str()).collect::<Vec<_>>(),
        ["B Engineer", "C Engineer"]
    );
    let Answer::Shown(list) = &answers.answers["leadership"] else {
        panic!("{answers:?}");
    };
    // A deed goes with its job; nobody else's words take its place.
    assert_eq!(list.len(), 1, "{list:?}");
    assert_eq!(
        (list[0].skill.as_str(), &list[0].places),
        ("people-management", &vec![Where::Role(1)])
    );
}

/// Answers with nothing, and takes the first role out once the summary is shown.
struct TakingOut<'s> {
    script: &'s mut Script,
    summaries: usize,
    lists: usize,
}

impl Prompter for TakingOut<'_> {
    fn say(&mut self, text: &str) {
        self.script.say(text);
    }

    fn choose(&mut self, prompt: &str, items: &[String], first: usize) -> Result<Reply<usize>, Stopped> {
        Ok(Reply::Given(match prompt {
            "Your answers; choose one to change it" => {
                self.summaries += 1;
                if self.summaries == 1 {
                    items.iter().position(|i| i.starts_with("Jobs")).expect("the jobs")
                } else {
                    0
                }
            }
            "Choose one to change or to take out" => {
                self.lists += 1;
                if self.lists == 1 { 0 } else { items.len() - 1 }
            }
            _ => first,
        }))
    }

    fn mark(&mut self, prompt: &str, items: &[String], marked: &[usize]) -> Result<Reply<Vec<usize>>, Stopped> {
        self.script.mark(prompt, items, marked)
    }

    fn line(
        &mut self,
        prompt: &str,
        initial: &str,
        check: &dyn Fn(&str) -> Result<(), String>,
    ) -> Result<Reply<String>, Stopped> {
        self.script.line(prompt, initial, check)
    }
}

#[test]
fn own_answers_are_not_shown_for_confirmation_and_take_a_rejection_back() {
    let (profile, wording) = known();
    let corrections = Corrections::default();
    let empty = Source::new(r#"{"work": [{"position": "Engineer", "startDate": "2020-01"}]}"#.into()).expect("JSON");
    let mut interview = interview(&profile, &wording, &corrections);
    interview.base = Some(&empty);
    let said = said_to(
        &interview,
        &mut interview.begin(),
        &["", "0", "wrote the features of a forecast", "2"],
    );
    assert!(!said.iter().any(|line| line.contains("[confirm]")), "{said:#?}");
    let snake = Source::new(
        r#"{"work": [{"position": "Engineer", "startDate": "2020-01", "highlights": ["Python."]}]}"#.into(),
    )
    .expect("JSON");
    interview.base = Some(&snake);
    let mut answers = interview.begin();
    let said = said_to(
        &interview,
        &mut answers,
        &["0", "", "0", "wrote the features of a forecast", "2"],
    );
    assert!(said.iter().any(|line| line.contains("[confirm]")), "{said:#?}");
    assert_eq!(answers.rejected, Some(vec![]), "{said:#?}");
}
