package dev.neuralworkbench.ui.training;

import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.setting.Setting;
import dev.neuralworkbench.model.setting.Settings;
import dev.neuralworkbench.problem.Records;
import dev.neuralworkbench.train.EarlyStopping;
import dev.neuralworkbench.train.Monitor;
import dev.neuralworkbench.train.Stopping;
import dev.neuralworkbench.train.TrainingConfig;
import dev.neuralworkbench.train.optimizer.OptimizerConfig;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.common.WhileInScene;
import dev.neuralworkbench.ui.common.form.Choice;
import dev.neuralworkbench.ui.common.form.Fields;
import dev.neuralworkbench.ui.setting.SettingFields;
import dev.neuralworkbench.ui.workspace.DocumentChoice;
import dev.neuralworkbench.ui.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** How the network is trained: the catalogue's settings of it, and what depends on their kinds. */
public final class TrainingForm extends VBox {

  private static final List<Setting<?>> TRIED =
      List.of(Settings.LEARNING_RATE, Settings.BATCH_SIZE, Settings.L2, Settings.EPOCHS);

  private final Workspace workspace;
  private final SettingFields rows;
  private final Fields fields;
  private final Messages messages;
  private final ObjectProperty<@Nullable Double> rateBefore = new SimpleObjectProperty<>();
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
                training.subscribe(this::followRate),
                training
                    .map(it -> it.schedule().id())
                    .subscribe(_ -> show(ofSchedule, Settings.OF_SCHEDULES)),
                training
                    .map(it -> it.stopping().earlyStopping() != null)
                    .subscribe(_ -> show(ofEarlyStopping, Settings.OF_EARLY_STOPPING))));
  }

  /** What of the training one tries first. */
  public Node tried() {
    var tried = Styling.as(new VBox(), "tried");
    TRIED.forEach(setting -> tried.getChildren().addAll(nodes(setting)));
    return tried;
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
        .filter(it -> it.component().startsWith("training."))
        .filter(it -> !ofKinds.contains(it) && !TRIED.contains(it))
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
    } else if (setting.equals(Settings.LEARNING_RATE)) {
      return List.of(row, ownRate());
    } else if (setting.equals(Settings.SCHEDULE)) {
      return List.of(row, ofSchedule);
    }
    return List.of(setting.equals(Settings.FOLDS) ? row.with(instead()) : row);
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

  /** Folds and validation rows exclude each other: choosing one puts the other away. */
  private Node instead() {
    var folds = training().map(it -> it.foldCount() >= 2);
    var text = messages.text("training.judgingFolds.instead");
    return fields.why("training-folds-instead", text, folds);
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
      return isJudged ? usual : Records.with(usual, "monitor", Monitor.TRAINING_LOSS);
    }
  }
}
