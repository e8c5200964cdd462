package dev.neuralworkbench.data.read.source;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells files that are no tables of text from their first bytes.
 *
 * @param name what the format is called
 * @param start bytes that every file of it starts with
 */
public record OtherFormat(String name, String start) {

  /** Name given to bytes that are no text and of no known format. */
  public static final String UNKNOWN = "";

  /** Name of packed files, in which a table may be. */
  private static final String GZIP = "GZIP";

  /** Name of archives, among them Excel's workbooks. */
  public static final String ZIP = "ZIP";

  /** Formats that are no text, and yet may hold tables. */
  private static final Set<String> OF_TABLES = Set.of(GZIP, ZIP, OtherFormat.JSON);

  private static final Set<String> PICTURES = Set.of("PNG", "JPEG", "GIF", "BMP");

  private static final List<OtherFormat> KNOWN =
      List.of(
          new OtherFormat("PNG", "\u0089PNG"),
          new OtherFormat("JPEG", "\u00ff\u00d8\u00ff"),
          new OtherFormat("GIF", "GIF8"),
          new OtherFormat("BMP", "BM"),
          new OtherFormat("TIFF", "II*\0"),
          new OtherFormat("TIFF", "MM\0*"),
          new OtherFormat("PDF", "%PDF-"),
          new OtherFormat("XLS", "\u00d0\u00cf\u0011\u00e0"),
          new OtherFormat(ZIP, "PK\u0003\u0004"),
          new OtherFormat(GZIP, "\u001f\u008b"),
          new OtherFormat("Parquet", "PAR1"),
          new OtherFormat("HDF5", "\u0089HDF"));

  /** Mark of UTF-8, as characters of the value of its bytes. */
  private static final String MARK = "\u00ef\u00bb\u00bf";

  /** Share of control characters above which bytes are no text. */
  private static final double MOST_CONTROLS = 0.01;

  /** Name of texts that hold objects and lists, among them models. */
  public static final String JSON = "JSON";

  private static final int LOOKED_AT = 1 << 18;

  private static final Pattern OBJECTS = Pattern.compile("\\s*(\\{\\s*[\"}]|\\[\\s*[\\[{\"\\d-])");
  private static final Pattern COMMENT = Pattern.compile("\\s*<!--.*?-->", Pattern.DOTALL);
  private static final Pattern PAGE =
      Pattern.compile("\\s*<(\\?xml|!doctype|html|svg|rss)\\b", Pattern.CASE_INSENSITIVE);

  /**
   * The format of a file that is no table.
   *
   * @param bytes its first bytes. Not modified.
   * @return its name, empty where it has none; nothing if it may be a table
   */
  public static Optional<String> of(byte[] bytes) {
    var length = Math.min(bytes.length, LOOKED_AT);
    var head = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    if (!looksBinary(head)) {
      var text = decoded(bytes, length, head);
      return OBJECTS.matcher(text).lookingAt()
          ? Optional.of(JSON)
          : isPage(text) ? Optional.of("HTML, XML") : Optional.empty();
    }
    return Optional.of(
        KNOWN.stream()
            .filter(format -> head.startsWith(format.start))
            .findFirst()
            .map(OtherFormat::name)
            .orElse(UNKNOWN));
  }

  /** The sentence that refuses a file of a format, with what can be done. */
  public static String key(String name) {
    return name.equals(UNKNOWN)
        ? "data.file.binary"
        : PICTURES.contains(name) ? "data.file.picture" : "data.file.otherFormat";
  }

  private static boolean isPage(String text) {
    var comment = COMMENT.matcher(text);
    var start = 0;
    while (comment.region(start, text.length()).lookingAt()) {
      start = comment.end();
    }
    return PAGE.matcher(text).region(start, text.length()).lookingAt();
  }

  /** The text by its mark; where there is none, its bytes as characters. */
  private static String decoded(byte[] bytes, int length, String head) {
    if (head.startsWith(MARK)) {
      return head.substring(MARK.length());
    } else if (head.startsWith("\u00ff\u00fe")) {
      return new String(bytes, 2, length - 2, StandardCharsets.UTF_16LE);
    } else if (head.startsWith("\u00fe\u00ff")) {
      return new String(bytes, 2, length - 2, StandardCharsets.UTF_16BE);
    }
    return head;
  }

  static boolean isNoTable(byte[] bytes) {
    return of(bytes).filter(name -> !OF_TABLES.contains(name)).isPresent();
  }

  private static boolean looksBinary(String head) {
    if (head.startsWith("\u00ff\u00fe") || head.startsWith("\u00fe\u00ff")) {
      // A mark of UTF-16, whose texts are full of zeros.
      return false;
    }
    if (head.startsWith("%PDF-") || head.startsWith("\u001f\u008b")) {
      return true;
    }
    var controls = head.chars().filter(c -> c < ' ' && !Character.isWhitespace(c)).count();
    return head.indexOf('\0') >= 0 || controls > MOST_CONTROLS * head.length();
  }
}
