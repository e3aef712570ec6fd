#!/bin/sh
# Sees to the programs of the system that the tests need: programs.sh NAME... What is missing is installed where that can be done (root,
# apt-get); else one line says what to install.
PATH=$PATH:/usr/sbin:/usr/local/sbin

missing() {
    for name; do
        command -v "$name" >/dev/null || printf ' %s' "$name"
    done
}

[ -z "$(missing "$@")" ] && exit
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "  ...     Asking apt-get for$(missing "$@")" >&2
    { apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq -y install nginx-light openssl; } >/dev/null 2>&1
fi
[ -z "$(missing "$@")" ] && exit
echo "The tests need$(missing "$@"): install the packages nginx-light and openssl (apt-get install nginx-light openssl), or your system's." >&2
exit 1
