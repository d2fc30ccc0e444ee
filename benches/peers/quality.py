"""Precision and recall of every peer and of gapcheck on the labelled resumes of tests/accuracy, scored as tests/it/accuracy.rs does:

A wanted skill is found with any status, also as what a narrower one implies; a peer gets the same implications from the taxonomy.
A false alarm is a skill that words themselves state and no label wants; labels marked optional count neither way; in `whole.json`
only skills that some label of it names count.

`quality.py path/to/gapcheck`, from any folder.
"""

import copy
import importlib
import json
import subprocess
import sys

import job

PEERS = {
    "flashtext2": "by_flashtext2",
    "pyahocorasick": "by_ahocorasick",
    "dictionary + pyahocorasick + memoised rapidfuzz": "by_dictionary_and_typos",
    "rapidfuzz extractOne, WRatio": "by_extract_one",
    "rapidfuzz extractOne, ratio": "by_extract_one_ratio",
    "spaCy PhraseMatcher": "by_phrase_matcher",
    "SkillNER": "by_skillner",
}

# The file whose labels know only the skills that they name somewhere.
PARTLY_LABELLED = "whole"

STATED = {"demonstrated", "claimed"}


def cases():
    for file in sorted((job.ROOT / "tests/accuracy").glob("*.json")):
        labelled = json.loads(file.read_text())
        named = {skill for case in labelled for key in ("skills", "optional", "not") for skill in case.get(key, [])}
        for case in labelled:
            yield case, named if file.stem == PARTLY_LABELLED else None


def by_gapcheck(program, resumes):
    """For each resume what is found at all, and what is stated."""
    lines = "".join(json.dumps(resume) + "\n" for resume in resumes)
    arguments = ["batch", "--fields", "summary", "--as-of", "2026-11-22", "-"]
    run = subprocess.run([program, *arguments], input=lines, capture_output=True, text=True)
    for line in run.stdout.splitlines():
        skills = json.loads(line).get("skills", {})
        yield set(skills), {skill for skill, status in skills.items() if status in STATED}


def by_peer(module, resumes):
    broader = {skill["id"]: skill.get("broader", []) for skill in job.taxonomy()}
    find = importlib.import_module(module).finder()
    for resume in resumes:
        stated = find(copy.deepcopy(resume))
        found, more = set(stated), list(stated)
        while more:
            new = [skill for skill in broader[more.pop()] if skill not in found]
            found.update(new)
            more.extend(new)
        yield found, stated


def score(answers):
    right = wrong = hit = missed = fallen = traps = 0
    for (case, named), (found, stated) in zip(cases(), answers, strict=True):
        wanted, optional = set(case["skills"]), set(case.get("optional", []))
        hit += len(wanted & found)
        missed += len(wanted - found)
        counted = {skill for skill in stated - optional if named is None or skill in named}
        right += len(counted & wanted)
        wrong += len(counted - wanted)
        avoid = set(case.get("not", []))
        traps += len(avoid)
        fallen += len(avoid & stated)
    precision, recall = right / (right + wrong), hit / (hit + missed)
    f1 = 2 * precision * recall / (precision + recall)
    return f"{precision:.3f} | {recall:.3f} | {f1:.3f} | {traps - fallen} of {traps}"


def main():
    resumes = [case["resume"] for case, _ in cases()]
    print(f"| on {len(resumes)} labelled resumes | precision | recall | F1 | traps passed |")
    print("| --- | --- | --- | --- | --- |")
    print(f"| gapcheck | {score(by_gapcheck(sys.argv[1], resumes))} |", flush=True)
    for name, module in PEERS.items():
        print(f"| {name} | {score(by_peer(module, resumes))} |", flush=True)


if __name__ == "__main__":
    main()
