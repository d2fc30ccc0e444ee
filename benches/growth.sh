#!/usr/bin/env bash
# How cost grows: with the lines of an input that is made while it is read, with the skills of the taxonomy; and what a start costs.
# Its tables stand in docs/performance.md.
#
#   benches/growth.sh [MOST_LINES]      default 10,000,000, which takes an hour and a half
#
# Needs Rust alone, and 20 MB on the disk.
set -euo pipefail

most="${1:-10000000}"

cd "$(dirname "${BASH_SOURCE[0]}")/.."
target="${CARGO_TARGET_DIR:-$PWD/target}"
programs="$target/release"
people="$(mktemp)"
trap 'rm -f "$people"' EXIT

cargo build --release --locked
cargo build --release --locked --manifest-path benches/tools/Cargo.toml --target-dir "$target"

# Processor time in milliseconds and peak memory in megabytes of a batch of so many lines.
batch() {
  local rounds="$1" lines="$2" fields="$3"
  "$programs/paired" --rounds "$rounds" --warm-up 0 --input "$programs/corpus $lines --seed 7" \
    "$programs/gapcheck batch --fields $fields --threads 1 --as-of 2026-11-22 -" |
    awk -F'|' 'END { print $5, $8 }'
}

# One row for so many lines; the start is what no line costs.
row() {
  local lines="$1" rounds="$2" cpu peak start full_peak
  read -r start _ < <(batch "$rounds" 0 summary)
  read -r cpu peak < <(batch "$rounds" "$lines" summary)
  full_peak="-"
  # The whole assessment is measured as far as the promise about memory goes.
  if ((lines <= 2000000)); then
    read -r _ full_peak < <(batch 1 "$lines" full)
  fi
  awk -v lines="$lines" -v cpu="$cpu" -v start="$start" -v peak="$peak" -v full="$full_peak" 'BEGIN {
    printf "| %d | %.1f | %.2f | %.1f | %s |\n", lines, cpu, (cpu - start) * 1000 / lines, peak, full
  }'
}

echo "## Lines"
echo
echo "| lines | processor, ms | µs a resume, without the start | peak, MB | peak of --fields full, MB |"
echo "| --- | --- | --- | --- | --- |"
for ((lines = 1; lines <= most; lines *= 10)); do
  # So that a row takes seconds, and its figure is a median where runs are short.
  if ((lines <= 1000)); then row "$lines" 20; elif ((lines <= 100000)); then row "$lines" 3; else row "$lines" 1; fi
done
if ((most >= 2000000)); then
  row 20000 3
  row 2000000 1
fi

echo
echo "## Skills"
echo
"$programs/corpus" 3000 --seed 7 >"$people"
# The same 300 of the shipped skills in each row, and made-up ones beside them: a resume shows the same in all.
"$programs/grown" "$people" --shipped 300 --skills 300,1000,3000,10000,30000
echo
# Shipped skills alone: with fewer of them a resume shows fewer.
"$programs/grown" "$people" --skills 300,100,500
echo
# Nearly all that are shipped, and a hundred times as many, which is nearly as many as a taxonomy holds.
"$programs/grown" "$people" --shipped 650 --skills 650,65000

echo
echo "## Start"
echo
"$programs/paired" --rounds 200 --warm-up 5 "$programs/hello greet" \
  "$programs/gapcheck assess examples/senior.json --as-of 2026-11-22"
