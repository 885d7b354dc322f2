#!/bin/bash
# Runs the whole `swift test`, shows what is not a passing test, and the closing counts.
#
# Everything that was said is in .build/test.log afterwards. Arguments go to `swift test`; the floor
# on the number of tests holds only without any.
set -euo pipefail
cd "$(dirname "$0")/.."

# `swift test` that finds no tests exits 0. Fewer than this means that a target fell out.
fewest_tests=1250
log=.build/test.log

mkdir -p .build
# Hidden: progress of the build, starts, passes, and the closing words of the empty XCTest run.
hidden='^\[[0-9]+/[0-9]+\]|^(◇|✔) (Test|Suite) .*(started|passed after [0-9.]+ seconds)\.$'
hidden+="|^Test Suite '|^[[:space:]]+ Executed 0 tests"

status=0
swift test "$@" </dev/null 2>&1 | tee "$log" | { grep --line-buffered -vE "$hidden" || true; } ||
  status=$?

closing=$(grep -aE '^. Test run with [0-9]+ tests? ' "$log" | tail -n 1 || true)
ran=$(sed -nE 's/^.* Test run with ([0-9]+) tests? .*/\1/p' <<<"$closing")

if [ "$status" -ne 0 ]; then
  echo "tests failed (exit $status); $log has everything" >&2
  exit "$status"
fi
if [ $# -eq 0 ] && [ "${ran:-0}" -lt "$fewest_tests" ]; then
  echo "only ${ran:-0} tests ran, at least $fewest_tests were due; see $log" >&2
  exit 1
fi
echo "${closing:-no tests ran}"
