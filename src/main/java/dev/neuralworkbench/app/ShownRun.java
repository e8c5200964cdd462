package dev.neuralworkbench.app;

import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.train.TrainingHistory;
import dev.neuralworkbench.ui.live.LiveRun;
import dev.neuralworkbench.ui.workspace.Trainer;
import dev.neuralworkbench.ui.workspace.Workspace;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The run that the live screen shows: the one under way, or the one that made the model. */
final class ShownRun {

  private final Workspace workspace;
  private final Trainer trainer;
  private final ReadOnlyObjectWrapper<@Nullable LiveRun> run =
      new ReadOnlyObjectWrapper<>(this, "run");

  ShownRun(Workspace workspace, Trainer trainer) {
    this.workspace = workspace;
    this.trainer = trainer;
    trainer.state().subscribe(this::follow);
    trainer.run().subscribe(this::follow);
    workspace.document().subscribe(this::follow);
    follow();
  }

  /** The run; null while there is none. */
  ReadOnlyObjectProperty<@Nullable LiveRun> run() {
    return run.getReadOnlyProperty();
  }

  private void follow() {
    var present = trainer.run().get();
    var document = workspace.document().get();
    var model = document.trained();
    if (present != null && (trainer.state().get().isActive() || trainer.isOfRun(document))) {
      run.set(live(present.history(), present.experiment()));
    } else {
      run.set(model == null ? null : live(model.history(), model.experiment()));
    }
  }

  private static LiveRun live(TrainingHistory history, Experiment experiment) {
    var stopping = experiment.training().stopping();
    return new LiveRun(
        history,
        experiment.preparation().problemType(),
        experiment.network().loss(),
        stopping,
        stopping.epochs());
  }
}
