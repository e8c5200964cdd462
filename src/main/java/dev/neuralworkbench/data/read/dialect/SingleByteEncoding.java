package dev.neuralworkbench.data.read.dialect;

import java.nio.charset.Charset;

/**
 * Which alphabet the bytes above 127 write where each is a character. In Cyrillic whole words are
 * of such bytes; in the languages of Western and Central Europe single ones stand among the letters
 * of ASCII, and what are letters to the one are signs to the other.
 */
final class SingleByteEncoding {

  static final String WESTERN = "windows-1252";
  private static final String CENTRAL = "windows-1250";
  private static final String CYRILLIC = "windows-1251";
  private static final String CYRILLIC_UNIX = "KOI8-R";

  private static final double CYRILLIC_SHARE = 0.7;
  private static final double CENTRAL_SHARE = 0.1;
  private static final int WORD = 3;

  private SingleByteEncoding() {}

  /**
   * The charset that makes most sense of the bytes.
   *
   * @param bytes a text that is not UTF-8. Not modified.
   */
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
