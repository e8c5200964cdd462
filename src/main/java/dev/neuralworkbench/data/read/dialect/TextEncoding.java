package dev.neuralworkbench.data.read.dialect;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How a text file's bytes are to be read.
 *
 * @param charset character encoding
 * @param markLength length of the byte order mark at the start, which is skipped
 * @param guessed whether neither a mark tells it, nor anybody, nor could it be anything but UTF-8
 */
public record TextEncoding(Charset charset, int markLength, boolean guessed) {

  public static final TextEncoding UTF_8 = new TextEncoding(StandardCharsets.UTF_8, 0, false);

  private static final List<TextEncoding> MARKED =
      List.of(
          new TextEncoding(StandardCharsets.UTF_8, 3, false),
          new TextEncoding(StandardCharsets.UTF_16LE, 2, false),
          new TextEncoding(StandardCharsets.UTF_16BE, 2, false));

  /** Share of pairs of bytes from an encoding's common plane that a text in it has. */
  private static final double LEAST_COMMON_SHARE = 0.7;

  /** Bytes of the lines with others than ASCII that are looked at. */
  private static final int LOOKED_AT = 1 << 18;

  /** The encoding that a byte order mark tells; UTF-8 where there is none. */
  public static TextEncoding ofMark(byte[] head) {
    for (var encoding : MARKED) {
      var mark = "\uFEFF".getBytes(encoding.charset);
      if (head.length >= mark.length && Arrays.equals(head, 0, mark.length, mark, 0, mark.length)) {
        return encoding;
      }
    }
    return UTF_8;
  }

  /**
   * An encoding that was chosen, after the mark that such a text may begin with.
   *
   * @param name name of a character encoding
   * @return nothing if this machine knows none of that name
   */
  public static Optional<TextEncoding> named(String name, byte[] head) {
    try {
      var charset = Charset.forName(name);
      var mark = ofMark(head);
      return Optional.of(charset.equals(mark.charset) ? mark : new TextEncoding(charset, 0, false));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * The most likely encoding of bytes that are not UTF-8: one of East Asia where its common
   * characters make up most of them, otherwise that of an alphabet. It remains a guess.
   *
   * @param bytes read as far as need be, and not closed
   */
  public static TextEncoding withoutUnicode(InputStream bytes) throws IOException {
    var sample = linesBeyondAscii(bytes);
    var most = LEAST_COMMON_SHARE;
    var charset = SingleByteEncoding.guess(sample);
    for (var encoding : DoubleByteEncoding.ALL) {
      var share = encoding.isSupported() ? encoding.share(sample) : 0;
      // All Korean syllables lie in the plane of Chinese too, but hardly a Chinese text in theirs.
      var narrower = encoding.equals(DoubleByteEncoding.KOREAN) && share == most;
      if (share > most || (narrower && share > LEAST_COMMON_SHARE)) {
        most = share;
        charset = Charset.forName(encoding.charset());
      }
    }
    return new TextEncoding(charset, 0, true);
  }

  /** The lines that have a byte above 127, one after the other. */
  private static byte[] linesBeyondAscii(InputStream bytes) throws IOException {
    var found = new ByteArrayOutputStream();
    var line = new ByteArrayOutputStream();
    var beyond = false;
    var buffer = new byte[1 << 16];
    for (var read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
      for (var i = 0; i < read; i++) {
        line.write(buffer[i]);
        beyond |= buffer[i] < 0;
        if (buffer[i] == '\n' || buffer[i] == '\r' || line.size() >= LOOKED_AT) {
          if (beyond) {
            line.writeTo(found);
          }
          line.reset();
          beyond = false;
        }
      }
      if (found.size() >= LOOKED_AT) {
        return found.toByteArray();
      }
    }
    if (beyond) {
      line.writeTo(found);
    }
    return found.toByteArray();
  }

  /**
   * A reader of the text after the mark. It refuses malformed bytes, except where the encoding was
   * guessed: there the few that mean nothing are replaced.
   *
   * @param bytes at the start of the file
   */
  public Reader reader(InputStream bytes) throws IOException {
    bytes.skipNBytes(markLength);
    var decoder = charset.newDecoder();
    if (guessed) {
      decoder.onMalformedInput(CodingErrorAction.REPLACE);
      decoder.onUnmappableCharacter(CodingErrorAction.REPLACE);
    }
    return new InputStreamReader(bytes, decoder);
  }

  /** The text of the first bytes, as far as they mean something. */
  public String decode(byte[] head) {
    return new String(head, markLength, head.length - markLength, charset);
  }

  /**
   * Which alphabet the bytes above 127 write where each is a character. In Cyrillic whole words are
   * of such bytes; in the languages of Western and Central Europe single ones stand among the
   * letters of ASCII, and what are letters to the one are signs to the other.
   */
  private static final class SingleByteEncoding {

    static final String WESTERN = "windows-1252";
    private static final String CENTRAL = "windows-1250";
    private static final String CYRILLIC = "windows-1251";
    private static final String CYRILLIC_UNIX = "KOI8-R";

    private static final double CYRILLIC_SHARE = 0.7;
    private static final double CENTRAL_SHARE = 0.1;
    private static final int WORD = 3;

    private SingleByteEncoding() {}

    /** The charset that makes most sense of bytes that are not UTF-8 and are not modified. */
    static Charset guess(byte[] bytes) {
      var high = 0;
      var inWords = 0;
      for (var i = 0; i < bytes.length; i++) {
        if (bytes[i] < 0) {
          var from = i;
          while (i < bytes.length && bytes[i] < 0) {
            i++;
          }
          high += i - from;
          inWords += i - from >= WORD ? i - from : 0;
        }
      }
      var name = WESTERN;
      if (inWords >= CYRILLIC_SHARE * high) {
        name = smallBelow(bytes) ? CYRILLIC_UNIX : CYRILLIC;
      } else if (lettersOfCentralEurope(bytes) >= Math.max(1, CENTRAL_SHARE * high)) {
        name = CENTRAL;
      }
      return Charset.forName(Charset.isSupported(name) ? name : WESTERN);
    }

    /** Whether the small letters are C0 to DF, as in KOI8-R, rather than E0 to FF: they lead. */
    private static boolean smallBelow(byte[] bytes) {
      var below = 0;
      var above = 0;
      for (var value : bytes) {
        var unsigned = value & 0xFF;
        below += unsigned >= 0xC0 && unsigned < 0xE0 ? 1 : 0;
        above += unsigned >= 0xE0 ? 1 : 0;
      }
      return below > above;
    }

    /** Bytes beside a letter of ASCII that are letters in Central Europe and signs in the West. */
    private static int lettersOfCentralEurope(byte[] bytes) {
      var western = new String(bytes, Charset.forName(WESTERN));
      var central = new String(bytes, Charset.forName(CENTRAL));
      var found = 0;
      for (var i = 1; i < western.length(); i++) {
        if (bytes[i] < 0
            && Character.isLetter(central.charAt(i))
            && !Character.isLetter(western.charAt(i))
            && bytes[i - 1] > 0
            && Character.isLetter(western.charAt(i - 1))) {
          found++;
        }
      }
      return found;
    }
  }
}
