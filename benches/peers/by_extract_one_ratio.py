"""rapidfuzz: the same with the plain edit distance (ratio), its fastest scorer. Reads no sentences."""

from rapidfuzz import fuzz, process, utils

import job

# As in by_dictionary_and_typos.py.
SIMILAR = 86


def finder():
    names = job.names()
    choices = {name: utils.default_process(name) for name in names}

    def find(resume):
        found = set()
        for entry in job.entries(resume):
            words = utils.default_process(entry)
            near = process.extractOne(words, choices, scorer=fuzz.ratio, score_cutoff=SIMILAR)
            if near:
                found.add(names[near[2]])
        return found

    return find


if __name__ == "__main__":
    job.run(finder)
