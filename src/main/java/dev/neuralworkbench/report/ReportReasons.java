package dev.neuralworkbench.report;

import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.encode.RawRow;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.explain.inputs.InputGroups;
import dev.neuralworkbench.explain.inputs.LargestErrors;
import dev.neuralworkbench.explain.inputs.PermutationImportance;
import dev.neuralworkbench.explain.inputs.ReadRows;
import dev.neuralworkbench.explain.why.Explainer;
import dev.neuralworkbench.explain.why.Explanation;
import dev.neuralworkbench.model.Background;
import dev.neuralworkbench.model.Decision.Costs;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.answer.Answers;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.text.DecisionWords;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.WhyWords;
import dev.neuralworkbench.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the report explains: the inputs that a model uses, and the predictions that are most wrong.
 * What would take long is left out, by counting beforehand, so that a report is the same anywhere.
 */
record ReportReasons(Model model, Html page, Words words) {

  private static final int MOST_INPUTS = 12;

  /** Rows that are explained. */
  private static final int MOST_ERRORS = 3;

  /** Rows that are permuted, evenly spread over all. */
  private static final int MOST_ROWS = 1_000;

  /** Multiplications of the permuted rows; preparing a cell counts as so many. */
  private static final double MOST_WORK = 4e9;

  private static final int OF_CELL = 20;

  /** The same for the explained rows: on one thread, in seconds, about. */
  private static final double MOST_SECONDS = 5;

  /** Adds the section, on rows that the answers are of. */
  void write(Table table, Dataset rows, Answers answers, Products products) {
    page.element("h2", words.text("report.reasons"));
    var decision = model.decision();
    if (decision != null) {
      page.element("p", DecisionWords.of(model, words));
    }
    if (decision instanceof Costs(var costs)) {
      page.element("h3", words.text("report.costs"));
      var names = model.classNames();
      var lines = new ArrayList<List<String>>();
      lines.add(Stream.concat(Stream.of(""), names.stream()).toList());
      for (var i = 0; i < names.size(); i++) {
        var cells = costs.get(i).stream().map(ReportScores::number);
        lines.add(Stream.concat(Stream.of(names.get(i)), cells).toList());
      }
      page.table(lines);
    }
    importance(table, rows.sample(MOST_ROWS), new ModelPredictor(model, products));
    errors(table, rows, answers, products);
  }

  private void importance(Table table, Dataset rows, ModelPredictor predictor) {
    var columns = model.preprocessor().inputs().size();
    var ofRow = model.weights().parameterCount() + (double) OF_CELL * columns;
    if (ofRow * rows.rows() * columns * PermutationImportance.USUAL_REPEATS > MOST_WORK) {
      page.element("p", words.text("report.importance.large", columns));
      return;
    }
    var read = new ReadRows(model.preprocessor(), table, rows.sourceRows());
    var found =
        PermutationImportance.of(
            predictor,
            read,
            InputGroups.alone(read),
            PermutationImportance.USUAL_REPEATS,
            model.experiment().training().seed(),
            Progress.NONE);
    var lines = new ArrayList<List<String>>();
    var metric = words.text(found.metric().nameKey());
    lines.add(
        List.of(words.text("evaluate.inputs.axis"), words.text("evaluate.inputs.drop", metric)));
    for (var it : found.inputs().subList(0, Math.min(MOST_INPUTS, columns))) {
      lines.add(List.of(it.name(), Numbers.share(it.mean()) + " ± " + Numbers.share(it.spread())));
    }
    page.element("h3", words.text("glossary.importance"));
    page.element(
        "p",
        words.text(
            "report.importance",
            metric,
            rows.rows(),
            ReportScores.number(found.score()),
            PermutationImportance.USUAL_REPEATS));
    page.table(lines);
    if (columns > MOST_INPUTS) {
      page.element("p", words.text("report.importance.some", MOST_INPUTS, columns));
    }
  }

  private void errors(Table table, Dataset rows, Answers answers, Products products) {
    var background = Background.draw(model, table);
    var size = background.rows().size();
    if (MOST_ERRORS * Explainer.estimate(model, size, 1) > MOST_SECONDS) {
      page.element("p", words.text("report.errors.large"));
      return;
    }
    page.element("h3", words.text("report.errors"));
    var seed = String.valueOf(Background.seed(model));
    var compared = words.text("predict.why.compared", size, seed);
    page.element("p", words.text("report.errors.about") + " " + compared);
    var threads = Runtime.getRuntime().availableProcessors();
    var explainer = new Explainer(model, products, background, threads);
    var read = model.preprocessor().cleaned(table);
    var truths = read.named(model.preprocessor().target().name());
    IntStream.of(LargestErrors.rows(answers, rows.targets()))
        .limit(MOST_ERRORS)
        .map(it -> rows.sourceRows()[it])
        .forEach(
            row ->
                explainer
                    .explain(RawRow.of(model.preprocessor(), read, row), Progress.NONE)
                    .ifPresent(it -> error(row + 1, truths.text(row), it)));
  }

  private void error(int row, String truth, Explanation of) {
    var predicted = WhyWords.predicted(of.prediction());
    page.paragraph("role", words.text("report.errors.row", Numbers.count(row), truth, predicted));
    var lines = new ArrayList<List<String>>();
    lines.add(List.of(words.text("sheet.column"), words.text("report.errors.contribution")));
    new WhyWords(of, words).lines().forEach(it -> lines.add(List.of(it.name(), it.number())));
    page.table(lines);
  }
}
