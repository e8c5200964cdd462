package dev.neuralworkbench.data;

import java.util.List;
import java.util.Optional;

/**
 * Tells files that are no text from their first bytes.
 *
 * @param name what the format is called
 * @param start bytes that every file of it starts with
 */
record BinaryFormat(String name, String start) {

  /** Name given to bytes that are no text and of no known format. */
  static final String UNKNOWN = "";

  private static final List<BinaryFormat> KNOWN =
      List.of(
          new BinaryFormat("PNG", "\u0089PNG"),
          new BinaryFormat("JPEG", "\u00ff\u00d8\u00ff"),
          new BinaryFormat("GIF", "GIF8"),
          new BinaryFormat("BMP", "BM"),
          new BinaryFormat("TIFF", "II*\0"),
          new BinaryFormat("TIFF", "MM\0*"),
          new BinaryFormat("PDF", "%PDF-"),
          new BinaryFormat("XLS", "\u00d0\u00cf\u0011\u00e0"),
          new BinaryFormat("ZIP, XLSX", "PK\u0003\u0004"),
          new BinaryFormat("GZIP", "\u001f\u008b"),
          new BinaryFormat("Parquet", "PAR1"),
          new BinaryFormat("HDF5", "\u0089HDF"));

  /** Share of control characters above which bytes are no text. */
  private static final double MOST_CONTROLS = 0.01;

  /**
   * The format of a file that is no text.
   *
   * @param head its first bytes, as characters of the same value
   * @return its name, empty where it has none; nothing if it may be text
   */
  static Optional<String> of(String head) {
    if (!looksBinary(head)) {
      return Optional.empty();
    }
    return Optional.of(
        KNOWN.stream()
            .filter(format -> head.startsWith(format.start))
            .findFirst()
            .map(BinaryFormat::name)
            .orElse(UNKNOWN));
  }

  private static boolean looksBinary(String head) {
    if (head.startsWith("%PDF-") || head.startsWith("\u001f\u008b")) {
      return true;
    }
    var controls = head.chars().filter(c -> c < ' ' && !Character.isWhitespace(c)).count();
    return head.indexOf('\0') >= 0 || controls > MOST_CONTROLS * head.length();
  }
}
