#!/bin/bash
# build-package.sh [DIRECTORY]
#
# Makes a Debian package of what `make build` built, in .build/package unless told otherwise, and
# prints its path. No root is needed. The same sources at the same commit make the same bytes.
#
#   CALLBOOK_PACKAGE_VERSION   another version than the program's own, for trying an upgrade
#   CALLBOOK_PACKAGE_QUICK     compress a tenth as long, for a package that stays on this machine
set -euo pipefail
cd "$(dirname "$0")/.."
umask 022

output=${1:-.build/package}
mkdir -p "$output"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
stage=$work/stage

own_version=$(sed -n 's/.*static let text = "\(.*\)"/\1/p' Sources/callbookd/Version.swift)
version=${CALLBOOK_PACKAGE_VERSION:-$own_version}
[ -n "$version" ] || {
  echo "callbook: no version in Sources/callbookd/Version.swift" >&2
  exit 65
}
# Dates in the package come from the sources.
if [ -z "${SOURCE_DATE_EPOCH:-}" ]; then
  SOURCE_DATE_EPOCH=$(git log -1 --format=%ct 2>/dev/null || stat -c %Y CHANGELOG.md)
fi
export SOURCE_DATE_EPOCH

maintainer=$(sed -n 's/^Maintainer: //p' debian/control)
documents=$stage/usr/share/doc/callbook

write_documents() {
  mkdir -p "$documents"
  install -m 0644 debian/copyright "$documents/copyright"
  mkdir -p "$stage/usr/share/lintian/overrides"
  install -m 0644 debian/lintian-overrides "$stage/usr/share/lintian/overrides/callbook"
  {
    printf 'callbook (%s) bookworm; urgency=medium\n\n' "$version"
    printf '  * What users notice of it is in CHANGELOG.md, beside this file.\n\n'
    printf ' -- %s  %s\n' "$maintainer" "$(LC_ALL=C date -u -R -d "@$SOURCE_DATE_EPOCH")"
  } >"$work/changelog"
  gzip -9n <"$work/changelog" >"$documents/changelog.gz"
  gzip -9n <CHANGELOG.md >"$documents/CHANGELOG.md.gz"
}

write_control() {
  local configuration=()
  mkdir -p "$stage/DEBIAN"
  install -m 0755 debian/postinst debian/prerm debian/postrm "$stage/DEBIAN/"
  install -m 0644 debian/templates "$stage/DEBIAN/"
  [ ! -d "$stage/etc" ] || mapfile -t configuration < <(cd "$stage" && find etc -type f | sort)
  [ ${#configuration[@]} -eq 0 ] || printf '/%s\n' "${configuration[@]}" >"$stage/DEBIAN/conffiles"
  (cd "$stage" && find . -path ./DEBIAN -prune -o -path ./etc -prune -o -type f -printf '%P\0' |
    LC_ALL=C sort -z | xargs -0 md5sum) >"$stage/DEBIAN/md5sums"
  # The question of the purge needs debconf, which no library pulls in.
  echo 'misc:Depends=debconf (>= 0.5) | debconf-2.0' >"$work/substvars"
  dpkg-shlibdeps --warnings=1 -T"$work/libraries" \
    -e"$stage/usr/bin/callbook" -e"$stage/usr/sbin/callbookd"
  cat "$work/libraries" >>"$work/substvars"
  dpkg-gencontrol -v"$version" -l"$work/changelog" -T"$work/substvars" -f"$work/files" \
    -P"$stage" -O"$stage/DEBIAN/control"
}

# Debian 12 wants units below /lib, whichever way that leads.
DESTDIR=$stage PREFIX=/usr UNITDIR=/lib/systemd/system ZSHDIR=/usr/share/zsh/vendor-completions \
  Scripts/install.sh install
# Debian's names for them; a debugger finds symbols in the build, not in the package.
strip --strip-unneeded --remove-section=.comment --remove-section=.note \
  "$stage/usr/bin/callbook" "$stage/usr/sbin/callbookd"
write_documents
write_control

package=$output/callbook_${version}_$(dpkg --print-architecture).deb
compression=(-Zxz)
[ -z "${CALLBOOK_PACKAGE_QUICK:-}" ] || compression=(-Zgzip -z1)
dpkg-deb --root-owner-group "${compression[@]}" --build "$stage" "$package" >/dev/null
echo "$package"
