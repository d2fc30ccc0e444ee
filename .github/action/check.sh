#!/usr/bin/env bash
# Runs the check: annotations in the log, the summary and the outputs of the step, a SARIF file if one is asked for.
set -euo pipefail

# On Windows the folder is written with a drive and backslashes, which the search path of bash does not take.
if command -v cygpath >/dev/null; then FOLDER="$(cygpath --unix "$FOLDER")"; fi
export PATH="$FOLDER/bin:$PATH"
options=(--format github)
if [[ -n "$SARIF" ]]; then options+=(--format "sarif=$SARIF"); fi
# One option a line; blanks around it, empty lines and lines that begin with # say nothing.
while IFS= read -r argument; do
  argument="${argument#"${argument%%[![:space:]]*}"}"
  argument="${argument%"${argument##*[![:space:]]}"}"
  # `--fail-on any` is one option with its value.
  if [[ "$argument" =~ ^(--[a-z-]+)[[:space:]]+(.*)$ ]]; then argument="${BASH_REMATCH[1]}=${BASH_REMATCH[2]}"; fi
  if [[ -n "$argument" && "$argument" != "#"* ]]; then options+=("$argument"); fi
done <<<"$ARGUMENTS"
# What begins with - is no file: nothing that a repository names becomes an option.
if [[ -n "$RESUME" ]]; then options+=(-- "$RESUME"); fi
gapcheck check "${options[@]}"
