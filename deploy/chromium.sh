#!/bin/sh
# Prints the path of a Chromium: chromium.sh PYTHON. Takes $CHROMIUM, one on the path, playwright's own, or Debian's; else says what to install.
python=$1

if [ -n "$CHROMIUM" ]; then
    [ -x "$CHROMIUM" ] && echo "$CHROMIUM" && exit
    echo "CHROMIUM is '$CHROMIUM', which is not a program; unset it or name a Chromium." >&2
    exit 1
fi

on_the_path() {
    for name in chromium chromium-browser google-chrome google-chrome-stable chrome; do
        command -v "$name" && return
    done
    return 1
}

playwrights_own() {
    "$python" - <<'END'
import os, sys
from playwright.sync_api import sync_playwright

with sync_playwright() as play:
    path = play.chromium.executable_path
print(path)
sys.exit(not os.access(path, os.X_OK))
END
}

as_root() {
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq -y install chromium
}

on_the_path && exit
found=$(playwrights_own 2>/dev/null) && echo "$found" && exit
echo "  ...     No Chromium here: asking playwright for one" >&2
"$python" -m playwright install chromium >/dev/null 2>&1 && found=$(playwrights_own 2>/dev/null) && echo "$found" && exit
echo "  ...     Playwright could not fetch one: asking apt-get" >&2
as_root >/dev/null 2>&1 && on_the_path && exit
echo "The browser tests need a Chromium: install the package chromium (or google-chrome), or name one: make test CHROMIUM=/path/to/chromium" >&2
exit 1
