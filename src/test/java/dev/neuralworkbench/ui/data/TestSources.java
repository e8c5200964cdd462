package dev.neuralworkbench.ui.data;

import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.sample.Sample;
import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.ui.workspace.Workspace;
import dev.neuralworkbench.ui.workspace.files.TypedText;
import java.util.function.UnaryOperator;

/** Opens at once what the screen asks for. */
final class TestSources {

  private final Workspace workspace;
  int askedForItsData;
  int askedToChange;
  ReadingChoices changed = ReadingChoices.NONE;

  TestSources(Workspace workspace) {
    this.workspace = workspace;
  }

  DataViewModel.Sources asked() {
    return new DataViewModel.Sources(
        this::openSample,
        this::openText,
        this::changeReading,
        this::changeReading,
        this::openItsData);
  }

  private void openSample(Sample sample) {
    open(DataReference.of(sample));
  }

  void openText(String name, String text) {
    openTyped(new TypedText(name, text));
  }

  void openTyped(TypedText typed) {
    try {
      open(DataReference.ofTyped(typed.parse()));
    } catch (TableFormatException e) {
      throw new AssertionError(e);
    }
  }

  private void changeReading() {
    askedToChange++;
  }

  private void changeReading(UnaryOperator<ReadingChoices> change) {
    changed = change.apply(changed);
  }

  private void openItsData() {
    askedForItsData++;
  }

  private void open(DataReference data) {
    workspace.open("command.openData", Document.of(data));
  }
}
