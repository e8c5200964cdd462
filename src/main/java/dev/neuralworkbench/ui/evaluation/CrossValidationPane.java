package dev.neuralworkbench.ui.evaluation;

import dev.neuralworkbench.data.split.Folds;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.answer.Metric;
import dev.neuralworkbench.study.CrossValidation;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.ScoreTable;
import dev.neuralworkbench.text.VerdictWords;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.common.form.Fields;
import dev.neuralworkbench.ui.common.form.ProblemLabel;
import dev.neuralworkbench.ui.evaluation.CrossValidationViewModel.Outcome;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Starts a cross-validation and shows what it came to. */
final class CrossValidationPane extends VBox {

  private final CrossValidationViewModel model;
  private final Messages messages;
  private final Label sentence = Labels.sentence("#evaluate-study-sentence", "score-note");
  private final LabelGrid result =
      Styling.as(new LabelGrid(), "#evaluate-study-result", "score-grid");
  private final ToggleButton single =
      Styling.as(new ToggleButton(), "#evaluate-study-single", "flat", "small");
  private final LabelGrid folds =
      Styling.as(new LabelGrid(), "#evaluate-study-folds", "score-grid");

  CrossValidationPane(CrossValidationViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    layOut();
    bind();
  }

  private void layOut() {
    var fields = new Fields(messages);
    var start =
        Section.start("evaluate.study", model.running(), model.canStart, model::start, messages);
    var form =
        Styling.as(
            new HBox(
                fields.number(model.folds, Folds.COUNT, "evaluate.study.folds"),
                fields.number(model.repeats, CrossValidation.REPEATS, "evaluate.study.repeats")),
            "study-form");
    var problem = ProblemLabel.elsewhere(messages, "#evaluate-study-problem", model.problems());
    var decided =
        Labels.sentence(
            messages.text("evaluate.study.decided"), "#evaluate-study-decided", "score-note");
    Visibility.when(decided, model.isDecided);
    getChildren()
        .setAll(
            new Section(
                    "evaluate.study",
                    messages,
                    form,
                    decided,
                    problem,
                    sentence,
                    result,
                    single,
                    folds)
                .withTool(start));
  }

  private void bind() {
    Buttons.name(single, messages, "evaluate.study.single");
    Visibility.when(single, model.outcome.isNotNull());
    Visibility.when(folds, single.visibleProperty().and(single.selectedProperty()));
    OnAnyChange.all(this::show, model.outcome, model.draft, messages.language());
  }

  private void show() {
    var outcome = model.outcome.get();
    result.getChildren().clear();
    folds.getChildren().clear();
    sentence.setText(sentence(outcome, model.draft.getValue()));
    if (outcome == null) {
      return;
    }
    var suffix = ScoreTable.suffix(outcome.experiment().preparation().problemType());
    var found = outcome.result();
    var metrics = found.metrics();
    heads(result, metrics);
    line(1, "evaluate.network", metrics, "score-name", it -> found.spread(it).mean());
    line(2, "evaluate.study.deviation", metrics, "score-other", it -> found.spread(it).deviation());
    line(3, "evaluate.constant" + suffix, metrics, "score-other", it -> found.constant(it).mean());
    if (found.linear(metrics.getFirst()).count() > 0) {
      line(4, "evaluate.linear" + suffix, metrics, "score-other", it -> found.linear(it).mean());
    }
    showFolds(outcome);
  }

  private void line(
      int row, String name, List<Metric> metrics, String style, ToDoubleFunction<Metric> number) {
    result.cell(0, row, messages.now(name), "score-name");
    for (var i = 0; i < metrics.size(); i++) {
      var metric = metrics.get(i);
      var text = LabelGrid.score(metric, number.applyAsDouble(metric));
      result.cell(i + 1, row, text, style).setId("evaluate-study-" + row + "-" + metric.id());
    }
  }

  private void heads(LabelGrid grid, List<Metric> metrics) {
    for (var i = 0; i < metrics.size(); i++) {
      grid.cell(i + 1, 0, messages.now(metrics.get(i).nameKey()), "score-head");
    }
  }

  private void showFolds(Outcome outcome) {
    var metrics = outcome.result().metrics();
    folds.cell(0, 0, messages.now("evaluate.study.fold"), "score-head");
    heads(folds, metrics);
    folds.cell(metrics.size() + 1, 0, messages.now("evaluate.study.epochs"), "score-head");
    var row = 1;
    for (var fold : outcome.result().folds()) {
      var name =
          outcome.study().repeats() == 1
              ? Numbers.count(fold.fold() + 1L)
              : Numbers.count(fold.repetition() + 1L) + "." + (fold.fold() + 1);
      folds.cell(0, row, name, "score-name");
      for (var i = 0; i < metrics.size(); i++) {
        var score = LabelGrid.score(metrics.get(i), metrics.get(i).of(fold.judgement().network()));
        folds.cell(i + 1, row, score, "score-network");
      }
      folds.cell(metrics.size() + 1, row, Numbers.count(fold.epochs()), "score-other");
      row++;
    }
  }

  private String sentence(@Nullable Outcome outcome, Experiment draft) {
    if (outcome == null) {
      return messages.now("evaluate.study.empty");
    }
    var runs = Numbers.count(outcome.result().folds().size());
    var done =
        messages.now(
            outcome.experiment().equals(draft) ? "evaluate.study.done" : "evaluate.study.other",
            runs,
            Numbers.count(outcome.study().folds()),
            Numbers.count(outcome.study().repeats()));
    var target = outcome.result().folds().getFirst().judgement().target();
    return (done + " " + VerdictWords.balanced(target, messages.words())).strip();
  }
}
