#!/bin/sh
# Prints the path of a Chromium (or Chrome, or Edge) for the browser tests: $CHROMIUM, else one that
# is installed, else one from the system's package manager where that needs no password.
# All else that is said goes to standard error, since the path is read from standard output.
set -u

names="chromium chromium-browser google-chrome google-chrome-stable microsoft-edge microsoft-edge-stable"

say() { printf '%s\n' "$*" >&2; }
has() { command -v "$1" >/dev/null 2>&1; }

# Ubuntu's chromium-browser may be a stub that only says "use snap": what counts is that it runs.
runs() { "$1" --version >/dev/null 2>&1 </dev/null; }

find_chromium() {
    for name in $names; do
        path="$(command -v "$name")" && runs "$path" && printf '%s\n' "$path" && return 0
    done
    while IFS= read -r path; do
        [ -x "$path" ] && runs "$path" && printf '%s\n' "$path" && return 0
    done <<'APPLICATIONS'
/Applications/Google Chrome.app/Contents/MacOS/Google Chrome
/Applications/Chromium.app/Contents/MacOS/Chromium
/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge
APPLICATIONS
    return 1
}

is_root() { [ "$(id -u)" = 0 ]; }
may_be_root() { is_root || sudo -n true 2>/dev/null; }

# Runs a command as root: directly, or by sudo if that asks for no password.
as_root() {
    if is_root; then "$@"; else sudo -n "$@"; fi
}

apt() { as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=120 "$@"; }

# Homebrew refuses to be root and has applications for macOS alone; its Chromium is not signed.
install_chromium() {
    if [ "$(uname -s)" = Darwin ]; then
        has brew && ! is_root && NONINTERACTIVE=1 brew install --cask google-chrome
        return
    fi
    may_be_root || return 1
    if has apt-get; then
        apt update || say "Some package lists could not be renewed; trying with those that are there."
        apt install -y --no-install-recommends chromium fonts-dejavu-core
    elif has dnf; then as_root dnf install -q -y chromium
    elif has apk; then as_root apk add --quiet --update-cache chromium ttf-dejavu
    elif has zypper; then as_root zypper --quiet --non-interactive install chromium
    elif has pacman; then
        # Without lists (a new container) it must fetch them; else that could upgrade half a system.
        as_root pacman -S --noconfirm --needed chromium ||
            { ! ls /var/lib/pacman/sync/*.db >/dev/null 2>&1 &&
                as_root pacman -Sy --noconfirm --needed chromium; }
    else return 1
    fi
}

if [ -n "${CHROMIUM:-}" ]; then
    path="$(command -v "$CHROMIUM")" && runs "$path" && printf '%s\n' "$path" && exit 0
    say "CHROMIUM is set to $CHROMIUM, which is not a program that runs."
    exit 1
fi
find_chromium && exit 0
say "No Chromium found; asking the system's package manager for it ..."
install_chromium >&2 </dev/null && find_chromium && exit 0
say "The browser tests need Chromium, Chrome or Edge. Install one, for instance"
say "  Debian:         sudo apt-get install chromium"
say "  Ubuntu:         the package of google.com/chrome (its own Chromium, a snap, cannot be driven)"
say "  Fedora, RHEL:   sudo dnf install chromium (RHEL: from EPEL)"
say "  macOS:          brew install --cask google-chrome"
say "or say where one is: make test CHROMIUM=/path/to/chromium"
exit 1
