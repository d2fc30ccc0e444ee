//! The integration tests, one binary; each module looks at one promise.

mod accuracy;
mod bad_input;
mod baselines;
mod certificates;
mod check;
mod check_outputs;
mod cli;
mod configuration;
mod evidence;
mod examples;
mod levels;
mod matching;
mod outputs;
mod portfolio;
mod properties;
mod reading;
mod readme;
mod replay;
mod repository;
mod requirements;
mod schema;
mod stages;
mod structure;
mod trust;
mod typos;
