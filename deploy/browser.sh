#!/bin/sh
# Prints the path of a browser: browser.sh chromium|firefox PYTHON. Takes the one that $CHROMIUM or $FIREFOX names, one on the path,
# playwright's own (Chromium only: its Firefox is not the one that people have), or Debian's; else says what to install.
name=$1 python=$2
case $name in
    chromium) variable=CHROMIUM given=$CHROMIUM package=chromium programs="chromium chromium-browser google-chrome google-chrome-stable chrome" ;;
    firefox) variable=FIREFOX given=$FIREFOX package=firefox-esr programs="firefox firefox-esr" ;;
esac

if [ -n "$given" ]; then
    [ -x "$given" ] && echo "$given" && exit
    echo "$variable is '$given', which is not a program; unset it or name a browser." >&2
    exit 1
fi

on_the_path() {
    for program in $programs; do
        command -v "$program" && return
    done
    return 1
}

playwrights_own() {
    [ "$name" = chromium ] && "$python" - 2>/dev/null <<'END'
import os, sys
from playwright.sync_api import sync_playwright

with sync_playwright() as play:
    path = play.chromium.executable_path
print(path)
sys.exit(not os.access(path, os.X_OK))
END
}

fetched_by_playwright() {
    [ "$name" = chromium ] || return
    echo "  ...     No Chromium here: asking playwright for one" >&2
    "$python" -m playwright install chromium >/dev/null 2>&1 && playwrights_own
}

as_root() {
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return
    echo "  ...     Asking apt-get for $package" >&2
    { apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq -y install "$package"; } >/dev/null 2>&1
}

on_the_path && exit
found=$(playwrights_own) && echo "$found" && exit
found=$(fetched_by_playwright) && echo "$found" && exit
as_root && on_the_path && exit
echo "The browser tests need a browser that is not here: install the package $package, or name one: make test $variable=/path/to/it" >&2
exit 1
