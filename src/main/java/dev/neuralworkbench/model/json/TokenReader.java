package dev.neuralworkbench.model.json;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** A reader that ends where a single name, text or number is longer than any file has. */
final class TokenReader extends FilterReader {

  /** More than the million bytes of typed rows that a file may hold in one text. */
  private static final int MOST_CHARACTERS = 4_000_000;

  private int characters;

  /** A token was too long. */
  static final class TooLongException extends IOException {

    private static final long serialVersionUID = 1;
  }

  TokenReader(Reader text) {
    super(text);
  }

  /** A new token begins. */
  void begin() {
    characters = 0;
  }

  @Override
  public int read() throws IOException {
    advance(1);
    return super.read();
  }

  @Override
  public int read(char[] into, int offset, int length) throws IOException {
    var read = super.read(into, offset, length);
    advance(Math.max(0, read));
    return read;
  }

  private void advance(int count) throws TooLongException {
    characters += count;
    if (characters > MOST_CHARACTERS) {
      throw new TooLongException();
    }
  }
}
