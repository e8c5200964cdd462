package dev.neuralworkbench.ui.training;

import dev.neuralworkbench.model.setting.Setting;
import dev.neuralworkbench.model.setting.Settings;
import dev.neuralworkbench.train.TrainingConfig;
import dev.neuralworkbench.train.optimizer.OptimizerConfig;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.common.WhileInScene;
import dev.neuralworkbench.ui.common.form.Fields;
import dev.neuralworkbench.ui.setting.SettingFields;
import dev.neuralworkbench.ui.workspace.Workspace;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What of the training one tries first. */
public final class TriedForm extends VBox {

  static final List<Setting<?>> SETTINGS =
      List.of(Settings.LEARNING_RATE, Settings.BATCH_SIZE, Settings.L2, Settings.EPOCHS);

  private final Workspace workspace;
  private final Messages messages;
  private final ObjectProperty<@Nullable Double> rateBefore = new SimpleObjectProperty<>();

  public TriedForm(Workspace workspace, Fields fields, Messages messages) {
    this.workspace = workspace;
    this.messages = messages;
    var rows = new SettingFields(new SettingFields.SettingChoices(workspace), fields);
    Styling.as(this, "tried");
    SETTINGS.forEach(setting -> getChildren().add(rows.row(setting)));
    getChildren().add(1 + SETTINGS.indexOf(Settings.LEARNING_RATE), ownRate());
    var training = workspace.draft().map(draft -> draft.training());
    WhileInScene.subscribe(this, () -> training.subscribe(this::followRate));
  }

  /** Tells of the rate that came with another optimizer, until one is chosen. */
  private Label ownRate() {
    var text = messages.text(words -> words.text("training.ownRate", rateBefore.get()), rateBefore);
    var label = Labels.sentence(text, "#training-ownRate", "muted");
    Visibility.when(label, rateBefore.isNotNull());
    return label;
  }

  private void followRate(TrainingConfig before, TrainingConfig now) {
    var had = before.optimizer();
    var has = now.optimizer();
    if (had.learningRate() != has.learningRate()) {
      var isChosen = !had.id().equals(has.id()) && before.withOptimizer(has).equals(now);
      var isDefault = OptimizerConfig.kinds().contains(has);
      var isUndone = workspace.redoName.get() != null;
      rateBefore.set(isChosen && isDefault && !isUndone ? had.learningRate() : null);
    }
  }
}
