package dev.neuralworkbench.testing;

import dev.neuralworkbench.file.AtomicFile;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** What a file would hold. */
public final class SavedText {

  private SavedText() {}

  /** The text of a content. */
  public static String of(AtomicFile.Content content) {
    var text = new StringWriter();
    try {
      content.writeTo(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
