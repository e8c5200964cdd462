#!/usr/bin/env bash
# Installs the .deb of target/installer on this machine, tries it as a user would, and removes it:
# the type of a model by name and by content, a double click in a file manager, a folder with blanks
# and Chinese characters, the cache of the start, a model trained, opened, asked and saved, nothing
# left behind. Needs root; installs the file manager and what else it needs.
set -euo pipefail
CDPATH= cd -- "$(dirname "${BASH_SOURCE[0]}")/../.."
project=$PWD
deb=$project/$(ls target/installer/*.deb)

missing=()
for package in xvfb xdotool openbox pcmanfm xdg-utils libglib2.0-bin desktop-file-utils shared-mime-info libgtk-3-0t64 fonts-noto-cjk; do
  dpkg-query -W -f '${db:Status-Abbrev}' "$package" 2>/dev/null | grep -q '^ii' || missing+=("$package")
done
if [ ${#missing[@]} -gt 0 ]; then
  apt-get update -q
  DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}"
fi

fail() {
  echo "FAILED   $1" >&2
  exit 1
}
told() { printf 'ok       %s\n' "$1"; }
files() { find / -xdev \( -path /proc -o -path /sys -o -path "$work" -o -path "$project" \) -prune -o -print 2>/dev/null | LC_ALL=C sort; }

work=$(mktemp -d)
folder="$work/测试 目录"
mkdir -p "$folder" "$work/home"
export HOME=$work/home XDG_CONFIG_HOME=$work/home/.config XDG_CACHE_HOME=$work/home/.cache LC_ALL=C.UTF-8
display=
finish() {
  [ -z "$display" ] || kill "$display" 2>/dev/null || true
  pkill -f '/opt/neural-workbench/bin' || true
  dpkg --purge neural-workbench >/dev/null 2>&1 || true
  rm -rf "$work"
}
trap finish EXIT

! dpkg-query -W neural-workbench >/dev/null 2>&1 || fail "it is installed already; this would remove it"
# What it depends on first: that is not to go with it.
apt-get install -q -y --no-install-recommends "$deb" >/dev/null 2>&1 || fail "not installed"
dpkg --purge neural-workbench >/dev/null
files > "$work/before"
dpkg -i "$deb" >/dev/null
[ -x /opt/neural-workbench/bin/neural-workbench ] || fail "not installed"
told "installed, $(($(stat -c %s "$deb") >> 20)) MB"
JAVA_TOOL_OPTIONS=-XX:AOTMode=on neural-workbench --version >/dev/null 2>&1 || fail "the cache of the start is not used"
told "the cache of the start is used"

# Whichever display is free: those of the machine are seen from a root of its own, too.
Xvfb -displayfd 3 -screen 0 1400x900x24 3> "$work/display" >/dev/null 2>&1 &
display=$!
timeout 20 sh -c 'until [ -s "$0" ]; do sleep 0.2; done' "$work/display" || fail "no display"
export DISPLAY=:$(cat "$work/display")
openbox >/dev/null 2>&1 &
neural-workbench self-test --strict || fail "self-test"

CDPATH= cd -- "$folder"
neural-workbench samples iris -o "花 1.csv" 2>/dev/null
neural-workbench train "花 1.csv" -o "a 模型.nnw" --epochs 20 >/dev/null 2>&1
neural-workbench predict "a 模型.nnw" "花 1.csv" -o "答案.csv" 2>/dev/null
[ "$(wc -l < "答案.csv")" -eq 151 ] || fail "answers"
told "trained, saved and predicted in a folder with blanks and Chinese characters"

# Without a desktop xdg-mime asks file, which knows no installed types.
export XDG_CURRENT_DESKTOP=GNOME
cp "a 模型.nnw" model
for file in "a 模型.nnw" model; do
  type=$(xdg-mime query filetype "$file")
  [ "$type" = application/x-neural-workbench ] || fail "type of $file: $type"
done
told "type by name and by content"
rm model

# The model is the first file of its folder, at the upper left of the file manager's window.
rm "答案.csv"
pcmanfm --no-desktop "$folder" >/dev/null 2>&1 &
manager=$!
shown=$(timeout 20 xdotool search --sync --onlyvisible --class pcmanfm | head -1)
sleep 2
xdotool mousemove --window "$shown" 200 110 click --repeat 2 --delay 120 1
window=$(timeout 40 xdotool search --sync --onlyvisible --name "a 模型") || fail "a double click opens no window"
sleep 2
told "double-clicked: $(xdotool getwindowname "$(echo "$window" | head -1)")"
xdotool windowactivate "$(echo "$window" | head -1)" 2>/dev/null || true
epochs() { grep -o '"epoch": *[0-9]*' "a 模型.nnw" | head -1; }
before=$(epochs)
xdotool key --clearmodifiers F6
sleep 2
xdotool key --clearmodifiers ctrl+s
for _ in $(seq 20); do
  [ "$(epochs)" = "$before" ] || break
  sleep 0.5
done
[ -n "$before" ] && [ "$(epochs)" != "$before" ] || fail "not trained on and saved: $before, $(epochs)"
told "trained on and saved from the window: ${before#*: } epochs, then $(epochs | sed 's/.*: *//')"
xdotool key --clearmodifiers ctrl+q
for _ in $(seq 20); do
  pgrep -f '/opt/neural-workbench/bin' >/dev/null || break
  sleep 0.5
done
! pgrep -f '/opt/neural-workbench/bin' >/dev/null || fail "Ctrl+Q does not end it"
kill "$manager" 2>/dev/null || true

CDPATH= cd -- /
dpkg --purge neural-workbench >/dev/null
files > "$work/after"
[ "$(wc -l < "$work/after")" -gt 1000 ] || fail "the files were not listed"
# Java keeps a list of the system's fonts, two kilobytes, in the home of the account.
fonts=$(getent passwd "$(id -u)" | cut -d: -f6)/.java
left=$(comm -13 "$work/before" "$work/after" | grep -v -e '^/var/\(lib/dpkg\|lib/apt\|cache\|log\)/' -e '^/tmp' -e "^$fonts" || true)
[ -z "$left" ] || fail "left behind: $left"
own=$(find "$HOME" -type f -path '*neural*' | sed "s|$HOME/||" | paste -sd' ')
unpacked=$(find "$HOME" \( -name '*.so*' -o -name '*.jar' \) -type f | head -3)
[ -z "$unpacked" ] || fail "unpacked into the home: $unpacked"
told "removed without a trace, nothing unpacked into the home; the user's own: $own"
