#!/usr/bin/env bash
# Makes the pictures of the README anew: the card and the top of the page for examples/senior.json. Needs Chromium for the latter.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../.."
cargo build --release --locked
page="$(mktemp -d)"
trap 'rm -rf "$page"' EXIT
"${CARGO_TARGET_DIR:-target}/release/gapcheck" assess examples/senior.json --as-of 2026-11-22 -q \
  --format svg=docs/pictures/card.svg --format svg-badge=docs/pictures/badge.svg --format "html=$page/page.html"
chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --window-size=1000,1180 \
  --screenshot=docs/pictures/page.png "file://$page/page.html" 2>/dev/null
