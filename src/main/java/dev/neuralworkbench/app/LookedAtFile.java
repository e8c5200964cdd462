package dev.neuralworkbench.app;

import dev.neuralworkbench.data.read.TableReader;
import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.ui.data.preview.PreviewViewModel;
import dev.neuralworkbench.ui.workspace.files.ReadTables;
import dev.neuralworkbench.ui.workspace.files.ReadingCommands;
import java.nio.file.Path;

record LookedAtFile(ReadingCommands reading, Path file) implements PreviewViewModel.PreviewedFile {

  @Override
  public String name() {
    return String.valueOf(file.getFileName());
  }

  @Override
  public Table firstRows(ReadingChoices choices, Progress progress) throws TableFormatException {
    return ReadTables.firstRows(file, choices, progress);
  }

  @Override
  public String firstLines(ReadingChoices choices) {
    return TableReader.firstLines(file, choices);
  }

  @Override
  public void read(ReadingChoices choices) {
    reading.read(file, choices);
  }
}
