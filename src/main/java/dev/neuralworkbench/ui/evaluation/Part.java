package dev.neuralworkbench.ui.evaluation;

import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.split.PreparedData;
import java.util.Locale;

/** The rows that a model is judged on. */
public enum Part {
  TRAINING,
  VALIDATION,
  TEST;

  /** Key of its name. */
  String nameKey() {
    return "evaluate.part." + id();
  }

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its shade among a chart's roles. */
  int shade() {
    return switch (this) {
      case TRAINING -> 0;
      case VALIDATION -> 1;
      case TEST -> 2;
    };
  }

  Dataset of(PreparedData data) {
    return switch (this) {
      case TRAINING -> data.training();
      case VALIDATION -> data.validation();
      case TEST -> data.test();
    };
  }
}
