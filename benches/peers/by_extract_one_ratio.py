"""rapidfuzz: the same with the plain edit distance (ratio), its fastest scorer. Reads no sentences."""

from rapidfuzz import fuzz

import by_extract_one
import job

# As in by_dictionary_and_typos.py.
SIMILAR = 86


def finder():
    return by_extract_one.finder(fuzz.ratio, SIMILAR)


if __name__ == "__main__":
    job.run(finder)
