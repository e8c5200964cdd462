package dev.neuralworkbench.data.read.text;

import dev.neuralworkbench.data.read.source.TableSource;
import java.io.ByteArrayInputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/**
 * Cells that a format holds with their types, written as the text that {@link TextFormat} reads: so
 * what is a number, a missing value and a doubt is the same for all formats. Grows row by row.
 */
public final class WrittenCells {

  /** Bytes of a piece of the text. */
  private static final int PIECE = 1 << 20;

  private final long mostBytes;
  private final List<byte[]> pieces = new ArrayList<>();
  private final StringBuilder row = new StringBuilder();
  private final BitSet padded = new BitSet();
  private StringBuilder piece = new StringBuilder();
  private long bytes;
  private int column;

  /** Too many bytes for the memory there is. */
  public static final class TooManyException extends Exception {

    private static final long serialVersionUID = 1;
  }

  /**
   * @param mostBytes bytes that the text may take in memory
   */
  public WrittenCells(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  public void empty() {
    begin();
    if (column == 1) {
      // Alone it would make an empty line, which is no row.
      row.append("\"\"");
    }
  }

  /** Adds a name of a column, or any text that says nothing of the others below it. */
  public void name(String text) {
    begin();
    row.append('"').append(text.replace("\"", "\"\"")).append('"');
  }

  /** Adds a number, or whatever else is plain. */
  public void plain(String text) {
    begin();
    row.append(text);
  }

  /** Adds a text. One like {@code 007} makes its column one of texts. */
  public void text(String text) {
    var stripped = text.strip();
    if (stripped.length() > 1
        && stripped.charAt(0) == '0'
        && stripped.chars().allMatch(c -> c >= '0' && c <= '9')) {
      padded.set(column);
    }
    name(text);
  }

  private void begin() {
    if (column > 0) {
      row.append(',');
    }
    column++;
  }

  /** Cells of the row so far. */
  public int column() {
    return column;
  }

  public void end() throws TooManyException {
    piece.append(row).append('\n');
    row.setLength(0);
    column = 0;
    if (piece.length() >= PIECE) {
      flush();
    }
  }

  private void flush() throws TooManyException {
    var encoded = piece.toString().getBytes(StandardCharsets.UTF_8);
    piece = new StringBuilder();
    bytes += encoded.length;
    if (bytes > mostBytes) {
      throw new TooManyException();
    }
    pieces.add(encoded);
  }

  /** Whether a column, from 0 on, has texts such as {@code 007}. */
  public boolean isPadded(int index) {
    return padded.get(index);
  }

  public TableSource source(String name) throws TooManyException {
    flush();
    return TableSource.of(
        name,
        () -> bytes,
        () ->
            new SequenceInputStream(
                Collections.enumeration(pieces.stream().map(ByteArrayInputStream::new).toList())));
  }
}
