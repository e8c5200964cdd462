package dev.neuralworkbench.ui.data;

import dev.neuralworkbench.data.sample.Sample;
import dev.neuralworkbench.data.table.ReadingChoices;
import java.util.function.UnaryOperator;

/** Where else rows come from: what the screen asks of whoever opens documents. */
public interface DataSources {

  /** Opens a sample in the place of the document. */
  void openSample(Sample sample);

  /** Opens a table that was pasted, after reading it; says what is wrong with it otherwise. */
  void openText(String name, String text);

  /** Looks at how the open table was read, to choose it otherwise. */
  void changeReading();

  /** Reads the open table once more, otherwise. */
  void changeReading(UnaryOperator<ReadingChoices> change);

  /** Asks for the table that the open model was trained on. */
  void openItsData();
}
