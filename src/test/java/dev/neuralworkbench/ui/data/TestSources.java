package dev.neuralworkbench.ui.data;

import dev.neuralworkbench.data.read.TableReader;
import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.sample.Sample;
import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.ui.workspace.Workspace;
import java.util.function.UnaryOperator;

/** Opens at once what the screen asks for. */
final class TestSources implements DataSources {

  private final Workspace workspace;
  int askedForItsData;
  int askedToChange;
  ReadingChoices changed = ReadingChoices.NONE;

  TestSources(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public void openSample(Sample sample) {
    open(DataReference.of(sample));
  }

  @Override
  public void openText(String name, String text) {
    try {
      openTyped(TableReader.parse(name, text));
    } catch (TableFormatException e) {
      throw new AssertionError(e);
    }
  }

  void openTyped(Table table) {
    open(DataReference.ofTyped(table));
  }

  @Override
  public void changeReading() {
    askedToChange++;
  }

  @Override
  public void changeReading(UnaryOperator<ReadingChoices> change) {
    changed = change.apply(changed);
  }

  @Override
  public void openItsData() {
    askedForItsData++;
  }

  private void open(DataReference data) {
    workspace.open("command.openData", Document.of(data));
  }
}
