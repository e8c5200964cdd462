package dev.neuralworkbench.data.read.cells;

import dev.neuralworkbench.data.cell.MissingMark;
import java.util.List;

/**
 * Texts that somebody chose to stand for a missing value, beside those of {@link MissingMark};
 * capitals do not matter.
 *
 * @param texts without spaces around
 */
public record OwnMarks(List<String> texts) {

  /** None beside the usual ones. */
  public static final OwnMarks NONE = new OwnMarks(List.of());

  public OwnMarks {
    texts = texts.stream().map(String::strip).toList();
  }

  public int size() {
    return texts.size();
  }

  /**
   * Index of the text that the characters are, or {@link MissingMark#NONE}.
   *
   * @param text without spaces around. Not modified.
   */
  public int find(char[] text, int offset, int length) {
    for (var i = 0; i < texts.size(); i++) {
      var mark = texts.get(i);
      if (mark.length() == length && mark.equalsIgnoreCase(String.valueOf(text, offset, length))) {
        return i;
      }
    }
    return MissingMark.NONE;
  }
}
