package dev.neuralworkbench.ui.evaluation;

import dev.neuralworkbench.data.split.Folds;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.nn.function.ProblemType;
import dev.neuralworkbench.study.CrossValidation;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.common.WhileInScene;
import dev.neuralworkbench.ui.common.form.Fields;
import dev.neuralworkbench.ui.common.form.ProblemLabel;
import dev.neuralworkbench.ui.evaluation.CrossValidationViewModel.Outcome;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Starts a cross-validation and shows what it came to. */
final class CrossValidationPane extends VBox {

  private final CrossValidationViewModel model;
  private final Messages messages;
  private final Button start = new Button();
  private final Label sentence = new Label();
  private final GridPane result = new GridPane();
  private final ToggleButton single = new ToggleButton();
  private final GridPane folds = new GridPane();

  CrossValidationPane(CrossValidationViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    getStyleClass().add("section-of-scores");
    layOut();
    bind();
  }

  private void layOut() {
    var fields = new Fields(messages);
    var heading = fields.heading("evaluate.study");
    heading.getStyleClass().setAll("label", "chart-heading");
    start.setId("evaluate-study-start");
    start.setMinWidth(USE_PREF_SIZE);
    sentence.setId("evaluate-study-sentence");
    sentence.getStyleClass().add("muted");
    sentence.setWrapText(true);
    sentence.setMinHeight(USE_PREF_SIZE);
    result.setId("evaluate-study-result");
    result.getStyleClass().add("score-grid");
    folds.setId("evaluate-study-folds");
    folds.getStyleClass().add("score-grid");
    single.setId("evaluate-study-single");
    single.getStyleClass().addAll("flat", "small");
    single.setMinWidth(USE_PREF_SIZE);
    for (var node : List.of(single, folds)) {
      node.managedProperty().bind(node.visibleProperty());
    }
    var form =
        new VBox(
            fields.number(model.folds(), Folds.COUNT, "evaluate.study.folds"),
            fields.number(model.repeats(), CrossValidation.REPEATS, "evaluate.study.repeats"));
    form.getStyleClass().addAll("form", "study-form");
    var line = new HBox(form);
    getChildren().setAll(heading, line, problem(), start, sentence, result, single, folds);
  }

  private ProblemLabel problem() {
    var label = ProblemLabel.elsewhere(messages);
    label.setId("evaluate-study-problem");
    var problems = model.problems();
    WhileInScene.subscribe(label, () -> problems.subscribe(label::show));
    return label;
  }

  private void bind() {
    start
        .textProperty()
        .bind(
            messages.text(
                model.running(),
                (w, running) ->
                    w.text(running ? "evaluate.study.running" : "evaluate.study.start")));
    start.disableProperty().bind(model.canStart().map(can -> !can));
    start.setOnAction(_ -> model.start());
    Tooltips.install(start, messages.text("evaluate.study.start.tip"));
    single.textProperty().bind(messages.text("evaluate.study.single"));
    Tooltips.install(single, messages.text("evaluate.study.single.tip"));
    single.visibleProperty().bind(model.outcome().isNotNull());
    folds.visibleProperty().bind(single.visibleProperty().and(single.selectedProperty()));
    model.outcome().subscribe(_ -> show());
    model.draft().subscribe(_ -> show());
    messages.language().subscribe(_ -> show());
  }

  private void show() {
    var outcome = model.outcome().get();
    result.getChildren().clear();
    folds.getChildren().clear();
    sentence.setText(sentence(outcome, model.draft().getValue()));
    if (outcome == null) {
      return;
    }
    add(1, 0, messages.now("evaluate.study.mean"), "score-head");
    add(2, 0, messages.now("evaluate.study.deviation"), "score-head");
    add(3, 0, messages.now(constantKey(outcome)), "score-head");
    var row = 1;
    for (var metric : outcome.result().metrics()) {
      var spread = outcome.result().spread(metric);
      add(0, row, messages.now(metric.nameKey()), "score-name");
      add(1, row, ScoreWords.score(metric, spread.mean()), "score-network")
          .setId("evaluate-study-" + metric.id());
      add(2, row, "\u00b1 " + ScoreWords.score(metric, spread.deviation()), "score-other");
      var constant = outcome.result().constant(metric);
      add(3, row, ScoreWords.score(metric, constant.mean()), "score-other")
          .setId("evaluate-study-constant-" + metric.id());
      row++;
    }
    showFolds(outcome);
  }

  /** One row a fold, in the order of the runs. */
  private void showFolds(Outcome outcome) {
    var metrics = outcome.result().metrics();
    add(folds, 0, 0, messages.now("evaluate.study.fold"), "score-head");
    for (var i = 0; i < metrics.size(); i++) {
      add(folds, i + 1, 0, messages.now(metrics.get(i).nameKey()), "score-head");
    }
    add(folds, metrics.size() + 1, 0, messages.now("evaluate.study.epochs"), "score-head");
    var row = 1;
    for (var fold : outcome.result().folds()) {
      var name =
          outcome.study().repeats() == 1
              ? Numbers.count(fold.fold() + 1L)
              : Numbers.count(fold.repetition() + 1L) + "." + (fold.fold() + 1);
      add(folds, 0, row, name, "score-name");
      for (var i = 0; i < metrics.size(); i++) {
        var score = ScoreWords.score(metrics.get(i), metrics.get(i).of(fold.judgement().network()));
        add(folds, i + 1, row, score, "score-network");
      }
      add(folds, metrics.size() + 1, row, Numbers.count(fold.epochs()), "score-other");
      row++;
    }
  }

  private static String constantKey(Outcome outcome) {
    return outcome.experiment().preparation().problemType() == ProblemType.CLASSIFICATION
        ? "evaluate.constant.classes"
        : "evaluate.constant.numbers";
  }

  private String sentence(@Nullable Outcome outcome, Experiment draft) {
    if (outcome == null) {
      return messages.now("evaluate.study.empty");
    }
    var runs = Numbers.count(outcome.result().folds().size());
    return messages.now(
        outcome.experiment().equals(draft) ? "evaluate.study.done" : "evaluate.study.other",
        runs,
        Numbers.count(outcome.study().folds()),
        Numbers.count(outcome.study().repeats()));
  }

  private Label add(int column, int row, String text, String style) {
    return add(result, column, row, text, style);
  }

  private static Label add(GridPane grid, int column, int row, String text, String style) {
    var label = new Label(text);
    label.getStyleClass().add(style);
    label.setMinWidth(USE_PREF_SIZE);
    if (column > 0) {
      GridPane.setHalignment(label, HPos.RIGHT);
    }
    grid.add(label, column, row);
    return label;
  }
}
