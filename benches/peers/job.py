"""The job that every peer does: each line of a file is a resume; its skills are found, and their number is printed.

A peer is a file beside this one with a function `finder`, which makes ready what it needs and returns a function from a resume to
the ids of its skills. `by_something.py people.jsonl 1000` reads the first thousand lines.
"""

import json
import sys
from itertools import islice
from pathlib import Path

import orjson

ROOT = Path(__file__).resolve().parents[2]


def taxonomy():
    """The skills that gapcheck ships."""
    return json.loads((ROOT / "profiles/taxonomy.json").read_text())["skills"]


def names():
    """Every name and alias with the id of its skill, the names before the aliases."""
    skills = taxonomy()
    named = {skill["name"]: skill["id"] for skill in skills}
    for skill in skills:
        for alias in skill.get("aliases", []):
            named.setdefault(alias, skill["id"])
    return named


def strings(value, found):
    """Adds every string of a resume to `found`; keys are none."""
    if type(value) is str:
        found.append(value)
    elif type(value) is dict:
        for inner in value.values():
            strings(inner, found)
    elif type(value) is list:
        for inner in value:
            strings(inner, found)
    return found


def text(resume):
    """All strings of a resume, a line each: no name goes over the end of a line."""
    return "\n".join(strings(resume, []))


def entries(resume):
    """What stands in lists of skills: the strings under `skills`, and the keywords of projects. Commas part them."""
    found = strings(resume.get("skills"), [])
    projects = resume.get("projects")
    for project in projects if type(projects) is list else []:
        if type(project) is dict:
            strings(project.get("keywords"), found)
    return [part for entry in found for part in (entry.split(", ") if "," in entry else [entry])]


def run(finder):
    """Reads the file that is named on the command line, the first lines of it if a number follows."""
    find = finder()
    lines = int(sys.argv[2]) if len(sys.argv) > 2 else None
    with open(sys.argv[1], "rb") as file:
        counts = (len(find(orjson.loads(line))) for line in islice(file, lines))
        sys.stdout.writelines(f"{count}\n" for count in counts)
