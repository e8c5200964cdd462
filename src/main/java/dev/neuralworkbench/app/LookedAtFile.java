package dev.neuralworkbench.app;

import dev.neuralworkbench.data.read.TableReader;
import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.ui.data.preview.PreviewedFile;
import dev.neuralworkbench.ui.workspace.files.FileCommands;
import java.nio.file.Path;

/** Lets the data screen look at a file before it is read. */
record LookedAtFile(FileCommands files, Path file) implements PreviewedFile {

  @Override
  public String name() {
    return String.valueOf(file.getFileName());
  }

  @Override
  public Table firstRows(ReadingChoices choices, Progress progress) throws TableFormatException {
    return FileCommands.firstRows(file, choices, progress);
  }

  @Override
  public String firstLines() {
    return TableReader.firstLines(file);
  }

  @Override
  public void read(ReadingChoices choices) {
    files.read(file, choices);
  }
}
