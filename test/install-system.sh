#!/usr/bin/env bash
# Installs what the end-to-end tests need from a Debian-like system: Chromium, a screen without a monitor, a compiler,
# and programs that read what Starbeat exports.
# Run it as root. Does nothing when all of it is there.
set -euo pipefail
missing=()
command -v chromium >/dev/null || command -v google-chrome >/dev/null || missing+=(chromium)
command -v Xvfb >/dev/null || missing+=(xvfb)
command -v cmake >/dev/null || missing+=(cmake)
command -v g++ >/dev/null || missing+=(g++)
command -v pdftotext >/dev/null || missing+=(poppler-utils)
command -v soxi >/dev/null || missing+=(sox)
[ ${#missing[@]} -eq 0 ] && exit 0
echo "Installing ${missing[*]}"
apt-get update -qq
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
