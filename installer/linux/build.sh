#!/usr/bin/env bash
# Makes target/installer: the program with its own Java runtime, as a folder, packed as a tar.gz
# that can be unpacked anywhere, and as a .deb.
# Needs Maven, unzip, binutils and a JDK 25 (in JAVA_HOME, on the PATH or in /usr/lib/jvm).
set -euo pipefail
CDPATH= cd -- "$(dirname "${BASH_SOURCE[0]}")/../.."
here=installer/linux
export LC_ALL=C.UTF-8
. installer/parts.sh

need mvn unzip objcopy dpkg-deb
make_parts '*.so*'
package --type app-image --name neural-workbench --app-version "$version" \
  --icon icons/neural-workbench.png
image=$out/neural-workbench

# On a display of its own where there can be one, else on none.
launch=(env -u DISPLAY)
platform=(-Dglass.platform=Headless -Dprism.order=sw)
if command -v xvfb-run >/dev/null; then
  launch=(xvfb-run -a -s "-screen 0 1600x1000x24")
  platform=()
fi
remember_start "$image/lib/app" "$image/lib/runtime/bin/java" : "${platform[@]}"
# A cache is refused without a word where the files or the Java differ: that it is used is tried.
JAVA_TOOL_OPTIONS=-XX:AOTMode=on "$image/bin/neural-workbench" --version > /dev/null 2>&1 || {
  rm -f "$image/lib/app/neural-workbench.aot"
  echo "The cache of the start was not made, or is refused: the package starts slower without it." >&2
}

cp src/main/resources/dev/neuralworkbench/licences.txt "$image/LICENCES.txt"
architecture=$(dpkg --print-architecture)
tar -C "$out" -czf "$out/neural-workbench_${version}_$architecture.tar.gz" --owner=0 --group=0 neural-workbench

# The .deb is made of the folder without jpackage, whose own .deb passes no double-clicked file on,
# cannot be installed where there is no desktop, and asks for libraries other distributions lack.
# Here every file lies where the system expects it, so no script runs at installation.
deb=$out/deb
mkdir -p "$deb"/{DEBIAN,opt,usr/bin,usr/share/{applications,mime/packages,icons/hicolor/scalable/apps}}
# With their times, by which a cache knows its files.
cp -a "$out/neural-workbench" "$deb/opt"
ln -s /opt/neural-workbench/bin/neural-workbench "$deb/usr/bin/neural-workbench"
cp "$here/package/neural-workbench.desktop" "$deb/usr/share/applications"
cp "$here/package/neural-workbench.xml" "$deb/usr/share/mime/packages"
cp icons/neural-workbench.svg "$deb/usr/share/icons/hicolor/scalable/apps"
for size in 16 24 32 48 64 128 256; do
  mkdir -p "$deb/usr/share/icons/hicolor/${size}x$size/apps"
  cp "icons/neural-workbench-$size.png" "$deb/usr/share/icons/hicolor/${size}x$size/apps/neural-workbench.png"
done
install -D -m 644 "$image/LICENCES.txt" "$deb/usr/share/doc/neural-workbench/copyright"
sed "s/@version@/$version/; s/@architecture@/$architecture/; s/@size@/$(du -sk "$deb" | cut -f1)/" \
  "$here/package/control" > "$deb/DEBIAN/control"
chmod -R u=rwX,go=rX "$deb"
dpkg-deb --root-owner-group --build "$deb" "$out/neural-workbench_${version}_$architecture.deb" >/dev/null

rm -r "$out/input" "$out/runtime" "$deb"
ls -d "$out"/*
