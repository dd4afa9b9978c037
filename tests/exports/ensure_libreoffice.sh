#!/bin/sh
# Prints the path of a LibreOffice for the test of agreement: $SOFFICE, else one that is installed,
# else one from the system's package manager where that needs no password (Calc without a screen).
# All else that is said goes to standard error, since the path is read from standard output.
set -u

say() { printf '%s\n' "$*" >&2; }
has() { command -v "$1" >/dev/null 2>&1; }

find_office() {
    for name in soffice libreoffice /Applications/LibreOffice.app/Contents/MacOS/soffice; do
        path="$(command -v "$name")" && printf '%s\n' "$path" && return 0
    done
    return 1
}

# Runs a command as root: directly, or by sudo if that asks for no password.
as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

apt() { as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=120 "$@"; }

install_office() {
    if [ "$(uname -s)" = Darwin ]; then
        has brew && [ "$(id -u)" != 0 ] && NONINTERACTIVE=1 brew install --cask libreoffice
        return
    fi
    if has apt-get; then
        apt update || say "Some package lists could not be renewed; trying with those that are there."
        apt install -y --no-install-recommends libreoffice-calc-nogui
    elif has dnf; then as_root dnf install -q -y libreoffice-calc
    elif has apk; then as_root apk add --quiet --update-cache libreoffice-calc
    elif has zypper; then as_root zypper --quiet --non-interactive install libreoffice-calc
    elif has pacman; then as_root pacman -S --noconfirm --needed libreoffice-still
    else return 1
    fi
}

if [ -n "${SOFFICE:-}" ]; then
    path="$(command -v "$SOFFICE")" && printf '%s\n' "$path" && exit 0
    say "SOFFICE is set to $SOFFICE, which is not a program that runs."
    exit 1
fi
find_office && exit 0
say "No LibreOffice found; asking the system's package manager for it ..."
install_office >&2 </dev/null && find_office && exit 0
say "The test that a workbook computes what the site says needs LibreOffice Calc. Install it, for instance"
say "  Debian, Ubuntu: sudo apt-get install libreoffice-calc-nogui"
say "  Fedora, RHEL:   sudo dnf install libreoffice-calc"
say "  macOS:          brew install --cask libreoffice"
say "or say where it is: make test SOFFICE=/path/to/soffice"
exit 1
