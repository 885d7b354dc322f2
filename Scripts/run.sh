#!/bin/bash
# Builds Callbook and runs the daemon in this terminal, on a store of this user's own, until Ctrl-C.
# A new store gets the sample shop. What can be typed in a second terminal is printed.
#
#   CALLBOOK_RUN_ONCE=1        stop after showing, for continuous integration
#   CALLBOOK_BUILD_DIRECTORY   where callbookd and callbook lie, instead of building them
set -euo pipefail
cd "$(dirname "$0")/.."
umask 077

longest_start_s=20
# struct sockaddr_un has 108 bytes for the path and its closing NUL.
longest_socket_path=107

state=${XDG_STATE_HOME:-$HOME/.local/state}/callbook
store=$state/store
# Stays behind when loading broke off, so that the next run loads again; importing twice is harmless.
pending=$state/sample-pending
programs=${CALLBOOK_BUILD_DIRECTORY:-$PWD/.build/release}
daemon=
booked_on=

socket_path() {
  local path=$state/callbook.sock
  [ -z "${XDG_RUNTIME_DIR:-}" ] || path=$XDG_RUNTIME_DIR/callbook/callbook.sock
  if [ "$(printf %s "$path" | wc -c)" -gt "$longest_socket_path" ]; then
    path=$(mktemp -d)/callbook.sock
  fi
  printf '%s\n' "$path"
}

# Runs the command and shows it as a person would type it.
typed() {
  printf '\n$ %s\n' "$*"
  PATH=$programs:$PATH "$@" </dev/null
}

answers() {
  CALLBOOK_SOCKET=$socket timeout 5 "$programs/callbook" rpc ping </dev/null >/dev/null 2>&1
}

is_running() { kill -0 "$daemon" 2>/dev/null; }

stop_daemon() {
  kill -TERM "$daemon" 2>/dev/null || true
  await_daemon
}

# Returns the daemon's own exit status.
await_daemon() {
  local status
  while :; do
    status=0
    wait "$daemon" || status=$?
    # A signal to this script cuts the wait short while the daemon is still draining.
    is_running || break
  done
  daemon=
  return "$status"
}

start_daemon() {
  local waited=0
  "$programs/callbookd" --state-directory "$store" --socket "$socket" </dev/null &
  daemon=$!
  # A background child does not see Ctrl-C: every signal becomes the one that drains and stops it.
  trap 'kill -TERM "$daemon" 2>/dev/null || true' INT TERM HUP
  trap '[ -z "$daemon" ] || stop_daemon' EXIT
  until answers; do
    if ! is_running; then
      await_daemon || exit $?
      echo "callbookd ended before it answered" >&2
      exit 70
    fi
    waited=$((waited + 1))
    if [ "$waited" -gt $((longest_start_s * 10)) ]; then
      echo "callbookd does not answer on $socket after $longest_start_s s" >&2
      exit 69
    fi
    sleep 0.1
  done
}

# Books what is free next, whatever day it is. It says the day by UTC, which in the sample shop's
# opening hours is the shop's own.
book() {
  local contact=$1 kind=$2 slot
  shift 2
  slot=$("$programs/callbook" appointment slots --kind "$kind" "$@" --limit 1 --jsonl |
    sed -n 's/.*"start_at":"\([^"]*\)".*/\1/p')
  [ -n "$slot" ] || return 0
  typed callbook appointment book "$contact" --kind "$kind" "$@" --start "$slot"
  booked_on=${slot%%T*}
}

load_sample() {
  export CALLBOOK_SOCKET=$socket
  echo "The store in $store is new: loading the sample shop."
  typed callbook contact import Samples/shop.csv
  typed callbook find 小明
  typed callbook card c1
  typed callbook emergency set --person 刘电工,19900007777,电工 --person 滨江物业,0571-88000025,物业
  typed callbook emergency
  typed callbook place add counter --title 柜台 --capacity 2
  typed callbook place add riverside --title 江边店
  book c1 training --place counter
  book c2 application --place counter
  book c3 maintenance --place riverside
  typed callbook week "$booked_on"
  rm -f "$pending"
}

say_what_next() {
  cat <<END

callbookd listens on $socket
In a second terminal:

  export PATH="$programs:\$PATH"
  export CALLBOOK_SOCKET="$socket"
  callbook find 小明          # part of a name, pinyin (wxm), the end of a number (0001)
  callbook card c1            # everything about one contact
  callbook today              # what is due, and what to type next
  callbook week               # appointments, and what is free
  callbook emergency          # whom to call when the shop is in trouble
  callbook watch              # what others change, as it happens
  callbook --help

Ctrl-C here stops the daemon; the store stays in $store
END
}

mkdir -p "$state"
chmod 0700 "$state"
socket=$(socket_path)
mkdir -p "$(dirname "$socket")"

[ -n "${CALLBOOK_BUILD_DIRECTORY:-}" ] || make build
if answers; then
  echo "a daemon is running already"
  say_what_next
  exit 0
fi
[ -e "$store/callbook.db" ] || : >"$pending"
mkdir -p "$store"
start_daemon
[ ! -e "$pending" ] || load_sample
say_what_next

if [ -n "${CALLBOOK_RUN_ONCE:-}" ]; then
  stop_daemon
else
  await_daemon
fi
