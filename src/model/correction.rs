//! What a user corrects in a reading, without a new release of the program.

/// Words that are to name a skill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alias {
    /// The words as they stand in a resume.
    pub words: String,
    /// The skill, by id or name.
    pub skill: String,
}

/// Words that are not to name a skill, though they look like it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// The skill, by id or name.
    pub skill: String,
    /// The words as they stand in a resume.
    pub words: String,
}

/// All corrections of one run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Corrections {
    /// Words that name a skill; they are put into the taxonomy before the lexicon is built.
    pub aliases: Vec<Alias>,
    /// JSON pointers (RFC 6901) of what is not to be read; everything below is meant too.
    pub ignored: Vec<String>,
    /// Words that name no skill; they are put into the taxonomy before the lexicon is built.
    pub unread: Vec<Unread>,
}

impl Corrections {
    /// Each correction in a few words: aliases, parts, words.
    pub fn in_words(&self) -> Vec<String> {
        let aliases = self
            .aliases
            .iter()
            .map(|a| format!("\"{}\" names {}", a.words, a.skill));
        let ignored = self.ignored.iter().map(|pointer| format!("{pointer} is not read"));
        let unread = self
            .unread
            .iter()
            .map(|u| format!("\"{}\" is not {}", u.words, u.skill));
        aliases.chain(ignored).chain(unread).collect()
    }
}
