#!/usr/bin/env bash
# Random messages, read and written by isomsg and by iso8583-codec (crates.io), pyiso8583 (PyPI) and Wireshark's
# dissector (tshark). 2,000 messages a judge take half a minute, --long 100,000 take ten. A judge that cannot be had here
# is named and skipped.
#
#   differential/run.sh [--long] [SEED]
set -euo pipefail
cd "$(dirname "$0")"
messages=2000
if [ "${1:-}" = --long ]; then
    messages=100000
    shift
fi
seed=${1:-8583}
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$PWD/target}
others=$CARGO_TARGET_DIR/differential
mkdir -p "$others"

cargo build --quiet --release
compare=$CARGO_TARGET_DIR/release/isomsg-differential
"$compare" iso8583-codec "$messages" "$seed"

export PYTHON=$others/venv/bin/python
if { [ -x "$PYTHON" ] || python3 -m venv "$others/venv"; } >"$others/pip" 2>&1 &&
    "$PYTHON" -m pip install --quiet --disable-pip-version-check pyiso8583==4.0.1 >>"$others/pip" 2>&1; then
    "$compare" pyiso8583 "$messages" "$seed"
else
    echo "skipped: pyiso8583 cannot be installed here"
fi

command -v tshark >/dev/null ||
    { apt-get update && apt-get install --yes --no-install-recommends tshark; } >"$others/apt" 2>&1 || true
if command -v tshark >/dev/null; then
    "$compare" tshark "$messages" "$seed"
else
    echo "skipped: tshark cannot be installed here (Debian package tshark)"
fi
