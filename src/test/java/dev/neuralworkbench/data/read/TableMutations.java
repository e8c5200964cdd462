package dev.neuralworkbench.data.read;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Damages a file with a table in one of many ways, as chance, an editor or an attacker does: its
 * bytes, what is packed in it, the numbers, lengths and nesting of its text.
 */
final class TableMutations {

  /** Bytes of a mutant at most, unpacked: what is large in the plain is for others to try. */
  private static final int MOST = 4_000_000;

  private static final List<String> PIECES =
      List.of(
          ",",
          ";",
          "\t",
          "|",
          "\"",
          "'",
          "\n",
          "\r",
          "\r\n",
          "\0",
          " ",
          "{",
          "}",
          "[",
          "]",
          "<",
          ">",
          "&",
          "&amp;",
          "&#0;",
          "&#1114112;",
          "<!-- -->",
          "<!DOCTYPE x>",
          "<row>",
          "</row>",
          "<c r=\"A1\">",
          "<v>1</v>",
          "@data",
          "@attribute a {",
          "% ",
          "\ufeff",
          "\ud83d\ude00",
          "\u202e",
          "\u0000\u0001",
          "NaN",
          "null",
          "true",
          "\\u0000",
          "\\ud800",
          "=1+1",
          "NA",
          "#REF!",
          "sep=;\n",
          "General",
          "0.00E+00",
          "yyyy-mm-dd",
          "{0 1, 2147483648 2}",
          ":",
          "\"\"",
          "\\");

  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-0",
          "-1",
          "1e308",
          "1e999",
          "-1e-999",
          "2147483647",
          "2147483648",
          "9223372036854775808",
          "65536",
          "1048577",
          "16385",
          "1e15",
          "0x10",
          "007",
          "1.2.3",
          "1,5",
          "1 000",
          "-",
          "+",
          ".",
          "e",
          "99999999999999999999999999999999999999",
          "ZZZZZZ1",
          "A0",
          "A99999999999",
          "2958466",
          "-657435");

  private static final List<Charset> ENCODINGS =
      List.of(
          StandardCharsets.UTF_16,
          StandardCharsets.UTF_16LE,
          StandardCharsets.ISO_8859_1,
          Charset.forName("GB18030"),
          Charset.forName("Shift_JIS"));

  private final Random random;

  TableMutations(long seed) {
    random = new Random(seed);
  }

  /** A damaged file; what is packed is damaged within, or as it is. */
  byte[] of(String name, byte[] whole, byte[] other) {
    try {
      if (name.endsWith(".gz") && random.nextInt(3) > 0) {
        return packed(damaged(unpacked(whole), other));
      } else if (name.endsWith(".xlsx") && random.nextInt(4) > 0) {
        return workbook(whole, other);
      }
      return damaged(whole, other);
    } catch (IOException _) {
      return damaged(whole, other); // One of the corpus that is damaged already.
    }
  }

  /** One damage, or two one after the other. */
  private byte[] damaged(byte[] bytes, byte[] other) {
    var damaged = bytes;
    for (var i = random.nextInt(3) / 2; i >= 0; i--) {
      damaged = random.nextBoolean() ? ofBytes(damaged, other) : ofText(damaged, other);
    }
    return damaged;
  }

  private byte[] ofBytes(byte[] bytes, byte[] other) {
    var at = random.nextInt(bytes.length + 1);
    var length = random.nextInt(1 + Math.min(200, bytes.length - at));
    return switch (random.nextInt(7)) {
      case 0 -> joined(part(bytes, 0, at));
      case 1 -> joined(part(bytes, at, bytes.length));
      case 2 -> joined(part(bytes, 0, at), part(bytes, at + length, bytes.length));
      case 3 -> {
        var from = random.nextInt(other.length + 1);
        yield joined(part(bytes, 0, at), part(other, from, other.length));
      }
      case 4 -> {
        var drawn = new byte[1 + random.nextInt(16)];
        random.nextBytes(drawn);
        yield joined(part(bytes, 0, at), drawn, part(bytes, at, bytes.length));
      }
      case 5 -> {
        var high = bytes.clone();
        for (var i = 0; i < Math.min(4, high.length); i++) {
          high[(at + i) % high.length] = (byte) (random.nextBoolean() ? 0x7f : 0xff);
        }
        yield high;
      }
      default -> {
        var flipped = bytes.clone();
        for (var i = random.nextInt(6); i >= 0 && flipped.length > 0; i--) {
          flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        }
        yield flipped;
      }
    };
  }

  private byte[] ofText(byte[] bytes, byte[] other) {
    var text = new String(bytes, StandardCharsets.ISO_8859_1);
    var at = random.nextInt(text.length() + 1);
    var piece = PIECES.get(random.nextInt(PIECES.size()));
    var utf8 = new String(piece.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    var changed =
        switch (random.nextInt(8)) {
          case 0 -> text.substring(0, at) + utf8 + text.substring(at);
          case 1 -> text.substring(0, at) + utf8.repeat(times(utf8.length())) + text.substring(at);
          case 2 -> number(text, at);
          case 3 -> text.isEmpty() ? utf8 : text.replace(text.substring(at / 2, at / 2 + 1), utf8);
          case 4 -> repeated(text, at);
          case 5 -> nested(text, at);
          case 6 -> text.substring(0, at) + new String(other, StandardCharsets.ISO_8859_1);
          default -> null;
        };
    if (changed == null) {
      var encoding = ENCODINGS.get(random.nextInt(ENCODINGS.size()));
      return new String(bytes, StandardCharsets.UTF_8).getBytes(encoding);
    }
    var most = Math.min(changed.length(), MOST);
    return changed.substring(0, most).getBytes(StandardCharsets.ISO_8859_1);
  }

  /** A few times mostly, at times so often that only what is linear ends. */
  private int times(int length) {
    var times = random.nextInt(3) == 0 ? 1 << random.nextInt(20) : 1 + random.nextInt(4);
    return Math.min(times, MOST / Math.max(1, length));
  }

  /** The next number as an extreme one. */
  private String number(String text, int at) {
    var from = at;
    while (from < text.length() && !isDigit(text.charAt(from))) {
      from++;
    }
    var to = from;
    while (to < text.length() && isDigit(text.charAt(to))) {
      to++;
    }
    return text.substring(0, from)
        + NUMBERS.get(random.nextInt(NUMBERS.size()))
        + text.substring(to);
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }

  private String repeated(String text, int at) {
    var end = Math.min(text.length(), at + 1 + random.nextInt(300));
    var part = text.substring(at, end);
    return text.substring(0, at) + part.repeat(times(part.length())) + text.substring(end);
  }

  private String nested(String text, int at) {
    var opening =
        List.of("[", "{\"a\":", "<row>", "<a><b>", "(", "\"\"", "[[", "{").get(random.nextInt(8));
    return text.substring(0, at) + opening.repeat(times(opening.length())) + text.substring(at);
  }

  /** One part of a workbook damaged, lost, twice, or in another's place. */
  private byte[] workbook(byte[] whole, byte[] other) throws IOException {
    var parts = parts(whole);
    if (parts.isEmpty()) {
      return damaged(whole, other);
    }
    var names = new ArrayList<>(parts.keySet());
    var name = names.get(random.nextInt(names.size()));
    var content = parts.get(name);
    switch (random.nextInt(8)) {
      case 0 -> parts.remove(name);
      case 1 -> parts.put(names.get(random.nextInt(names.size())), content);
      case 2 -> parts.put("../" + name, content);
      default ->
          parts.put(name, damaged(content, parts.get(names.get(random.nextInt(names.size())))));
    }
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (var part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
    }
    return out.toByteArray();
  }

  private static Map<String, byte[]> parts(byte[] whole) throws IOException {
    var parts = new LinkedHashMap<String, byte[]>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(whole))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), zip.readAllBytes());
      }
    }
    return parts;
  }

  private static byte[] unpacked(byte[] whole) throws IOException {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(whole))) {
      return in.readAllBytes();
    }
  }

  static byte[] packed(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private static byte[] part(byte[] bytes, int from, int to) {
    return Arrays.copyOfRange(bytes, Math.min(from, to), to);
  }

  private static byte[] joined(byte[]... parts) {
    var out = new ByteArrayOutputStream();
    for (var part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
