package dev.neuralworkbench.explain.diagnosis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that keeps a run from learning well, with the numbers that show it. */
public sealed interface Diagnosis
    permits LossDiagnosis, RegularizationDiagnosis, LayerDiagnosis, DataDiagnosis {

  /** Name of its kind: the key of its sentence in the message bundles is {@code diagnosis.ID}. */
  String id();

  /** The numbers of its sentence, in order. */
  List<Object> evidence();

  /** A change that may help; null where there is none to offer. */
  @Nullable Remedy remedy();

  /** Whether the weights are spoilt, so that the change helps from new ones only. */
  default boolean weightsAreSpoilt() {
    return false;
  }
}
