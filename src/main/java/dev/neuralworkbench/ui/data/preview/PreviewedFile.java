package dev.neuralworkbench.ui.data.preview;

import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.progress.Progress;

/** A file that is looked at before it is read. */
public interface PreviewedFile {

  String name();

  /**
   * Reads its first rows. Any thread.
   *
   * @throws TableFormatException if it is no table when read so
   */
  Table firstRows(ReadingChoices choices, Progress progress) throws TableFormatException;

  /** Its first lines as they stand, few and short; empty where it is no text. Any thread. */
  String firstLines(ReadingChoices choices);

  void read(ReadingChoices choices);
}
