#!/bin/sh
# The browser test drives a real Chromium. If there is none, installs Debian's, and says so.
set -eu

for name in chromium chromium-browser google-chrome google-chrome-stable; do
    if command -v "$name" >/dev/null 2>&1; then
        exit 0
    fi
done

if ! command -v apt-get >/dev/null 2>&1; then
    echo "The browser test needs Chromium, which is not here, nor apt-get to install it. Please install Chromium." >&2
    exit 1
fi
as_root=
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null 2>&1; then
        echo "The browser test needs Chromium. Please run as root: apt-get install chromium" >&2
        exit 1
    fi
    as_root=sudo
fi
echo "Installing Chromium with apt-get, for the browser test..."
$as_root apt-get update -qq
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null
