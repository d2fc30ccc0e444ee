#!/usr/bin/env bash
# Builds the program from the action's own source into $FOLDER/bin.
set -euo pipefail

cd "$ACTION_PATH"
CARGO_TARGET_DIR="$FOLDER/target" cargo build --release --locked
cp "$FOLDER/target/release/gapcheck"* "$FOLDER/bin/"
