package dev.neuralworkbench.ui.workspace;

import dev.neuralworkbench.data.prepare.ColumnKind;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.nn.function.Loss;

/** Lets the loss follow the target: a new kind of answer needs another measure of its error. */
final class FittingLoss {

  private static final int MANY = 65_536;

  private FittingLoss() {}

  /** The draft with another preparation, and with the usual loss if its own no longer fits. */
  static Experiment follow(Experiment draft, Preparation preparation, Table table) {
    var changed = draft.withPreparation(preparation);
    var problem = preparation.problemType();
    var classes = classes(preparation, table);
    var loss = draft.network().loss();
    if (problem == draft.preparation().problemType() && loss.fits(problem, classes)) {
      return changed;
    }
    return changed.withNetwork(draft.network().withLoss(Loss.usual(problem, classes)));
  }

  private static int classes(Preparation preparation, Table table) {
    var target = preparation.targetIndex();
    if (target < 0 || preparation.columns().get(target).kind() == ColumnKind.NUMBER) {
      return 0;
    }
    return switch (table.column(target)) {
      case TextColumn text -> preparation.columns().get(target).names(text);
      case NumberColumn numbers -> numbers.counts(MANY).map(counts -> counts.size()).orElse(MANY);
    };
  }
}
