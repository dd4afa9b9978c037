#!/bin/sh
# Prints the path of a Chromium (or Chrome) for the browser tests: $CHROMIUM, else one that is
# installed, else one from the system's package manager where that needs no password.
# All else that is said goes to standard error, since the path is read from standard output.
set -u

names="chromium chromium-browser google-chrome google-chrome-stable microsoft-edge"
mac="/Applications/Chromium.app/Contents/MacOS/Chromium
/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"

say() { echo "$@" >&2; }

find_chromium() {
    for name in $names; do command -v "$name" && return 0; done
    printf '%s\n' "$mac" | while IFS= read -r path; do [ -x "$path" ] && echo "$path"; done | grep -m 1 .
}

# Runs a command as root: directly, or by sudo if that asks for no password.
as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

may_be_root() {
    [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null
}

install_chromium() {
    if command -v brew; then brew install --cask chromium; return; fi
    may_be_root || return 1
    if command -v apt-get; then
        as_root env DEBIAN_FRONTEND=noninteractive apt-get update -q &&
            as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends \
                chromium fonts-dejavu-core
    elif command -v dnf; then as_root dnf install -q -y chromium
    elif command -v apk; then as_root apk add --quiet chromium
    elif command -v pacman; then as_root pacman -S --noconfirm --needed chromium
    else return 1
    fi
}

if [ -n "${CHROMIUM:-}" ]; then
    command -v "$CHROMIUM" && exit 0
    say "CHROMIUM is set to $CHROMIUM, which is not a program."
    exit 1
fi
find_chromium && exit 0
say "No Chromium found; asking the system's package manager for it ..."
install_chromium >&2 && find_chromium && exit 0
say "The browser tests need Chromium or Chrome. Install it with your system's package manager"
say "(Debian: sudo apt-get install chromium; Fedora: sudo dnf install chromium; macOS: brew install"
say "--cask chromium), or say where it is: make test CHROMIUM=/path/to/chromium"
exit 1
