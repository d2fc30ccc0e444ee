//! One file per output format, all of one shape: an assessment in, text out.

pub mod json;
