package dev.neuralworkbench.data.read.dialect;

import java.nio.charset.Charset;
import java.util.List;

/**
 * An East Asian encoding of one or two bytes a character, with the plane of its common characters.
 * Nearly every sequence of bytes is some text in each of them; but a text keeps to the common plane
 * of its own.
 *
 * @param charset its name in Java
 * @param leads ranges of first bytes of a pair, as texts of two characters
 * @param trails ranges of second bytes
 * @param common ranges of first bytes of the common characters
 * @param commonTrails ranges of their second bytes
 */
record DoubleByteEncoding(
    String charset, Bytes leads, Bytes trails, Bytes common, Bytes commonTrails) {

  /**
   * Simplified Chinese: GB 2312 has its marks in A1 to A3 and its common characters, by their
   * sound, in B0 to D7.
   */
  static final DoubleByteEncoding GB18030 =
      new DoubleByteEncoding(
          "GB18030",
          Bytes.of(0x81, 0xFE),
          Bytes.of(0x30, 0x7E, 0x80, 0xFE),
          Bytes.of(0xA1, 0xA3, 0xB0, 0xD7),
          Bytes.of(0xA1, 0xFE));

  /** Traditional Chinese: the common characters, by their strokes, in A4 to C6. */
  static final DoubleByteEncoding BIG5 =
      new DoubleByteEncoding(
          "Big5",
          Bytes.of(0xA1, 0xF9),
          Bytes.of(0x40, 0x7E, 0xA1, 0xFE),
          Bytes.of(0xA1, 0xC6),
          Bytes.of(0x40, 0x7E, 0xA1, 0xFE));

  /** Japanese: marks and kana in 81 to 83, the common characters in 88 to 97. */
  static final DoubleByteEncoding SHIFT_JIS =
      new DoubleByteEncoding(
          "windows-31j",
          Bytes.of(0x81, 0x9F, 0xE0, 0xFC),
          Bytes.of(0x40, 0x7E, 0x80, 0xFC),
          Bytes.of(0x81, 0x83, 0x88, 0x97),
          Bytes.of(0x40, 0x7E, 0x80, 0xFC));

  /** Korean: marks in A1, the syllables in B0 to C8. */
  static final DoubleByteEncoding KOREAN =
      new DoubleByteEncoding(
          "x-windows-949",
          Bytes.of(0x81, 0xFE),
          Bytes.of(0x41, 0x5A, 0x61, 0x7A, 0x81, 0xFE),
          Bytes.of(0xA1, 0xA1, 0xB0, 0xC8),
          Bytes.of(0xA1, 0xFE));

  /** In the order in which they are preferred. */
  static final List<DoubleByteEncoding> ALL = List.of(GB18030, BIG5, SHIFT_JIS, KOREAN);

  /** Pairs from which it is no chance that all lie in the narrower plane of Korean. */
  private static final int ENOUGH = 20;

  /**
   * Share of the pairs that lie in the common plane; 0 if the bytes are no text in this encoding.
   *
   * @param bytes Not modified.
   */
  double share(byte[] bytes) {
    var pairs = 0;
    var frequent = 0;
    var lead = 0;
    for (var signed : bytes) {
      var value = signed & 0xFF;
      if (lead == 0) {
        if (value >= 0x80 && !leads.contains(value)) {
          // A half-width kana of Japanese stands alone; it speaks for nothing.
          if (!equals(SHIFT_JIS) || value < 0xA1 || value > 0xDF) {
            return 0;
          }
          pairs++;
        } else {
          lead = value < 0x80 ? 0 : value;
        }
        continue;
      }
      if (!trails.contains(value)) {
        return 0;
      }
      pairs++;
      frequent += common.contains(lead) && commonTrails.contains(value) ? 1 : 0;
      lead = 0;
    }
    var tooFew = equals(KOREAN) && pairs < ENOUGH;
    return pairs == 0 || tooFew ? 0 : frequent / (double) pairs;
  }

  /** The encoding for Java, or nothing on a Java that lacks it. */
  boolean isSupported() {
    return Charset.isSupported(charset);
  }

  record Bytes(List<Integer> bounds) {

    static Bytes of(Integer... bounds) {
      return new Bytes(List.of(bounds));
    }

    boolean contains(int value) {
      for (var i = 0; i < bounds.size(); i += 2) {
        if (value >= bounds.get(i) && value <= bounds.get(i + 1)) {
          return true;
        }
      }
      return false;
    }
  }
}
