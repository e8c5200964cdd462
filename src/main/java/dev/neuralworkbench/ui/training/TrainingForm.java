package dev.neuralworkbench.ui.training;

import dev.neuralworkbench.problem.Knob;
import dev.neuralworkbench.problem.Range;
import dev.neuralworkbench.train.EarlyStopping;
import dev.neuralworkbench.train.Monitor;
import dev.neuralworkbench.train.Penalty;
import dev.neuralworkbench.train.Stopping;
import dev.neuralworkbench.train.TrainingConfig;
import dev.neuralworkbench.train.optimizer.OptimizerConfig;
import dev.neuralworkbench.train.schedule.LearningRateSchedule;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Shown;
import dev.neuralworkbench.ui.common.Styled;
import dev.neuralworkbench.ui.common.WhileInScene;
import dev.neuralworkbench.ui.common.form.Choice;
import dev.neuralworkbench.ui.common.form.FieldRow;
import dev.neuralworkbench.ui.common.form.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** How the network is trained: optimizer, rate and schedule, batch, end, seed. */
public final class TrainingForm extends VBox {

  /** Seeds that a form offers; a file may hold any. */
  private static final Range SEED = Range.whole(0, Integer.MAX_VALUE);

  private final TrainingViewModel model;
  private final StoppingChoices stopping;
  private final Fields fields;
  private final Messages messages;
  private final ObjectProperty<@Nullable Double> rateBefore = new SimpleObjectProperty<>();
  private final VBox ofOptimizer = subgroup();
  private final VBox moreOfOptimizer = group();
  private final VBox ofSchedule = subgroup();
  private final VBox ofEarlyStopping = subgroup();

  public TrainingForm(TrainingViewModel model, Fields fields, Messages messages) {
    this.model = model;
    this.stopping = model.stopping();
    this.fields = fields;
    this.messages = messages;
    getStyleClass().add("form");
    getChildren().setAll(steps(), end(), more());
    var early = stopping.earlyStopping().value();
    WhileInScene.subscribe(
        this,
        () ->
            Subscription.combine(
                model
                    .kind()
                    .value()
                    .subscribe(
                        _ -> {
                          show(ofOptimizer, optimizerRows(false));
                          show(moreOfOptimizer, optimizerRows(true));
                        }),
                model.training().subscribe(this::followRate),
                model.scheduleKind().value().subscribe(_ -> show(ofSchedule, scheduleRows())),
                early.subscribe(on -> show(ofEarlyStopping, on ? earlyStopping() : List.of()))));
  }

  private VBox steps() {
    return group(
        fields.choice(
            model.kind(),
            OptimizerConfig.kinds().stream().map(OptimizerConfig::id).toList(),
            id -> "optimizer." + id,
            "training.optimizer"),
        ofOptimizer,
        fields.number(
            model.learningRate(), OptimizerConfig.LEARNING_RATE, "training.optimizer.learningRate"),
        ownRate(),
        fields.choice(
            model.scheduleKind(),
            LearningRateSchedule.kinds().stream().map(LearningRateSchedule::id).toList(),
            id -> "schedule." + id,
            "training.schedule"),
        ofSchedule,
        fields.optionalNumber(
            model.batchSize(),
            TrainingConfig.BATCH_SIZE,
            "training.batchSize",
            "form.batchSize.all"));
  }

  /** Tells of the rate that came with another optimizer, until one is chosen. */
  private Label ownRate() {
    var text = messages.text(words -> words.text("training.ownRate", rateBefore.get()), rateBefore);
    var label = Labels.sentence(text, "#training-ownRate", "muted");
    Shown.when(label, rateBefore.isNotNull());
    return label;
  }

  private void followRate(TrainingConfig before, TrainingConfig now) {
    var had = before.optimizer();
    var has = now.optimizer();
    if (had.learningRate() != has.learningRate()) {
      var isChosen = !had.id().equals(has.id()) && before.withOptimizer(has).equals(now);
      var isDefault = OptimizerConfig.kinds().contains(has);
      var isUndone = model.workspace().redoName().get() != null;
      rateBefore.set(isChosen && isDefault && !isUndone ? had.learningRate() : null);
    }
  }

  /** What the optimizer has besides a rate; what is usually left as it is, or the rest. */
  private List<FieldRow> optimizerRows(boolean seldom) {
    var kind = model.optimizer();
    return kind.knobs().stream()
        .filter(knob -> knob.seldom() == seldom)
        .map(
            knob ->
                row(
                    knob,
                    OptimizerConfig.COMPONENT,
                    () -> model.ofOptimizer(kind, knob, Double.class),
                    () -> model.ofOptimizer(kind, knob, Boolean.class)))
        .toList();
  }

  private List<FieldRow> scheduleRows() {
    var kind = model.schedule();
    return kind.knobs().stream()
        .map(
            knob ->
                row(
                    knob,
                    LearningRateSchedule.COMPONENT,
                    () -> model.ofSchedule(kind, knob, Double.class),
                    () -> model.ofSchedule(kind, knob, Boolean.class)))
        .toList();
  }

  private FieldRow row(
      Knob knob, String prefix, Supplier<Choice<Double>> number, Supplier<Choice<Boolean>> flag) {
    var key = prefix + knob.name();
    return knob.range() == null
        ? fields.flag(flag.get(), key)
        : fields.number(number.get(), knob.range(), key);
  }

  private VBox end() {
    return group(
        fields.number(stopping.epochs(), Stopping.EPOCHS, "training.stopping.epochs"),
        fields.flag(stopping.earlyStopping(), "training.stopping.earlyStopping"),
        ofEarlyStopping,
        fields.optionalNumber(
            model.folds(), TrainingConfig.FOLDS, "training.judgingFolds", "form.none"),
        instead(),
        fields.number(model.seed(), SEED, "training.seed"));
  }

  /** Folds and validation rows exclude each other: choosing one puts the other away. */
  private Label instead() {
    var text = messages.text("training.judgingFolds.instead");
    var label = Labels.sentence(text, "#training-folds-instead", "muted");
    Shown.when(label, model.folds().value().map(it -> it >= 2));
    return label;
  }

  private List<Node> earlyStopping() {
    var rows = new ArrayList<Node>();
    rows.add(
        fields.choice(
            stopping.monitor(),
            List.of(Monitor.values()),
            it -> "monitor." + it.id(),
            EarlyStopping.COMPONENT + "monitor"));
    for (var knob : EarlyStopping.KNOBS) {
      rows.add(
          row(
              knob,
              EarlyStopping.COMPONENT,
              () -> stopping.ofEarlyStopping(knob, Double.class),
              () -> stopping.ofEarlyStopping(knob, Boolean.class)));
    }
    return rows;
  }

  private Node more() {
    return fields.more(
        "training",
        model.wrongAmongSeldomNeeded(),
        moreOfOptimizer,
        fields.flag(model.shuffle(), "training.shuffle"),
        fields.optionalNumber(
            model.clipNorm(), TrainingConfig.CLIP_NORM, "training.clipNorm", "form.noLimit"),
        fields.optionalNumber(
            model.average(), TrainingConfig.AVERAGE_EPOCHS, "training.averageEpochs", "form.none"),
        group(Penalty.KNOBS.stream().map(this::price).toArray(Node[]::new)),
        fields.optionalNumber(
            stopping.lossThreshold(),
            Stopping.LOSS_THRESHOLD,
            "training.stopping.lossThreshold",
            "form.noLimit"),
        fields.optionalNumber(
            stopping.timeLimit(), Stopping.SECONDS, "training.stopping.timeLimit", "form.noLimit"));
  }

  private FieldRow price(Knob knob) {
    var key = Penalty.COMPONENT + knob.name();
    return fields.optionalNumber(model.ofPenalty(knob), Penalty.FACTOR, key, "form.none");
  }

  private static VBox group(Node... rows) {
    return Styled.as(new VBox(rows), "form");
  }

  /** Rows that belong to the choice above them. */
  private static VBox subgroup() {
    var group = group();
    group.getStyleClass().add("subform");
    return group;
  }

  /** Rows that depend on a choice; none take no room. */
  private static void show(VBox group, List<? extends Node> rows) {
    group.getChildren().setAll(rows);
    group.setManaged(!rows.isEmpty());
  }
}
