package dev.neuralworkbench.app;

import dev.neuralworkbench.data.sample.Sample;
import dev.neuralworkbench.ui.data.DataSources;
import dev.neuralworkbench.ui.workspace.files.FileCommands;

/** Lets the data screen open what it offers. */
record OpenedData(FileCommands files) implements DataSources {

  @Override
  public void openSample(Sample sample) {
    files.openSample(sample);
  }

  @Override
  public void openText(String name, String text) {
    files.openText(name, text);
  }

  @Override
  public void openItsData() {
    files.openItsData();
  }
}
