package dev.neuralworkbench.data.read.dialect;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * A text whose cells stand apart by blanks, aligned perhaps in columns, with a single tab between
 * them instead: runs of blanks and tabs become one tab, those at the ends of a line go. What stands
 * between quotation marks stays.
 */
final class BlankRuns extends FilterReader {

  /** What stands between the cells then. */
  static final char DELIMITER = '\t';

  private final char[] buffer = new char[1 << 13];
  private int next;
  private int filled;
  private boolean quoted;
  private boolean blankBefore;
  private boolean lineBegun;

  BlankRuns(Reader in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    var one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  @Override
  public int read(char[] into, int offset, int length) throws IOException {
    var written = 0;
    while (written < length) {
      if (next == filled) {
        // What is there already is given out before the source is asked for more.
        filled = written > 0 ? 0 : in.read(buffer, 0, buffer.length);
        next = 0;
        if (filled <= 0) {
          var atEnd = filled < 0;
          filled = 0;
          return written == 0 && atEnd ? -1 : written;
        }
      }
      var c = buffer[next];
      if (!quoted && (c == ' ' || c == DELIMITER)) {
        blankBefore = true;
        next++;
      } else if (!quoted && (c == '\n' || c == '\r')) {
        blankBefore = false;
        lineBegun = false;
        into[offset + written++] = c;
        next++;
      } else if (blankBefore && lineBegun) {
        blankBefore = false;
        into[offset + written++] = DELIMITER;
      } else {
        quoted ^= c == '"';
        blankBefore = false;
        lineBegun = true;
        into[offset + written++] = c;
        next++;
      }
    }
    return written;
  }
}
