# The next day: the machine was switched off and on; then the package is removed.
set -euo pipefail
. ./check.sh

the_service_is_there_after_a_reboot() {
  within 10 is_ready
  expect "no failure" [ "$(property NRestarts)" -eq 0 ]
}

nothing_was_lost_over_the_reboot() {
  names '' | sort >names-after
  cmp names-before names-after
  as ct-admin callbook audit head --json | cmp - head-before
  as ct-auditor callbook audit verify --json | grep -q '"intact": true'
}

the_journal_of_the_day_before_ends_with_an_orderly_stop() {
  expect "the last words" \
    [ "$(journalctl --boot -1 -t callbookd -o cat -n 1)" = "callbookd stopped" ]
}

removing_the_package_keeps_the_register() {
  dpkg --remove callbook
  expect "no process" [ -z "$(pgrep -x callbookd)" ]
  expect "no socket" [ ! -e /run/callbook/callbook.sock ]
  expect "the store" [ -s /var/lib/callbook/callbook.db ]
}

installing_it_again_finds_the_register() {
  dpkg --install callbook.deb
  within 10 is_ready
  names '' | sort | cmp - names-before
}

purging_without_anybody_to_ask_keeps_the_register() {
  dpkg --purge callbook
  expect "the store" [ -s /var/lib/callbook/callbook.db ]
  expect "nothing enabled" \
    [ -z "$(find /etc/systemd/system -name 'callbookd*' -print -quit)" ]
}

purging_after_saying_so_deletes_the_register() {
  dpkg --install callbook.deb
  within 10 is_ready
  echo 'callbook callbook/purge-state boolean true' | debconf-set-selections
  dpkg --purge callbook
  expect "nothing of the register" [ ! -e /var/lib/callbook ]
  expect "nothing of the configuration" [ ! -e /etc/callbook ]
  expect "no calendar" [ ! -e /var/lib/callbook-calendar ]
}

check the service is there after a reboot
check nothing was lost over the reboot
check the journal of the day before ends with an orderly stop
check removing the package keeps the register
check installing it again finds the register
check purging without anybody to ask keeps the register
check purging after saying so deletes the register
echo "finished second.sh"
