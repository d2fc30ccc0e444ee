//! Parsing alone, as fast as serde_json lets a careful caller: what every figure of `batch` is a multiple of.
//!
//! Nothing is skipped that a reader of resumes needs: every key, every string with its escapes resolved, the kind of every value,
//! where lists and objects begin and end, and that the text is UTF-8. Nothing is done with it.

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use std::borrow::Cow;
use std::fmt;
use std::hint::black_box;
use std::io::{self, Read};

/// So much is read at once: larger chunks were no faster, smaller ones cost calls.
const CHUNK: usize = 1 << 20;

/// What an input holds.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Lines that hold something.
    pub lines: usize,
    /// Lines that are no JSON.
    pub refused: usize,
    /// Strings, keys among them.
    pub strings: usize,
    /// Their bytes, escapes resolved.
    pub bytes: usize,
    /// Values and keys, the ends of lists and objects.
    pub kinds: usize,
}

/// The kind of a value, or of a piece of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool,
    /// A number.
    Number,
    /// A string, the next of the strings.
    Text,
    /// A key, the next of the strings.
    Key,
    /// A list begins.
    List,
    /// An object begins.
    Object,
    /// The last list or object ends.
    End,
}

/// A parsed line.
#[derive(Default)]
struct Parsed<'a> {
    strings: Vec<Cow<'a, str>>,
    kinds: Vec<Kind>,
}

/// Parses all lines.
///
/// # Errors
/// Those of the reader.
pub fn count(mut reader: impl Read) -> io::Result<Count> {
    let mut count = Count::default();
    let mut parsed = Parsed::default();
    let mut buffer = vec![0; CHUNK];
    // The beginning of a line that the last chunk has cut stands before what is read.
    let mut kept = 0;
    loop {
        if kept == buffer.len() {
            buffer.resize(2 * kept, 0);
        }
        let read = reader.read(&mut buffer[kept..])?;
        let filled = kept + read;
        let whole = match read {
            0 => filled,
            _ => memchr::memrchr(b'\n', &buffer[kept..filled]).map_or(0, |at| kept + at + 1),
        };
        parsed = lines(&buffer[..whole], parsed, &mut count);
        buffer.copy_within(whole..filled, 0);
        kept = filled - whole;
        if read == 0 {
            return Ok(count);
        }
    }
}

/// Parses whole lines into the vectors of `parsed`, which are handed back empty.
fn lines(chunk: &[u8], parsed: Parsed<'_>, count: &mut Count) -> Parsed<'static> {
    let mut parsed = emptied(parsed);
    let mut start = 0;
    for end in memchr::memchr_iter(b'\n', chunk).chain([chunk.len()]) {
        let line = &chunk[start..end];
        start = end + 1;
        if line.trim_ascii().is_empty() {
            continue;
        }
        parsed.strings.clear();
        parsed.kinds.clear();
        count.lines += 1;
        count.refused += usize::from(!parse(line, &mut parsed));
        // What is kept must not be optimised away.
        let Parsed { strings, kinds } = black_box(&parsed);
        count.strings += strings.len();
        count.bytes += strings.iter().map(|text| text.len()).sum::<usize>();
        count.kinds += kinds.len();
    }
    emptied(parsed)
}

/// The same vectors, empty, for strings of another text: collecting a vector from itself keeps its memory.
fn emptied<'b>(parsed: Parsed<'_>) -> Parsed<'b> {
    let Parsed { mut strings, mut kinds } = parsed;
    strings.clear();
    kinds.clear();
    let strings = strings.into_iter().map(|_| Cow::Borrowed("")).collect();
    Parsed { strings, kinds }
}

/// Parses a line; `false` if it is no JSON. Asking once for UTF-8 takes a quarter off what serde_json needs to ask for each string.
fn parse<'a>(line: &'a [u8], to: &mut Parsed<'a>) -> bool {
    let Ok(text) = str::from_utf8(line) else { return false };
    let mut reader = serde_json::Deserializer::from_str(text);
    Collect { to, is_key: false }.deserialize(&mut reader).is_ok() && reader.end().is_ok()
}

struct Collect<'p, 'a> {
    to: &'p mut Parsed<'a>,
    is_key: bool,
}

impl<'a> Collect<'_, 'a> {
    fn value(&mut self) -> Collect<'_, 'a> {
        Collect {
            to: self.to,
            is_key: false,
        }
    }

    fn kind<E>(self, kind: Kind) -> Result<(), E> {
        self.to.kinds.push(kind);
        Ok(())
    }

    fn string<E>(self, text: Cow<'a, str>) -> Result<(), E> {
        self.to.strings.push(text);
        let kind = if self.is_key { Kind::Key } else { Kind::Text };
        self.kind(kind)
    }
}

impl<'de> DeserializeSeed<'de> for Collect<'_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Collect<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.kind(Kind::Null)
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<(), E> {
        self.kind(Kind::Bool)
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<(), E> {
        self.kind(Kind::Number)
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<(), E> {
        self.kind(Kind::Number)
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<(), E> {
        self.kind(Kind::Number)
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<(), E> {
        self.string(Cow::Borrowed(text))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        self.string(Cow::Owned(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut list: A) -> Result<(), A::Error> {
        self.to.kinds.push(Kind::List);
        while list.next_element_seed(self.value())?.is_some() {}
        self.kind(Kind::End)
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<(), A::Error> {
        self.to.kinds.push(Kind::Object);
        while map
            .next_key_seed(Collect {
                to: self.to,
                is_key: true,
            })?
            .is_some()
        {
            map.next_value_seed(self.value())?;
        }
        self.kind(Kind::End)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A reader that gives `step` bytes at a time.
    struct Drops<'a>(&'a [u8], usize);

    impl Read for Drops<'_> {
        fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
            let step = self.1.min(self.0.len()).min(to.len());
            let (now, later) = self.0.split_at(step);
            to[..step].copy_from_slice(now);
            self.0 = later;
            Ok(step)
        }
    }

    #[test]
    fn strings_and_shape_are_kept_escapes_resolved() {
        let line = br#"{"a":["x\u00e9",1,-1,1.5,null,true,{}]}"#;
        let mut parsed = Parsed::default();
        assert!(parse(line, &mut parsed));
        assert_eq!(parsed.strings, ["a", "xé"]);
        assert!(matches!(parsed.strings[..], [Cow::Borrowed(_), Cow::Owned(_)]));
        use Kind::{Bool, End, Key, List, Null, Number, Object, Text};
        let shape = [
            Object, Key, List, Text, Number, Number, Number, Null, Bool, Object, End, End, End,
        ];
        assert_eq!(parsed.kinds, shape);
    }

    #[test]
    fn lines_are_the_same_however_they_come_in() {
        let long = format!("[\"{}\"]\n", "x".repeat(3 * CHUNK));
        let text = format!("{{\"a\":1}}\n\n{long}no JSON\n[\"last\"]");
        let wanted = Count {
            lines: 4,
            refused: 1,
            strings: 3,
            bytes: 1 + 3 * CHUNK + 4,
            kinds: 4 + 3 + 3,
        };
        for step in [7, CHUNK - 1, usize::MAX] {
            assert_eq!(count(Drops(text.as_bytes(), step)).unwrap(), wanted, "{step}");
        }
    }

    #[test]
    fn a_line_that_is_not_utf8_is_refused() {
        assert_eq!(count(&b"[\"\xff\"]\n"[..]).unwrap().refused, 1);
    }
}
