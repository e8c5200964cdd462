#!/usr/bin/env bash
# Makes target/installer: the program with its own Java runtime, as a folder and as a .deb.
# Needs Maven, unzip, binutils and a JDK 25 (in JAVA_HOME, on the PATH or in /usr/lib/jvm).
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$here/../.."

for tool in mvn unzip objcopy dpkg-deb; do
  command -v "$tool" >/dev/null || {
    echo "The installer needs $tool: apt-get install maven unzip binutils dpkg" >&2
    exit 1
  }
done

jdk=
for java in "${JAVA_HOME:-/none}/bin/java" "$(command -v java || true)" /usr/lib/jvm/*/bin/java; do
  candidate=$(dirname "$(dirname "$(readlink -f "${java:-/none}")")")
  if [ -x "$candidate/bin/jpackage" ] && grep -q '^JAVA_VERSION="\(2[5-9]\|[3-9][0-9]\)' "$candidate/release" 2>/dev/null; then
    jdk=$candidate
    break
  fi
done
[ -n "$jdk" ] || {
  echo "The installer needs a JDK 25 or newer: install it, or set JAVA_HOME to where it is." >&2
  exit 1
}

mvn -q -B package -DskipTests
lib=target/app/lib
out=target/installer
rm -rf "$out"
mkdir -p "$out/jmods" "$out/modules"
version=$(sed -n 's|^  <version>\(.*\)</version>|\1|p' pom.xml)

# JavaFX's jars hold native libraries that would be unpacked into each user's home at run time;
# as jmods they land in the runtime's own lib folder. Only explicit modules can be linked, so all
# other jars stay jars.
for jar in "$lib"/javafx-*.jar; do
  module=$(basename "$jar" | sed 's/^javafx-\([a-z]*\)-.*/javafx.\1/')
  work=$out/jmods/$module
  mkdir -p "$work/classes" "$work/libs"
  unzip -q "$jar" -d "$work/classes"
  find "$work/classes" -maxdepth 1 -name '*.so' -exec mv -t "$work/libs" {} +
  "$jdk/bin/jmod" create --class-path "$work/classes" --libs "$work/libs" "$out/jmods/$module.jmod"
  rm -r "$work"
done
cp "$lib"/*.jar "$out/modules"
rm "$out"/modules/javafx-*.jar

# Modules of the JDK and JavaFX that the program's own modules need; besides, Chinese formats and
# the character sets of older Chinese files.
modules=$("$jdk/bin/java" --module-path "$lib" --limit-modules dev.neuralworkbench --list-modules |
  sed -n 's/^\(\(java\|jdk\|javafx\)\.[a-z.]*\)@.*/\1/p' | paste -sd,)
"$jdk/bin/jlink" --module-path "$out/jmods" --add-modules "$modules,jdk.localedata,jdk.charsets" \
  --include-locales en,zh-CN --strip-debug --no-header-files --no-man-pages --output "$out/runtime"

"$jdk/bin/jpackage" --type app-image --name neural-workbench --app-version "$version" --dest "$out" \
  --icon icons/neural-workbench.png --runtime-image "$out/runtime" --module-path "$out/modules" \
  --module dev.neuralworkbench/dev.neuralworkbench.app.Main \
  --java-options --add-exports=javafx.graphics/com.sun.javafx.text=dev.neuralworkbench \
  --java-options --enable-native-access=javafx.graphics,dev.neuralworkbench 2>&1 | sed '/No JDK Modules found/d'

# The .deb is made of the folder without jpackage, whose own .deb passes no double-clicked file on,
# cannot be installed where there is no desktop, and asks for libraries other distributions lack.
# Here every file lies where the system expects it, so no script runs at installation.
deb=$out/deb
mkdir -p "$deb"/{DEBIAN,opt,usr/bin,usr/share/{applications,mime/packages,icons/hicolor/scalable/apps}}
cp -r "$out/neural-workbench" "$deb/opt"
ln -s /opt/neural-workbench/bin/neural-workbench "$deb/usr/bin/neural-workbench"
cp "$here/package/neural-workbench.desktop" "$deb/usr/share/applications"
cp "$here/package/neural-workbench.xml" "$deb/usr/share/mime/packages"
cp icons/neural-workbench.svg "$deb/usr/share/icons/hicolor/scalable/apps"
for size in 16 24 32 48 64 128 256; do
  mkdir -p "$deb/usr/share/icons/hicolor/${size}x$size/apps"
  cp "icons/neural-workbench-$size.png" "$deb/usr/share/icons/hicolor/${size}x$size/apps/neural-workbench.png"
done
architecture=$(dpkg --print-architecture)
sed "s/@version@/$version/; s/@architecture@/$architecture/; s/@size@/$(du -sk "$deb" | cut -f1)/" \
  "$here/package/control" > "$deb/DEBIAN/control"
chmod -R u=rwX,go=rX "$deb"
dpkg-deb --root-owner-group --build "$deb" "$out/neural-workbench_${version}_$architecture.deb" >/dev/null

rm -r "$out/jmods" "$out/modules" "$out/runtime" "$deb"
ls -d "$out"/*
