package dev.neuralworkbench.model.json;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * A reader, by blocks as Gson asks for them, that ends where a single name, text or number is
 * longer than any file has.
 */
final class TokenReader extends FilterReader {

  /** More than the million bytes of typed rows that a file may hold in one text. */
  private static final int MOST_CHARACTERS = 4_000_000;

  private int characters;

  static final class TooLongException extends IOException {

    private static final long serialVersionUID = 1;
  }

  TokenReader(Reader text) {
    super(text);
  }

  void begin() {
    characters = 0;
  }

  @Override
  public int read(char[] into, int offset, int length) throws IOException {
    var read = super.read(into, offset, length);
    characters += Math.max(0, read);
    if (characters > MOST_CHARACTERS) {
      throw new TooLongException();
    }
    return read;
  }
}
