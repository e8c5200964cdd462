#!/usr/bin/env bash
# Does what check.sh does in a root of its own, made anew of the distribution's smallest set of
# packages: nothing of this machine is there but the .deb. Needs root and debootstrap.
set -euo pipefail
CDPATH= cd -- "$(dirname "${BASH_SOURCE[0]}")/../.."
project=$PWD
root=$(mktemp -d)
finish() {
  umount "$root/proc" "$root/dev" 2>/dev/null || true
  rm -rf --one-file-system "$root"
}
trap finish EXIT

mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | head -1)
debootstrap --variant=minbase --include=ca-certificates \
  "$(. /etc/os-release && echo "$VERSION_CODENAME")" "$root" "$mirror" >/dev/null
cp /etc/resolv.conf "$root/etc/resolv.conf" 2>/dev/null || true
cp -n /etc/apt/apt.conf.d/* "$root/etc/apt/apt.conf.d/"
mount -t proc proc "$root/proc"
mount --bind /dev "$root/dev"
mkdir -p "$root/work/target/installer"
cp -r "$project/installer" "$root/work/"
cp "$project"/target/installer/*.deb "$root/work/target/installer/"
chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 \
  bash /work/installer/linux/check.sh
