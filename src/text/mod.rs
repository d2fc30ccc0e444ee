//! Text without any meaning of its own: places in a file, dates, cleaning, the nearest word.

pub mod clean;
mod date_field_tokens;
mod date_fields;
mod date_forms;
mod date_in_text;
mod date_months;
mod date_parts;
mod date_present;
mod date_ranges;
mod date_tokens;
mod date_words;
pub mod dates;
pub(crate) mod json_walk;
pub mod locate;
pub mod memo;
pub mod nearest;
mod next_word;
pub mod outline;
pub mod phrase;
pub mod splice;
pub mod texts;
pub mod words;
pub mod written;
