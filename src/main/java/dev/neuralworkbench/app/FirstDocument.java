package dev.neuralworkbench.app;

import dev.neuralworkbench.data.sample.Sample.GeneratedSample;
import dev.neuralworkbench.data.sample.SampleKind;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;

/** What a start shows before anything is opened: two rings of points and the settings for them. */
final class FirstDocument {

  private static final Document CIRCLES =
      Document.of(DataReference.of(GeneratedSample.of(SampleKind.CIRCLES)));

  private FirstDocument() {}

  /** The document; made by the first call, which others wait for. */
  static Document get() {
    return CIRCLES;
  }
}
