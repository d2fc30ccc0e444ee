"""Assesses resumes on a cluster: text in, a row of Parquet for each resume out, and what all of them have and lack.

    spark-submit assess_many.py --program gapcheck --id /meta/id resumes/ assessed/

README.md beside this file says what is read, what is written, and how large a cluster should be.
"""

import argparse
import datetime
import pathlib
import shlex
import sys

from pyspark import SparkFiles
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql.functions import element_at, input_file_name, split

# What `gapcheck batch --fields summary --id POINTER` writes (docs/batch.md). What is not named here is left in the text.
LINE = """
    id STRING,
    profile STRUCT<id: STRING, version: STRING>,
    as_of DATE,
    relevant_years DOUBLE, total_years DOUBLE, ladder_years DOUBLE,
    stage STRUCT<estimate: STRING>,
    score INT, essential_met INT, essential_total INT,
    requirements MAP<STRING, STRING>,
    skills MAP<STRING, STRING>,
    gaps ARRAY<STRUCT<requirement: STRING, points: INT>>,
    certificates ARRAY<STRING>,
    warnings INT,
    error STRUCT<code: STRING, message: STRING, help: STRING, line: LONG, column: LONG>
"""

REQUIREMENTS = """
    SELECT requirement,
           count(*) AS people,
           count_if(status = 'met') AS met,
           count_if(status = 'partial') AS partial,
           count_if(status = 'missing') AS missing,
           round(count_if(status = 'met') / count(*), 3) AS met_share,
           round(count_if(status = 'partial') / count(*), 3) AS partial_share,
           round(count_if(status = 'missing') / count(*), 3) AS missing_share
    FROM (SELECT explode(requirements) AS (requirement, status) FROM {people} WHERE error IS NULL)
    WHERE status <> 'unassessable'
    GROUP BY requirement
    ORDER BY missing_share DESC, requirement
"""


def main() -> None:
    asked = arguments()
    spark = (
        SparkSession.builder.appName("gapcheck")
        # For Hadoop a carriage return ends a line too; in JSON it is white space.
        .config("spark.hadoop.textinputformat.record.delimiter", "\n")
        .getOrCreate()
    )
    assess(spark, asked)
    refuse_losses(spark, asked)
    people = to_parquet(spark, asked)
    requirements = spark.sql(REQUIREMENTS, people=people)
    requirements.coalesce(1).write.json(f"{asked.out}/requirements")
    requirements.show(100, truncate=False)
    spark.stop()


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Assesses resumes on a cluster.")
    parser.add_argument("resumes", help="JSON Lines: a file, a folder or a pattern, where all workers can read it")
    parser.add_argument("out", help="the folder that is made, where all workers can write")
    parser.add_argument("--program", required=True, help="the program, built for the workers; Spark takes it there")
    parser.add_argument("--id", help="the JSON pointer of what names a resume: /meta/id")
    parser.add_argument("--profile", default="senior-ml-engineer", help="the id of a built-in profile")
    parser.add_argument("--partitions", type=int, help="at least so many [default: one for each block of a file]")
    # A run may go past midnight, and a part of it be done again.
    today = datetime.datetime.now(datetime.timezone.utc).date()
    parser.add_argument("--as-of", type=datetime.date.fromisoformat, default=today, help="the day that open periods run to")
    return parser.parse_args()


def assess(spark: SparkSession, asked: argparse.Namespace) -> None:
    """Writes a line of text for each line of text, a process of gapcheck for each partition."""
    context = spark.sparkContext
    context.addFile(asked.program)
    # Without checkCode a process that fails is an empty partition, and nobody is told.
    # Workers start a task where Spark has put the program; without workers it lies in a folder of its own.
    folder = SparkFiles.getRootDirectory() if context.master.split("[")[0] == "local" else "."
    lines = context.textFile(asked.resumes, asked.partitions).pipe(command(folder, asked), checkCode=True)
    lines.saveAsTextFile(f"{asked.out}/lines")


def command(folder: str, asked: argparse.Namespace) -> str:
    """How each process is started, in an empty environment."""
    # One thread, as Spark gives each task a core. A failed line is a row with an error, not a failed task.
    words = [f"{folder}/{pathlib.PurePath(asked.program).name}", "batch", "--threads", "1", "--exit-zero", "--no-config"]
    words += ["--fields", "summary", "--profile", asked.profile, "--as-of", asked.as_of.isoformat()]
    words += ["--id", asked.id] if asked.id else []
    return shlex.join([*words, "-"])


def refuse_losses(spark: SparkSession, asked: argparse.Namespace) -> None:
    """Ends the run where there are not as many lines as there were."""
    read, written = (spark.read.text(path, lineSep="\n").count() for path in (asked.resumes, f"{asked.out}/lines"))
    print(f"lines: {read} read, {written} written", flush=True)
    if read != written:
        sys.exit("lines were lost, or the resumes have changed on the way: do not use what was written")


def to_parquet(spark: SparkSession, asked: argparse.Namespace) -> DataFrame:
    """Writes a row for each line, and gives what was written."""
    # Else what does not fit would be a row of nothing.
    lines = spark.read.schema(LINE).json(f"{asked.out}/lines", lineSep="\n", mode="FAILFAST")
    people = lines.select(
        "id",
        "stage.estimate",
        *["score", "relevant_years", "total_years", "ladder_years", "essential_met", "essential_total"],
        *["requirements", "skills", "gaps", "certificates", "warnings", "error"],
        # Where the line stands: error.line counts from the beginning of its part.
        element_at(split(input_file_name(), "/"), -1).alias("part"),
        *["profile", "as_of"],
    ).withColumnRenamed("estimate", "stage")
    people.write.parquet(f"{asked.out}/people")
    return spark.read.parquet(f"{asked.out}/people")


if __name__ == "__main__":
    main()
