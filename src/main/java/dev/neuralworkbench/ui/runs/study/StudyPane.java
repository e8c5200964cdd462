package dev.neuralworkbench.ui.runs.study;

import dev.neuralworkbench.model.setting.Setting;
import dev.neuralworkbench.model.setting.Settings;
import dev.neuralworkbench.problem.Range;
import dev.neuralworkbench.problem.Records;
import dev.neuralworkbench.study.vary.Study;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Icon;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.common.form.Fields;
import dev.neuralworkbench.ui.common.form.ProblemLabel;
import dev.neuralworkbench.ui.common.form.PropertyChoice;
import dev.neuralworkbench.ui.runs.study.StudyViewModel.Phase;
import dev.neuralworkbench.ui.runs.study.StudyViewModel.Plan;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

public final class StudyPane extends VBox {

  private static final Range DRAWN = Range.whole(0, (long) Study.DRAWN.most());
  private static final double MEGABYTE = 1e6;

  private final StudyViewModel model;
  private final Messages messages;
  private final Fields fields;
  private final Label sentence = Labels.sentence("#study-sentence", "muted");
  private final ProblemLabel problem;
  private final Button start;
  private final Button pause;
  private final Button cancel;
  private final ProgressBar progress = Styling.as(new ProgressBar(), "#study-progress");
  private final VBox form;

  public StudyPane(StudyViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    fields = new Fields(messages);
    Styling.as(this, "study-pane");
    problem = Styling.as(new ProblemLabel(messages), "#study-problem");
    start = Buttons.of(Icon.TRAIN, messages, "runs.study.start", model::start, "#study-start");
    start.getStyleClass().add("accent");
    pause = Buttons.of(messages, "runs.study.pause", model::pauseOrResume, "#study-pause");
    cancel = Buttons.of(messages, "runs.study.cancel", model::cancel, "#study-cancel");
    form =
        Styling.as(
            new VBox(
                Labels.sentence(messages.text("runs.study.about"), "muted"),
                varied(0),
                varied(1),
                numbers()),
            "study-fields");
    progress.setMaxWidth(Double.MAX_VALUE);
    getChildren()
        .setAll(
            form,
            problem,
            sentence,
            Styling.as(new HBox(start, pause, cancel, Space.wide(progress)), "study-buttons"));
    bind();
  }

  private Node varied(int index) {
    var name = index == 0 ? "first" : "second";
    var nothing = index == 0 ? "runs.study.nothing" : "runs.study.nothing.else";
    ObjectProperty<List<String>> ids = new SimpleObjectProperty<>(model.ids());
    var chosen = PropertyChoice.keepingWrong("study." + name, "", _ -> List.of());
    chosen
        .value()
        .subscribe(
            id -> {
              if (!id.equals(model.choices.get().varied().get(index).id())) {
                model.vary(index, id);
              }
            });
    model.phase.subscribe(() -> ids.set(model.ids()));
    var row =
        fields.choice(
            chosen,
            ids,
            id -> Settings.variable(id).map(Setting::component).orElse(nothing),
            "runs.study." + name);
    var values = Styling.as(new TextField(), "#study-" + name + "-values", "study-values");
    Labels.unseen(messages.text("runs.study.values"), values);
    Tooltips.install(values, messages.text("runs.study.values.tip"));
    values.setMaxWidth(Double.MAX_VALUE);
    values
        .textProperty()
        .subscribe(
            text -> {
              var now = model.choices.get();
              var varied = new StudyChoices.Varied(now.varied().get(index).id(), text);
              model.choices.set(now.withVaried(index, varied));
            });
    model.choices.subscribe(
        now -> {
          var varied = now.varied().get(index);
          if (!varied.values().equals(values.getText())) {
            values.setText(varied.values());
          }
          Visibility.when(values, !varied.id().isEmpty());
        });
    return Styling.as(new HBox(row, Space.wide(values)), "study-row");
  }

  private Node numbers() {
    var seeds = model.number("seeds", StudyChoices::seeds, Study.SEEDS);
    var drawn = model.number("drawn", StudyChoices::drawn, DRAWN);
    var redealt =
        Styling.as(Buttons.name(new CheckBox(), messages, "runs.study.redealt"), "#study-redealt");
    redealt
        .selectedProperty()
        .subscribe(now -> model.choices.set(Records.with(model.choices.get(), "redealt", now)));
    return Styling.as(
        new HBox(
            fields.number(seeds, Study.SEEDS, "runs.study.seeds"),
            fields.optionalNumber(drawn, DRAWN, "runs.study.drawn", "runs.study.drawn.none"),
            redealt),
        "study-row",
        "study-form");
  }

  private void bind() {
    OnAnyChange.all(this::show, model.plan, model.phase, messages.language());
    model.job.subscribe(
        job -> {
          progress.progressProperty().unbind();
          if (job != null) {
            progress.progressProperty().bind(job.progress);
            job.secondsLeft.subscribe(_ -> show());
          }
        });
  }

  private void show() {
    var phase = model.phase.get();
    var idle = phase == Phase.IDLE;
    var plan = model.plan.get();
    form.setDisable(!idle);
    Visibility.when(start, idle);
    start.setDisable(!plan.canStart());
    Visibility.when(pause, !idle);
    Visibility.when(cancel, !idle);
    Visibility.when(progress, !idle);
    pause
        .textProperty()
        .bind(messages.text(phase == Phase.PAUSED ? "runs.study.resume" : "runs.study.pause"));
    var elsewhere = plan.problems().stream().filter(it -> !it.component().equals("study.seeds"));
    problem.show(idle ? elsewhere.toList() : List.of());
    sentence.setText(idle ? sentence(plan) : left(phase));
  }

  private String sentence(Plan plan) {
    if (!plan.problems().isEmpty()) {
      return "";
    } else if (plan.runs() > 0 && plan.known() == plan.runs()) {
      return messages.now("runs.study.known.all", Numbers.count(plan.runs()));
    }
    var estimate = plan.estimate();
    if (estimate == null) {
      return messages.now("runs.study.estimating");
    }
    var missing = plan.runs() - plan.known();
    var seconds = estimate.seconds() * missing / Math.max(1, plan.runs());
    return messages.now(
            "runs.study.plan",
            missing,
            estimate.threads(),
            duration(seconds),
            Numbers.rounded(Math.max(0.1, estimate.bytes() / MEGABYTE), 2))
        + (plan.known() == 0 ? "" : " " + messages.now("runs.study.known", plan.known()));
  }

  private String left(Phase phase) {
    var job = model.job.get();
    var seconds = job == null ? Double.NaN : job.secondsLeft.get();
    if (phase == Phase.PAUSED) {
      return messages.now("runs.study.paused");
    }
    return Double.isNaN(seconds)
        ? messages.now("runs.study.running")
        : messages.now("runs.study.left", duration(seconds));
  }

  /** Seconds, minutes or hours, rounded up to what one waits. */
  private String duration(double seconds) {
    if (seconds < 100) {
      return messages.now("runs.study.seconds", Math.max(1, Math.round(Math.ceil(seconds))));
    }
    return seconds < 6_000
        ? messages.now("runs.study.minutes", Math.round(Math.ceil(seconds / 60)))
        : messages.now("runs.study.hours", Numbers.rounded(seconds / 3_600, 2));
  }
}
