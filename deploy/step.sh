#!/bin/sh
# One line for a step that works; all it said for one that does not: step.sh NAME COMMAND [ARGUMENT...]
name=$1
shift
said=$(mktemp)
trap 'rm -f "$said"' EXIT
begun=$(date +%s)
if "$@" >"$said" 2>&1; then
    spent=$(($(date +%s) - begun))
    echo "  ok      $name$([ "$spent" -lt 2 ] || echo " ($spent s)")"
else
    code=$?
    cat "$said" >&2
    echo "  failed  $name" >&2
    exit "$code"
fi
