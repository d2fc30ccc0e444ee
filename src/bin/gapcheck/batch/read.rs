//! The reader: cuts what comes in into chunks of whole lines, for the workers.

use super::belt::{Belt, CHUNK, Chunk, LINES, Shape};
use super::compressed::Stream;
use super::inputs::{Walk, is_whole};
use super::record::too_long;
use gapcheck::render::json::line::Refusal;
use std::fs::File;
use std::io::{Error, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What is read and how.
pub struct Inputs {
    /// Files and folders; `-` for standard input.
    pub paths: Vec<PathBuf>,
    pub max_line: usize,
    /// The files that are written; a folder may hold them.
    pub outputs: Vec<PathBuf>,
}

/// What was passed over in folders.
#[derive(Default)]
pub struct PassedOver {
    /// How many links, and the first of them.
    pub links: Option<(u64, PathBuf)>,
    /// How many folders hold no file that is read, and the first of them.
    pub empty: Option<(u64, PathBuf)>,
}

/// Why reading has ended before the input: nobody wants more.
struct Unwanted;

/// Reads everything, until nobody wants more.
pub fn all(inputs: &Inputs, belt: &Belt) -> PassedOver {
    let mut reader = Reader {
        inputs,
        belt,
        rest: Vec::new(),
    };
    let mut passed_over = PassedOver::default();
    for path in &inputs.paths {
        if reader.path(path, &mut passed_over).is_err() {
            break;
        }
    }
    passed_over
}

struct Reader<'a> {
    inputs: &'a Inputs,
    belt: &'a Belt,
    /// The beginning of a line, which waits for its end.
    rest: Vec<u8>,
}

/// What has ended a chunk.
enum Filled {
    /// It is full, or all that there is for now.
    Cut,
    /// The input.
    End,
    /// A line that is too long.
    TooLong,
    Failed(Error),
}

impl Reader<'_> {
    fn path(&mut self, path: &Path, passed_over: &mut PassedOver) -> Result<(), Unwanted> {
        if path.as_os_str() == "-" {
            return match Stream::open(std::io::stdin().lock()) {
                Ok(stream) => self.lines(stream, None),
                Err(error) => self.failed(None, Shape::Lines(1), unreadable(&error, false, 1)),
            };
        }
        if !path.is_dir() {
            return self.file(path);
        }
        let mut walk = Walk::new(path, &self.inputs.outputs);
        let mut is_empty = true;
        for found in walk.by_ref() {
            is_empty = false;
            match found {
                Ok(file) => self.file(&file)?,
                Err((folder, error)) => {
                    self.failed(Some(name(&folder)), Shape::Whole, unreadable(&error, false, 1))?;
                }
            }
        }
        let add = |to: &mut Option<(u64, PathBuf)>, (number, first)| {
            let (before, first) = to.take().unwrap_or((0, first));
            *to = Some((before + number, first));
        };
        if let Some(links) = walk.links {
            add(&mut passed_over.links, links);
        }
        if is_empty {
            add(&mut passed_over.empty, (1, path.to_owned()));
        }
        Ok(())
    }

    fn file(&mut self, path: &Path) -> Result<(), Unwanted> {
        let file = Some(name(path));
        match File::open(path).and_then(Stream::open) {
            Ok(stream) if is_whole(path) => self.whole(stream, file),
            Ok(stream) => self.lines(stream, file),
            Err(error) => self.failed(file, Shape::Whole, unreadable(&error, false, 1)),
        }
    }

    fn empty_chunk(&self, file: Option<Arc<str>>, shape: Shape) -> Result<Chunk, Unwanted> {
        let mut chunk = self.belt.free.pop().ok_or(Unwanted)?;
        chunk.begin(file, shape);
        Ok(chunk)
    }

    /// Passes on that something could not be read.
    fn failed(&mut self, file: Option<Arc<str>>, shape: Shape, refusal: Refusal) -> Result<(), Unwanted> {
        let mut chunk = self.empty_chunk(file, shape)?;
        chunk.fault = Some(refusal);
        self.belt.send(chunk);
        Ok(())
    }

    /// Reads one resume.
    fn whole(&mut self, mut stream: Stream, file: Option<Arc<str>>) -> Result<(), Unwanted> {
        let mut chunk = self.empty_chunk(file, Shape::Whole)?;
        let fault = loop {
            match stream.append(&mut chunk.bytes, CHUNK) {
                Ok(0) => break None,
                Ok(_) if chunk.bytes.len() > self.inputs.max_line => break Some(too_long(None, self.inputs.max_line)),
                Ok(_) => {}
                Err(error) => break Some(unreadable(&error, stream.is_packed, 1)),
            }
        };
        chunk.fault = fault;
        self.belt.send(chunk);
        Ok(())
    }

    /// Reads a resume a line.
    fn lines(&mut self, mut stream: Stream, file: Option<Arc<str>>) -> Result<(), Unwanted> {
        let mut line = 1;
        self.rest.clear();
        loop {
            let mut chunk = self.empty_chunk(file.clone(), Shape::Lines(line))?;
            chunk.bytes.append(&mut self.rest);
            let filled = self.fill(&mut stream, &mut chunk.bytes);
            line += memchr::memchr_iter(b'\n', &chunk.bytes).count() as u64;
            match &filled {
                Filled::Cut | Filled::End => {}
                Filled::TooLong => {
                    chunk.fault = Some(too_long(Some(line), self.inputs.max_line));
                    line += 1;
                }
                Filled::Failed(error) => chunk.fault = Some(unreadable(error, stream.is_packed, line)),
            }
            self.belt.send(chunk);
            match filled {
                Filled::Cut => {}
                Filled::TooLong => stream.skip_line(&mut self.rest, CHUNK),
                Filled::End | Filled::Failed(_) => return Ok(()),
            }
        }
    }

    /// Fills a chunk with whole lines; the beginning of one is kept back, and given up where the stream fails or it is too long.
    fn fill(&mut self, stream: &mut Stream, bytes: &mut Vec<u8>) -> Filled {
        // How many lines are whole, where the last of them ends, and how far was looked.
        let (mut lines, mut whole, mut seen) = (0, 0, 0);
        loop {
            for at in memchr::memchr_iter(b'\n', &bytes[seen..]).take(LINES - lines) {
                lines += 1;
                whole = seen + at + 1;
            }
            seen = bytes.len();
            // Who writes a line into a pipe may wait for what becomes of it before writing the next one.
            let is_enough = || lines > 0 && (bytes.len() >= CHUNK || !stream.is_packed);
            if lines < LINES && bytes.len() - whole > self.inputs.max_line {
                bytes.truncate(whole);
                return Filled::TooLong;
            }
            if lines == LINES || is_enough() {
                self.rest.extend_from_slice(&bytes[whole..]);
                bytes.truncate(whole);
                return Filled::Cut;
            }
            let step = CHUNK.saturating_sub(bytes.len()).max(CHUNK / 4);
            match stream.append(bytes, step) {
                Ok(0) => return Filled::End,
                Ok(_) => {}
                Err(error) => {
                    bytes.truncate(whole);
                    return Filled::Failed(error);
                }
            }
        }
    }
}

/// The name of a file as it stands in the output.
fn name(path: &Path) -> Arc<str> {
    path.to_string_lossy().into()
}

/// What could not be opened or read on, from a line on.
fn unreadable(error: &Error, is_packed: bool, line: u64) -> Refusal {
    let (code, message, help) = match error.kind() {
        ErrorKind::Unsupported if is_packed => (
            "unsupported",
            format!("the compressed data takes too much memory to unpack: {error}"),
            "unpack it on the way: zstd -dc --long=31 FILE, piped into this command with - in place of the file",
        ),
        _ if is_packed => (
            "damaged",
            format!("the compressed data is cut short or damaged: {error}"),
            "what stands before this place was read; make the file anew, or download it again",
        ),
        ErrorKind::NotFound => (
            "unreadable",
            format!("the file cannot be read: {error}"),
            "look at the spelling and at the folder; a path is relative to the current one",
        ),
        ErrorKind::PermissionDenied => (
            "unreadable",
            format!("the file cannot be read: {error}"),
            "the file may not be read by you; look at its permissions",
        ),
        _ => (
            "unreadable",
            format!("the input cannot be read: {error}"),
            "look whether it is a file that can be read",
        ),
    };
    Refusal {
        code,
        message,
        help: Some(help.to_owned()),
        line,
        column: 1,
    }
}
