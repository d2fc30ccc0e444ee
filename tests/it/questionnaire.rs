//! The questionnaire without a terminal: how many questions, which of them, and that answers and their resume say the same.

use gapcheck::Interview;
use gapcheck::model::correction::Corrections;
use gapcheck::model::profile::Profile;
use gapcheck::model::wording::Wording;
use gapcheck::profile;
use gapcheck::questionnaire::{Prompter, Reply, Stopped};
use jiff::civil::date;

/// Answers by a rule for each kind of prompt, and counts.
struct Persona<'p> {
    lines: Box<dyn Fn(&str) -> String + 'p>,
    marks: Box<dyn Fn(&str, &[String]) -> Vec<usize> + 'p>,
    /// The level that is chosen.
    level: usize,
    said: Vec<String>,
    prompts: usize,
}

impl Prompter for Persona<'_> {
    fn say(&mut self, text: &str) {
        self.said.push(text.to_owned());
    }

    fn choose(&mut self, prompt: &str, items: &[String], _: usize) -> Result<Reply<usize>, Stopped> {
        self.prompts += 1;
        assert!(self.prompts < 500, "the questionnaire does not end");
        let is_level = prompt.contains("how well?");
        Ok(Reply::Given(if is_level { self.level.min(items.len() - 1) } else { 0 }))
    }

    fn mark(&mut self, prompt: &str, items: &[String], _: &[usize]) -> Result<Reply<Vec<usize>>, Stopped> {
        self.prompts += 1;
        Ok(Reply::Given((self.marks)(prompt, items)))
    }

    fn line(
        &mut self,
        prompt: &str,
        _: &str,
        check: &dyn Fn(&str) -> Result<(), String>,
    ) -> Result<Reply<String>, Stopped> {
        self.prompts += 1;
        let line = (self.lines)(prompt);
        if !line.is_empty() {
            check(&line).unwrap_or_else(|e| panic!("{prompt}: {line}: {e}"));
        }
        Ok(Reply::Given(line))
    }
}

impl Persona<'_> {
    fn questions(&self) -> usize {
        self.said
            .iter()
            .filter(|line| line.trim_start().starts_with("Question "))
            .count()
    }
}

fn known() -> (Profile, Wording) {
    let profile = profile::load("senior-ml-engineer")
        .expect("built in")
        .expect("no faults");
    (profile, profile::wording().expect("no faults"))
}

fn interview<'i>(profile: &'i Profile, wording: &'i Wording, corrections: &'i Corrections) -> Interview<'i> {
    Interview {
        profile,
        wording,
        base: None,
        corrections,
        as_of: date(2026, 11, 22),
        to: None,
    }
}

/// Somebody who has everything: two long roles, and all that is asked.
fn expert() -> Persona<'static> {
    let line = |prompt: &str| match prompt {
        "1. (empty: no more)" => "Lead Machine Learning Engineer, 2019-01 to present".to_owned(),
        "2. (empty: no more)" => "Machine Learning Engineer, 2012-01 to 2018-12".to_owned(),
        "3. (empty: no more)" => String::new(),
        prompt if prompt.contains("issued") => "2025-03".to_owned(),
        prompt if prompt.starts_with("What did you do") => "trained, shipped and ran two models a month".to_owned(),
        prompt => prompt.rsplit("Such as: ").next().unwrap_or_default().to_owned(),
    };
    let marks = |prompt: &str, items: &[String]| match prompt {
        prompt if prompt.contains("certificates") => vec![0],
        _ => (0..items.len()).collect(),
    };
    Persona {
        lines: Box::new(line),
        marks: Box::new(marks),
        level: 3,
        said: Vec::new(),
        prompts: 0,
    }
}

fn beginner() -> Persona<'static> {
    Persona {
        lines: Box::new(|_| String::new()),
        marks: Box::new(|_, _| Vec::new()),
        level: 0,
        said: Vec::new(),
        prompts: 0,
    }
}

#[test]
fn at_most_twenty_five_questions_are_asked() {
    let (profile, wording) = known();
    let corrections = Corrections::default();
    let interview = interview(&profile, &wording, &corrections);
    for (who, mut persona) in [("expert", expert()), ("beginner", beginner())] {
        let mut answers = interview.begin();
        let run = interview.run(&mut answers, &mut persona);
        assert_eq!(run, Ok(vec![]), "{who}");
        let (score, stage) = interview
            .assessed(&answers, |a| (a.coverage.score, a.stage.estimate))
            .expect("a resume");
        println!(
            "{who}: {} questions, {} prompts, score {score}, {stage:?}",
            persona.questions(),
            persona.prompts
        );
        println!("{}", persona.said.join("\n"));
        assert!(persona.questions() <= 25, "{who}: {:#?}", persona.said);
    }
}
