package dev.neuralworkbench.ui.evaluation;

import dev.neuralworkbench.data.prepare.RowPart;
import dev.neuralworkbench.data.prepare.Split;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.problem.Ids;
import org.jspecify.annotations.Nullable;

/** The rows that a model is evaluated on: of its own table, or of another file. */
public enum EvaluatedRows {
  TRAINING,
  VALIDATION,
  /** The training rows, each predicted by the network of the fold that left it out. */
  CROSS_VALIDATION,
  TEST,
  FILE;

  static EvaluatedRows of(RowPart part) {
    return valueOf(part.name());
  }

  /** The part of the split whose rows these are, predicted by the model itself; null for none. */
  @Nullable RowPart part() {
    return this == CROSS_VALIDATION || this == FILE ? null : RowPart.valueOf(name());
  }

  /** Name in keys of texts and in ids: {@code training}. */
  String id() {
    return Ids.of(this);
  }

  /** The rows that are looked at first: held-out ones where there are any. */
  static EvaluatedRows usual(Experiment experiment) {
    var split = experiment.preparation().split();
    return split.mayValidate() && experiment.training().foldCount() == 0
        ? VALIDATION
        : split.mayTest() ? TEST : TRAINING;
  }

  /** Those to look at where there are none of these: held-out ones where there are any. */
  EvaluatedRows instead(Split split) {
    return this != TEST && split.mayTest()
        ? TEST
        : this != VALIDATION && split.mayValidate() ? VALIDATION : TRAINING;
  }
}
