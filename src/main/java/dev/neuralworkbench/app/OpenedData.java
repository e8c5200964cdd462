package dev.neuralworkbench.app;

import dev.neuralworkbench.data.sample.Sample;
import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.ui.data.DataView;
import dev.neuralworkbench.ui.workspace.files.FileCommands;
import dev.neuralworkbench.ui.workspace.files.ReadingCommands;
import dev.neuralworkbench.ui.workspace.files.TypedText;
import java.util.function.UnaryOperator;

/** Lets the data screen open what it offers. */
record OpenedData(FileCommands files, ReadingCommands reading) implements DataView.Sources {

  @Override
  public void openSample(Sample sample) {
    files.openSample(sample);
  }

  @Override
  public void openText(String name, String text) {
    files.openTyped(new TypedText(name, text));
  }

  @Override
  public void changeReading() {
    reading.changeReading();
  }

  @Override
  public void changeReading(UnaryOperator<ReadingChoices> change) {
    reading.changeReading(change);
  }

  @Override
  public void openItsData() {
    files.missing().ask();
  }
}
