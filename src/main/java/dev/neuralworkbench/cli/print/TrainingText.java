package dev.neuralworkbench.cli.print;

import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.data.encode.TargetEncoder.NumberTarget;
import dev.neuralworkbench.data.prepare.ColumnPlan;
import dev.neuralworkbench.data.prepare.ColumnRole;
import dev.neuralworkbench.data.prepare.Feature;
import dev.neuralworkbench.data.prepare.IgnoredColumn;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.answer.Judgement;
import dev.neuralworkbench.model.answer.Metric;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.text.AnswersWords;
import dev.neuralworkbench.text.ScoreTable;
import dev.neuralworkbench.text.VerdictWords;
import dev.neuralworkbench.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What is learned from what, and what came of it on rows that were held out. */
public record TrainingText(Words words) {

  /** Target, inputs, ignored columns with the reason, and how the rows are divided. */
  public List<String> before(Preparation preparation, Table table, PreparedData data) {
    var lines = new ArrayList<String>();
    lines.add(
        switch (data.preprocessor().target()) {
          case ClassTarget target ->
              words.text(
                  "cli.train.target.class",
                  target.name(),
                  target.classes().size(),
                  AnswersWords.few(target.classes(), words));
          case NumberTarget target ->
              words.text(
                  "cli.train.target.number", target.name(), target.minimum(), target.maximum());
        });
    var inputs = preparation.inputs().stream().map(ColumnPlan::name).toList();
    lines.add(words.text("cli.train.inputs", inputs.size(), AnswersWords.few(inputs, words)));
    var engineered = preparation.engineered().stream().map(Feature::name).toList();
    if (!engineered.isEmpty()) {
      lines.add(words.text("cli.train.engineered", AnswersWords.few(engineered, words)));
    }
    if (preparation.isBalanced()) {
      lines.add(words.text("cli.train.balanced"));
    }
    if (preparation.isPriorCorrected()) {
      lines.add(words.text("cli.train.priorCorrected"));
    }
    var by = preparation.split().by();
    if (by != null) {
      lines.add(words.text("cli.train.by." + Ids.of(by.kind()), by.column()));
    }
    var ignored = ignored(preparation, table);
    if (!ignored.isEmpty()) {
      lines.add(words.text("cli.train.ignored", AnswersWords.few(ignored, words)));
    }
    lines.add(
        words.text(
            data.validation().rows() == 0 ? "cli.train.split.noValidation" : "cli.train.split",
            data.training().rows(),
            data.validation().rows(),
            data.test().rows()));
    if (data.usable().withoutTarget() > 0) {
      lines.add(words.text("split.withoutTarget", data.usable().withoutTarget()));
    }
    if (data.usable().incomplete() > 0) {
      lines.add(words.text("split.incomplete", data.usable().incomplete()));
    }
    return lines;
  }

  private List<String> ignored(Preparation preparation, Table table) {
    return IntStream.range(0, table.columns().size())
        .filter(i -> preparation.columns().get(i).role() == ColumnRole.IGNORED)
        .mapToObj(
            i ->
                words.text(
                    "cli.train.ignored.why",
                    table.column(i).name(),
                    words.text(IgnoredColumn.why(table, i).key())))
        .toList();
  }

  /** The score that folds gave the weights in use, where they judged. */
  private String withoutRows(Model model) {
    var training = model.experiment().training();
    var history = model.history();
    var rule = training.stopping().earlyStopping();
    var last = history.epochs() - 1;
    var epoch = rule != null && rule.restoreBest() ? rule.best(history) : last;
    if (training.foldCount() == 0 || epoch < 0) {
      return words.text("cli.train.noValidation");
    }
    var metric = model.classes() > 0 ? Metric.ACCURACY : Metric.R2;
    return words.text(
        "cli.train.folds",
        words.text(metric.nameKey()),
        training.foldCount(),
        EvaluationText.share(history.validationScore(epoch)));
  }

  public List<String> after(Model model, PreparedData data, Products products) {
    var rows = data.validation();
    if (rows.rows() == 0) {
      return List.of(withoutRows(model));
    }
    var judged = Judgement.of(new ModelPredictor(model, products), data.training(), rows);
    var table = ScoreTable.of(judged, words);
    var lines = new ArrayList<String>();
    for (var metric : table.metrics().subList(0, 2)) {
      lines.add(
          words.text(
              "cli.train.validation",
              words.text(metric.nameKey()),
              EvaluationText.score(metric, metric.of(judged.network())),
              table.heads().get(1),
              EvaluationText.score(metric, metric.of(judged.constant()))));
    }
    lines.addAll(VerdictWords.all(judged, words));
    return lines;
  }
}
