#!/usr/bin/env bash
# Instructions for each message, counted by valgrind: unlike times, they repeat. Each case runs 500 times, and what a
# process without a run takes is subtracted. Run it from anywhere; it takes two minutes.
#
#   benches/instructions.sh            counts all, and fails if a count is more than 2 % above benches/budgets.txt
#   benches/instructions.sh --renew    counts all and writes them into benches/budgets.txt
#   benches/instructions.sh CASE       counts one case, for example: benches/instructions.sh 'parse_in + read'
#
# Counts depend on the compiler and on libc. budgets.txt names those it was counted with; with others nothing is held to it.
set -euo pipefail
cd "$(dirname "$0")/.."

runs=500
budgets=benches/budgets.txt
compiler="$(rustc --version), $(rustc -vV | sed -n 's/^host: //p'), $(getconf GNU_LIBC_VERSION 2>/dev/null || echo "another libc")"

program=$(cargo bench --quiet --features serde --bench count --no-run --message-format=json |
    sed -n 's/.*"name":"count".*"executable":"\([^"]*\)".*/\1/p')

count_all() { # [CASE]: case, message, instructions, with tabs between
    local case message whole
    declare -A empty
    "$program" | while IFS=$'\t' read -r case message; do
        [ -z "${1:-}" ] || [ "$case" = "$1" ] || continue
        [ -n "${empty[$message]:-}" ] || empty[$message]=$(benches/callgrind.sh "$program" memcpy "$message" 0) || exit
        whole=$(benches/callgrind.sh "$program" "$case" "$message" "$runs") || exit
        printf '%s\t%s\t%d\n' "$case" "$message" $(((whole - empty[$message] + runs / 2) / runs))
    done
}

renew() {
    local counts
    counts=$(count_all) || exit
    {
        echo "# Instructions for a message, written by benches/instructions.sh --renew. Counted with:"
        echo "# $compiler"
        grep -v '^memcpy' <<<"$counts"
    } >"$budgets"
    echo "wrote $budgets: look at what became more before you commit it"
}

# Prints each count beside its budget, and fails where one is above it by more than 2 % and one, or has none.
compare() {
    awk -F '\t' -v held="$1" '
        FNR == NR { if ($0 !~ /^#/) budget[$1, $2] = $3; next }
        {
            of = budget[$1, $2]
            above = held && of != "" && $3 > of * 1.02 + 1
            missing = held && of == "" && $1 != "memcpy"
            printf "%-42s %-8s %10d %10s  %s\n", $1, $2, $3, of, above ? "ABOVE" : missing ? "NO BUDGET" : ""
            bad += above || missing
        }
        END { exit bad > 0 }
    ' "$budgets" -
}

case "${1:-}" in
--renew)
    renew
    exit
    ;;
esac

counts=$(count_all "${1:-}")
printf '%-42s %-8s %10s %10s\n' case message count budget
if ! grep -qxF "# $compiler" "$budgets"; then
    compare 0 <<<"$counts"
    echo "skipped: the budgets were counted with $(sed -n '2s/^# //p' "$budgets"), and this is $compiler"
elif ! compare 1 <<<"$counts"; then
    echo "a count is more than 2 % above its budget: find out why; if it must be so, benches/instructions.sh --renew"
    exit 1
fi
