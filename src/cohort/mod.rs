//! What a group of people has and lacks, from lines of `gapcheck batch` or from assessments: counts only, however many they are.

mod hide;
mod line;
mod person;
mod report;
mod shapes;
mod tally;

pub use line::{Fault, Known, Line, Says, profile_of, read};
pub use person::person;
pub use report::{TooFew, report};
pub use tally::Tally;
