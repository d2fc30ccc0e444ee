//! See `gapcheck_fuzz::matcher`.
#![no_main]

use libfuzzer_sys::{Corpus, fuzz_target};

fuzz_target!(|bytes: &[u8]| -> Corpus {
    if gapcheck_fuzz::matcher::check(bytes) {
        Corpus::Keep
    } else {
        Corpus::Reject
    }
});
