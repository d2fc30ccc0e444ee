"""A dictionary of names, pyahocorasick for what is more than a name, and rapidfuzz with a memo for entries of lists in which
nothing was found: the fastest way known in Python that finds typos too.
"""

from functools import cache

from rapidfuzz import fuzz, process

import job
import words

# A slip in a word of seven letters is found, `java` in `javas` is not mistaken for one in `jaws`.
SIMILAR = 86

# A shorter word with a slip is another word.
SHORTEST = 5


def finder():
    names = job.names()
    built = words.automaton(names)
    dictionary = {" ".join(words.normal(name).split()): skill for name, skill in reversed(names.items())}
    choices = [name for name in dictionary if len(name) >= SHORTEST]

    @cache
    def in_entry(entry):
        normal = " ".join(words.normal(entry).split())
        known = dictionary.get(normal)
        if known:
            return frozenset([known])
        found = words.found(f" {normal} ", built)
        if found or len(normal) < SHORTEST:
            return frozenset(found)
        near = process.extractOne(normal, choices, scorer=fuzz.ratio, score_cutoff=SIMILAR)
        return frozenset([dictionary[near[0]]] if near else [])

    def find(resume):
        skills = resume.pop("skills", None)
        found = words.found(f" {words.normal(job.text(resume))} ", built)
        resume["skills"] = skills
        return found.union(*map(in_entry, job.entries(resume)))

    return find


if __name__ == "__main__":
    job.run(finder)
