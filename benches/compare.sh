#!/usr/bin/env bash
# Compares gapcheck with parsing alone and with what others use, on a corpus that it makes, interleaved in one run; then how well each
# finds what is labelled. Takes about half an hour; its figures stand in docs/performance.md.
#
#   benches/compare.sh [LINES [SECONDS [ROUNDS]]]
#
# LINES   resumes in the corpus, 6.2 KB each; default 200,000
# SECONDS of processor time for each peer in a round, from which its number of lines follows; default 20
# ROUNDS  default 3
#
# Needs Rust, Python with venv, and about 2 GB on the disk, below the target folder.
set -euo pipefail

lines="${1:-200000}"
seconds="${2:-20}"
rounds="${3:-3}"

cd "$(dirname "${BASH_SOURCE[0]}")/.."
target="${CARGO_TARGET_DIR:-$PWD/target}"
folder="$target/compare"
python="$folder/venv/bin/python"
mkdir -p "$folder"

echo "Building" >&2
cargo build --release --locked
cargo build --release --locked --manifest-path benches/tools/Cargo.toml --target-dir "$target"
for program in gapcheck corpus parse-only paired; do
  cp "$target/release/$program" "$folder/"
done

echo "Installing the peers" >&2
if [[ ! -x "$python" ]]; then
  python3 -m venv "$folder/venv"
fi
"$python" -m pip install --quiet --disable-pip-version-check --requirement benches/peers/requirements.txt

echo "Making $lines resumes" >&2
"$folder/corpus" "$lines" --seed 7 >"$folder/people.jsonl"

echo "$(uname -sm), $(grep -m1 -o 'model name.*' /proc/cpuinfo || true), $(nproc) cores; $(rustc --version); $("$python" --version); $(date -u +%F)"
echo
"$python" benches/peers/compare.py "$folder" "$seconds" "$rounds"
echo
"$python" -W ignore benches/peers/quality.py "$folder/gapcheck"
