//! See `gapcheck_fuzz::answers`.
#![no_main]

use libfuzzer_sys::{Corpus, fuzz_target};

fuzz_target!(|bytes: &[u8]| -> Corpus {
    if gapcheck_fuzz::answers::check(bytes) {
        Corpus::Keep
    } else {
        Corpus::Reject
    }
});
