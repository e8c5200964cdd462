package dev.neuralworkbench.data.read.idx;

import dev.neuralworkbench.data.read.source.GzipSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The two files of labelled images, told apart by name: {@code train-images-idx3-ubyte} and {@code
 * train-labels-idx1-ubyte}, gzipped or not, with {@code .idx} behind them or not.
 *
 * @param labels their labels; null where there is no such file
 */
record IdxFiles(Path images, @Nullable Path labels) {

  static boolean isIdx(Path file) {
    var name = GzipSource.unpackedName(name(file));
    return name.endsWith(".idx") || name.endsWith("-ubyte") || name.endsWith(".idx3-ubyte");
  }

  static IdxFiles of(Path file) {
    var name = name(file);
    if (name.contains("labels")) {
      var images = partner(file, "labels", "images", "idx1", "idx3");
      return images == null ? new IdxFiles(file, null) : new IdxFiles(images, file);
    }
    return new IdxFiles(file, partner(file, "images", "labels", "idx3", "idx1"));
  }

  String labelsName() {
    return images.getFileName().toString().replace("images", "labels").replace("idx3", "idx1");
  }

  private static @Nullable Path partner(
      Path file, String own, String others, String ownIdx, String othersIdx) {
    var name = file.getFileName().toString();
    if (!name.contains(own)) {
      return null;
    }
    var partner = name.replace(own, others).replace(ownIdx, othersIdx);
    for (var candidate :
        new String[] {partner, partner + ".gz", partner.replaceFirst("\\.gz$", "")}) {
      var path = file.resolveSibling(candidate);
      if (Files.isRegularFile(path)) {
        return path;
      }
    }
    return null;
  }

  private static String name(Path file) {
    var name = file.getFileName();
    return name == null ? "" : name.toString().toLowerCase(Locale.ROOT);
  }
}
