package dev.neuralworkbench.ui.workspace;

import dev.neuralworkbench.ui.workspace.preferences.ComputingPreferences;
import dev.neuralworkbench.ui.workspace.preferences.Engine;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** How runs go, the one under way included: speed, products, threads. No bit depends on it. */
final class RunSettings {

  private final Supplier<@Nullable Run> run;
  final ObjectProperty<Speed> speed = new SimpleObjectProperty<>(Speed.AUTO);
  final ObjectProperty<ComputingPreferences> computing;
  final BooleanProperty drawing = new SimpleBooleanProperty();
  private volatile Engine engine; // for threads that answer

  RunSettings(ComputingPreferences chosen, Supplier<@Nullable Run> run) {
    this.run = run;
    computing = new SimpleObjectProperty<>(chosen);
    engine = chosen.engine();
    speed.subscribe(this::tell);
    drawing.subscribe(this::tell);
    computing.subscribe(
        now -> {
          engine = now.engine();
          tell();
        });
  }

  Engine engine() {
    return engine;
  }

  void tell() {
    var current = run.get();
    if (current != null) {
      var processors = Runtime.getRuntime().availableProcessors();
      current.control.pace(speed.get().pace(current));
      current.control.threads(computing.get().trainingThreads(processors, drawing.get()));
    }
  }
}
