#!/bin/sh
# Says which programs of the system the tests miss, in one line: programs.sh NAME...
PATH=$PATH:/usr/sbin:/usr/local/sbin
missing=
for name; do
    command -v "$name" >/dev/null || missing="$missing $name"
done
[ -z "$missing" ] && exit
echo "The tests need$missing: install the packages nginx-light and openssl (apt-get install nginx-light openssl), or your system's." >&2
exit 1
