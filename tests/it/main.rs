//! The integration tests, one binary; each module looks at one promise.

mod schema;
mod structure;
