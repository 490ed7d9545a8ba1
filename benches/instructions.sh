#!/usr/bin/env bash
# Instructions for each message, counted by valgrind: unlike times, they repeat. Each case runs 500 times, and what a
# process without a run takes is subtracted. Run it from anywhere; it takes two minutes.
#
#   benches/instructions.sh            counts all, and fails if a count is more than 2 % above benches/budgets.txt
#   benches/instructions.sh --renew    counts all and writes them into benches/budgets.txt
#   benches/instructions.sh CASE       counts one case, for example: benches/instructions.sh 'parse_in + read'
#
# Counts depend on the compiler. budgets.txt names the one it was counted with; with another nothing is held to it.
set -euo pipefail
cd "$(dirname "$0")/.."

runs=500
budgets=benches/budgets.txt
compiler="$(rustc --version), $(rustc -vV | sed -n 's/^host: //p')"

if ! command -v valgrind >/dev/null; then
    echo "valgrind is missing: install it with 'apt-get install valgrind' or the like, then run this again" >&2
    exit 3
fi

built=$(cargo bench --quiet --features serde --bench count --no-run --message-format=json |
    sed -n 's/.*"name":"count".*"executable":"\([^"]*\)".*/\1/p')

# What a copy of bytes takes depends on where they lie on the stack, and that on the length of the program's path and on the
# environment; what an allocation takes depends on what lies beside it. So the path has one length wherever the checkout lies,
# the environment is empty, and the allocator gives again what was freed without joining it to its neighbours.
folder=$(mktemp -d /tmp/XXXXXXXXXX)
trap 'rm -r "$folder"' EXIT
program=$folder/count
cp "$built" "$program"
allocator=glibc.malloc.tcache_count=1000:glibc.malloc.tcache_max=1032192

instructions() { # CASE MESSAGE COUNT
    env -i GLIBC_TUNABLES="$allocator" "$(command -v valgrind)" --tool=callgrind --callgrind-out-file=/dev/null "$program" "$@" 2>&1 |
        sed -n 's/.*Collected : \([0-9]*\).*/\1/p'
}

count_all() { # [CASE]: case, message, instructions, with tabs between
    local case message whole
    declare -A empty
    "$program" | while IFS=$'\t' read -r case message; do
        [ -z "${1:-}" ] || [ "$case" = "$1" ] || continue
        : "${empty[$message]:=$(instructions memcpy "$message" 0)}"
        whole=$(instructions "$case" "$message" "$runs")
        printf '%s\t%s\t%d\n' "$case" "$message" $(((whole - empty[$message] + runs / 2) / runs))
    done
}

renew() {
    {
        echo "# Instructions for a message, written by benches/instructions.sh --renew. Counted with:"
        echo "# $compiler"
        count_all | grep -v '^memcpy'
    } >"$budgets.new"
    mv "$budgets.new" "$budgets"
    echo "wrote $budgets: look at what became more before you commit it"
}

# Prints each count beside its budget; the last line says how many are above. A budget may be exceeded by 2 % and one.
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

printf '%-42s %-8s %10s %10s\n' case message count budget
if grep -qxF "# $compiler" "$budgets"; then
    if ! count_all "${1:-}" | compare 1; then
        echo "a count is more than 2 % above its budget: find out why; if it must be so, benches/instructions.sh --renew"
        exit 1
    fi
else
    count_all "${1:-}" | compare 0
    echo "skipped: the budgets were counted with $(sed -n '2s/^# //p' "$budgets"), and this is $compiler"
fi
