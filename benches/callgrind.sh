#!/usr/bin/env bash
# How many instructions a program takes, counted by valgrind: `benches/callgrind.sh PROGRAM [ARGUMENT...]`.
#
# What a copy of bytes takes depends on where they lie on the stack, and that on the length of the program's path and on the
# environment; what an allocation takes depends on what lies beside it. So the path has one length wherever the checkout lies,
# the environment is empty, and the allocator of glibc gives blocks up to 1,032 bytes again as they were freed, without joining
# them to their neighbours.
set -euo pipefail

valgrind=$(command -v valgrind) || {
    echo "valgrind is missing: install it with 'apt-get install valgrind' or the like, then run this again" >&2
    exit 3
}
folder=$(mktemp --directory --tmpdir=/tmp)
trap 'rm -r "$folder"' EXIT
cp "$1" "$folder/program"
shift
printed=$(env -i ${VALGRIND_LIB:+VALGRIND_LIB="$VALGRIND_LIB"} GLIBC_TUNABLES=glibc.malloc.tcache_count=1000 \
    "$valgrind" --tool=callgrind --callgrind-out-file=/dev/null "$folder/program" "$@" 2>&1 >/dev/null) || true
counted=$(sed -n 's/.*Collected : \([0-9]*\).*/\1/p' <<<"$printed")
if [ -z "$counted" ]; then
    printf 'valgrind did not count:\n%s\n' "$printed" >&2
    exit 3
fi
echo "$counted"
