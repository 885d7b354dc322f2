#!/bin/bash
# install.sh install|uninstall|list
#
# Puts what was built, and what belongs to it, where the system looks for it; takes the same away;
# or says which files these are. Nothing is enabled, started or stopped.
#
#   DESTDIR                    put before every path, for packages
#   PREFIX                     /usr/local unless told
#   SYSCONFDIR                 /etc unless told: the daemon reads callbook/ in it
#   UNITDIR                    PREFIX/lib/systemd/system unless told
#   ZSHDIR                     PREFIX/share/zsh/site-functions unless told
#   CALLBOOK_BUILD_DIRECTORY   where callbookd and callbook lie; .build/release unless told
set -euo pipefail
cd "$(dirname "$0")/.."

prefix=${PREFIX:-/usr/local}
etc=${SYSCONFDIR:-/etc}/callbook
units=${UNITDIR:-$prefix/lib/systemd/system}
zsh=${ZSHDIR:-$prefix/share/zsh/site-functions}
programs=${CALLBOOK_BUILD_DIRECTORY:-.build/release}
root=${DESTDIR:-}

usage() {
  echo "usage: install.sh install|uninstall|list" >&2
  exit 64
}

# Calls `$1 MODE SOURCE PATH` for every file: the one list from which everything else follows.
each_file() {
  local what=$1 file name
  "$what" program "$programs/callbook" "$prefix/bin/callbook"
  "$what" program "$programs/callbookd" "$prefix/sbin/callbookd"
  for file in systemd/*.service systemd/*.socket systemd/*.timer; do
    "$what" unit "$file" "$units/${file##*/}"
  done
  "$what" text systemd/sysusers.d/callbook.conf "$prefix/lib/sysusers.d/callbook.conf"
  "$what" text systemd/tmpfiles.d/callbook.conf "$prefix/lib/tmpfiles.d/callbook.conf"
  for file in systemd/*.catalog; do
    "$what" text "$file" "$prefix/lib/systemd/catalog/${file##*/}"
  done
  for file in docs/man/*.[1-8]; do
    name=${file##*/}
    "$what" manual "$file" "$prefix/share/man/man${name##*.}/$name.gz"
  done
  "$what" completion bash "$prefix/share/bash-completion/completions/callbook"
  "$what" completion zsh "$zsh/_callbook"
  "$what" completion fish "$prefix/share/fish/vendor_completions.d/callbook.fish"
  for file in systemd/callbook.con[f]; do
    "$what" configuration "$file" "$etc/${file##*/}"
  done
}

put() {
  local kind=$1 source=$2 path=$root$3
  mkdir -p "$(dirname "$path")"
  case $kind in
    program) install -m 0755 "$source" "$path" ;;
    text) install -m 0644 "$source" "$path" ;;
    # Installed first, so that the file never has another mode than its last one.
    unit)
      install -m 0644 /dev/null "$path"
      sed "s,/usr/\(s\?bin/callbook\),$prefix/\1," "$source" >"$path"
      ;;
    manual)
      install -m 0644 /dev/null "$path"
      gzip -9n <"$source" >"$path"
      ;;
    completion)
      install -m 0644 /dev/null "$path"
      "$programs/callbook" completions "$source" >"$path"
      ;;
    # What an administrator wrote is not overwritten.
    configuration)
      if [ -e "$path" ]; then
        cmp -s "$source" "$path" || install -m 0644 "$source" "$path.new"
      else
        install -m 0644 "$source" "$path"
      fi
      ;;
  esac
}

take_away() {
  case $1 in
    configuration) ;;
    *) rm -f "$root$3" ;;
  esac
}

say() { printf '%s\n' "$root$3"; }

after_installing() {
  cat <<END
Installed under $prefix. As root, a first time:

  systemd-sysusers && systemd-tmpfiles --create $prefix/lib/tmpfiles.d/callbook.conf
  journalctl --update-catalog
  systemctl daemon-reload
  systemctl enable --now callbookd.socket callbookd.service callbook-backup.timer

and after an upgrade:

  journalctl --update-catalog
  systemctl daemon-reload && systemctl try-restart callbookd.service 'callbook-calendar@*.service'
END
}

# A unit whose file is gone can no longer be switched off in an orderly way.
refuse_while_in_use() {
  [ -d /run/systemd/system ] || return 0
  local units=(callbookd.socket callbookd.service callbook-backup.timer)
  # Of a template only systemd knows whose instances run.
  mapfile -t -O "${#units[@]}" units < <(
    systemctl list-units --plain --no-legend 'callbook-calendar@*.service' | cut -d ' ' -f 1
  )
  if systemctl --quiet is-enabled "${units[@]}" 2>/dev/null ||
    systemctl --quiet is-active "${units[@]}"; then
    echo "callbook: the service is in use; first, as root, type:" >&2
    echo "  systemctl disable --now ${units[*]}" >&2
    exit 75
  fi
}

after_uninstalling() {
  cat <<END
Removed from $prefix; the register in /var/lib/callbook and $etc stay. As root:

  systemctl daemon-reload && journalctl --update-catalog
END
}

# A pattern that matches nothing is no file: some parts are optional.
shopt -s nullglob
case "${1:-}" in
  install)
    [ -x "$programs/callbookd" ] && [ -x "$programs/callbook" ] || {
      echo "callbook: nothing is built in $programs: type make build" >&2
      exit 66
    }
    each_file put
    [ -n "$root" ] || after_installing
    ;;
  uninstall)
    [ -n "$root" ] || refuse_while_in_use
    each_file take_away
    [ -n "$root" ] || after_uninstalling
    ;;
  list) each_file say ;;
  *) usage ;;
esac
