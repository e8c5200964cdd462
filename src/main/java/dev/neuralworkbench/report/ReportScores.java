package dev.neuralworkbench.report;

import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.data.encode.TargetEncoder.NumberTarget;
import dev.neuralworkbench.data.encode.Targets.ValueTargets;
import dev.neuralworkbench.data.prepare.RowPart;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.answer.Answers;
import dev.neuralworkbench.model.answer.ClassProbabilities;
import dev.neuralworkbench.model.answer.Judgement;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.model.answer.ScoreDetails;
import dev.neuralworkbench.model.answer.ScoreIntervals;
import dev.neuralworkbench.model.answer.Scores;
import dev.neuralworkbench.model.answer.Statistic;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.text.ClassTable;
import dev.neuralworkbench.text.DetailWords;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.ScoreTable;
import dev.neuralworkbench.text.VerdictWords;
import dev.neuralworkbench.text.Words;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;

/** The report's scores: beside those without a network, by class, of the probabilities. */
record ReportScores(Model model, Html page, Words words) {

  private static final int DIGITS = 4;
  private static final int MOST_CLASSES = 20;
  private static final int MOST_POINTS = 1_000;

  /** The test rows where there are any, then the validation rows, then those learned from. */
  void write(Table table, Products products) {
    page.element("h2", words.text("report.scores"));
    var data = model.prepared(table);
    var part =
        Stream.of(RowPart.TEST, RowPart.VALIDATION, RowPart.TRAINING)
            .filter(it -> data.rows(it).rows() > 0)
            .findFirst()
            .orElse(RowPart.TRAINING);
    var rows = data.rows(part);
    var predictor = new ModelPredictor(model, products);
    var answers = predictor.predict(rows);
    var judged =
        Judgement.of(answers, Double.NaN, data.training(), rows).withLinear(data.training(), rows);
    var details = details(predictor, answers, data, part);
    page.element("p", words.text("report.scores." + Ids.of(part), Numbers.count(rows.rows())));
    if (model.isEdited()) {
      page.element("p", words.text("report.scores.edited"));
    }
    page.table(
        ScoreTable.of(judged, words)
            .cells((_, value) -> number(value), details.intervals(), words));
    var gap = details.gap();
    note(gap == null ? "" : DetailWords.gap(gap, part, judged.problem(), words));
    note(VerdictWords.of(judged, words));
    note(VerdictWords.missed(judged, words));
    note(VerdictWords.balanced(judged.target(), words));
    switch (judged.network()) {
      case Scores.OfClasses classes -> classes(judged, classes, details);
      case Scores.OfNumbers(var report, _, _) -> {
        note(report.zeros() > 0 ? words.text("evaluate.mape.zeros", report.zeros()) : "");
        residuals(answers, rows);
      }
    }
  }

  private static ScoreDetails details(
      ModelPredictor predictor, Answers answers, PreparedData data, RowPart part) {
    var targets = data.rows(part).targets();
    var positive = ClassProbabilities.usual(answers.classes());
    var details = ScoreDetails.of(answers, targets, positive, Progress.NONE);
    var training = data.training();
    return part == RowPart.TRAINING
        ? details
        : details.with(
            ScoreDetails.gap(
                predictor.predict(training), training.targets(), answers, targets, Progress.NONE));
  }

  private void note(String sentence) {
    if (!sentence.isEmpty()) {
      page.element("p", sentence);
    }
  }

  private void classes(Judgement judged, Scores.OfClasses classes, ScoreDetails details) {
    if (judged.target() instanceof ClassTarget target && target.classes().size() <= MOST_CLASSES) {
      var matrix = classes.report().confusion();
      var table = ClassTable.of(matrix, target.classes(), details.intervals(), words);
      page.element("h3", words.text("evaluate.of"));
      page.table(table.cells(ReportScores::cell, words));
      note(table.lacksAny() ? words.text("cli.evaluate.undefined") : "");
      page.element("h3", words.text("report.confusion"));
      page.element("p", words.text("report.confusion.about"));
      page.table(ScoreTable.confusion(matrix, target.classes(), Numbers::count));
    }
    var of = details.probabilities();
    if (of != null) {
      probabilities(of, details.intervals());
    }
  }

  private void probabilities(ClassProbabilities of, ScoreIntervals intervals) {
    var all = DetailWords.subject(of, "evaluate.positive.all", words);
    var predicted = DetailWords.subject(of, "evaluate.calibration.all", words);
    var precision = intervals.of(new Statistic.AveragePrecision());
    var brier = intervals.of(new Statistic.Brier());
    page.element("h3", words.text("cli.evaluate.probabilities", all));
    page.pairs(
        List.of(
            List.of(
                words.text("evaluate.ap"),
                cell(new ClassTable.Cell(of.averagePrecision(), precision))),
            List.of(words.text("evaluate.brier"), cell(new ClassTable.Cell(of.brier(), brier)))));
    page.element("h3", words.text("cli.evaluate.calibration", predicted));
    page.table(DetailWords.bins(of.calibration(), words));
  }

  private static String cell(ClassTable.Cell cell) {
    var interval = DetailWords.interval(cell.interval());
    return number(cell.value()) + (interval.isEmpty() ? "" : " (" + interval + ")");
  }

  private static String number(double value) {
    return Double.isFinite(value) ? Numbers.typeset(Numbers.rounded(value, DIGITS)) : "–";
  }

  private void residuals(Answers answers, Dataset rows) {
    if (!(rows.targets() instanceof ValueTargets values)
        || !(model.preprocessor().target() instanceof NumberTarget target)) {
      return;
    }
    page.element("h3", words.text("report.residuals"));
    page.markup(
        new SvgChart(words.text("report.actual"), words.text("report.predicted"))
            .points(some(values.values(), target), some(answers.outputs(), target))
            .svg());
  }

  private static double[] some(DMatrixRMaj numbers, NumberTarget target) {
    return IntStream.range(0, Math.min(MOST_POINTS, numbers.numRows))
        .mapToDouble(i -> target.decode(numbers.get(i, 0)))
        .toArray();
  }
}
