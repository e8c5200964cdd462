#!/usr/bin/env bash
# Makes target/installer/*.msi on Windows (in Git's bash, with the WiX toolset) or *.dmg on macOS:
# the program with its own Java runtime. Needs Maven, unzip and a JDK 25 in JAVA_HOME.
# Untried on both systems; parts.sh, which does the most of it, is tried on Linux.
set -euo pipefail
CDPATH= cd -- "$(dirname "${BASH_SOURCE[0]}")/.."

case $(uname -s) in
  Darwin) type=dmg icon=icns pattern='*.dylib' separator=: ;;
  MINGW* | MSYS* | CYGWIN*) type=msi icon=ico pattern='*.dll' separator=';' ;;
  *)
    echo "This makes .msi on Windows and .dmg on macOS; on Linux run installer/linux/build.sh." >&2
    exit 1
    ;;
esac

. installer/parts.sh
need mvn unzip
make_parts "$pattern"
remember_start "$out/input" "$out/runtime/bin/java" "$separator"
cp src/main/resources/dev/neuralworkbench/licences.txt "$out/input/LICENCES.txt"

printf 'extension=nnw\nmime-type=application/x-neural-workbench\ndescription=Neural Workbench model\nicon=%s\n' \
  "icons/neural-workbench.$icon" > "$out/nnw.properties"
arguments=(--type "$type" --name "Neural Workbench" --app-version "1.$version"
  --icon "icons/neural-workbench.$icon" --file-associations "$out/nnw.properties")
if [ "$type" = msi ]; then
  # A second launcher with a console is the command line.
  printf 'win-console=true\n' > "$out/console.properties"
  arguments+=(--win-menu --win-shortcut --win-per-user-install --add-launcher "neural-workbench=$out/console.properties")
fi
package "${arguments[@]}"
for file in "$out"/*."$type"; do
  mv "$file" "$out/neural-workbench_${version}_$(uname -m).$type"
done
ls "$out"
