package dev.neuralworkbench.ui.workspace;

import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * What the run has brought last.
 *
 * @param data the data it runs on
 * @param model its model, or the one that the document had when it started
 * @param document the document it was put into; null if there was none yet
 */
record Brought(DataReference data, @Nullable Model model, @Nullable Document document) {

  static Brought before(Document document) {
    return new Brought(document.data(), document.trained(), null);
  }

  /** By identity: comparing weights would take time. */
  @SuppressWarnings("ReferenceEquality")
  boolean isStillIn(Document document) {
    return document.trained() == model && document.data() == data;
  }
}
