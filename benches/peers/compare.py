"""Runs the parser alone, gapcheck and its peers in turn on the same resumes and prints what a resume costs each.

`compare.py FOLDER SECONDS ROUNDS`: the programs and `people.jsonl` are in FOLDER; each peer gets the first lines, as many as take it
about SECONDS. Costs are processor time less that of a run on no line, so no peer pays for its start; ratios are medians of those of
each round.
"""

import json
import subprocess
import sys
from pathlib import Path
from statistics import median

from quality import PEERS

HERE = Path(__file__).resolve().parent

FOLDER = Path(sys.argv[1])
PEOPLE = FOLDER / "people.jsonl"
NOBODY = FOLDER / "nobody.jsonl"

# Of gapcheck what the peers do, finding the skills, and everything that it can say.
BATCH = f"{FOLDER}/gapcheck batch --as-of 2026-11-22 --threads"


def paired(commands, rounds, warm_up=0):
    arguments = ["--json", "--rounds", str(rounds), "--warm-up", str(warm_up), *commands]
    run = subprocess.run([FOLDER / "paired", *arguments], stdout=subprocess.PIPE, check=True)
    return json.loads(run.stdout)


def cost(module, lines):
    """Processor time of a peer in seconds."""
    return paired([peer(module, lines)], 1)[0]["cpu_ms"][0] / 1e3


def peer(module, lines):
    return f"{sys.executable} -W ignore {HERE}/{module}.py {PEOPLE} {lines}"


def lines_for(module, seconds, most):
    """So many lines take about `seconds`."""
    start, lines = cost(module, 0), 10
    # A second tells enough.
    while (taken := cost(module, lines) - start) < 1 and lines < most:
        lines *= 4
    return min(most, int(lines * seconds / taken))


def per_line(runs, starts, lines):
    """Microseconds of processor time for each line, round by round."""
    start = median(starts["cpu_ms"])
    return [(cpu - start) * 1e3 / lines for cpu in runs["cpu_ms"]]


def times(own, other):
    return median(a / b for a, b in zip(own, other))


def main():
    seconds, rounds = float(sys.argv[2]), int(sys.argv[3])
    with open(PEOPLE, "rb") as people:
        all_lines = sum(1 for _ in people)
    NOBODY.write_bytes(b"")
    ours = {
        "parse-only": f"{FOLDER}/parse-only",
        "gapcheck batch --fields summary": f"{BATCH} 1 --fields summary",
        "gapcheck batch --fields full": f"{BATCH} 1 --fields full",
        "gapcheck batch --fields summary --threads 2": f"{BATCH} 2 --fields summary",
    }
    lines = dict.fromkeys(ours, all_lines)
    commands = {name: f"{command} {PEOPLE}" for name, command in ours.items()}
    starts = {name: f"{command} {NOBODY}" for name, command in ours.items()}
    for name, module in PEERS.items():
        lines[name] = lines_for(module, seconds, all_lines)
        commands[name], starts[name] = peer(module, lines[name]), peer(module, 0)
        print(f"{name}: {lines[name]} lines", file=sys.stderr)

    started = dict(zip(starts, paired(starts.values(), 5, 1)))
    runs = dict(zip(commands, paired(commands.values(), rounds)))
    each = {name: per_line(runs[name], started[name], lines[name]) for name in commands}
    parse, batch = each["parse-only"], each["gapcheck batch --fields summary"]
    print("| one thread unless it says more | resumes a processor second | × parse-only | × gapcheck summary | lines | start, ms | peak, MB |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for name, own in each.items():
        print(
            f"| {name} | {1e6 / median(own):,.0f} | {times(own, parse):,.2f} | {times(own, batch):,.2f} | {lines[name]:,} "
            f"| {median(started[name]['cpu_ms']):,.0f} | {median(runs[name]['peak_mb']):,.0f} |"
        )
    one, two = (runs[f"gapcheck batch --fields summary{more}"]["wall_ms"] for more in ("", " --threads 2"))
    print(f"\nTwo threads: {times(one, two):.2f} times the rate of one, by the clock.")


main()
