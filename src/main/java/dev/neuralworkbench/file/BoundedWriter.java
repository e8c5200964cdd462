package dev.neuralworkbench.file;

import dev.neuralworkbench.problem.Place;
import dev.neuralworkbench.problem.Problem;
import java.io.IOException;
import java.io.Writer;

/** A writer of UTF-8 that fails before there are more bytes than a file may have. */
public final class BoundedWriter extends Writer {

  private final Writer text;
  private final String file;
  private final long most;
  private long bytes;

  /**
   * @param file name of the file, for the sentence
   * @param most bytes at most
   */
  public BoundedWriter(Writer text, String file, long most) {
    this.text = text;
    this.file = file;
    this.most = most;
  }

  @Override
  public void write(char[] characters, int offset, int length) throws IOException {
    for (var i = offset; i < offset + length; i++) {
      count(characters[i]);
    }
    if (bytes > most) {
      throw new NotSavedException(
          Problem.at("model.file.wouldBeTooLarge", Place.file(file), most, null), null);
    }
    text.write(characters, offset, length);
  }

  @Override
  public void flush() throws IOException {
    text.flush();
  }

  @Override
  public void close() throws IOException {
    text.close();
  }

  /** Half of a surrogate pair has 2 of its 4 bytes. */
  private void count(char character) {
    if (character < 0x80) {
      bytes += 1;
    } else {
      bytes += character < 0x800 || Character.isSurrogate(character) ? 2 : 3;
    }
  }
}
