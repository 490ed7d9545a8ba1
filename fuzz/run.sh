#!/usr/bin/env bash
# Fuzzes: every target in turn, for so many hours together, and says how often each ran and what it covered.
#
#   fuzz/run.sh HOURS [TARGET...]
#
# With FUZZ_SEED=N in front of it every run starts alike: from the seeds alone, choosing by N. So a short run judges a change and
# not the day, as far as the machine is as fast. Without it a run goes on from fuzz/corpus, by ways of its own, which is what
# finds something.
#
# It needs a nightly toolchain and cargo-fuzz. What is found lies in fuzz/artifacts, and what was learnt in fuzz/corpus. Coverage
# is what libFuzzer counts, edges and features; `cargo +nightly fuzz coverage TARGET` says it by line, where the component
# llvm-tools is installed.
set -euo pipefail
cd "$(dirname "$0")/.."

hours=${1:?usage: fuzz/run.sh HOURS [TARGET...]}
shift
mapfile -t all < <(cargo +nightly fuzz list)
targets=("$@")
[ $# -gt 0 ] || targets=("${all[@]}")
seconds=$(awk "BEGIN { printf \"%d\", $hours * 3600 / ${#targets[@]} }")

# The longest input, and what else a target wants. Short inputs decide nothing of a structure.
options() { # TARGET
    case $1 in
    tlv) echo "-max_len=400" ;;
    structures) echo "-max_len=500 -len_control=0" ;;
    own_spec) echo "-max_len=900" ;;
    spec_file | import) echo "-max_len=4000 -timeout=60" ;;
    *) echo "-max_len=1200" ;;
    esac
}

corpus=fuzz/corpus
if [ -n "${FUZZ_SEED:-}" ]; then
    corpus=$(mktemp -d)
    trap 'rm -r "$corpus"' EXIT
fi
python3 fuzz/seed.py "$corpus" >/dev/null
cargo +nightly fuzz build
mkdir -p fuzz/logs
failed=()
printf '%-12s %12s %8s %8s %8s\n' target executions edges features inputs
for target in "${targets[@]}"; do
    mkdir -p "$corpus/$target"
    log=fuzz/logs/$target
    # shellcheck disable=SC2046
    cargo +nightly fuzz run "$target" "$corpus/$target" -- -max_total_time="$seconds" -detect_leaks=0 \
        -seed="${FUZZ_SEED:-0}" -print_final_stats=1 $(options "$target") >"$log" 2>&1 || failed+=("$target")
    runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
    read -r edges features inputs < <(sed -n 's/.* cov: \([0-9]*\) ft: \([0-9]*\) corp: \([0-9]*\).*/\1 \2 \3/p' "$log" |
        tail -n 1) || true
    printf '%-12s %12s %8s %8s %8s\n' "$target" "${runs:--}" "${edges:--}" "${features:--}" "${inputs:--}"
done
for target in "${failed[@]}"; do
    echo "$target found something: fuzz/logs/$target"
done
[ ${#failed[@]} = 0 ]
