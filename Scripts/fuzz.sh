#!/bin/bash
# fuzz.sh [TARGET...]
#
# Builds the fuzz targets with libFuzzer and the address sanitizer and runs them one after another,
# each for SECONDS_EACH (300). Without a target: all. What breaks a property is kept, with how to
# replay it; exits 1 then. `fuzz.sh replay TARGET FILE` runs one input; `fuzz.sh merge TARGET` adds
# to the inputs of the repository, of those that were found, what reaches further than they do.
set -euo pipefail
cd "$(dirname "$0")/.."

corpora=Tests/FuzzingTests/Corpora
work=.build-fuzz
found=$work/found
program=$work/release/callbook-fuzz

# A crash leaves a file only without the backtracer; nothing that a daemon keeps is a leak.
export SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0:quarantine_size_mb=16

build() {
  local toolchain
  toolchain=$(dirname "$(realpath "$(command -v swiftc)")")/..
  CALLBOOK_FUZZER=$(compgen -G "$toolchain/lib/clang/*/lib/linux/libclang_rt.fuzzer_no_main-$(uname -m).a") || {
    echo "fuzz.sh: this toolchain has no libFuzzer for Linux on $(uname -m)" >&2
    exit 69
  }
  export CALLBOOK_FUZZER
  swift build --quiet --configuration release --sanitize=address --scratch-path "$work" \
    --product callbook-fuzz </dev/null
}

# run TARGET: its own inputs grow in $work/corpora, those of the repository stay as they are.
run() {
  local target=$1 log=$work/$1.log
  mkdir -p "$work/corpora/$target" "$found"
  if FUZZ_TARGET=$target "$program" -max_total_time="${SECONDS_EACH:-300}" -rss_limit_mb=1500 \
    -timeout=60 -print_final_stats=1 -artifact_prefix="$found/$target-" \
    "$work/corpora/$target" "$corpora/$target" >"$log" 2>&1 </dev/null; then
    echo "$target: $(sed -n 's/^stat::number_of_executed_units: *//p' "$log") inputs, nothing found"
    return
  fi
  grep -aE 'Fatal error|ERROR: AddressSanitizer|libFuzzer: (timeout|out-of-memory)' "$log" || true
  grep -aoE 'Test unit written to .*' "$log" | while read -r _ _ _ _ file; do
    echo "$target: found $file; replay: Scripts/fuzz.sh replay $target $file"
  done
  echo "$target: stopped; $log has everything"
  return 1
}

# merge TARGET: the fewest inputs that reach what seeds do not, so that the repository stays small.
merge() {
  local target=$1
  FUZZ_TARGET=$target "$program" -set_cover_merge=1 -max_len=1024 -rss_limit_mb=1500 \
    "$corpora/$target" "$work/corpora/$target" >"$work/$target.log" 2>&1 </dev/null
  echo "$target: $(find "$corpora/$target" -type f | wc -l) inputs are kept"
}

build
case "${1:-}" in
  replay) FUZZ_TARGET=$2 exec "$program" "$3" ;;
  merge) merge "$2" ;;
  *)
    status=0
    [ $# -gt 0 ] || mapfile -t all < <(ls "$corpora")
    for target in "${@:-${all[@]}}"; do run "$target" || status=1; done
    exit "$status"
    ;;
esac
