//! What goes round between reader, workers and writer: a few chunks of input whose buffers are used again, so that memory does
//! not grow with the input.

use super::record::Refused;
use gapcheck::render::json::line::Refusal;
use std::collections::VecDeque;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// Bytes of whole lines that go to a worker at once: some twenty resumes, so that handing over costs nothing beside assessing them;
/// a whole assessment takes about ten times the bytes of its resume, so that more would need more memory than this is worth.
pub const CHUNK: usize = 128 * 1024;

/// The most lines that go to a worker at once. A whole assessment of next to nothing takes 20 KB, so that a chunk of the shortest
/// lines would else become a gigabyte.
pub const LINES: usize = 32;

/// A buffer that had to hold more than this, which whole assessments of short resumes take, is made small again.
const LARGEST_KEPT: usize = 32 * CHUNK;

/// What the bytes of a chunk are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shape {
    /// A resume a line; the number of the first one.
    Lines(u64),
    /// One resume, which may have many lines.
    #[default]
    Whole,
}

/// Why nothing is written behind a chunk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// Somebody interrupted.
    Interrupted,
    /// A resume was refused, and that is to end the run.
    Strict,
}

/// Some resumes, and what becomes of them.
#[derive(Default)]
pub struct Chunk {
    /// The place in the order of all, from 0.
    pub number: u64,
    /// Whole lines, or a whole file.
    pub bytes: Vec<u8>,
    pub shape: Shape,
    /// The file; none for standard input.
    pub file: Option<Arc<str>>,
    /// What could not be read behind the bytes, or instead of a whole file.
    pub fault: Option<Refusal>,
    /// What is written for them.
    pub out: Vec<u8>,
    pub tally: Tally,
    pub stop: Option<Stop>,
}

impl Chunk {
    /// Empties a chunk that may have been used before.
    pub fn begin(&mut self, file: Option<Arc<str>>, shape: Shape) {
        let (mut bytes, mut out) = (std::mem::take(&mut self.bytes), std::mem::take(&mut self.out));
        for buffer in [&mut bytes, &mut out] {
            buffer.clear();
            if buffer.capacity() > LARGEST_KEPT {
                buffer.shrink_to(CHUNK);
            }
        }
        *self = Chunk {
            bytes,
            out,
            file,
            shape,
            ..Chunk::default()
        };
    }
}

/// How many there were.
#[derive(Default)]
pub struct Tally {
    pub resumes: u64,
    pub refused: u64,
    /// The first that was refused.
    pub first: Option<Refused>,
    /// The first input that cannot be read to its end: nobody knows how many resumes are missing.
    pub missing: Option<Refused>,
}

impl Tally {
    /// Adds those that come behind.
    pub fn add(&mut self, later: &mut Tally) {
        self.resumes += later.resumes;
        self.refused += later.refused;
        self.first = self.first.take().or_else(|| later.first.take());
        self.missing = self.missing.take().or_else(|| later.missing.take());
    }
}

/// The chunks, by where they are.
pub struct Belt {
    /// Empty ones, for the reader. Their number bounds the memory.
    pub free: Queue<Chunk>,
    /// For the workers.
    pub filled: Queue<Chunk>,
    /// For the writer.
    pub done: Queue<Chunk>,
    /// How many the reader has filled.
    sent: AtomicU64,
}

impl Belt {
    pub fn new(chunks: usize) -> Belt {
        let belt = Belt {
            free: Queue::default(),
            filled: Queue::default(),
            done: Queue::default(),
            sent: AtomicU64::new(0),
        };
        (0..chunks).for_each(|_| belt.free.push(Chunk::default()));
        belt
    }

    /// Gives a chunk to the workers, the next in the order of all.
    pub fn send(&self, mut chunk: Chunk) {
        chunk.number = self.sent.fetch_add(1, Ordering::SeqCst);
        self.filled.push(chunk);
    }

    pub fn sent(&self) -> u64 {
        self.sent.load(Ordering::SeqCst)
    }

    /// Sends everybody home.
    pub fn close(&self) {
        self.free.close();
        self.filled.close();
        self.done.close();
    }
}

/// A queue that can be closed: what is in it still comes out, then nothing.
pub struct Queue<T> {
    state: Mutex<State<T>>,
    changed: Condvar,
}

struct State<T> {
    items: VecDeque<T>,
    is_closed: bool,
}

/// What waiting has brought.
pub enum Waited<T> {
    Item(T),
    TimedOut,
    Closed,
}

impl<T> Default for Queue<T> {
    fn default() -> Queue<T> {
        Queue {
            state: Mutex::new(State {
                items: VecDeque::new(),
                is_closed: false,
            }),
            changed: Condvar::new(),
        }
    }
}

impl<T> Queue<T> {
    /// Nothing that can panic is done under the lock, so what it guards is whole.
    fn lock(&self) -> MutexGuard<'_, State<T>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn push(&self, item: T) {
        self.lock().items.push_back(item);
        self.changed.notify_one();
    }

    pub fn close(&self) {
        self.lock().is_closed = true;
        self.changed.notify_all();
    }

    /// The next item, as soon as there is one; none when the queue is closed and empty.
    pub fn pop(&self) -> Option<T> {
        let state = self.lock();
        let waits = |state: &mut State<T>| state.items.is_empty() && !state.is_closed;
        let mut state = self
            .changed
            .wait_while(state, waits)
            .unwrap_or_else(PoisonError::into_inner);
        state.items.pop_front()
    }

    /// The same for no longer than `time`.
    pub fn pop_within(&self, time: Duration) -> Waited<T> {
        let state = self.lock();
        let waits = |state: &mut State<T>| state.items.is_empty() && !state.is_closed;
        let (mut state, _) = self
            .changed
            .wait_timeout_while(state, time, waits)
            .unwrap_or_else(PoisonError::into_inner);
        match state.items.pop_front() {
            Some(item) => Waited::Item(item),
            None if state.is_closed => Waited::Closed,
            None => Waited::TimedOut,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_closed_queue_gives_what_it_holds_and_then_nothing() {
        let queue = Queue::default();
        queue.push(1);
        assert!(matches!(queue.pop_within(Duration::ZERO), Waited::Item(1)));
        assert!(matches!(queue.pop_within(Duration::ZERO), Waited::TimedOut));
        queue.push(2);
        queue.close();
        assert_eq!((queue.pop(), queue.pop()), (Some(2), None));
        assert!(matches!(queue.pop_within(Duration::MAX), Waited::Closed));
    }

    #[test]
    fn a_large_buffer_is_not_kept() {
        let mut chunk = Chunk::default();
        chunk.bytes.reserve(LARGEST_KEPT + 1);
        chunk.begin(None, Shape::Lines(1));
        assert!(chunk.bytes.capacity() <= CHUNK);
    }
}
