#!/usr/bin/env bash
# Fetches the released program of the action's own version into $FOLDER, or says that it must be built.
set -euo pipefail

mkdir -p "$FOLDER/bin"
case "$RUNNER_SYSTEM" in
Linux-X64) target=x86_64-unknown-linux-musl ;;
Linux-ARM64) target=aarch64-unknown-linux-musl ;;
macOS-X64) target=x86_64-apple-darwin ;;
macOS-ARM64) target=aarch64-apple-darwin ;;
Windows-X64) target=x86_64-pc-windows-msvc ;;
*) target="" ;;
esac

build() {
  # What the build depends on, as the key of its cache.
  source="$(cd "$ACTION_PATH" && cat Cargo.toml Cargo.lock rust-toolchain.toml | git hash-object --stdin)-${ACTION_REF:-local}"
  printf 'build=true\nsource=%s\n' "${source//\//-}" >>"$GITHUB_OUTPUT"
  exit 0
}

# A released version is a tag such as v1.2.3; any other reference is built.
if [[ -z "$target" || ! "${ACTION_REF:-}" =~ ^v[0-9]+\.[0-9]+\.[0-9]+$ ]]; then build; fi

archive="gapcheck-$ACTION_REF-$target.tar.gz"
from="$SERVER/$ACTION_REPOSITORY/releases/download/$ACTION_REF"
cd "$FOLDER"
for file in "$archive" "$archive.sha256"; do
  curl --fail --silent --show-error --location --retry 3 --output "$file" "$from/$file" || build
done
if command -v sha256sum >/dev/null; then sha256sum --check "$archive.sha256"; else shasum -a 256 --check "$archive.sha256"; fi
tar -xzf "$archive" -C bin
