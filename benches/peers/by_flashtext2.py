"""flashtext2: names as a trie of words, the longest first. Finds no typos."""

from flashtext2 import KeywordProcessor

import job


def finder():
    processor = KeywordProcessor(case_sensitive=False)
    processor.add_keywords_with_clean_word_from_iter(job.names().items())

    def find(resume):
        return set(processor.extract_keywords(job.text(resume)))

    return find


if __name__ == "__main__":
    job.run(finder)
