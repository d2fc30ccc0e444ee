//! The small interface behind which a terminal, a script or a test answers.

/// The person, or the terminal, has gone: Ctrl-C, Esc, the end of the input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stopped;

/// What comes back from a prompt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply<T> {
    /// An answer.
    Given(T),
    /// To the question before.
    Back,
    /// To the next question; this one stays unanswered.
    Skip,
    /// "I do not know".
    Unknown,
    /// What the guides say about it.
    Help,
}

impl<T> Reply<T> {
    /// The same with another answer, where there is one.
    ///
    /// # Errors
    /// What `answer` says.
    pub fn try_map<U, E>(self, answer: impl FnOnce(T) -> Result<U, E>) -> Result<Reply<U>, E> {
        Ok(match self {
            Reply::Given(given) => Reply::Given(answer(given)?),
            Reply::Back => Reply::Back,
            Reply::Skip => Reply::Skip,
            Reply::Unknown => Reply::Unknown,
            Reply::Help => Reply::Help,
        })
    }
}

/// Puts prompts to somebody.
pub trait Prompter {
    /// Says something.
    fn say(&mut self, text: &str);

    /// Lets one of the items be chosen; `first` is where the choice begins.
    ///
    /// # Errors
    /// [`Stopped`].
    fn choose(&mut self, prompt: &str, items: &[String], first: usize) -> Result<Reply<usize>, Stopped>;

    /// Lets any of the items be marked; `marked` are so at the beginning.
    ///
    /// # Errors
    /// [`Stopped`].
    fn mark(&mut self, prompt: &str, items: &[String], marked: &[usize]) -> Result<Reply<Vec<usize>>, Stopped>;

    /// Takes a line of text that `check` accepts; an empty one is always taken.
    ///
    /// # Errors
    /// [`Stopped`].
    fn line(
        &mut self,
        prompt: &str,
        initial: &str,
        check: &dyn Fn(&str) -> Result<(), String>,
    ) -> Result<Reply<String>, Stopped>;
}
