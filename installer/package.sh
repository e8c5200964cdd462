#!/usr/bin/env bash
# Makes target/installer/*.msi on Windows (in Git's bash, with the WiX toolset) or *.dmg on macOS:
# the program with its own Java runtime. Needs Maven, zip, unzip and a JDK 25 in JAVA_HOME.
# Untried on both systems; the folder that it packs is made as installer/linux/build.sh makes it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

case $(uname -s) in
  Darwin) type=dmg icon=icns natives='*.dylib' separator=: ;;
  MINGW* | MSYS* | CYGWIN*) type=msi icon=ico natives='*.dll' separator=';' ;;
  *)
    echo "This makes .msi on Windows and .dmg on macOS; on Linux run installer/linux/build.sh." >&2
    exit 1
    ;;
esac

mvn -q -B package -DskipTests -Dcache.skip
lib=target/app/lib
out=target/installer
version=$(sed -n 's|^  <version>\(.*\)</version>|\1|p' pom.xml)
rm -rf "$out"
mkdir -p "$out/jmods" "$out/input/natives"

for jar in "$lib"/javafx-*.jar; do
  module=$(basename "$jar" | sed 's/^javafx-\([a-z]*\)-.*/javafx.\1/')
  work=$out/jmods/$module
  mkdir -p "$work/classes" "$work/libs"
  unzip -q "$jar" -d "$work/classes"
  find "$work/classes" -maxdepth 1 -name "$natives" -exec mv {} "$work/libs" \;
  "$JAVA_HOME/bin/jmod" create --class-path "$work/classes" --libs "$work/libs" "$out/jmods/$module.jmod"
  rm -r "$work"
done
cp "$lib"/*.jar "$out/input"
rm "$out"/input/javafx-*.jar
place=dev/neuralworkbench/nn/blas
unzip -q -j "$out/input/neural-workbench.jar" "$place/$natives" -d "$out/input/natives"
zip -q -d "$out/input/neural-workbench.jar" "$place/$natives"
cp src/main/resources/dev/neuralworkbench/licences.txt "$out/input/LICENCES.txt"

modules=$("$JAVA_HOME/bin/java" --module-path "$lib" --limit-modules dev.neuralworkbench --list-modules |
  tr -d '\r' | sed -n 's/^\(\(java\|jdk\|javafx\)\.[a-z.]*\)@.*/\1/p' | paste -sd, -)
"$JAVA_HOME/bin/jlink" --module-path "$out/jmods" --add-modules "$modules,jdk.localedata,jdk.charsets" \
  --include-locales en,zh-CN --strip-debug --no-header-files --no-man-pages --output "$out/runtime"

# The main jar first and then the others by name, as the launcher will have them.
options=(--add-exports=javafx.graphics/com.sun.javafx.text=ALL-UNNAMED
  --enable-native-access=javafx.graphics,ALL-UNNAMED --add-modules=javafx.controls,javafx.swing)
jars=$(cd "$out/input" && ls ./*.jar | grep -v neural-workbench.jar | sed "s|^\./|$PWD/|" | paste -sd"$separator" -)
"$out/runtime/bin/java" -XX:AOTCacheOutput="$out/input/neural-workbench.aot" \
  -Dneuralworkbench.natives="$PWD/$out/input/natives" "${options[@]}" \
  -cp "$PWD/$out/input/neural-workbench.jar$separator$jars" dev.neuralworkbench.app.Main self-test

printf 'extension=nnw\nmime-type=application/x-neural-workbench\ndescription=Neural Workbench model\nicon=%s\n' \
  "icons/neural-workbench.$icon" > "$out/nnw.properties"
arguments=(--type "$type" --name "Neural Workbench" --app-version "1.$version" --dest "$out"
  --icon "icons/neural-workbench.$icon" --runtime-image "$out/runtime" --input "$out/input"
  --main-jar neural-workbench.jar --main-class dev.neuralworkbench.app.Main
  --file-associations "$out/nnw.properties"
  --java-options '-Dneuralworkbench.natives=$APPDIR/natives'
  --java-options '-XX:AOTCache=$APPDIR/neural-workbench.aot' --java-options -Xlog:disable)
for option in "${options[@]}"; do
  arguments+=(--java-options "$option")
done
if [ "$type" = msi ]; then
  # A second launcher with a console is the command line.
  printf 'win-console=true\n' > "$out/console.properties"
  arguments+=(--win-menu --win-shortcut --win-per-user-install --add-launcher "neural-workbench=$out/console.properties")
fi
"$JAVA_HOME/bin/jpackage" "${arguments[@]}"
ls "$out"
