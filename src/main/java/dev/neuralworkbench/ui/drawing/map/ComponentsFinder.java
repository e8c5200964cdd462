package dev.neuralworkbench.ui.drawing.map;

import dev.neuralworkbench.metrics.PrincipalComponents;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.common.work.Wish;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Finds the principal components of the last map that was asked for, off the FX thread. */
final class ComponentsFinder {

  private final Wish wish;
  private final Runnable found;
  private @Nullable DecisionMap map;
  private @Nullable PrincipalComponents known;

  /** Tells what is found on the FX thread. */
  ComponentsFinder(BackgroundTasks tasks, Executor executor, Runnable found) {
    wish = Wish.unseen(tasks, executor, "components");
    this.found = found;
  }

  /** Those of a map's training rows; null while they are being found. */
  @SuppressWarnings("ReferenceEquality")
  @Nullable PrincipalComponents of(DecisionMap asked) {
    if (asked != map) {
      map = asked;
      known = null;
      wish.ask(
          _ -> PrincipalComponents.of(asked.prepared(asked.training())),
          components -> {
            known = components;
            found.run();
          });
    }
    return known;
  }
}
