"""rapidfuzz: `process.extractOne` of each entry of a list among all names, as its documentation shows it, with its usual scorer
(WRatio). Reads no sentences.
"""

from rapidfuzz import fuzz, process, utils

import job

# What users of WRatio take as "the same".
SIMILAR = 90


def finder(scorer=fuzz.WRatio, similar=SIMILAR):
    names = job.names()
    choices = {name: utils.default_process(name) for name in names}

    def find(resume):
        found = set()
        for entry in job.entries(resume):
            words = utils.default_process(entry)
            near = process.extractOne(words, choices, scorer=scorer, score_cutoff=similar)
            if near:
                found.add(names[near[2]])
        return found

    return find


if __name__ == "__main__":
    job.run(finder)
