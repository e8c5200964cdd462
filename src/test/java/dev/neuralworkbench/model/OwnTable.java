package dev.neuralworkbench.model;

import dev.neuralworkbench.data.sample.Sample;

/** A sample as if it were a table of one's own: with the choices that are recommended for such. */
public final class OwnTable {

  private OwnTable() {}

  public static Document of(Sample sample) {
    var data = DataReference.of(sample);
    return new Document(data, Defaults.experiment(sample.table()), null);
  }
}
