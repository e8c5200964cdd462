package dev.neuralworkbench.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * How a text file's bytes are to be read.
 *
 * @param charset character encoding
 * @param markLength length of the byte order mark at the start, which is skipped
 */
record TextEncoding(Charset charset, int markLength) {

  static final TextEncoding UTF_8 = new TextEncoding(StandardCharsets.UTF_8, 0);
  static final TextEncoding GB18030 = new TextEncoding(Charset.forName("GB18030"), 0);
  static final TextEncoding WINDOWS_1252 = new TextEncoding(Charset.forName("windows-1252"), 0);

  private static final List<TextEncoding> MARKED =
      List.of(
          new TextEncoding(StandardCharsets.UTF_8, 3),
          new TextEncoding(StandardCharsets.UTF_16LE, 2),
          new TextEncoding(StandardCharsets.UTF_16BE, 2));

  /** Share of two-byte characters from the common plane (GB 2312) that Chinese text has. */
  private static final double LEAST_COMMON_SHARE = 0.7;

  /** The encoding that a byte order mark tells; UTF-8 where there is none. */
  static TextEncoding ofMark(byte[] head) {
    for (var encoding : MARKED) {
      var mark = "\uFEFF".getBytes(encoding.charset);
      if (head.length >= mark.length && Arrays.equals(head, 0, mark.length, mark, 0, mark.length)) {
        return encoding;
      }
    }
    return UTF_8;
  }

  /**
   * GB18030 or Windows-1252, for bytes that are not UTF-8. Nearly every byte sequence is some text
   * in both. But in Chinese text bytes above 127 come in pairs, and most pairs lie in the plane of
   * the common characters, both bytes from A1 on; in Western text such bytes stand between letters.
   *
   * @param bytes read to its end, and not closed
   */
  static TextEncoding withoutUnicode(InputStream bytes) throws IOException {
    var buffer = new byte[1 << 16];
    var pairs = 0L;
    var common = 0L;
    var lead = 0;
    for (var read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
      for (var i = 0; i < read; i++) {
        var value = buffer[i] & 0xFF;
        if (lead == 0) {
          lead = value < 0x80 ? 0 : value;
          continue;
        }
        if (lead == 0x80 || lead == 0xFF || value < 0x30 || value == 0x7F || value == 0xFF) {
          return WINDOWS_1252;
        }
        pairs++;
        if (lead >= 0xA1 && value >= 0xA1) {
          common++;
        }
        lead = 0;
      }
    }
    return pairs > 0 && lead == 0 && common >= LEAST_COMMON_SHARE * pairs ? GB18030 : WINDOWS_1252;
  }

  /**
   * A reader of the text after the mark. It refuses malformed bytes, except in Windows-1252, where
   * the few that mean nothing are replaced.
   *
   * @param bytes at the start of the file
   */
  Reader reader(InputStream bytes) throws IOException {
    bytes.skipNBytes(markLength);
    var decoder = charset.newDecoder();
    if (equals(WINDOWS_1252)) {
      decoder.onMalformedInput(CodingErrorAction.REPLACE);
      decoder.onUnmappableCharacter(CodingErrorAction.REPLACE);
    }
    return new InputStreamReader(bytes, decoder);
  }

  /** The text of the first bytes, as far as they mean something. */
  String decode(byte[] head) {
    return new String(head, markLength, head.length - markLength, charset);
  }
}
