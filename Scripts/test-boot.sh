#!/bin/bash
# test-boot.sh [PACKAGE]
#
# Installs the package in a container with a real systemd, uses it as a shop would, and says what held.
# The container is this machine's file system with everything that it writes in memory, so nothing
# stays and nothing of the machine changes. Exits 0 when all held, or when the machine cannot boot a
# container, which is said.
#
# Without PACKAGE one is built. What lintian calls an error in it is one here.
# CALLBOOK_BOOT_VERBOSE=1 shows also what held.
set -euo pipefail
cd "$(dirname "$0")/.."

# Three minutes in all: two boots of about 1 s each and what is tested.
longest_boot_s=170
# What the package and a shop's worth of tests write, several times over.
memory=1500m

skip() {
  echo "boot test skipped: $*"
  exit 0
}

[ "$(id -u)" -eq 0 ] || skip "only root can boot a container"
for program in systemd-nspawn dpkg-deb setpriv; do
  command -v "$program" >/dev/null || skip "there is no $program"
done
# All mounts are made in a mount namespace of this script's own: however it ends, they end with it.
if [ -z "${CALLBOOK_BOOT_NAMESPACE:-}" ]; then
  unshare --mount true 2>/dev/null || skip "this machine does not let root mount anything"
  CALLBOOK_BOOT_NAMESPACE=1 exec unshare --mount --propagation private "$0" "$@"
fi

area=$(mktemp -d)
container=
finish() {
  # It takes its processes with it.
  [ -z "$container" ] || kill -KILL "$container" 2>/dev/null || true
  umount --lazy "$area" 2>/dev/null || true
  rmdir "$area" 2>/dev/null || true
}
trap finish EXIT
trap 'exit 130' INT TERM HUP

system=$area/system

make_system() {
  mount -t tmpfs -o size="$memory" callbook-boot "$area" 2>/dev/null || return 1
  mkdir "$area/upper" "$area/work" "$system"
  mount -t overlay -o lowerdir=/,upperdir="$area/upper",workdir="$area/work" callbook-boot \
    "$system" 2>/dev/null || return 1
  # Where systemd-nspawn leaves directories behind.
  mkdir -p /run/systemd/nspawn
  mount -t tmpfs callbook-boot /run/systemd/nspawn
  tr -d - </proc/sys/kernel/random/uuid >"$system/etc/machine-id"
  mkdir -p "$system/var/log/journal"
  # Of this machine's services none is started: neither systemd's links nor those of old scripts.
  rm -rf "$system"/etc/systemd/system/*.wants "$system"/etc/rc?.d/S*
  : >"$system/etc/fstab"
  # A machine that makes packages often forbids services to start; the container is to start them.
  rm -f "$system/usr/sbin/policy-rc.d"
  # Nor is a register of this machine looked at.
  rm -rf "$system/var/lib/callbook" "$system/etc/callbook"
}

# Prints the directories that make the Swift toolchain: they are hidden in the container, because who
# installs the package has none.
toolchain() {
  local swift usr
  swift=$(readlink -f "$(command -v swift)") || return 0
  usr=$(dirname "$(dirname "$swift")")
  if [ "$usr" = /usr ]; then
    printf '%s\n' /usr/lib/swift /usr/lib/swift_static
  else
    printf '%s\n' "$usr"
  fi
}

# Boots the container, with the given script as the one thing that it does, and returns its status.
boot() {
  local script=$1 status=0 hidden=() directory bus=()
  while read -r directory; do
    [ ! -d "$directory" ] || hidden+=("--tmpfs=$directory")
  done < <(toolchain)
  # Under a systemd of this machine the container gets a scope of its own, else there is none to ask.
  [ -d /run/systemd/system ] || bus=(--keep-unit)
  cat >"$system/etc/systemd/system/boot-test.service" <<END
[Unit]
After=multi-user.target
SuccessAction=exit
FailureAction=exit

[Service]
Type=oneshot
WorkingDirectory=/boot-test
ExecStart=/bin/bash $script
StandardOutput=append:/boot-test/said
StandardError=inherit
TimeoutStartSec=${longest_boot_s}s
END
  mkdir -p "$system/etc/systemd/system/multi-user.target.wants"
  ln -sf ../boot-test.service "$system/etc/systemd/system/multi-user.target.wants/boot-test.service"
  # Each dies with the one before it, however that ends.
  setpriv --pdeathsig KILL -- timeout --kill-after=5 $((longest_boot_s + 15)) \
    setpriv --pdeathsig KILL -- systemd-nspawn --quiet --directory="$system" \
    --register=no "${bus[@]}" --private-network --machine=callbook-boot --link-journal=no \
    --console=pipe "${hidden[@]}" --boot systemd.unit=multi-user.target </dev/null >"$area/console" 2>&1 &
  container=$!
  wait "$container" || status=$?
  container=
  return "$status"
}

# A package with the same files and a higher version.
make_upgrade() {
  local package=$1 version
  version=$(dpkg-deb --field "$package" Version)
  dpkg-deb --raw-extract "$package" "$area/newer"
  sed -i "s/^Version: .*/Version: $version+upgrade/" "$area/newer/DEBIAN/control"
  dpkg-deb -Znone --build "$area/newer" "$system/boot-test/newer.deb" >/dev/null
  rm -r "$area/newer"
}

make_system || skip "this machine cannot lay one file system over another"
mkdir "$system/boot-test"
cp Tests/Boot/*.sh docs/monitoring.md "$system/boot-test/"
said=$system/boot-test/said
: >"$said"

boot probe.sh || {
  sed 's/^/  /' "$area/console" >&2
  skip "a container does not boot on this machine (see above)"
}
grep -q '^booted$' "$said" || skip "a container does not run what it is given"

package=${1:-}
if [ -z "$package" ]; then
  make build
  package=$(CALLBOOK_PACKAGE_QUICK=1 Scripts/build-package.sh "$area")
fi
if command -v lintian >/dev/null; then
  lintian --fail-on error --tag-display-limit 0 --allow-root "$package"
else
  echo "lintian is not installed: what it says of the package is not known"
fi
cp "$package" "$system/boot-test/callbook.deb"
make_upgrade "$system/boot-test/callbook.deb"

started=$SECONDS
: >"$said"
status=0
for script in first.sh second.sh; do
  boot "$script" || status=$?
  if ! grep -q "^finished $script\$" "$said"; then
    echo "not ok - $script did not come to its end (status $status)" >>"$said"
    tail -n 20 "$area/console" | sed 's/^/    /' >>"$said"
  fi
done

held=$(grep -c '^ok - ' "$said" || true)
failed=$(grep -c '^not ok - ' "$said" || true)
if [ "$failed" -gt 0 ]; then
  grep -v '^finished ' "$said"
  echo "boot test: $failed of $((held + failed)) did not hold" >&2
  exit 1
fi
[ -z "${CALLBOOK_BOOT_VERBOSE:-}" ] || cat "$said"
echo "Boot test with $held checks passed after $((SECONDS - started)) seconds."
