package dev.neuralworkbench.text;

import dev.neuralworkbench.data.table.ReadingReport;
import dev.neuralworkbench.data.table.ReadingReport.Remark;
import java.util.ArrayList;
import java.util.List;

/** How a table was read, in words. */
public final class ReadingWords {

  private static final int MOST_MARKS = 4;

  private ReadingWords() {}

  /**
   * What a reader should know: what is doubtful, how it was read, and the rest.
   *
   * @param isFile whether it was read from a file, rather than from cells that were typed
   */
  public static List<String> sentences(ReadingReport reading, boolean isFile, Words words) {
    var sentences = new ArrayList<>(doubts(reading, words));
    sentences.add(summary(reading, isFile, words));
    reading.remarks().stream()
        .filter(remark -> !remark.doubtful())
        .forEach(remark -> sentences.add(sentence(remark, words)));
    return List.copyOf(sentences);
  }

  /** What is doubtful. */
  public static List<String> doubts(ReadingReport reading, Words words) {
    return reading.remarks().stream()
        .filter(Remark::doubtful)
        .map(remark -> sentence(remark, words))
        .toList();
  }

  /** A remark as a sentence. */
  public static String sentence(Remark remark, Words words) {
    return words.text(remark.key(), remark.arguments().toArray());
  }

  /**
   * Delimiter, encoding, decimal mark, and the marks that were taken for missing values.
   *
   * @param isFile whether it was read from a file, and delimiter and encoding mean something
   */
  public static String summary(ReadingReport reading, boolean isFile, Words words) {
    var parts = new ArrayList<Object>();
    if (isFile) {
      parts.add(words.text("reading.delimiter." + name(reading.delimiter())));
      parts.add(reading.encoding());
    }
    parts.add(words.text("reading.decimal." + (reading.decimal() == ',' ? "comma" : "point")));
    if (!reading.header()) {
      parts.add(words.text("reading.noNames"));
    }
    var line = new StringBuilder(words.text("reading.summary", parts));
    var counts = reading.missing();
    for (var count : counts.subList(0, Math.min(MOST_MARKS, counts.size()))) {
      line.append(" \u00b7 ").append(words.text("reading.missing", count.cells(), count.mark()));
    }
    var others = counts.stream().skip(MOST_MARKS).mapToInt(count -> count.cells()).sum();
    if (others > 0) {
      line.append(" \u00b7 ").append(words.text("reading.missing.others", others));
    }
    return line.toString();
  }

  private static String name(char delimiter) {
    return switch (delimiter) {
      case ',' -> "comma";
      case ';' -> "semicolon";
      case '\t' -> "tab";
      case '|' -> "bar";
      case ReadingReport.BLANKS -> "blanks";
      default -> "other";
    };
  }
}
