package dev.neuralworkbench.data.read.source;

import dev.neuralworkbench.data.read.dialect.TextEncoding;
import java.io.IOException;
import java.util.Arrays;

/** The first bytes of a file, from which its format is told. Not to be modified. */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
public record FileHead(byte[] bytes, boolean isWholeFile) {

  private static final int USUAL_BYTES = 1 << 18;
  private static final int MOST_BYTES = 1 << 24;
  private static final int FEWEST_LINES = 3;

  /** Some hundred kilobytes, or more until a few lines are among them. */
  public static FileHead of(TableSource source) throws IOException {
    try (var in = source.open()) {
      var head = in.readNBytes(USUAL_BYTES);
      var length = USUAL_BYTES;
      while (head.length == length
          && length < MOST_BYTES
          && lines(head) < FEWEST_LINES
          && OtherFormat.of(head).isEmpty()) {
        var more = in.readNBytes(3 * length);
        var longer = Arrays.copyOf(head, head.length + more.length);
        System.arraycopy(more, 0, longer, head.length, more.length);
        head = longer;
        length *= 4;
      }
      return new FileHead(head, head.length < length);
    }
  }

  private static int lines(byte[] bytes) {
    var lines = 0;
    for (var value : bytes) {
      lines += value == '\n' || value == '\r' ? 1 : 0;
    }
    return lines;
  }

  /** Whether not even one line ends within the bytes: no table has lines so long. */
  public boolean isEndlessLine() {
    return !isWholeFile && bytes.length >= MOST_BYTES && lines(bytes) == 0;
  }

  /** Most bytes that a line may have, in millions. */
  public static int mostMillions() {
    return MOST_BYTES >> 20;
  }

  /** The text of the bytes, without the last line where that goes on after them. */
  public String wholeLines(TextEncoding encoding) {
    var text = encoding.decode(bytes);
    var end = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
    return isWholeFile || end <= 0 ? text : text.substring(0, end);
  }
}
