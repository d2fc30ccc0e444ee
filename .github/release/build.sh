#!/usr/bin/env bash
# Builds the program for $TARGET and packs it with its licences into dist/, with a checksum. The tag must be the version.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../.."
version="v$(sed -nE 's/^version = "(.*)"$/\1/p' Cargo.toml | head -n 1)"
if [[ -n "${GITHUB_REF_NAME:-}" && "$GITHUB_REF_NAME" != "$version" ]]; then
  echo "the tag $GITHUB_REF_NAME is not the version $version of Cargo.toml" >&2
  exit 1
fi
rustup target add "$TARGET"
cargo build --release --locked --target "$TARGET"
mkdir -p dist
archive="gapcheck-$version-$TARGET.tar.gz"
program=gapcheck
if [[ -f "target/$TARGET/release/gapcheck.exe" ]]; then program=gapcheck.exe; fi
tar -czf "dist/$archive" -C "target/$TARGET/release" "$program" -C "$PWD" LICENSE-APACHE LICENSE-MIT README.md
cd dist
if command -v sha256sum >/dev/null; then sha256sum "$archive"; else shasum -a 256 "$archive"; fi >"$archive.sha256"
