//! A role in one line: `Machine Learning Engineer, 2021-03 to present`.

use crate::model::answers::Role;
use crate::text::dates::{DateFault, End, Period, find_range, parse_date, parse_periods};

/// Reads a role with its dates.
///
/// # Errors
/// A sentence that says what is missing or wrong.
pub fn parse(line: &str) -> Result<Role, String> {
    let how = "write for instance: Machine Learning Engineer, 2021-03 to present";
    // The dates behind the last sign that parts them from the title, where nothing else stands there; else wherever they stand.
    let behind = line.rmatch_indices([',', ';', '(', '|', ':']).find_map(|(at, _)| {
        let tail = line[at + 1..].trim_matches([' ', ')']);
        let (periods, _) = parse_periods(None, None, Some(tail));
        let [period] = periods[..] else { return None };
        let is_alone = find_range(tail).is_none_or(|(range, _)| range == (0..tail.len()));
        is_alone.then_some((at..line.len(), period))
    });
    let Some((range, period)) = behind.or_else(|| find_range(line)) else {
        return Err(format!("{}; {how}", no_dates(line)));
    };
    let rest = [&line[..range.start], &line[range.end..]]
        .map(|part| part.trim_matches([' ', ',', ';', ':', '(', ')', '-', '–', '|', '\t']));
    let title = rest
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ");
    if title.is_empty() {
        return Err(format!("what was it? {how}"));
    }
    if find_range(&title).is_some() {
        return Err(format!("there are two times in it; write a line for each; {how}"));
    }
    Ok(role(title, period))
}

/// Why no dates were found in a line.
fn no_dates(line: &str) -> &'static str {
    let tails = line
        .match_indices([',', ';', '(', '|', ':'])
        .map(|(at, _)| &line[at + 1..]);
    let faults = tails.flat_map(|tail| parse_periods(None, None, Some(tail.trim_matches([' ', ')']))).1);
    match faults.last() {
        Some(DateFault::EndBeforeStart) => "its end lies before its beginning",
        Some(_) if line.bytes().filter(u8::is_ascii_digit).count() >= 4 => "these are no dates that there are",
        _ => "no dates from and to were found",
    }
}

fn role(title: String, period: Period) -> Role {
    Role {
        title,
        from: period.from.to_string(),
        to: match period.to {
            End::On(date) => date.to_string(),
            End::Open => String::new(),
        },
    }
}

/// Writes a role as [`parse`] reads it.
pub fn line(role: &Role) -> String {
    let to = if role.to.is_empty() { "present" } else { &role.to };
    format!("{}, {} to {to}", role.title, role.from)
}

/// What is wrong with a role from a file, whose dates are to stand as JSON Resume has them: the field, and a sentence.
pub fn fault(role: &Role) -> Option<(&'static str, String)> {
    let exact = |text: &str| matches!(parse_date(text), Ok(Some(date)) if date.to_string() == text);
    if role.title.trim_matches([' ', '…', '.']).is_empty() {
        return Some(("title", "a title is missing".to_owned()));
    }
    let end = (!role.to.is_empty()).then_some(("to", &role.to));
    for (field, text) in std::iter::once(("from", &role.from)).chain(end) {
        if !exact(text) {
            return Some((
                field,
                format!("\"{text}\" is no date such as 2021, 2021-03 or 2021-03-15"),
            ));
        }
    }
    let (_, faults) = parse_periods(Some(&role.from), Some(&role.to), None);
    faults.first().map(|fault| match fault {
        DateFault::EndBeforeStart => ("to", format!("{} lies before {}", role.to, role.from)),
        _ => ("from", "there are no such dates".to_owned()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, title: &str, from: &str, to: &str) {
        let role = parse(text).expect("it is a role");
        assert_eq!(
            (role.title.as_str(), role.from.as_str(), role.to.as_str()),
            (title, from, to)
        );
        assert_eq!(parse(&line(&role)), Ok(role));
    }

    #[test]
    fn lines_are_read() {
        check(
            "Machine Learning Engineer, 2021-03 to present",
            "Machine Learning Engineer",
            "2021-03",
            "",
        );
        check(
            "ML Engineer (March 2021 - Jun 2023)",
            "ML Engineer",
            "2021-03",
            "2023-06",
        );
        check("2019 - 2021: Data Scientist", "Data Scientist", "2019", "2021");
        check(
            "Acme Corp, 2019-2021, Machine Learning Engineer",
            "Acme Corp, Machine Learning Engineer",
            "2019",
            "2021",
        );
        check("Google (2019-2021): ML Engineer", "Google, ML Engineer", "2019", "2021");
        check("Dev (2019-2021), Team A", "Dev, Team A", "2019", "2021");
        check("Intern; 2020-06-01 to 2020-08-31", "Intern", "2020-06-01", "2020-08-31");
    }

    #[test]
    fn faults_are_named() {
        assert!(parse("ML Engineer").is_err_and(|e| e.contains("no dates")));
        assert!(parse("Dev, 2019-2021, 2022-2023").is_err_and(|e| e.contains("a line for each")));
        assert!(parse("ML Engineer, 2021 to 2019").is_err_and(|e| e.contains("before its beginning")));
        assert!(parse("Dev, 2021-02-30 to present").is_err_and(|e| e.contains("no dates that there are")));
        assert!(parse("2019 - 2021").is_err_and(|e| e.contains("what was it")));
        let role = |from: &str, to: &str| Role {
            title: "x".into(),
            from: from.into(),
            to: to.into(),
        };
        assert_eq!(fault(&role("2021-03", "")), None);
        assert!(fault(&role("2021-03", "2020")).is_some_and(|(field, e)| field == "to" && e.contains("before")));
        assert!(fault(&role("March", "")).is_some_and(|(field, e)| field == "from" && e.contains("no date such as")));
        assert!(fault(&role("", "")).is_some());
    }
}
