"""SkillNER with gapcheck's taxonomy as its list of skills, on a blank English model: its own list and a trained model would have to
be downloaded from elsewhere. Every name is a skill of its own to it, string by string: a whole text at once takes it longer.
"""

import contextlib
import os
import tempfile
import warnings

import jellyfish
import spacy
from spacy.language import Language
from spacy.matcher import PhraseMatcher

import job


@contextlib.contextmanager
def empty_lists():
    """SkillNER reads two lists from the current folder when it is imported, and downloads those that are not there."""
    here = os.getcwd()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        for name in ("skill_db_relax_20.json", "token_dist.json"):
            with open(name, "w") as file:
                file.write("{}")
        try:
            yield
        finally:
            os.chdir(here)


with empty_lists():
    from skillNer.cleaner import Cleaner, stem_text
    from skillNer.skill_extractor_class import SkillExtractor


@Language.component("words_as_lemmas")
def words_as_lemmas(doc):
    """A blank model knows no lemmas, and SkillNER looks for names among nothing else."""
    for token in doc:
        token.lemma_ = token.text
    return doc


# Its name of today; SkillNER calls it by the one that it had.
jellyfish.jaro_distance = jellyfish.jaro_similarity

# Without vectors of words SkillNER compares letters, but only where asking for vectors fails.
warnings.filterwarnings("error", message=r"\[W00[78]\]")


def finder():
    nlp = spacy.blank("en")
    nlp.add_pipe("words_as_lemmas")
    clean = Cleaner(include_cleaning_functions=["remove_punctuation", "remove_extra_space"])
    ids, skills = {}, {}
    for name, skill in job.names().items():
        words = clean(name)
        # What its cleaner leaves nothing of cannot be found by it.
        if words:
            key = f"name-{len(ids)}"
            ids[key] = skill
            skills[key] = {
                "skill_name": name,
                "skill_type": "Hard Skill",
                "skill_len": len(words.split()),
                "high_surfce_forms": {"full": words},
                "low_surface_forms": [stem_text(words)],
                "match_on_tokens": False,
            }
    # What it says of its own loading would stand among the results.
    with open(os.devnull, "w") as nowhere, contextlib.redirect_stdout(nowhere):
        extractor = SkillExtractor(nlp, skills, PhraseMatcher)

    def find(resume):
        found = set()
        for string in job.strings(resume, []):
            # Its cleaner leaves an empty text of signs alone, which it cannot take.
            if any(sign.isalnum() for sign in string):
                results = extractor.annotate(string)["results"]
                for match in results["full_matches"] + results["ngram_scored"]:
                    found.add(ids[match["skill_id"]])
        return found

    return find


if __name__ == "__main__":
    job.run(finder)
