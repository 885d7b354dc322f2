# The first day of the service: installed, used, harmed, upgraded.
set -euo pipefail
. ./check.sh

the_toolchain_is_not_there() {
  expect "no swift" [ -z "$(command -v swift)" ]
  expect "no library of Swift" [ -z "$(ldconfig -p | grep libswift)" ]
}

the_package_installs() {
  if dpkg-query --status callbook >/dev/null 2>&1; then dpkg --purge callbook; fi
  dpkg --install callbook.deb
  expect "it was configured" [ "$(dpkg-query -W -f '${db:Status-Status}' callbook)" = installed ]
}

it_needs_no_library_that_its_package_does_not_name() {
  local missing
  missing=$(ldd /usr/sbin/callbookd /usr/bin/callbook | grep 'not found' || true)
  expect "every library: $missing" [ -z "$missing" ]
  expect "nothing of Swift's" [ -z "$(ldd /usr/sbin/callbookd /usr/bin/callbook | grep -i swift)" ]
}

socket_and_service_are_enabled_and_run() {
  systemctl is-enabled callbookd.socket callbookd.service
  systemctl is-active callbookd.socket
  within 10 is_ready
  expect "a status text" [ -n "$(property StatusText)" ]
  expect "READY was waited for" [ "$(property Type)" = notify ]
  expect "a watchdog" [ "$(property WatchdogUSec)" != 0 ]
}

user_socket_and_state_belong_to_whom_they_should() {
  expect "the socket" [ "$(stat -c '%U:%G %a' /run/callbook/callbook.sock)" = "root:callbook 660" ]
  expect "its directory" [ "$(stat -c '%U %a' /run/callbook)" = "root 755" ]
  expect "the state directory" \
    [ "$(stat -Lc '%U:%G %a' /var/lib/callbook)" = "callbook:callbook 700" ]
  local file
  for file in /var/lib/callbook/*; do
    expect "$file is private" [ "$(stat -c '%U %a' "$file")" = "callbook 600" ]
  done
  expect "a shell for nobody" [ "$(getent passwd callbook | cut -d : -f 7)" = /usr/sbin/nologin ]
}

the_daemon_runs_in_its_sandbox() {
  local status
  status=/proc/$(main_pid)/status
  grep -q '^CapEff:[[:space:]]*0000000000000000$' "$status"
  grep -q '^CapBnd:[[:space:]]*0000000000000000$' "$status"
  grep -q '^NoNewPrivs:[[:space:]]*1$' "$status"
  grep -q '^Seccomp:[[:space:]]*2$' "$status"
  grep -q '^Max core file size  *0  *0 ' "/proc/$(main_pid)/limits"
  expect "a network of its own" \
    [ "$(readlink "/proc/$(main_pid)/ns/net")" != "$(readlink /proc/self/ns/net)" ]
}

make_users() {
  local user
  for user in ct-admin ct-agent ct-service ct-auditor; do
    useradd --create-home --user-group --groups callbook "$user"
  done
  # In the group, but not on the staff list; and the other way round.
  useradd --create-home --user-group --groups callbook ct-visitor
  useradd --create-home --user-group ct-outsider
}

root_names_the_first_admin_and_the_admin_the_others() {
  callbook staff add ct-admin --role admin
  as ct-admin callbook staff add ct-agent --role agent
  as ct-admin callbook staff add ct-service --role service
  as ct-admin callbook staff add ct-auditor --role auditor
  as ct-admin callbook staff add ct-outsider --role agent
}

three_users_may_what_their_roles_may() {
  as ct-agent callbook contact add 'Li Na' --phone '199 0000 0001'
  as ct-agent callbook find 'Li Na' | grep -q '199 0000 0001'
  ends_with 77 as ct-agent callbook audit verify
  ends_with 77 as ct-agent callbook staff add ct-visitor --role agent
  as ct-auditor callbook audit verify --json | grep -q '"intact": true'
  ends_with 77 as ct-auditor callbook contact add 'Wang Wu'
  as ct-admin callbook staff list | grep -q ct-auditor
  ends_with 77 callbook staff add ct-visitor --role admin
}

who_is_not_staff_or_not_in_the_group_stays_outside() {
  local said
  said=$(ends_with 77 as ct-visitor callbook find 'Li Na')
  expect "how to be let in: $said" grep -q 'callbook staff add' <<<"$said"
  ends_with 77 as ct-outsider callbook find 'Li Na'
}

an_idle_daemon_feeds_its_watchdog() {
  local before
  # Two seconds instead of half a minute: the same mechanism, without waiting for it.
  mkdir -p /run/systemd/system/callbookd.service.d
  printf '[Service]\nWatchdogSec=2s\n' >/run/systemd/system/callbookd.service.d/test.conf
  systemctl daemon-reload
  systemctl restart callbookd.service
  before=$(main_pid)
  sleep 4.5
  expect "the same process" [ "$(main_pid)" = "$before" ]
}

a_daemon_that_stands_still_is_started_again() {
  local before restarts
  before=$(main_pid)
  restarts=$(property NRestarts)
  kill -STOP "$before"
  within 10 is_ready_anew "$before"
  expect "one restart" [ "$(property NRestarts)" -eq $((restarts + 1)) ]
  journalctl --sync
  journalctl -u callbookd.service -o cat | grep -q 'Watchdog timeout'
  as ct-agent callbook find 'Li Na' | grep -q '199 0000 0001'
  expect "no core dump" [ -z "$(find /var/lib -name 'core.callbookd*' -print -quit)" ]
  rm /run/systemd/system/callbookd.service.d/test.conf
  systemctl daemon-reload
  systemctl restart callbookd.service
}

a_killed_daemon_comes_back_with_everything_that_was_answered() {
  local round before
  start_clerks 4 5 K
  for round in 1 2 3; do
    within 10 is_ready
    before=$(main_pid)
    sleep 0.3
    kill -KILL "$before"
    within 10 is_ready_anew "$before"
  done
  end_clerks
  expect_each_once K "$(wc -l <added)"
  as ct-auditor callbook audit verify --json | grep -q '"intact": true'
}

fifty_clients_notice_nothing_of_restarts() {
  local round
  # Of two users, because one may have 32 connections.
  start_clerks 50 4 R
  for round in 1 2 3; do
    sleep 0.5
    systemctl restart callbookd.service
  done
  end_clerks
  expect_each_once R "$(wc -l <added)"
  expect "no restart by a failure" [ "$(property Result)" = success ]
}

a_reload_is_survived_and_a_wrong_one_refused() {
  local before
  before=$(main_pid)
  systemctl reload callbookd.service
  mkdir -p /etc/callbook/callbook.conf.d
  echo 'no_such_key = 1' >/etc/callbook/callbook.conf.d/test.conf
  trap 'rm -r /etc/callbook/callbook.conf.d' EXIT
  systemctl reload callbookd.service && expect "a refusal" false
  expect "the same process" [ "$(main_pid)" = "$before" ]
  as ct-agent callbook find 'Li Na' | grep -q '199 0000 0001'
}

count_starts() {
  journalctl --sync
  journalctl -t callbookd -o cat | grep -c ' is ready'
}

twenty_clients_at_once_start_one_daemon() {
  local starts client
  systemctl stop callbookd.service
  starts=$(count_starts)
  : >failures
  for ((client = 0; client < 20; client++)); do
    callbook rpc ping </dev/null >/dev/null 2>>failures || echo "status $?" >>failures &
  done
  wait
  expect "every client was answered: $(cat failures)" [ ! -s failures ]
  expect "one process" [ "$(pgrep -c -x callbookd)" -eq 1 ]
  expect "one start" [ "$(count_starts)" -eq $((starts + 1)) ]
}

a_second_daemon_on_the_store_is_refused() {
  ends_with 75 as_daemon /usr/sbin/callbookd \
    --state-directory /var/lib/callbook --socket /boot-test/second/callbook.sock
  as ct-agent callbook find 'Li Na' | grep -q '199 0000 0001'
}

as_daemon() {
  install -d -o callbook -g callbook second
  setpriv --reuid callbook --regid callbook --clear-groups "$@"
}

# The descriptor on which clients wait for each other: whoever holds the gate lets all go at once.
close_gate() {
  : >gate
  chmod 644 gate
  exec 7<gate
  flock 7
}

# Said, not only closed: the clients have the descriptor from whoever started them.
open_gate() {
  flock --unlock 7
  exec 7<&-
}

# Of two users, because one may have 32 connections; what fails goes to `failures`.
start_crowd() {
  local clients=$1 client user
  for ((client = 1; client <= clients; client++)); do
    user=ct-agent
    [ $((client % 2)) -eq 0 ] || user=ct-service
    setpriv --reuid "$user" --regid "$user" --init-groups bash -c '
      flock --shared gate true
      callbook find "Li Na"' </dev/null 2>>failures | grep -q '199 0000 0001' ||
      echo "a client saw nothing" >>failures &
  done
}

# What the journal has of the lives that the service began since that cursor, in order.
lives() {
  journalctl --sync
  journalctl -t callbookd -o cat --after-cursor "$1" |
    grep -E ' starts$|cannot start|is ready$|^callbookd stopped$' || true
}

expect_lives() {
  local due=$1 said
  said=$(lives "$2")
  expect "nobody was refused the store: $said" [ -z "$(grep 'cannot start' <<<"$said")" ]
  expect "$due starts: $said" [ "$(grep -c ' starts$' <<<"$said")" -eq "$due" ]
  expect "$due were ready: $said" [ "$(grep -c ' is ready$' <<<"$said")" -eq "$due" ]
  expect "one process" [ "$(pgrep -x callbookd)" = "$(main_pid)" ]
  expect "which holds the store" \
    [ "$(lslocks --noheadings --output PID,PATH | grep -c " /var/lib/.*callbook/lock$")" -eq 1 ]
}

a_crowd_meets_one_daemon_however_the_service_comes_and_goes() {
  local round before restarts cursor
  cursor=$(journalctl -n 0 --show-cursor | sed -n 's/^-- cursor: //p')
  : >failures
  chmod 666 failures
  for round in stopped restarted; do
    close_gate
    start_crowd 24
    [ "$round" = restarted ] || systemctl stop callbookd.service
    open_gate
    [ "$round" = stopped ] || systemctl restart callbookd.service
    wait
  done
  expect_lives 2 "$cursor"
  # Its own restart is due a second after it was killed; the clients ask for one at once.
  restarts=$(property NRestarts)
  for round in 1 2; do
    before=$(main_pid)
    close_gate
    start_crowd 24
    kill -KILL "$before"
    open_gate
    wait
    within 10 is_ready_anew "$before"
  done
  expect_lives 4 "$cursor"
  expect "a restart for every kill" [ "$(property NRestarts)" -eq $((restarts + 2)) ]
  expect "every client was answered: $(cat failures)" [ ! -s failures ]
}

# Every file of the store by its number, size, time and content.
store_as_it_is() {
  find /var/lib/callbook/ -type f -printf '%i %s %T@ %p ' -exec sha256sum {} ';' | sort
}

a_second_daemon_beside_a_crowd_touches_nothing() {
  local before kept
  before=$(main_pid)
  kept=$(store_as_it_is)
  rm -rf second
  : >failures
  close_gate
  start_crowd 20
  open_gate
  ends_with 75 as_daemon /usr/sbin/callbookd \
    --state-directory /var/lib/callbook --socket /boot-test/second/callbook.sock
  wait
  expect "every client was answered: $(cat failures)" [ ! -s failures ]
  expect "no socket of its own" [ -z "$(ls -A second)" ]
  expect "the same process" [ "$(main_pid)" = "$before" ]
  expect "the store as it was" [ "$(store_as_it_is)" = "$kept" ]
}

a_client_waits_while_somebody_else_works_on_the_store() {
  local holder client
  systemctl stop callbookd.service
  flock /var/lib/callbook/lock sleep 3 &
  holder=$!
  sleep 0.2
  as ct-agent callbook find 'Li Na' >waited </dev/null 2>&1 &
  client=$!
  wait "$holder"
  wait "$client" || expect "an answer: $(cat waited)" false
  grep -q '199 0000 0001' waited
  systemctl is-active callbookd.socket
}

mount_small_store() {
  systemctl stop callbookd.socket callbookd.service
  mount -t tmpfs -o size=4m,mode=0700,uid="$(id -u callbook)",gid="$(id -g callbook)" small \
    /var/lib/callbook
  systemctl start callbookd.socket callbookd.service
  callbook staff add ct-agent --role agent
  as ct-agent callbook contact add Before
}

unmount_small_store() {
  systemctl stop callbookd.socket callbookd.service
  umount /var/lib/callbook
  systemctl start callbookd.socket callbookd.service
}

fill_disk() {
  { dd if=/dev/zero of=/var/lib/callbook/filler bs=4k 2>&1 || true; } | grep 'No space left'
}

add_until_refused() {
  local number
  for ((number = 0; number < 200; number++)); do
    as ct-agent callbook contact add "Full-$number" </dev/null >refusal 2>&1 || return 0
  done
  return 1
}

a_full_disk_refuses_changes_and_answers_reads() {
  mount_small_store
  local before
  before=$(main_pid)
  fill_disk
  add_until_refused
  expect "to be told why: $(cat refusal)" grep -qi 'disk is full' refusal
  as ct-agent callbook find Before | grep -q Before
  expect "the same process" [ "$(main_pid)" = "$before" ]
}

a_full_disk_is_no_restart_loop() {
  local before restarts
  systemctl restart callbookd.service || true
  restarts=$(property NRestarts)
  sleep 3
  expect "no restart: $(property NRestarts)" [ "$(property NRestarts)" -eq "$restarts" ]
  expect "active" is_ready
  as ct-agent callbook find Before | grep -q Before
}

room_on_the_disk_heals_it() {
  rm /var/lib/callbook/filler
  within 10 as ct-agent callbook contact add After
  as ct-agent callbook find After | grep -q After
}

restore_damaged_store() {
  cp -a kept.db /var/lib/callbook/callbook.db
  systemctl start callbookd.socket callbookd.service
}

a_damaged_store_is_left_to_a_person() {
  systemctl stop callbookd.socket callbookd.service
  cp -a /var/lib/callbook/callbook.db kept.db
  trap restore_damaged_store EXIT
  printf 'not a database, whatever it says at its beginning' |
    dd of=/var/lib/callbook/callbook.db conv=notrunc status=none
  systemctl start callbookd.socket
  systemctl start callbookd.service && expect "a refusal" false
  expect "failed" [ "$(property ActiveState)" = failed ]
  expect "its reason" [ "$(property ExecMainStatus)" = 65 ]
  sleep 1.5
  expect "no start again: $(property NRestarts)" [ "$(property NRestarts)" -eq 0 ]
  # A client that waits would have it started again and again: not for ever.
  callbook rpc ping </dev/null >/dev/null 2>&1 && expect "a refusal" false
  within 15 has_socket_given_up
  ends_with 69 callbook rpc ping
}

has_socket_given_up() { [ "$(systemctl is-active callbookd.socket || true)" = failed ]; }

what_was_restored_is_served() {
  as ct-agent callbook find 'Li Na' | grep -q '199 0000 0001'
}

a_stop_drains_within_its_limit() {
  local before=$SECONDS
  # Somebody is connected, and takes nothing of what comes.
  socat -u UNIX-CONNECT:/run/callbook/callbook.sock PIPE:stuck &
  within 5 [ -p stuck ]
  systemctl stop callbookd.service
  expect "a clean stop" [ "$(property Result)" = success ]
  expect "soon: $((SECONDS - before)) s" [ $((SECONDS - before)) -le 10 ]
  kill %1 2>/dev/null || true
  systemctl start callbookd.service
}

calendar=/var/lib/callbook-calendar/ct-agent/appointments.ics
holds() { [ "$(grep -c '^BEGIN:VEVENT' "$calendar" 2>&1)" = "$1" ]; }

# At the next half hour that is free.
book_for_ct_agent() {
  local start
  start=$(as ct-agent callbook appointment slots --duration-minutes 30 --assignee ct-agent \
    --contact c1 --limit 1 --jsonl | sed -n 's/.*"start_at":"\([^"]*\)".*/\1/p')
  as ct-agent callbook appointment book c1 --kind visit --start "$start" --duration-minutes 30 \
    --assignee ct-agent
}

a_calendar_is_kept_current_for_its_user() {
  local directory=${calendar%/*} pid
  systemctl enable --now callbook-calendar@ct-agent.service
  within 15 holds 0
  book_for_ct_agent
  within 15 holds 1
  expect "theirs and their group's" \
    [ "$(stat -c '%U %G %a' "$directory" "$calendar" | tr '\n' ' ')" = \
      "ct-agent ct-agent 750 ct-agent ct-agent 640 " ]
  # No personal value in the title of the process, and the register out of its sight.
  pid=$(systemctl show --value --property MainPID callbook-calendar@ct-agent.service)
  expect "no name" [ -z "$(tr '\0' ' ' <"/proc/$pid/cmdline" | grep 'Li Na')" ]
  expect "nothing of the register" \
    [ -z "$(nsenter --target "$pid" --mount ls --almost-all /var/lib/callbook)" ]
}

a_calendar_goes_on_when_the_daemon_is_killed() {
  local before writer
  writer=$(systemctl show --value --property MainPID callbook-calendar@ct-agent.service)
  before=$(main_pid)
  kill -KILL "$before"
  within 10 is_ready_anew "$before"
  book_for_ct_agent
  within 15 holds 2
  expect "by the same process" [ "$writer" = \
    "$(systemctl show --value --property MainPID callbook-calendar@ct-agent.service)" ]
}

nobody_gets_a_calendar_who_is_not_on_the_staff() {
  local unit=callbook-calendar@ct-visitor.service
  has_failed() { [ "$(systemctl is-failed "$unit")" = failed ]; }
  systemctl start "$unit" || true
  within 10 has_failed
  expect "said to be not permitted, once" \
    [ "$(systemctl show --property ExecMainStatus --property NRestarts "$unit" | sort | tr '\n' ' ')" = \
      "ExecMainStatus=77 NRestarts=0 " ]
  expect "no calendar" [ ! -e /var/lib/callbook-calendar/ct-visitor/appointments.ics ]
  systemctl reset-failed "$unit"
}

the_calendar_went_on_over_it_all() {
  book_for_ct_agent
  within 15 holds 3
  expect "running" [ "$(systemctl is-active callbook-calendar@ct-agent.service)" = active ]
}

an_upgrade_keeps_the_register_and_fails_no_client() {
  local before
  before=$(main_pid)
  start_clerks 4 5 U
  dpkg --install newer.deb
  expect "the new daemon" [ "$(main_pid)" != "$before" ]
  end_clerks
  expect_each_once U "$(wc -l <added)"
  as ct-agent callbook find 'Li Na' | grep -q '199 0000 0001'
}

what_was_switched_off_stays_off_over_an_upgrade() {
  systemctl disable --now callbookd.socket callbookd.service
  dpkg --install newer.deb
  expect "off" [ "$(systemctl is-enabled callbookd.service || true)" = disabled ]
  expect "not running" [ "$(property ActiveState)" != active ]
  systemctl enable --now callbookd.socket callbookd.service
}

# The message id under which the journal has the daemon's starts.
ready_id() {
  journalctl --sync
  journalctl -t callbookd --grep ' is ready' -o json -n 1 |
    sed -n 's/.*"MESSAGE_ID":"\([0-9a-f]*\)".*/\1/p'
}

# The first admin was named long ago: the daemon's user keeps the machine, and that is enough.
a_backup_is_made_every_day() {
  systemctl is-enabled callbook-backup.timer
  systemctl is-active callbook-backup.timer
  expect "the next one is planned" \
    [ -n "$(systemctl show --value --property NextElapseUSecRealtime callbook-backup.timer)" ]
  systemctl start callbook-backup.service
  expect "one backup" [ "$(backups | wc -l)" -eq 1 ]
  expect "private" \
    [ "$(stat -c '%U %a' "/var/lib/callbook/backups/$(backups)")" = "callbook 600" ]
  callbook backup verify
  journalctl --sync
  journalctl -t callbookd CALLBOOK_EVENT=backup_made -n 1 | grep -q 'was made and checked'
  ends_with 77 as ct-agent callbook backup create
  ends_with 1 as ct-agent cat "/var/lib/callbook/backups/$(backups)"
}

backups() { callbook backup list --json | sed -n 's/.*"name": "\(.*\)",/\1/p'; }

the_register_is_restored_by_what_the_manual_says() {
  local file
  file=/var/lib/callbook/backups/$(backups)
  as ct-agent callbook contact add 'Lost Later'
  ends_with 75 callbookd --restore "$file" | grep -q 'systemctl stop callbookd.socket callbookd.service'
  systemctl stop callbookd.socket callbookd.service
  # By root, as who types it is: the daemon has to be able to open what comes of it.
  callbookd --restore "$file" | tee restored
  grep -q '^Next, type: systemctl start callbookd.socket callbookd.service$' restored
  systemctl start callbookd.socket callbookd.service
  within 10 is_ready
  as ct-agent callbook find 'Li Na' | grep -q '199 0000 0001'
  ends_with 1 as ct-agent callbook find 'Lost Later'
  as ct-auditor callbook audit verify
  as ct-auditor callbook audit list --json | grep -q store.restored
  as ct-agent callbook contact add 'After Restore'
  expect "all is the daemon's" \
    [ -z "$(find /var/lib/callbook/ ! -user callbook -o -perm /077 ! -path /var/lib/callbook/)" ]
}

the_journal_tells_what_happened() {
  local entries
  entries=$(journalctl -t callbookd MESSAGE_ID="$(ready_id)" -o json)
  expect "every start under one id" [ "$(wc -l <<<"$entries")" -ge 10 ]
  expect "fields of its own" grep -q '"CALLBOOK_' <<<"$entries"
  expect "no word of what is in the register" \
    [ -z "$(journalctl -t callbookd -o export | grep -a 'Li Na\|19900000001')" ]
}

# Something of every kind that the manual's queries ask for and that nothing before has caused.
fill_journal() {
  as ct-admin callbook staff edit ct-service --add operations
  { head -c 200 /dev/zero | tr '\0' '[' && echo; } |
    as ct-agent socat -t 2 - UNIX-CONNECT:/run/callbook/callbook.sock >/dev/null
  # A reload by systemctl asks first, so that the daemon never hears of a wrong file.
  mkdir -p /etc/callbook/callbook.conf.d
  echo 'no_such_key = 1' >/etc/callbook/callbook.conf.d/test.conf
  kill -HUP "$(main_pid)"
  within 10 has_told_of_the_configuration
  rm -r /etc/callbook/callbook.conf.d
  # The minute in which repetitions are only counted is over at a stop.
  systemctl restart callbookd.service
  within 10 is_ready
  journalctl --sync
}

has_told_of_the_configuration() {
  journalctl --sync
  [ -n "$(journalctl -t callbookd -q CALLBOOK_EVENT=configuration_wrong)" ]
}

# The manual's queries, with users that there are, and without the one that never ends.
queries() {
  sed -n 's/^\(journalctl .*[^ ]\) *#.*$/\1/p; /#/!s/^journalctl .*/&/p' monitoring.md |
    sed "s/=alice/=ct-service/g; s/=1001/=$(id -u ct-visitor)/" | grep -v -e ' -f '
}

the_queries_of_the_manual_find_what_they_say() {
  local query entries count=0 words
  fill_journal
  while read -r query; do
    count=$((count + 1))
    expect "something: $query" [ -n "$($query --no-pager -q)" ]
    # The same as JSON with all fields, so that it can be looked at.
    entries=$(${query%% -o verbose*} --no-pager -q -o json)
    QUERY=$query python3 -c "$look_at_entries" <<<"$entries"
  done < <(queries)
  expect "more than ten queries, not $count" [ "$count" -gt 10 ]
}

# Each entry is of what the query names: events, ids, users, staff, priorities.
look_at_entries='
import json, os, re, sys
query = os.environ["QUERY"]
entries = [json.loads(line) for line in sys.stdin]
assert entries, "nothing"
wanted = {}
for field, value in re.findall(r"\b([A-Z_]+)=(\S+)", query):
    wanted.setdefault(field, set()).add(value)
for entry in entries:
    held = [entry.get(field) in values for field, values in wanted.items()]
    assert (any(held) if " + " in query else all(held)), (query, entry)
    if "-p warning" in query:
        assert int(entry["PRIORITY"]) <= 4, (query, entry)
for value in wanted.get("CALLBOOK_STAFF", ()):
    assert any(e.get("CALLBOOK_SUBJECT") == value for e in entries), query
'

following_live_gives_an_object_a_line() {
  local query
  query=$(sed -n 's/^\(journalctl .* -f .*\)$/\1/p' monitoring.md)
  expect "one query that follows" [ "$(wc -l <<<"$query")" -eq 1 ]
  $query -n 0 >followed 2>&1 &
  follower=$!
  trap 'kill "$follower"' EXIT
  # Until it follows, what happens is not its to tell.
  within 10 follows_a_change
  python3 -c 'import json, sys; [json.loads(line)["MESSAGE"] for line in sys.stdin]' \
    < <(grep staff_changed followed)
}

follows_a_change() {
  as ct-admin callbook staff edit ct-service --name "clerk $RANDOM" >/dev/null
  sleep 0.2
  grep -q '"CALLBOOK_EVENT":"staff_changed"' followed
}

go_on_with_journald() { kill -CONT "$(pgrep -x systemd-journal)"; }

a_journal_that_stands_still_for_a_minute_slows_no_request() {
  local number begun slowest=0 took end=$((SECONDS + 60))
  trap go_on_with_journald EXIT
  kill -STOP "$(pgrep -x systemd-journal)"
  # More than its socket and the queue of the daemon take together.
  runuser -u ct-admin -- python3 -c "$edit_often"
  for ((number = 0; number < 40 || SECONDS < end; number++)); do
    begun=$(date +%s%N)
    as ct-agent callbook find 'Li Na' >/dev/null
    took=$((($(date +%s%N) - begun) / 1000000))
    [ "$took" -le "$slowest" ] || slowest=$took
    [ "$number" -lt 40 ] || sleep 0.5
  done
  expect "no request of more than a second: $slowest ms" [ "$slowest" -lt 1000 ]
  expect "the drops are counted" [ "$(dropped_entries)" -gt 0 ]
  go_on_with_journald
  trap - EXIT
  as ct-admin callbook staff edit ct-service --name clerk
  within 10 has_said_what_was_dropped
}

dropped_entries() {
  callbook metrics | sed -n 's/^callbook_journal_dropped_total //p'
}

has_said_what_was_dropped() {
  journalctl --sync
  [ -n "$(journalctl -t callbookd -q --since -1min CALLBOOK_EVENT=messages_dropped)" ]
}

edit_often='
import json, socket
connection = socket.socket(socket.AF_UNIX)
connection.connect("/run/callbook/callbook.sock")
lines = connection.makefile("rw", encoding="utf-8")
lines.readline()
for batch in range(200):
    for number in range(20):
        params = {"user": "ct-service", "name": f"clerk {batch} {number}"}
        print(json.dumps({"jsonrpc": "2.0", "id": number, "method": "staff.edit",
                          "params": params}), file=lines)
    lines.flush()
    for _ in range(20):
        assert "result" in json.loads(lines.readline())
'

the_doctor_finds_the_units_well() {
  local said
  said=$(callbook doctor --jsonl || true)
  expect "the units: $said" grep -q '"check":"units","state":"ok"' <<<"$said"
}

the_doctor_names_what_systemd_had_to_do() {
  local said
  said=$(callbook doctor --jsonl || true)
  expect "restarts: $said" grep -q '"check":"units","state":"amiss".*again [0-9]* times' <<<"$said"
}

metrics_are_written_for_the_exporter() {
  callbook metrics --output /boot-test/callbook.prom
  expect "readable by everybody" [ "$(stat -c %a callbook.prom)" = 644 ]
  expect "whole" [ "$(tail -n 1 callbook.prom)" = "# EOF" ]
  grep -q '^callbook_store_state{state="ready"} 1$' callbook.prom
  grep -q '^callbook_process_open_fds [1-9]' callbook.prom
  grep -q '^callbook_process_resident_memory_bytes [1-9]' callbook.prom
  ends_with 77 as ct-agent callbook metrics
}

the_catalog_explains_what_the_journal_says() {
  # Until the package has a catalog there is nothing to explain.
  [ -n "$(dpkg -L callbook | grep '\.catalog$')" ] || return 0
  journalctl --list-catalog | grep "$(ready_id)"
  expect "an explanation below the message" \
    [ "$(journalctl -x -t callbookd MESSAGE_ID="$(ready_id)" -n 1 | grep -c '^░░')" -ge 2 ]
}

check the toolchain is not there
check the package installs
check it needs no library that its package does not name
check socket and service are enabled and run
check user, socket and state belong to whom they should
check the daemon runs in its sandbox
make_users
check root names the first admin and the admin the others
check three users may what their roles may
check who is not staff or not in the group stays outside
check the doctor finds the units well
check an idle daemon feeds its watchdog
check a daemon that stands still is started again
check a killed daemon comes back with everything that was answered
check the doctor names what systemd had to do
check fifty clients notice nothing of restarts
check a reload is survived, and a wrong one refused
check twenty clients at once start one daemon
check a second daemon on the store is refused
check a crowd meets one daemon, however the service comes and goes
check a second daemon beside a crowd touches nothing
check a client waits while somebody else works on the store
check a stop drains within its limit
check a damaged store is left to a person
check what was restored is served
check a full disk refuses changes and answers reads
check a full disk is no restart loop
check room on the disk heals it
unmount_small_store
check a backup is made every day
check the register is restored by what the manual says
check a calendar is kept current for its user
check a calendar goes on when the daemon is killed
check nobody gets a calendar who is not on the staff
check an upgrade keeps the register and fails no client
check what was switched off stays off over an upgrade
check the calendar went on over it all
check the journal tells what happened
check the catalog explains what the journal says
check the queries of the manual find what they say
check following live gives an object a line
check a journal that stands still for a minute slows no request
check metrics are written for the exporter
names '' | sort >names-before
as ct-admin callbook audit head --json >head-before
echo "finished first.sh"
