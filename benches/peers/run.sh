#!/usr/bin/env bash
# isomsg and other libraries for ISO 8583 on the same messages: the Rust ones in one process, then pyiso8583 and iso_8583
# (npm) on M1, each in a process of its own. Times depend on the machine: read the ratios, and run it when nothing else
# does. Needs a network once; takes a minute after the first build.
#
#   benches/peers/run.sh [--allocations]     also counts how often each library asks for memory
set -euo pipefail
cd "$(dirname "$0")"
target=${CARGO_TARGET_DIR:-$PWD/target}
export CARGO_TARGET_DIR=$target
# Where iso8583_rs looks for its spec.
export SPEC_FILE=$PWD/iso8583_rs.yaml
others=$target/peers
mkdir -p "$others"

cargo build --quiet --release --target-dir "$target" 2>"$others/build" || { cat "$others/build"; exit 1; }
peers=$target/release/isomsg-peers
"$peers" | grep -v -e '^current-dir:' -e '^spec-file:'

m1=$("$peers" --hex M1)
printf '\n%-14s %-19s %-28s %9s\n' "M1 elsewhere" work library ns
line() {
    while IFS=$'\t' read -r library work time; do
        printf '%-14s %-19s %-28s %9.1f\n' M1 "$work" "$library" "$time"
    done
}

if [ -x "$others/venv/bin/python" ] || python3 -m venv "$others/venv"; then
    "$others/venv/bin/pip" install --quiet --disable-pip-version-check pyiso8583==4.0.1
    "$others/venv/bin/python" pyiso8583.py "$m1" | line
else
    echo "pyiso8583: not measured, python3 with venv is missing"
fi
if command -v npm >/dev/null; then
    npm install --silent --prefix "$others/npm" iso_8583@2.6.7 >/dev/null
    NODE_PATH=$others/npm/node_modules node iso_8583.js "$m1" | line
else
    echo "iso_8583: not measured, npm is missing"
fi

if [ "${1:-}" = --allocations ]; then
    cargo run --quiet --release --features allocations --target-dir "$target/allocations" 2>/dev/null |
        grep -v -e '^current-dir:' -e '^spec-file:'
fi
