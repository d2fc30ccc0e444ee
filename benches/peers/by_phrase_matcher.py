"""spaCy: PhraseMatcher on a blank English model, by small letters, the longest first. Finds no typos."""

import spacy
from spacy.matcher import PhraseMatcher
from spacy.util import filter_spans

import job


def finder():
    nlp = spacy.blank("en")
    # The longest resumes have more than a spaCy text may have by default; only a parser would need memory for it.
    nlp.max_length = 1 << 30
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    by_skill = {}
    for name, skill in job.names().items():
        by_skill.setdefault(skill, []).append(nlp.make_doc(name))
    for skill, docs in by_skill.items():
        matcher.add(skill, docs)

    def find(resume):
        return {span.label_ for span in filter_spans(matcher(nlp.make_doc(job.text(resume)), as_spans=True))}

    return find


if __name__ == "__main__":
    job.run(finder)
