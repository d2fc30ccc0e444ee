//! The questionnaire without a terminal: how many questions, which of them, and that answers and their resume say the same.

use gapcheck::Interview;
use gapcheck::model::correction::Corrections;
use gapcheck::model::profile::Profile;
use gapcheck::model::scale::Stage;
use gapcheck::model::wording::Wording;
use gapcheck::profile;
use gapcheck::questionnaire::{Prompter, Reply, Stopped};
use jiff::civil::date;

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
            prompt => prompt.rsplit("Such as: ").next().unwrap_or_default(),
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
    let said = check(true, None, (19, 79, 100, Some(Stage::Principal)));
    // Airflow answers two requirements at once.
    let told = |text: &str| said.iter().any(|line| line.contains(text));
    assert!(told("Not asked any more: "), "{said:#?}");
    check(true, Some(Stage::Senior), (3, 30, 14, Some(Stage::Principal)));
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
