package dev.neuralworkbench.ui.training;

import dev.neuralworkbench.problem.Range;
import dev.neuralworkbench.train.OptimizerConfig;
import dev.neuralworkbench.train.Stopping;
import dev.neuralworkbench.train.TrainingConfig;
import dev.neuralworkbench.ui.common.Fields;
import dev.neuralworkbench.ui.common.WhileInScene;
import javafx.scene.layout.VBox;

/** How the network is trained: optimizer, rate, batch, epochs, seed. */
public final class TrainingForm extends VBox {

  /** Seeds that a form offers; a file may hold any. */
  private static final Range SEED = Range.whole(0, Integer.MAX_VALUE);

  private final TrainingViewModel model;
  private final OptimizerRows optimizerRows;
  private final VBox ofOptimizer = new VBox();

  public TrainingForm(TrainingViewModel model, Fields fields) {
    this.model = model;
    this.optimizerRows = new OptimizerRows(model, fields);
    getStyleClass().add("form");
    ofOptimizer.getStyleClass().add("form");
    getChildren()
        .setAll(
            fields.choice(
                model.kind(),
                OptimizerConfig.kinds().stream().map(OptimizerConfig::id).toList(),
                id -> "optimizer." + id,
                "form.optimizer"),
            fields.number(model.learningRate(), OptimizerConfig.LEARNING_RATE, "form.learningRate"),
            ofOptimizer,
            fields.number(model.batchSize(), TrainingConfig.BATCH_SIZE, "form.batchSize"),
            fields.number(model.epochs(), Stopping.EPOCHS, "form.epochs"),
            fields.number(model.seed(), SEED, "form.seed"));
    WhileInScene.subscribe(this, () -> model.optimizerKind().subscribe(_ -> showOptimizer()));
  }

  private void showOptimizer() {
    var rows = optimizerRows.of(model.optimizer());
    ofOptimizer.getChildren().setAll(rows);
    ofOptimizer.setManaged(!rows.isEmpty());
  }
}
