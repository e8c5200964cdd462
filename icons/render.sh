#!/usr/bin/env bash
# Makes every icon from the drawing. Needs rsvg-convert, ImageMagick and png2icns; the results are committed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

for size in 16 24 32 48 64 128 256 512; do
  rsvg-convert --width "$size" --height "$size" neural-workbench.svg --output "neural-workbench-$size.png"
done
mv neural-workbench-512.png neural-workbench.png
magick neural-workbench-{16,24,32,48,64,128,256}.png neural-workbench.ico
png2icns neural-workbench.icns neural-workbench-{16,32,48,128,256}.png neural-workbench.png >/dev/null
