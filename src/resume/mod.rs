//! From the text of a resume to a [`Candidate`]: repair, lenient reading with positions, sections of every shape.
//!
//! [`Source::new`] takes the bytes of a file and [`read`] what they say. Neither fails on an odd shape; only what is no
//! JSON, or JSON that is no resume, is an error.

mod additions;
mod certificates;
mod entries;
mod entry_dates;
mod key_words;
mod keys;
mod lines;
mod node;
mod repair;
mod sections;
mod skill_levels;
mod skills;
mod source;
mod template;
mod write;

pub use source::{MAX_BYTES, ReadError, Source};
pub use template::Templates;
pub use write::{Kept, kept, project_section, with_project, write};

use crate::model::candidate::Candidate;

/// Reads a resume: its sections, entries, dates, certificates, and every passage that may name skills. What stands at or
/// below one of the `ignored` JSON pointers is as if it were not there.
///
/// # Errors
/// [`ReadError`] where the JSON is not a resume (neither an object nor a list of jobs, or an object without a known section or a sentence of text), or
/// where nothing stands at an ignored pointer.
pub fn read<'s>(source: &'s Source, templates: &Templates, ignored: &[String]) -> Result<Candidate<'s>, ReadError> {
    let mut root = node::parse(&source.text).map_err(|error| source::syntax_error(&source.text, &error))?;
    // What `data/experience.json` of a portfolio holds.
    let section = match root.value {
        node::Value::List(_) => sections::told_by_fields(&root),
        _ => None,
    };
    let fields: &[node::Field<'_>] = match &root.value {
        node::Value::Object(fields) => fields,
        _ if section.is_some() => &[],
        node::Value::List(list) if sections::say_sections(list) => &[],
        _ => {
            return Err(ReadError::new(
                "this JSON is not a resume: it holds neither an object nor a list of jobs at its top",
                Some(0),
            )
            .help("a resume is an object such as {\"basics\": {…}, \"work\": […], \"skills\": […]}"));
        }
    };
    let own = |f: &node::Field<'_>| f.key == "format" && f.node.text().is_some_and(|t| t.starts_with("gapcheck."));
    if fields.iter().any(own) {
        return Err(
            ReadError::new("this is a file that gapcheck wrote, not a resume", Some(0)).help("name the resume itself"),
        );
    }
    if !sections::is_resume(fields) {
        return Err(ReadError::new(
            "this JSON is not a resume: no section that is known and no text",
            Some(0),
        )
        .help(
            "expected at least one of basics, work, projects, education, skills, …; see https://jsonresume.org/schema",
        ));
    }
    for pointer in ignored {
        if !root.take_out(pointer) {
            return Err(ReadError::new(
                format!("nothing stands at \"{pointer}\", so it cannot be ignored"),
                None,
            )
            .help("the reports show pointers such as /work/0/highlights/2; `--explain` shows them all"));
        }
    }
    let mut candidate = sections::read(&root, section, templates.within(&source.text));
    candidate.warnings.splice(0..0, source.warnings.iter().cloned());
    Ok(candidate)
}
