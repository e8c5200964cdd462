package dev.neuralworkbench.data.table;

import java.util.List;

/**
 * How a text was read as a table: what the file said, what was guessed, and what became of cells
 * that are neither numbers nor names.
 *
 * @param delimiter character between two cells; a blank stands for any run of blanks and tabs
 * @param encoding name of the character encoding, such as {@code UTF-8}
 * @param decimal decimal mark of its numbers, a point or a comma
 * @param header whether the first line names the columns
 * @param missing the marks that were taken for missing values, the most frequent first
 * @param remarks what a reader should know, what is doubtful first
 */
public record ReadingReport(
    char delimiter,
    String encoding,
    char decimal,
    boolean header,
    List<MissingCount> missing,
    List<Remark> remarks) {

  /** Stands for any run of blanks and tabs between two cells. */
  public static final char BLANKS = ' ';

  /**
   * A mark and how many cells of the table are taken for missing because of it.
   *
   * @param mark as it is usually written: capitals do not matter
   */
  public record MissingCount(String mark, int cells) {}

  /**
   * Something that was guessed or is worth knowing.
   *
   * @param key key of the sentence in the message bundles
   * @param doubtful whether the user should look at it
   * @param column name of the column it is about; empty if it is about the whole table
   * @param arguments what the sentence names, in its order
   */
  public record Remark(String key, boolean doubtful, String column, List<Object> arguments) {

    /** Copies the list. */
    public Remark {
      arguments = List.copyOf(arguments);
    }

    /** A remark about the whole table. */
    public static Remark of(String key, boolean doubtful, Object... arguments) {
      return new Remark(key, doubtful, "", List.of(arguments));
    }
  }

  /** Copies the lists. */
  public ReadingReport {
    missing = List.copyOf(missing);
    remarks = List.copyOf(remarks);
  }

  /** What is to be known of one column. */
  public List<Remark> remarks(String column) {
    return remarks.stream().filter(remark -> remark.column().equals(column)).toList();
  }
}
