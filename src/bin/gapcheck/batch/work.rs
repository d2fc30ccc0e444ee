//! A worker: assesses the resumes of a chunk, one after the other.

use super::belt::{Belt, Chunk, Shape, Stop};
use super::record::{self, Job, Record, Refused, Scratch};
use crate::interrupt;

/// Assesses chunks until there are no more.
pub fn all(job: &Job<'_>, is_strict: bool, belt: &Belt) {
    let mut scratch = Scratch::new(job);
    while let Some(mut chunk) = belt.filled.pop() {
        let bytes = std::mem::take(&mut chunk.bytes);
        chunk.stop = resumes(&bytes, &mut chunk, job, is_strict, &mut scratch);
        chunk.bytes = bytes;
        belt.done.push(chunk);
    }
}

/// Assesses the resumes of a chunk; says why it did not go on to its end.
fn resumes<'a>(
    bytes: &[u8],
    chunk: &mut Chunk,
    job: &Job<'a>,
    is_strict: bool,
    scratch: &mut Scratch<'a>,
) -> Option<Stop> {
    let file = chunk.file.clone();
    let at = |bytes, line| Record {
        bytes,
        file: file.as_ref(),
        line,
    };
    let mut next_line = match chunk.shape {
        Shape::Lines(first) => Some(first),
        Shape::Whole => None,
    };
    let mut assess = |record: Record<'_>, chunk: &mut Chunk| {
        if interrupt::is_stopped() {
            return Some(Stop::Interrupted);
        }
        let start = chunk.out.len();
        let refused = record::append(record, job, scratch, &mut chunk.out);
        count(refused, start, chunk, is_strict)
    };
    match next_line.as_mut() {
        None if chunk.fault.is_none() => {
            let stop = assess(at(bytes, None), chunk);
            if stop.is_some() {
                return stop;
            }
        }
        None => {}
        Some(line) => {
            for bytes in lines(bytes) {
                let stop = assess(at(bytes, Some(*line)), chunk);
                if stop.is_some() {
                    return stop;
                }
                *line += 1;
            }
        }
    }
    let fault = chunk.fault.take()?;
    let (start, is_one) = (chunk.out.len(), record::is_one(&fault));
    let refused = record::append_refusal(at(&[], next_line), None, fault, &mut chunk.out);
    chunk.tally.missing = Some(refused.clone()).filter(|_| !is_one);
    count(Some(refused), start, chunk, is_strict)
}

/// Counts a resume; one that is refused ends a strict run, and nothing is written of it.
fn count(refused: Option<Refused>, start: usize, chunk: &mut Chunk, is_strict: bool) -> Option<Stop> {
    chunk.tally.resumes += 1;
    let refused = refused?;
    chunk.tally.refused += 1;
    chunk.tally.first.get_or_insert(refused);
    is_strict.then(|| {
        chunk.out.truncate(start);
        Stop::Strict
    })
}

/// The lines without their ends; behind the last end there is none.
pub fn lines(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let end = memchr::memchr(b'\n', rest).unwrap_or(rest.len());
        let line = &rest[..end];
        rest = rest.get(end + 1..).unwrap_or_default();
        Some(line)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = lines(text.as_bytes())
            .map(|l| str::from_utf8(l).expect("UTF-8"))
            .collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn an_end_of_line_begins_none() {
        check("", &[]);
        check("a", &["a"]);
        check("a\n", &["a"]);
        check("a\n\nb\n\n", &["a", "", "b", ""]);
        check("\n", &[""]);
    }
}
