package dev.neuralworkbench.data.read.text;

import dev.neuralworkbench.data.read.dialect.TextEncoding;
import dev.neuralworkbench.data.read.source.FileHead;
import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.read.source.TableSource;
import dev.neuralworkbench.data.table.ReadingReport.Guess;
import dev.neuralworkbench.data.table.ReadingReport.Reason;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.progress.Progress;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import org.jspecify.annotations.Nullable;

/**
 * A text whose encoding is chosen, or told by its mark, or UTF-8, or else guessed.
 *
 * @param chosen name of the encoding; null for none
 * @param head its first bytes
 */
public record EncodedText(TableSource source, @Nullable String chosen, FileHead head) {

  @FunctionalInterface
  public interface Reading {

    /**
     * Reads it.
     *
     * @throws CharacterCodingException if the text is not in the encoding
     */
    public Table read(TextEncoding encoding) throws IOException, TableFormatException;
  }

  /** Reads the text; once more if it turns out not to be UTF-8. */
  public Table read(Reading reading, Progress progress) throws IOException, TableFormatException {
    var encoding = first();
    try {
      return reading.read(encoding);
    } catch (CharacterCodingException e) {
      if (chosen != null) {
        throw new TableFormatException(
            Problem.at("data.file.encoding", source.place(), chosen, null), e);
      } else if (encoding.markLength() > 0) {
        var name = encoding.charset().name();
        throw new TableFormatException(
            Problem.at("data.file.badMark", source.place(), name, null), e);
      }
      return reading.read(guessed(progress));
    }
  }

  Reason reason(TextEncoding encoding) {
    var why =
        chosen != null
            ? "reading.why.chosen"
            : "reading.why.encoding."
                + (encoding.guessed() ? "guessed" : encoding.markLength() > 0 ? "mark" : "valid");
    return Reason.of(Guess.ENCODING, why);
  }

  private TextEncoding first() throws TableFormatException {
    if (chosen == null) {
      return TextEncoding.ofMark(head.bytes());
    }
    return TextEncoding.named(chosen, head.bytes())
        .orElseThrow(
            () -> TableFormatException.at("data.file.noEncoding", source.place(), null, chosen));
  }

  private TextEncoding guessed(Progress progress) throws IOException {
    try (var in = source.open(progress)) {
      return TextEncoding.withoutUnicode(in);
    }
  }
}
