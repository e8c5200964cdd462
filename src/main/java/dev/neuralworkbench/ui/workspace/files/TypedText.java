package dev.neuralworkbench.ui.workspace.files;

import dev.neuralworkbench.data.read.TableReader;
import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.problem.Place;
import dev.neuralworkbench.problem.Problem;
import java.nio.charset.StandardCharsets;

/** A table that comes as text and not as a file: it is kept inside the model's file. */
public record TypedText(String name, String text) {

  /** Bytes of text that are kept inside a model's file. */
  public static final int MOST_BYTES = 1_000_000;

  public Table parse() throws TableFormatException {
    if (text.length() > MOST_BYTES || text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      throw new TableFormatException(
          Problem.at("data.typed.tooLarge", Place.file(name), MOST_BYTES / 1_000_000, null));
    }
    return TableReader.parse(name, text);
  }
}
