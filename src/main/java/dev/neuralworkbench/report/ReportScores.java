package dev.neuralworkbench.report;

import dev.neuralworkbench.data.encode.TargetEncoder.NumberTarget;
import dev.neuralworkbench.data.encode.Targets.ValueTargets;
import dev.neuralworkbench.data.prepare.RowPart;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.answer.ClassProbabilities;
import dev.neuralworkbench.model.answer.Judgement;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.model.answer.ScoreDetails;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.ScoreWords;
import dev.neuralworkbench.text.Words;
import java.util.Arrays;
import java.util.stream.Stream;

/** The report's scores, beside those without a network, by class, of the probabilities; why. */
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
    var positive = ClassProbabilities.usual(answers.classes());
    var details = ScoreDetails.of(predictor, data, part, answers, positive, Progress.NONE);
    page.element("p", words.text("report.scores." + Ids.of(part), Numbers.count(rows.rows())));
    if (model.isEdited()) {
      page.element("p", words.text("report.scores.edited"));
    }
    var said =
        new ScoreWords(judged, details, part, ReportScores::number, ReportScores::number, words);
    for (var of : said.parts(MOST_CLASSES)) {
      if (!of.heading().isEmpty()) {
        page.element("h3", of.heading());
      }
      page.table(of.cells());
      of.below().forEach(it -> page.element("p", it));
    }
    if (rows.targets() instanceof ValueTargets(var values)
        && answers.target() instanceof NumberTarget target) {
      page.element("h3", words.text("report.residuals"));
      page.markup(
          new SvgChart(words.text("report.actual"), words.text("report.predicted"))
              .points(some(target.decode(values)), some(target.decode(answers.outputs())))
              .svg());
    }
    new ReportReasons(model, page, words).write(table, rows, answers, products);
  }

  private static double[] some(double[] numbers) {
    return Arrays.copyOf(numbers, Math.min(MOST_POINTS, numbers.length));
  }

  static String number(double value) {
    return Numbers.told(value, DIGITS);
  }
}
