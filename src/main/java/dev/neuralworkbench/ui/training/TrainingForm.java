package dev.neuralworkbench.ui.training;

import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.setting.Setting;
import dev.neuralworkbench.model.setting.Settings;
import dev.neuralworkbench.train.EarlyStopping;
import dev.neuralworkbench.train.Monitor;
import dev.neuralworkbench.train.Stopping;
import dev.neuralworkbench.train.TrainingConfig;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.WhileInScene;
import dev.neuralworkbench.ui.common.form.Choice;
import dev.neuralworkbench.ui.common.form.Fields;
import dev.neuralworkbench.ui.setting.SettingFields;
import dev.neuralworkbench.ui.workspace.DocumentChoice;
import dev.neuralworkbench.ui.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * What of the training stands behind {@link TriedForm}: settings, and what depends on their kinds.
 */
public final class TrainingForm extends VBox {

  private final Workspace workspace;
  private final SettingFields rows;
  private final Fields fields;
  private final Messages messages;
  private final VBox ofOptimizer = subgroup();
  private final VBox moreOfOptimizer = Styling.as(new VBox(), "form");
  private final VBox ofSchedule = subgroup();
  private final VBox ofEarlyStopping = subgroup();

  public TrainingForm(Workspace workspace, Fields fields, Messages messages) {
    this.workspace = workspace;
    this.fields = fields;
    this.messages = messages;
    rows = new SettingFields(new SettingFields.SettingChoices(workspace), fields);
    getStyleClass().add("form");
    settings(false).forEach(setting -> getChildren().addAll(nodes(setting)));
    getChildren().add(more());
    var training = training();
    WhileInScene.subscribe(
        this,
        () ->
            Subscription.combine(
                training.map(it -> it.optimizer().id()).subscribe(_ -> showOptimizer()),
                training
                    .map(it -> it.schedule().id())
                    .subscribe(_ -> show(ofSchedule, Settings.OF_SCHEDULES)),
                training
                    .map(it -> it.stopping().earlyStopping() != null)
                    .subscribe(_ -> show(ofEarlyStopping, Settings.OF_EARLY_STOPPING))));
  }

  private ObservableValue<TrainingConfig> training() {
    return workspace.draft().map(draft -> draft.training());
  }

  /** The others of every training, usually left as they are or not. */
  private static List<Setting<?>> settings(boolean seldom) {
    var ofKinds =
        Stream.of(Settings.OF_OPTIMIZERS, Settings.OF_SCHEDULES, Settings.OF_EARLY_STOPPING)
            .flatMap(List::stream)
            .toList();
    return Settings.ALL.stream()
        .filter(it -> it.component().startsWith("training.") && !ofKinds.contains(it))
        .filter(it -> !TriedForm.SETTINGS.contains(it))
        .filter(it -> it.place().isSeldom() == seldom)
        .toList();
  }

  /** The row of a setting, with what stands below it. */
  private List<Node> nodes(Setting<?> setting) {
    if (setting.equals(Settings.EARLY_STOPPING)) {
      var early = new EarlyStoppingSwitch(workspace).choice();
      return List.of(fields.flag(early, early.component()), ofEarlyStopping);
    }
    var row = rows.row(setting);
    if (setting.equals(Settings.OPTIMIZER)) {
      return List.of(row, ofOptimizer);
    } else if (setting.equals(Settings.SCHEDULE)) {
      return List.of(row, ofSchedule);
    }
    return List.of(setting.equals(Settings.FOLDS) ? row.with(instead()) : row);
  }

  /** Folds and validation rows exclude each other: choosing one puts the other away. */
  private Button instead() {
    return fields.why(
        "training-folds-instead",
        messages.text("training.judgingFolds.instead"),
        training().map(it -> it.foldCount() >= 2));
  }

  private Node more() {
    var nodes = new ArrayList<Node>(List.of(moreOfOptimizer));
    settings(true).forEach(setting -> nodes.add(rows.row(setting)));
    return fields.more("training", rows.isWrong("training."), nodes.toArray(Node[]::new));
  }

  private void showOptimizer() {
    var settings = Settings.OF_OPTIMIZERS;
    show(ofOptimizer, settings.stream().filter(it -> !it.place().isSeldom()).toList());
    show(moreOfOptimizer, settings.stream().filter(it -> it.place().isSeldom()).toList());
  }

  private static VBox subgroup() {
    return Styling.as(new VBox(), "form", "subform");
  }

  /** The rows of those that apply now; none take no room. */
  private void show(VBox group, List<Setting<?>> settings) {
    var draft = workspace.draft().getValue();
    group
        .getChildren()
        .setAll(
            settings.stream()
                .filter(it -> it.get().apply(draft).isPresent())
                .map(rows::row)
                .toList());
    group.setManaged(!group.getChildren().isEmpty());
  }

  /** Switches early stopping on and off, and remembers how it was. */
  static final class EarlyStoppingSwitch {

    private static final String COMPONENT = "training.stopping.earlyStopping";

    private final Workspace workspace;
    private @Nullable EarlyStopping aside;

    EarlyStoppingSwitch(Workspace workspace) {
      this.workspace = workspace;
    }

    Choice<Boolean> choice() {
      return DocumentChoice.of(
          workspace,
          COMPONENT,
          COMPONENT,
          draft -> draft.training().stopping().earlyStopping() != null,
          (draft, on) -> {
            var training = draft.training();
            var stopping = training.stopping();
            var rule = on ? again(draft) : putAside(stopping);
            return draft.withTraining(training.withStopping(stopping.withEarlyStopping(rule)));
          });
    }

    private @Nullable EarlyStopping putAside(Stopping stopping) {
      aside = stopping.earlyStopping();
      return null;
    }

    /** As it was before it was switched off, unless it cannot be so any more, then as is usual. */
    private EarlyStopping again(Experiment draft) {
      var before = aside;
      var isJudged =
          workspace.facts().getValue().shape().validation() > 0
              || Settings.FOLDS.get().apply(draft).orElse(0) > 0;
      if (before != null && (isJudged || !before.monitor().needsValidation())) {
        return before;
      }
      var usual = EarlyStopping.DEFAULT;
      return isJudged ? usual : usual.withMonitor(Monitor.TRAINING_LOSS);
    }
  }
}
