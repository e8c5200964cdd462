package dev.neuralworkbench.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;

/**
 * What tells one content of a file from another without reading it. Two stamps of one path that
 * differ mean that somebody else wrote there in between. Nothing is locked by it.
 *
 * @param size in bytes; 0 where there is no file
 * @param modified when it was written last, as exactly as the file system knows
 * @param key the system's number of the file, another one where it was replaced; empty where the
 *     system has none
 */
public record FileStamp(long size, Instant modified, String key) {

  /** There is no file that keeps what is written: none at all, a folder, a pipe or a device. */
  public static final FileStamp NONE = new FileStamp(0, Instant.MIN, "");

  /**
   * The stamp of what a path leads to now, through links; {@link #NONE} where there is no file or
   * none that may be looked at. To know what was read, take it before reading.
   */
  public static FileStamp of(Path file) {
    try {
      var attributes = Files.readAttributes(file, BasicFileAttributes.class);
      if (!attributes.isRegularFile()) {
        return NONE;
      }
      var key = attributes.fileKey();
      return new FileStamp(
          attributes.size(),
          attributes.lastModifiedTime().toInstant(),
          key == null ? "" : key.toString());
    } catch (IOException _) {
      return NONE;
    }
  }

  /** Whether there was a file. */
  public boolean exists() {
    return !equals(NONE);
  }
}
