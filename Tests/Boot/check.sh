# What the checks share. Each check is a function of its own; a command that fails in it ends it, and
# what it said is shown.

# dpkg asks nobody here.
export DEBIAN_FRONTEND=noninteractive

# Runs the function of that name, its words joined by underscores.
check() {
  local what="$*" function said status
  function=${what//,/}
  function=${function// /_}
  set +e
  said=$(
    set -euo pipefail
    "$function" 2>&1
  )
  status=$?
  set -e
  if [ "$status" -eq 0 ]; then
    echo "ok - $what"
  else
    echo "not ok - $what (status $status)"
    printf '%s\n' "$said" | sed 's/^/    /'
    journalctl --sync
    journalctl -u callbookd.service -n 15 -o short-monotonic --no-pager | sed 's/^/    | /'
  fi
}

# Fails, saying what was expected.
expect() {
  local what=$1
  shift
  if ! "$@"; then
    echo "expected: $what"
    return 1
  fi
}

# Runs a command as that user, with the groups that a login of theirs has.
as() {
  local user=$1
  shift
  runuser -u "$user" -- "$@"
}

# Runs the rest and succeeds when it ends with that status; what it said is printed.
ends_with() {
  local due=$1 status=0
  shift
  "$@" </dev/null 2>&1 || status=$?
  [ "$status" -eq "$due" ] || {
    echo "status $status where $due was due: $*"
    return 1
  }
}

property() { systemctl show --value --property "$1" callbookd.service; }
main_pid() { property MainPID; }

# Waits until the condition holds, at most that many seconds.
within() {
  local limit=$((SECONDS + $1))
  shift
  until "$@"; do
    [ "$SECONDS" -lt "$limit" ] || {
      echo "not within the time: $*"
      return 1
    }
    sleep 0.05
  done
}

is_ready() { is_ready_anew none; }

# Ready, as another process than the one given. Asked in one go: the answers have to fit together.
is_ready_anew() {
  local state pid
  { read -r pid && read -r state; } \
    < <(systemctl show --value --property MainPID --property ActiveState callbookd.service |
      sed '/^$/d')
  [ "$state" = active ] && [ "$pid" != 0 ] && [ "$pid" != "$1" ]
}

# The names of all contacts that begin so.
names() {
  local prefix=$1 after=() page
  while true; do
    page=$(as ct-agent callbook contact list --json --limit 500 "${after[@]}")
    grep -o "\"name\": \"$prefix[^\"]*" <<<"$page" | cut -d '"' -f 4 || true
    after=(--after "$(sed -n 's/^  "next": "\(.*\)",\?$/\1/p' <<<"$page")")
    [ -n "${after[1]}" ] || break
  done
}

# Each contact that was added under this prefix is there, once.
expect_each_once() {
  local prefix=$1 due=$2 found
  found=$(names "$prefix" | sort)
  expect "$due contacts $prefix*, not $(wc -l <<<"$found")" [ "$(wc -l <<<"$found")" -eq "$due" ]
  expect "none of $prefix* twice" [ -z "$(uniq -d <<<"$found")" ]
}

# Starts that many clerks who each add and look up contacts until the file `over` is there, at least
# so often; what fails goes to `failures`, what was added to `added`.
start_clerks() {
  local clerks=$1 least=$2 prefix=$3 clerk user
  rm -f over failures added
  touch failures added
  for ((clerk = 1; clerk <= clerks; clerk++)); do
    user=ct-agent
    [ $((clerk % 2)) -eq 0 ] || user=ct-service
    setpriv --reuid "$user" --regid "$user" --init-groups bash -c '
      number=0
      while [ "$number" -lt "$1" ] || [ ! -e over ]; do
        number=$((number + 1))
        name=$2-$number
        said=$(callbook contact add "$name" 2>&1) || echo "add $name: $? $said" >&2
        echo "$name"
        said=$(callbook find "$name" 2>&1) || echo "find $name: $? $said" >&2
      done' clerk "$least" "$prefix$clerk" </dev/null >>added 2>>failures &
  done
}

end_clerks() {
  touch over
  wait
  expect "no command failed: $(head -n 5 failures)" [ ! -s failures ]
}
