#!/bin/bash
# install-packages.sh build|package|lint|test|bench
#
# Installs the Debian packages that building, packaging, testing or benchmarking needs, and only
# those that are missing. Exits 64 for wrong usage and 69 when something is missing that it cannot
# install.
set -euo pipefail

oldest_swift=6.2

build=(libsqlite3-dev libsystemd-dev libssl-dev libphonenumber-dev pkg-config)
# dpkg-shlibdeps finds out which libraries a program needs; strip is in binutils.
package=(dpkg-dev binutils)
lint=(lintian)
# The tests inject faults with strace and with a preloaded library that gcc compiles; they talk to
# the socket with socat and Python, and under several user ids with setpriv. Calendars are read by
# icalendar and vobject. They boot a container with systemd-nspawn.
test=(strace socat python3 python3-jsonschema python3-prometheus-client python3-icalendar
  python3-vobject gcc libc6-dev util-linux systemd-container)
bench=(postgresql-15 postgresql-contrib libpq-dev)

case "${1:-}" in
  build) needed=("${build[@]}") ;;
  package) needed=("${build[@]}" "${package[@]}") ;;
  lint) needed=("${lint[@]}") ;;
  test) needed=("${build[@]}" "${package[@]}" "${lint[@]}" "${test[@]}") ;;
  bench) needed=("${build[@]}" "${test[@]}" "${bench[@]}") ;;
  *)
    echo "usage: install-packages.sh build|package|lint|test|bench" >&2
    exit 64
    ;;
esac

fail() {
  printf 'callbook: %s\n' "$@" >&2
  exit 69
}

check_swift() {
  local version
  command -v swift >/dev/null || fail \
    "there is no swift in PATH; Callbook needs Swift $oldest_swift or newer" \
    "https://www.swift.org/install/linux/ has it for Debian 12"
  version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9.]*\).*/\1/p' | head -n 1)
  [ "$(printf '%s\n' "$oldest_swift" "${version:-0}" | sort -V | head -n 1)" = "$oldest_swift" ] ||
    fail "this is Swift ${version:-of an unknown version}; Callbook needs $oldest_swift or newer" \
      "https://www.swift.org/install/linux/ has it for Debian 12"
}

is_installed() {
  [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

install_missing() {
  local as_root=() missing=() package
  for package in "${needed[@]}"; do
    is_installed "$package" || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0

  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || fail "packages are missing; as root, type:" \
      "  apt-get update && apt-get install -y --no-install-recommends ${missing[*]}"
    as_root=(sudo)
    [ -t 0 ] || as_root=(sudo -n)
  fi
  echo "installing ${missing[*]}"
  "${as_root[@]}" apt-get update -qq </dev/null ||
    fail "apt-get update failed; see above"
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${missing[@]}" </dev/null >/dev/null ||
    fail "apt-get could not install ${missing[*]}; see above"
}

check_swift
if command -v dpkg-query >/dev/null && command -v apt-get >/dev/null; then
  install_missing
else
  echo "callbook: this is no Debian; what these packages hold has to be there:" "${needed[@]}" >&2
fi
