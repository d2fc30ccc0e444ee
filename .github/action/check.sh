#!/usr/bin/env bash
# Runs the check: annotations in the log, the summary and the outputs of the step, a SARIF file if one is asked for.
set -euo pipefail

export PATH="$FOLDER/bin:$PATH"
options=(--format github)
if [[ -n "$SARIF" ]]; then options+=(--format "sarif=$SARIF"); fi
while IFS= read -r argument; do
  if [[ -n "$argument" ]]; then options+=("$argument"); fi
done <<<"$ARGUMENTS"
# What begins with - is no file: nothing that a repository names becomes an option.
if [[ -n "$RESUME" ]]; then options+=(-- "$RESUME"); fi
gapcheck check "${options[@]}"
