//! Jobs and projects: one a line, and a list in which each can be changed, taken out, or joined by another.

use super::{Done, Prompter, Question, Reply, RoleAnswer, Stopped, Unfinished};
use crate::model::answers::Role;
use crate::questionnaire::roles;

/// A line that was accepted, and the number of the role that it changes.
struct Line {
    role: Role,
    was: Option<usize>,
}

/// Where the asking goes on.
enum Next {
    /// A new line.
    Another,
    /// The list, to be changed.
    List,
    /// The question is done.
    Ends(Done),
}

/// Asks line by line where nothing was said yet, else begins with the list.
pub(super) fn ask(
    question: &Question,
    before: &[Role],
    done: fn(Vec<RoleAnswer>) -> Done,
    prompter: &mut dyn Prompter,
) -> Result<Done, Unfinished> {
    let kept = |(i, role): (usize, &Role)| Line {
        role: role.clone(),
        was: Some(i),
    };
    let mut lines: Vec<Line> = before.iter().enumerate().map(kept).collect();
    let mut next = if lines.is_empty() { Next::Another } else { Next::List };
    prompter.say(&question.text);
    loop {
        let step = match next {
            Next::Ends(done) => return Ok(done),
            Next::Another => another(question, &mut lines, done, prompter),
            Next::List => list(question, &mut lines, done, prompter),
        };
        // What stands there already is not lost with the rest.
        next = step.map_err(|Stopped| Unfinished {
            so_far: (!lines.is_empty()).then(|| done(answers(&lines))),
        })?;
    }
}

fn answers(lines: &[Line]) -> Vec<RoleAnswer> {
    let answer = |line: &Line| RoleAnswer {
        role: line.role.clone(),
        was: line.was,
    };
    lines.iter().map(answer).collect()
}

fn check(line: &str) -> Result<(), String> {
    roles::parse(line).map(|_| ())
}

/// Asks for one more line.
fn another(
    question: &Question,
    lines: &mut Vec<Line>,
    done: fn(Vec<RoleAnswer>) -> Done,
    prompter: &mut dyn Prompter,
) -> Result<Next, Stopped> {
    let prompt = format!("{}. (empty: no more)", lines.len() + 1);
    Ok(match prompter.line(&prompt, "", &check)? {
        Reply::Given(line) => match roles::parse(&line) {
            Ok(role) => {
                let understood = roles::line(&role);
                if understood != line.trim() {
                    prompter.say(&format!("understood as: {understood}"));
                }
                lines.push(Line { role, was: None });
                Next::Another
            }
            Err(_) => Next::Ends(done(answers(lines))),
        },
        Reply::Help => {
            question.help.iter().for_each(|line| prompter.say(line));
            Next::Another
        }
        Reply::Back if lines.is_empty() => Next::Ends(Done::Back(None)),
        Reply::Back => Next::List,
        Reply::Skip | Reply::Unknown if lines.is_empty() => Next::Ends(Done::Skipped),
        Reply::Skip | Reply::Unknown => Next::Ends(done(answers(lines))),
    })
}

/// Shows the list: a line to be changed, another one, or no more.
fn list(
    question: &Question,
    lines: &mut Vec<Line>,
    done: fn(Vec<RoleAnswer>) -> Done,
    prompter: &mut dyn Prompter,
) -> Result<Next, Stopped> {
    let mut items: Vec<String> = lines.iter().map(|line| roles::line(&line.role)).collect();
    items.extend(["add another".to_owned(), "that is all".to_owned()]);
    Ok(
        match prompter.choose("Choose one to change or to take out", &items, items.len() - 1)? {
            Reply::Given(i) if i < lines.len() => {
                change(lines, i, prompter)?;
                if lines.is_empty() { Next::Another } else { Next::List }
            }
            Reply::Given(i) if i == lines.len() => Next::Another,
            Reply::Given(_) | Reply::Skip | Reply::Unknown => Next::Ends(done(answers(lines))),
            Reply::Back => Next::Ends(Done::Back(Some(Box::new(done(answers(lines)))))),
            Reply::Help => {
                question.help.iter().for_each(|line| prompter.say(line));
                Next::List
            }
        },
    )
}

fn change(lines: &mut Vec<Line>, at: usize, prompter: &mut dyn Prompter) -> Result<(), Stopped> {
    let initial = roles::line(&lines[at].role);
    if let Reply::Given(line) = prompter.line("How is it right? (without a text it is taken out)", &initial, &check)? {
        match roles::parse(&line) {
            Ok(role) => lines[at].role = role,
            Err(_) => {
                lines.remove(at);
            }
        }
    }
    Ok(())
}
