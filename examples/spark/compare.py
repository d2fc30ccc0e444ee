"""Holds what Spark wrote against what one process of gapcheck wrote of the same resumes: compare.py OUT ASSESSED COHORT.

OUT is the folder of assess_many.py, ASSESSED the lines of `gapcheck batch`, COHORT the JSON of `gapcheck cohort --min-group 1`.
"""

import json
import pathlib
import sys

import pyarrow.parquet


def main() -> None:
    out, assessed, cohort = map(pathlib.Path, sys.argv[1:])
    same_rows(pyarrow.parquet.read_table(out / "people").to_pylist(), assessed.read_text("utf-8").split("\n")[:-1])
    same_shares(lines_of(out / "requirements"), json.loads(cohort.read_text("utf-8"))["requirements"])


def same_rows(rows: list[dict], lines: list[str]) -> None:
    found = sorted(json.dumps(row_as_written(row), sort_keys=True) for row in rows)
    expected = sorted(json.dumps(row_of(json.loads(line)), sort_keys=True) for line in lines)
    if len(found) != len(expected):
        sys.exit(f"there are {len(found)} rows, not {len(expected)}")
    for row, line in zip(found, expected):
        if row != line:
            sys.exit(f"the rows are not the same, the first that differs:\n  {row}\n  {line}")
    failed = sum(row["error"] is not None for row in rows)
    print(f"rows of Parquet: {len(rows)}, {failed} of them with an error: the same as one process wrote")


def row_of(line: dict) -> dict:
    """The row that a line should become."""
    row = {name: line.get(name) for name in COLUMNS}
    row["stage"] = line.get("stage", {}).get("estimate")
    return without_place(row)


def row_as_written(row: dict) -> dict:
    """A row that was read, as JSON has it."""
    row = {name: row[name] for name in COLUMNS}
    for name in ["requirements", "skills"]:
        row[name] = row[name] if row[name] is None else dict(row[name])
    row["as_of"] = row["as_of"] and row["as_of"].isoformat()
    return without_place(row)


def without_place(row: dict) -> dict:
    """The line of an error is that of its part, which one process does not have."""
    if row["error"]:
        row["error"] = {**row["error"], "line": None}
    return row


def lines_of(folder: pathlib.Path) -> list[dict]:
    return [json.loads(line) for part in folder.glob("part-*") for line in part.read_text("utf-8").splitlines()]


def same_shares(spark: list[dict], cohort: list[dict]) -> None:
    by_id = {row["requirement"]: row for row in spark}
    asked = {requirement["id"]: requirement for requirement in cohort if not requirement["unassessable"]}
    print("".join(f"{word:>30}" for word in ["", *STATUSES]))
    print(f"{'':30}" + f"{'Spark':>15}{'cohort':>15}" * len(STATUSES))
    for name, counts in asked.items():
        row = by_id.get(name, {})
        ours = [(row.get(status), row.get(f"{status}_share")) for status in STATUSES]
        theirs = [(counts[status]["people"], counts[status]["share"]) for status in STATUSES]
        print(f"{name:30}" + "".join(cell(a) + cell(b) for a, b in zip(ours, theirs)))
        if ours != theirs:
            sys.exit(f"Spark and gapcheck cohort do not agree on {name}")
    if by_id.keys() != asked.keys():
        sys.exit(f"Spark and gapcheck cohort do not know the same requirements: {sorted(by_id.keys() ^ asked.keys())}")
    print("Spark and gapcheck cohort agree on people and shares")


def cell(count: tuple) -> str:
    return f"{count[0]!s:>9} {count[1]!s:>5}"


STATUSES = ["met", "partial", "missing"]

COLUMNS = [
    *["id", "profile", "as_of", "stage", "score", "relevant_years", "total_years", "ladder_years"],
    *["essential_met", "essential_total", "requirements", "skills", "gaps", "certificates", "warnings", "error"],
]

if __name__ == "__main__":
    main()
