//! The JSON of a resume as a tree that keeps order, duplicate keys and the number of every value.

use super::keys::{self, Key};
use crate::text::locate;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use std::borrow::Cow;
use std::fmt;

/// A value with its number in document order; keys are numbered too, just before their value (see `text::locate`).
#[derive(Debug)]
pub(super) struct Node<'s> {
    pub id: u32,
    pub value: Value<'s>,
}

/// A field of an object.
#[derive(Debug)]
pub(super) struct Field<'s> {
    pub key: Cow<'s, str>,
    pub known: Key,
    pub key_id: u32,
    pub node: Node<'s>,
}

#[derive(Debug)]
pub(super) enum Value<'s> {
    Null,
    Bool(bool),
    Number(f64),
    Text(Cow<'s, str>),
    List(Vec<Node<'s>>),
    Object(Vec<Field<'s>>),
}

impl<'s> Node<'s> {
    /// The text, if it is one that says something.
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) if !text.trim().is_empty() => Some(text),
            _ => None,
        }
    }

    /// The text, or a number written out; years and levels come as both.
    pub fn text_or_number(&self) -> Option<Cow<'_, str>> {
        match &self.value {
            Value::Number(number) => Some(number.to_string().into()),
            _ => self.text().map(Cow::Borrowed),
        }
    }

    /// The text, or the one that an object is about: a name beside a code, or the same words in several languages.
    pub fn text_within(&self) -> Option<&str> {
        let named = |f: &&Field<'_>| ["label", "name", "title", "text", "en"].contains(&&*f.key.to_lowercase());
        let fields = self.fields().iter();
        let within = fields.clone().filter(named).chain(fields).find_map(|f| f.node.text());
        self.text().or(within)
    }

    /// Empties what stands at a JSON pointer (RFC 6901); `false` where nothing does. The numbers of the values stay.
    pub fn take_out(&mut self, pointer: &str) -> bool {
        let Some(rest) = pointer.strip_prefix('/') else {
            let whole = pointer.is_empty();
            if whole {
                self.value = Value::Null;
            }
            return whole;
        };
        let (step, behind) = rest.find('/').map_or((rest, ""), |at| rest.split_at(at));
        match &mut self.value {
            Value::List(list) => match locate::index_of(step).and_then(|at| list.get_mut(at)) {
                Some(node) => node.take_out(behind),
                None => false,
            },
            Value::Object(fields) => {
                let key = step.replace("~1", "/").replace("~0", "~");
                let before = fields.len();
                if behind.is_empty() {
                    // The key goes too: keys of a map are read as skills.
                    fields.retain(|field| field.key != key);
                    return fields.len() < before;
                }
                // A key may stand twice; both are meant.
                let mut found = false;
                for field in fields.iter_mut().filter(|field| field.key == key) {
                    found |= field.node.take_out(behind);
                }
                found
            }
            _ => false,
        }
    }

    /// The fields, if it is an object.
    pub fn fields(&self) -> &[Field<'s>] {
        match &self.value {
            Value::Object(fields) => fields,
            _ => &[],
        }
    }
}

/// Parses `text` into a tree.
pub(super) fn parse(text: &str) -> Result<Node<'_>, serde_json::Error> {
    let mut open = Open {
        next: 0,
        nodes: Vec::with_capacity(OPEN),
        fields: Vec::with_capacity(OPEN),
    };
    let mut reader = serde_json::Deserializer::from_str(text);
    let root = Tree(&mut open).deserialize(&mut reader)?;
    reader.end()?;
    Ok(root)
}

/// Checks that `text` is JSON that [`parse`] accepts, or says why not.
pub(super) fn check(text: &str) -> Result<(), serde_json::Error> {
    parse(text).map(drop)
}

/// Hardly a resume has more values or fields in lists and objects that are open at the same time.
const OPEN: usize = 64;

/// What was read of the lists and objects that are open: those of the outer ones come first. A list is taken from the end when
/// it closes, so that it gets its memory once.
struct Open<'s> {
    /// The number of the next value or key.
    next: u32,
    nodes: Vec<Node<'s>>,
    fields: Vec<Field<'s>>,
}

impl Open<'_> {
    fn number(&mut self) -> u32 {
        let id = self.next;
        self.next += 1;
        id
    }
}

/// The next value.
struct Tree<'o, 's>(&'o mut Open<'s>);

impl<'de> DeserializeSeed<'de> for Tree<'_, 'de> {
    type Value = Node<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node<'de>, D::Error> {
        let id = self.0.number();
        let value = deserializer.deserialize_any(self)?;
        Ok(Node { id, value })
    }
}

impl<'de> Visitor<'de> for Tree<'_, 'de> {
    type Value = Value<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<Value<'de>, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value<'de>, E> {
        Ok(Value::Bool(value))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value<'de>, E> {
        Ok(Value::Number(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value<'de>, E> {
        Ok(Value::Number(value as f64))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value<'de>, E> {
        Ok(Value::Number(value as f64))
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Value<'de>, E> {
        Ok(Value::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Value<'de>, E> {
        Ok(Value::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value<'de>, A::Error> {
        let open = self.0;
        let first = open.nodes.len();
        while let Some(node) = list.next_element_seed(Tree(open))? {
            open.nodes.push(node);
        }
        Ok(Value::List(open.nodes.drain(first..).collect()))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value<'de>, A::Error> {
        let open = self.0;
        let first = open.fields.len();
        loop {
            let key_id = open.next;
            let Some(key) = map.next_key_seed(FieldKey)? else {
                break;
            };
            open.next += 1;
            let node = map.next_value_seed(Tree(open))?;
            let known = keys::known(&key);
            open.fields.push(Field {
                key,
                known,
                key_id,
                node,
            });
        }
        Ok(Value::Object(open.fields.drain(first..).collect()))
    }
}

/// The next key.
struct FieldKey;

impl<'de> DeserializeSeed<'de> for FieldKey {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Cow<'de, str>, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for FieldKey {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_borrowed_str<E: Error>(self, key: &'de str) -> Result<Cow<'de, str>, E> {
        Ok(Cow::Borrowed(key))
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<Cow<'de, str>, E> {
        Ok(Cow::Owned(key.to_owned()))
    }
}
