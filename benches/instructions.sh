#!/usr/bin/env bash
# Instructions for each message, counted by valgrind: unlike times, they repeat. Each case runs N and 2N times, and the
# difference is divided by N, so that start-up does not count. Run it from anywhere; it takes about a minute.
#
#   benches/instructions.sh [CASE]     for example: benches/instructions.sh 'parse_in + read'
set -euo pipefail
cd "$(dirname "$0")/.."

runs=500

if ! command -v valgrind >/dev/null; then
    echo "valgrind is missing: install it with 'apt-get install valgrind' or the like, then run this again" >&2
    exit 3
fi

program=$(cargo bench --quiet --bench count --no-run --message-format=json |
    sed -n 's/.*"name":"count".*"executable":"\([^"]*\)".*/\1/p')

instructions() { # CASE MESSAGE COUNT
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "$program" "$@" 2>&1 |
        sed -n 's/.*Collected : \([0-9]*\).*/\1/p'
}

budget() { # CASE MESSAGE
    case "$1/$2" in
        "parse_in + read/M1") echo 2400 ;;
        "parse_in, structure/M1") echo 800 ;;
    esac
}

printf '%-28s %-8s %14s %8s\n' case message instructions budget
"$program" | while IFS=$'\t' read -r case message; do
    [ -z "${1:-}" ] || [ "$case" = "$1" ] || continue
    once=$(instructions "$case" "$message" "$runs")
    twice=$(instructions "$case" "$message" $((2 * runs)))
    printf '%-28s %-8s %14d %8s\n' "$case" "$message" $(((twice - once) / runs)) "$(budget "$case" "$message")"
done
