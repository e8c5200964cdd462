package dev.neuralworkbench.ui.drawing;

import dev.neuralworkbench.metrics.PrincipalComponents;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/** Finds the principal components of the last world that was asked for, off the FX thread. */
final class ComponentsFinder {

  private final Executor executor;
  private final Runnable found;
  private @Nullable World world;
  private @Nullable PrincipalComponents known;

  /**
   * @param found told on the FX thread
   */
  ComponentsFinder(Executor executor, Runnable found) {
    this.executor = executor;
    this.found = found;
  }

  /** Those of a world's training rows; null while they are being found. */
  @SuppressWarnings("ReferenceEquality")
  @Nullable PrincipalComponents of(World asked) {
    if (asked != world) {
      world = asked;
      known = null;
      executor.execute(
          () -> {
            var components = PrincipalComponents.of(asked.prepared(asked.training()));
            Platform.runLater(() -> arrive(asked, components));
          });
    }
    return known;
  }

  @SuppressWarnings("ReferenceEquality")
  private void arrive(World of, PrincipalComponents components) {
    if (of == world) {
      known = components;
      found.run();
    }
  }
}
