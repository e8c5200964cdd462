# What the packages of every system have in common. Sourced by their scripts, in the project's
# folder, with `set -euo pipefail`.

out=target/installer
lib=target/app/lib
version=$(sed -n 's|^  <version>\(.*\)</version>|\1|p' pom.xml)

# One option a line, some with a reason above it.
mapfile -t common < <(grep -v '^#' src/main/scripts/java-options)

# The program's jars lie on the class path: a cache of a start knows a module path by its place, and
# is refused where the folder was moved to another.
options=("${common[@]}" --add-exports=javafx.graphics/com.sun.javafx.text=ALL-UNNAMED
  --enable-native-access=javafx.graphics,ALL-UNNAMED --add-modules=javafx.controls,javafx.swing)

need() { # tools
  local tool
  for tool in "$@"; do
    command -v "$tool" >/dev/null || {
      echo "This needs $tool: install it first." >&2
      exit 1
    }
  done
}

# Sets jdk to a JDK 25: that of JAVA_HOME, of the PATH or in /usr/lib/jvm.
find_jdk() {
  local java candidate
  for java in "${JAVA_HOME:-/none}/bin/java" "$(command -v java || true)" /usr/lib/jvm/*/bin/java; do
    candidate=$(dirname "$(dirname "$(readlink -f "${java:-/none}")")")
    if [ -e "$candidate/bin/jpackage" ] || [ -e "$candidate/bin/jpackage.exe" ]; then
      if grep -q '^JAVA_VERSION="\(2[5-9]\|[3-9][0-9]\)' "$candidate/release" 2>/dev/null; then
        jdk=$candidate
        return
      fi
    fi
  done
  echo "This needs a JDK 25 or newer: install it, or set JAVA_HOME to where it is." >&2
  exit 1
}

# Builds the program: $out/input with its jars, its natives as files and its licences, $out/runtime
# with the Java that it needs.
make_parts() { # pattern of the names of native libraries, such as *.so*
  find_jdk
  mvn -q -B package -DskipTests -Dcache.skip
  # That of the jars which were there before would be refused without a word.
  rm -f "$lib/neural-workbench.aot"
  rm -rf "$out"
  mkdir -p "$out/jmods" "$out/input"

  # JavaFX's jars hold native libraries that would be unpacked into each user's home at run time; as
  # jmods they land in the runtime's own lib folder. Only explicit modules can be linked, so all
  # other jars stay jars.
  local jar module work
  for jar in "$lib"/javafx-*.jar; do
    module=$(basename "$jar" | sed 's/^javafx-\([a-z]*\)-.*/javafx.\1/')
    work=$out/jmods/$module
    mkdir -p "$work/classes" "$work/libs"
    unzip -q "$jar" -d "$work/classes"
    find "$work/classes" -maxdepth 1 -name "$1" -exec mv {} "$work/libs" \;
    "$jdk/bin/jmod" create --class-path "$work/classes" --libs "$work/libs" "$out/jmods/$module.jmod"
  done

  cp "$lib"/*.jar "$out/input"
  rm "$out"/input/javafx-*.jar
  # OpenBLAS as files, which are loaded where they lie.
  cp -R "$lib/natives" "$out/input"

  # Modules of the JDK and JavaFX that the program's own modules need; besides, Chinese formats and
  # the character sets of older Chinese files.
  local modules
  modules=$("$jdk/bin/java" --module-path "$lib" --limit-modules dev.neuralworkbench --list-modules |
    tr -d '\r' | sed -n 's/^\(\(java\|jdk\|javafx\)\.[a-z.]*\)@.*/\1/p' | paste -sd, -)
  "$jdk/bin/jlink" --module-path "$out/jmods" --add-modules "$modules,jdk.localedata,jdk.charsets" \
    --include-locales en,zh-CN --strip-debug --no-header-files --no-man-pages --output "$out/runtime"
  rm -r "$out/jmods"
}

# Runs jpackage on the parts.
package() { # further arguments
  local arguments=() option
  for option in "${options[@]}" '-XX:AOTCache=$APPDIR/neural-workbench.aot'; do
    arguments+=(--java-options "$option")
  done
  "$jdk/bin/jpackage" --dest "$out" --runtime-image "$out/runtime" --input "$out/input" \
    --main-jar neural-workbench.jar --main-class dev.neuralworkbench.app.Main \
    "${arguments[@]}" "$@" 2>&1 | sed '/No JDK Modules found/d'
}

# Makes the cache of a start, of what the packaged program loads, links and compiles: from a run of
# its self-test, with the class path that its launcher has; after the words of launch, if any. A
# program that fails its self-test is not packaged.
remember_start() { # folder of the jars, java, what separates them, further options
  local folder=$1 java=$2 separator=$3 jars
  local log=$out/remember-start.log
  shift 3
  jars=$(CDPATH= cd -- "$folder" && find "$PWD" -maxdepth 1 -name '*.jar' ! -name neural-workbench.jar | LC_ALL=C sort | paste -sd"$separator" -)
  ${launch[@]+"${launch[@]}"} "$java" -XX:AOTCacheOutput="$folder/neural-workbench.aot" \
    -Duser.home="$out/home" "$@" "${options[@]}" \
    -cp "$(CDPATH= cd -- "$folder" && pwd)/neural-workbench.jar$separator$jars" \
    dev.neuralworkbench.app.Main self-test --strict > "$log" 2>&1 || {
    grep '^FAILED\|^lacking' "$log" >&2 || true
    echo "The program failed its self-test, so it was not packaged; $log has all of it. On a busy machine, try again when it is idle." >&2
    exit 1
  }
  rm -rf "$out/home"
}
