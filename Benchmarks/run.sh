#!/bin/sh
# Installs what is missing, builds, measures, and leaves nothing running; `run.sh --help`.
set -eu

here=$(cd "$(dirname "$0")" && pwd)

install_missing() {
  missing=
  for package in postgresql-15 postgresql-contrib libpq-dev libsqlite3-dev libssl-dev strace \
    gcc make python3; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' ||
      missing="$missing $package"
  done
  [ -n "$missing" ] || return 0
  if [ "$(id -u)" != 0 ]; then
    echo "Missing:$missing. As root: apt-get install$missing" >&2
    exit 69
  fi
  apt-get update -q >&2
  # A cluster of its own is started below; the distribution's is not wanted.
  DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $missing >&2
}

install_missing
make -s -C "$here"

# The built products, unless others are named.
release=$here/../.build/release
if [ -x "$release/callbookd" ] && [ -x "$release/callbook" ]; then
  set -- --callbookd "$release/callbookd" --callbook "$release/callbook" "$@"
fi

directory=$(mktemp -d)
bench=
clean_up() {
  if [ -n "$bench" ]; then
    kill -TERM "$bench" 2>/dev/null || true
    wait "$bench" || true
  fi
  rm -rf "$directory"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# In the background, so that a signal to this script is handled at once.
PYTHONDONTWRITEBYTECODE=1 PYTHONPATH=$here python3 -m bench --directory "$directory" \
  --json "$here/.build/results.json" "$@" &
bench=$!
wait "$bench" && status=0 || status=$?
bench=
exit "$status"
