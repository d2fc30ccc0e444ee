#!/usr/bin/env bash
# Runs assess_many.py on a cluster of two workers on this machine, kills one of them in the middle of the work, and holds what was
# written against one process of gapcheck. By hand, as the package of Spark has 850 MB: examples/spark/run.sh [RESUMES] [FOLDER]
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../.."
resumes="${1:-100000}"
work="$(realpath -m "${2:-target/spark}")"
here="$PWD/examples/spark"
target="$(realpath -m "${CARGO_TARGET_DIR:-target}")"
program="$target/release/gapcheck"
as_of=2026-11-22
# Enough that both workers are at work for a while, and that a third of them is an amount.
partitions=24

heading() {
  printf '\n== %s (after %d s)\n' "$1" "$SECONDS"
}

# Resumes as JSON Lines in four files, each with an identifier; of a thousand one is cut off, one is blank, one is no resume.
corpus() {
  rm -rf "$work/$1"
  mkdir -p "$work/$1"
  "$target/release/corpus" "$2" --seed 7 |
    awk -v folder="$work/$1" '
      { sub(/^\{/, "{\"meta\":{\"id\":\"" NR "\"},") }
      NR % 1000 == 1 { $0 = substr($0, 1, 200) }
      NR % 1000 == 2 { $0 = "" }
      NR % 1000 == 3 { $0 = "{\"answer\":42}" }
      { print > (folder "/" int(NR / 1000) % 4 ".jsonl") }'
}

# Seconds of processor time of everything in a session so far, and the memory of its kinds of processes in MB.
usage() {
  cat /proc/[0-9]*/stat 2>/dev/null | sed 's/.*) //' |
    awk -v session="$1" -v ticks="$(getconf CLK_TCK)" '
      $4 == session { spent += $12 + $13 + $14 + $15 } END { print "processor", spent / ticks }' || true
  ps -s "$1" -o rss=,args= | awk '
    /CoarseGrainedExecutorBackend/ { print "executor", $1 / 1024 }
    /pyspark.daemon/ { print "python", $1 / 1024 }
    /gapcheck batch/ { print "gapcheck", $1 / 1024 }' || true
}

most() {
  awk -v kind="$2" '$1 == kind && $2 > most { most = $2 } END { printf "%.1f", most }' "$work/$1.usage"
}

# Starts Spark on a corpus, in a session of its own with the number $spark.
start() {
  rm -rf "${work:?}/$1" "$work/$1.usage"
  began="$SECONDS"
  setsid "$work/venv/bin/spark-submit" --master 'local-cluster[2,1,1024]' \
    --conf spark.ui.enabled=false --conf spark.driver.bindAddress=127.0.0.1 --conf spark.driver.host=127.0.0.1 \
    "$here/assess_many.py" --program "$program" --id /meta/id --as-of "$as_of" --partitions "$partitions" \
    "$work/$2" "$work/$1" >"$work/$1.out" 2>"$work/$1.err" &
  spark=$!
}

# Kills one of the two workers when a third of the partitions is written.
kill_one() {
  local written=0 worker
  while ((written < partitions / 3)); do
    sleep 0.2
    if [[ -e "$work/$1/lines/_SUCCESS" ]] || ! kill -0 "$spark"; then
      echo "the work was over before a worker could be killed: take more resumes" >&2
      return 1
    fi
    written="$({ find "$work/$1/lines/_temporary" -path '*/task_*/part-*' 2>/dev/null || true; } | wc -l)"
  done
  worker="$(pgrep -P "$spark" -f CoarseGrainedExecutorBackend | head -1)"
  kill -9 "$worker"
  echo "killed the worker $worker (kill -9) when $written of $partitions partitions were written"
}

# Waits for the end of Spark, and says how long it took.
finish() {
  while kill -0 "$spark" 2>/dev/null; do
    usage "$spark" >>"$work/$1.usage"
    sleep 0.5
  done
  if ! wait "$spark"; then
    tail -n 20 "$work/$1.err" "$work/$1.out" >&2
    return 1
  fi
  spark=""
  grep '^lines:' "$work/$1.out"
  echo "$1: $((SECONDS - began)) s"
}

# Says what it took of the machine; of what was killed nobody knows all.
say_usage() {
  echo "$1: $(most "$1" processor) s of the processor; memory at most: executor $(most "$1" executor) MB," \
    "its Python $(most "$1" python) MB, its gapcheck $(most "$1" gapcheck) MB"
}

# What is written is the same as what one process wrote, in any order; the line of an error is that of its part.
same_lines() {
  cat "$work/$1"/lines/part-* | sorted >"$work/$1.sorted"
  cmp "$work/$1.sorted" "$work/alone.sorted"
  echo "$1: $(wc -l <"$work/$1.sorted") lines, the same bytes as one process wrote"
}

sorted() {
  sed -E '/"error":\{/s/"line":[0-9]+/"line":0/' | LC_ALL=C sort
}

spark=""
trap '[[ -z "$spark" ]] || pkill -s "$spark"' EXIT
mkdir -p "$work"

heading "Spark: pyspark 4.3.0 into $work/venv"
if [[ ! -x "$work/venv/bin/spark-submit" ]]; then
  python3 -m venv "$work/venv"
  "$work/venv/bin/python" -m pip install --quiet 'pyspark==4.3.0' 'pyarrow==26.0.1'
fi
SPARK_HOME="$("$work/venv/bin/python" -c 'import os, pyspark; print(os.path.dirname(pyspark.__file__))')"
export SPARK_HOME SPARK_LOCAL_IP=127.0.0.1 PYSPARK_PYTHON="$work/venv/bin/python"
java -version 2>&1 | head -1

heading "gapcheck and its corpus"
cargo build --release --locked
cargo build --release --manifest-path benches/tools/Cargo.toml --target-dir "$target" --bin corpus
corpus corpus "$resumes"
corpus corpus-tenth "$((resumes / 10))"
du -sh "$work/corpus"

heading "One process, one thread"
TIMEFORMAT='batch: %R s, of the processor %U s + %S s'
time cat "$work"/corpus/*.jsonl | "$program" batch --threads 1 --exit-zero --id /meta/id --as-of "$as_of" - >"$work/alone.jsonl"
sorted <"$work/alone.jsonl" >"$work/alone.sorted"
TIMEFORMAT='cohort: %R s, of the processor %U s + %S s'
time "$program" cohort --threads 1 --min-group 1 --format json "$work/alone.jsonl" >"$work/alone.cohort.json"

heading "Spark, a tenth of the resumes"
start tenth corpus-tenth
finish tenth
say_usage tenth

heading "Spark, all of them"
start all corpus
finish all
say_usage all
same_lines all
du -sh "$work/all/lines" "$work/all/people"
awk -v all="$(most all processor)" -v tenth="$(most tenth processor)" -v resumes="$resumes" 'BEGIN {
  each = (all - tenth) / (resumes * 0.9)
  printf "a resume more takes %.2f ms of the processor: %.0f resumes a second on each core\n", each * 1000, 1 / each }'

heading "Spark, all of them, a worker killed"
start killed corpus
kill_one killed
finish killed
# Spark says that the worker was lost, and with it a task that it was at.
grep -m 1 'Lost executor' "$work/killed.err"
grep -m 1 'Lost task' "$work/killed.err"
same_lines killed
"$program" cohort --min-group 1 --format json "$work/killed/lines" >"$work/killed.cohort.json"
"$work/venv/bin/python" "$here/compare.py" "$work/killed" "$work/alone.jsonl" "$work/killed.cohort.json"
rm -rf "$SPARK_HOME/work"

heading "All steps passed"
