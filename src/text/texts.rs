//! A list of short texts, those of the program's own data in one piece: there are thousands, and a run reads a handful.

use std::fmt;

/// Short texts in their order.
#[derive(Clone, Default)]
pub struct Texts {
    /// Those of the program's own data, with a line break behind each.
    shipped: &'static str,
    /// Those behind them.
    added: Vec<String>,
}

impl Texts {
    /// Texts with a line break behind each.
    pub fn of_lines(shipped: &'static str) -> Texts {
        Texts {
            shipped,
            added: Vec::new(),
        }
    }

    /// The texts with a line break behind each.
    ///
    /// # Errors
    /// A sentence about the text that holds a line break itself.
    pub fn in_lines(&self) -> Result<String, String> {
        let mut lines = String::new();
        for text in self.iter() {
            if text.contains('\n') {
                return Err(format!("{text:?} holds a line break"));
            }
            lines.push_str(text);
            lines.push('\n');
        }
        Ok(lines)
    }

    /// The texts in their order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        let shipped = self.shipped.split_terminator('\n');
        shipped.chain(self.added.iter().map(String::as_str))
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.shipped.is_empty() && self.added.is_empty()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.iter().count()
    }

    /// Whether `text` is one of them.
    pub fn contains(&self, text: &str) -> bool {
        self.iter().any(|known| known == text)
    }

    /// All of them with `between` between each two.
    pub fn join(&self, between: &str) -> String {
        self.iter().collect::<Vec<_>>().join(between)
    }

    /// Adds a text behind the others.
    pub fn push(&mut self, text: String) {
        self.added.push(text);
    }

    /// Keeps those that are `wanted`.
    pub fn retain(&mut self, mut wanted: impl FnMut(&str) -> bool) {
        if !self.iter().all(&mut wanted) {
            *self = self.iter().filter(|text| wanted(text)).map(str::to_owned).collect();
        }
    }
}

impl FromIterator<String> for Texts {
    fn from_iter<I: IntoIterator<Item = String>>(texts: I) -> Texts {
        Texts {
            shipped: "",
            added: texts.into_iter().collect(),
        }
    }
}

impl From<Vec<String>> for Texts {
    fn from(added: Vec<String>) -> Texts {
        Texts { shipped: "", added }
    }
}

impl fmt::Debug for Texts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}
