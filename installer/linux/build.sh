#!/usr/bin/env bash
# Makes target/installer: the program with its own Java runtime, as a folder, packed as a tar.gz
# that can be unpacked anywhere, and as a .deb.
# Needs Maven, zip, unzip, binutils and a JDK 25 (in JAVA_HOME, on the PATH or in /usr/lib/jvm).
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$here/../.."

for tool in mvn zip unzip objcopy dpkg-deb; do
  command -v "$tool" >/dev/null || {
    echo "The installer needs $tool: apt-get install maven zip unzip binutils dpkg" >&2
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

mvn -q -B package -DskipTests -Dcache.skip
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
# OpenBLAS as files, which are loaded where they lie.
natives=dev/neuralworkbench/nn/blas
mkdir -p "$out/modules/natives"
unzip -q -j "$out/modules/neural-workbench.jar" "$natives/*.so*" -d "$out/modules/natives"
zip -q -d "$out/modules/neural-workbench.jar" "$natives/*.so*"

# Modules of the JDK and JavaFX that the program's own modules need; besides, Chinese formats and
# the character sets of older Chinese files.
modules=$("$jdk/bin/java" --module-path "$lib" --limit-modules dev.neuralworkbench --list-modules |
  sed -n 's/^\(\(java\|jdk\|javafx\)\.[a-z.]*\)@.*/\1/p' | paste -sd,)
"$jdk/bin/jlink" --module-path "$out/jmods" --add-modules "$modules,jdk.localedata,jdk.charsets" \
  --include-locales en,zh-CN --strip-debug --no-header-files --no-man-pages --output "$out/runtime"

# The program's jars lie on the class path: a cache of a start knows a module path by its place, and
# is refused where the folder was moved to another.
options=(--add-exports=javafx.graphics/com.sun.javafx.text=ALL-UNNAMED
  --enable-native-access=javafx.graphics,ALL-UNNAMED --add-modules=javafx.controls,javafx.swing)
"$jdk/bin/jpackage" --type app-image --name neural-workbench --app-version "$version" --dest "$out" \
  --icon icons/neural-workbench.png --runtime-image "$out/runtime" --input "$out/modules" \
  --main-jar neural-workbench.jar --main-class dev.neuralworkbench.app.Main \
  $(printf -- '--java-options %s ' "${options[@]}") \
  --java-options '-Dneuralworkbench.natives=$APPDIR/natives' \
  --java-options '-XX:AOTCache=$APPDIR/neural-workbench.aot' --java-options -Xlog:disable \
  2>&1 | sed '/No JDK Modules found/d'

# What a start loads, links and compiles, remembered from a run of the packaged program: on a
# display of its own where there is one, else on none. A cache is refused without a word where the
# files or the Java differ, so that it is used is tried with -XX:AOTMode=on.
image=$out/neural-workbench
jars=$(sed -n 's|^app.classpath=$APPDIR|'"$PWD/$image"'/lib/app|p' "$image/lib/app/neural-workbench.cfg" | paste -sd:)
program=("${options[@]}" -cp "$jars" dev.neuralworkbench.app.Main)
display=(env -u DISPLAY)
platform=(-Dglass.platform=Headless -Dprism.order=sw)
if command -v xvfb-run >/dev/null; then
  display=(xvfb-run -a -s "-screen 0 1600x1000x24")
  platform=()
fi
cache=$image/lib/app/neural-workbench.aot
"${display[@]}" "$image/lib/runtime/bin/java" -XX:AOTCacheOutput="$cache" "${platform[@]}" \
  -Duser.home="$out/home" -Dneuralworkbench.natives="$image/lib/app/natives" \
  "${program[@]}" self-test > "$out/remember-start.log"
JAVA_TOOL_OPTIONS=-XX:AOTMode=on "$image/bin/neural-workbench" --version > /dev/null
rm -r "$out/home"

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

rm -r "$out/jmods" "$out/modules" "$out/runtime" "$deb"
ls -d "$out"/*
