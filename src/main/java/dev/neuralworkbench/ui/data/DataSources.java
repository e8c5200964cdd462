package dev.neuralworkbench.ui.data;

import dev.neuralworkbench.data.sample.Sample;
import dev.neuralworkbench.data.table.ReadingChoices;
import java.util.function.UnaryOperator;

/** Where else rows come from: what the screen asks of whoever opens documents. */
public interface DataSources {

  void openSample(Sample sample);

  /** Opens a table that was pasted, after reading it; says what is wrong with it otherwise. */
  void openText(String name, String text);

  void changeReading();

  void changeReading(UnaryOperator<ReadingChoices> change);

  void openItsData();
}
