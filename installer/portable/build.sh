#!/usr/bin/env bash
# Makes target/portable/neural-workbench_VERSION.zip: the program for every system that has a
# JDK 25, with the natives of JavaFX and OpenBLAS for Linux and macOS (x64, arm64) and Windows
# (x64). Needs Maven, zip, unzip and a JDK 25. Tried on Linux x64; untried on the others.
set -euo pipefail
CDPATH= cd -- "$(dirname "${BASH_SOURCE[0]}")/../.."

for tool in mvn zip unzip; do
  command -v "$tool" >/dev/null || {
    echo "The portable program needs $tool: apt-get install maven zip unzip" >&2
    exit 1
  }
done

mvn -q -B package -DskipTests -Dcache.skip
# That of the jars which were there before would be refused without a word.
rm -f target/app/lib/neural-workbench.aot
property() { sed -n "s|^    <$1>\(.*\)</$1>|\1|p" pom.xml; }
version=$(sed -n 's|^  <version>\(.*\)</version>|\1|p' pom.xml)
out=target/portable
home=$out/neural-workbench
rm -rf "$out"
mkdir -p "$home/bin" "$home/lib" "$out/fetched"

cp target/app/lib/*.jar "$home/lib"
rm "$home"/lib/javafx-*.jar

# Each system: its name here, in JavaFX's files, in OpenBLAS's.
fetch() { # group:artifact:version:jar:classifier
  mvn -q -B dependency:copy -Dartifact="$1" -DoutputDirectory="$PWD/$out/fetched"
}
while read -r system javafx openblas; do
  place=$home/lib/$system
  mkdir -p "$place/modules" "$place/natives"
  for module in base graphics controls swing; do
    fetch "org.openjfx:javafx-$module:$(property javafx.version):jar:$javafx"
    mv "$out/fetched"/javafx-*.jar "$place/modules"
  done
  # Beside its jar JavaFX loads them where they lie. From the jar it unpacks them into a home, or into
  # /tmp where that takes none, and believes what somebody else has put there before.
  unzip -q -o -j "$place"/modules/javafx-graphics-*.jar '*.so' '*.dylib' -d "$place/modules" \
    2>/dev/null || [ $? -eq 11 ]
  fetch "org.bytedeco:openblas:$(property openblas.version):jar:$openblas"
  unzip -q -o -j "$out"/fetched/openblas-*.jar \
    '*/libopenblas.so.0' '*/libopenblas.0.dylib' '*/libopenblas.dll' '*/libgfortran.*' \
    '*/libquadmath.*' '*/libgcc_s.*' -d "$place/natives" 2>/dev/null || [ $? -eq 11 ]
  rm -r "$out"/fetched/*
done <<'SYSTEMS'
linux-x64 linux linux-x86_64
linux-arm64 linux-aarch64 linux-arm64
macos-x64 mac macosx-x86_64
macos-arm64 mac-aarch64 macosx-arm64
windows-x64 win windows-x86_64
SYSTEMS
rm -r "$out/fetched"

for mark in '# What was remembered' 'set "remembered='; do
  grep -q "^$mark" src/main/scripts/* || {
    echo "The start scripts have changed: no line begins with $mark" >&2
    exit 1
  }
done

# The scripts of target/app, which look for a Java, with other places behind it.
options="--add-exports=javafx.graphics/com.sun.javafx.text=ALL-UNNAMED --enable-native-access=javafx.graphics,ALL-UNNAMED --add-modules=javafx.controls,javafx.swing"
{
  sed '/^# What was remembered/,$d' src/main/scripts/neural-workbench
  cat <<SCRIPT
case \$(uname -s)-\$(uname -m) in
  Linux-x86_64 | Linux-amd64) system=linux-x64 ;;
  Linux-aarch64 | Linux-arm64) system=linux-arm64 ;;
  Darwin-x86_64) system=macos-x64 ;;
  Darwin-arm64) system=macos-arm64 ;;
  *)
    echo "Neural Workbench has no natives for \$(uname -s) on \$(uname -m): Linux and macOS on x64 and arm64, Windows on x64." >&2
    exit 1
    ;;
esac
exec "\$java" "@\$home/bin/java-options" $options "-Dneuralworkbench.natives=\$home/lib/\$system/natives" --module-path "\$home/lib/\$system/modules" -cp "\$home/lib/*" dev.neuralworkbench.app.Main "\$@"
SCRIPT
} > "$home/bin/neural-workbench"
chmod 755 "$home/bin/neural-workbench"
{
  sed '/^set "remembered=/,$d' src/main/scripts/neural-workbench.bat
  printf '"%%java%%" "@%%~dp0java-options" %s "-Dneuralworkbench.natives=%%~dp0..\\lib\\windows-x64\\natives" --module-path "%%~dp0..\\lib\\windows-x64\\modules" -cp "%%~dp0..\\lib\\*" dev.neuralworkbench.app.Main %%*\n' "$options"
  sed -n '/^exit \/b %errorlevel%/,$p' src/main/scripts/neural-workbench.bat
} > "$home/bin/neural-workbench.bat"
cp src/main/scripts/java-options "$home/bin"
cp src/main/resources/dev/neuralworkbench/licences.txt "$home/LICENCES.txt"

(CDPATH= cd -- "$out" && zip -q -r -X "neural-workbench_$version.zip" neural-workbench)
ls -l "$out"/*.zip
