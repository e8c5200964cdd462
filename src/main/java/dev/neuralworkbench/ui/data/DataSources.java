package dev.neuralworkbench.ui.data;

import dev.neuralworkbench.data.sample.Sample;

/** Where else rows come from: what the screen asks of whoever opens documents. */
public interface DataSources {

  /** Opens a sample in the place of the document. */
  void openSample(Sample sample);

  /** Opens a table that was pasted, after reading it; says what is wrong with it otherwise. */
  void openText(String name, String text);

  /** Asks for the table that the open model was trained on. */
  void openItsData();
}
