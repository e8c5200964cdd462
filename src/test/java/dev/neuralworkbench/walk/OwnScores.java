package dev.neuralworkbench.walk;

import dev.neuralworkbench.data.encode.ClassTargets;
import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.answer.Answers;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.nn.blas.PortableProducts;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How good a model is on some rows, by the definitions.
 *
 * @param accuracy share of rows whose class is found; NaN for numbers
 * @param r2 1 − Σ (ŷ − y)² / Σ (y − ȳ)²; NaN for classes
 * @param rmse root of the mean squared error; NaN for classes
 * @param loss the mean loss that the training makes small
 */
record OwnScores(int rows, double accuracy, double r2, double rmse, double loss) {

  /** The scores on a part of a model's own rows. */
  static OwnScores of(Model model, Table table, String part) {
    var data = PreparedData.of(model.experiment().preparation(), table);
    var rows =
        switch (part) {
          case "training" -> data.training();
          case "validation" -> data.validation();
          default -> data.test();
        };
    if (rows.rows() == 0) {
      return new OwnScores(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }
    var predictor = new ModelPredictor(model, new PortableProducts());
    var answers = predictor.predict(rows);
    var loss = predictor.loss(rows);
    return rows.targets() instanceof ClassTargets classes
        ? new OwnScores(rows.rows(), accuracy(answers, classes), Double.NaN, Double.NaN, loss)
        : ofNumbers(answers, rows, actual(model, table, rows), loss);
  }

  private static double accuracy(Answers answers, ClassTargets targets) {
    var right =
        IntStream.range(0, targets.rows())
            .filter(row -> answers.predictedClass(row) == targets.classes()[row])
            .count();
    return (double) right / targets.rows();
  }

  private static double[] actual(Model model, Table table, Dataset rows) {
    var name = model.experiment().preparation().target().orElseThrow().name();
    var column = (NumberColumn) table.column(name);
    return Arrays.stream(rows.sourceRows()).mapToDouble(column::value).toArray();
  }

  private static OwnScores ofNumbers(Answers answers, Dataset rows, double[] actual, double loss) {
    var squares =
        IntStream.range(0, rows.rows())
            .mapToDouble(row -> Math.pow(answers.number(row) - actual[row], 2))
            .sum();
    var mean = Arrays.stream(actual).average().orElse(Double.NaN);
    var total = Arrays.stream(actual).map(it -> (it - mean) * (it - mean)).sum();
    return new OwnScores(
        rows.rows(),
        Double.NaN,
        total == 0 ? Double.NaN : 1 - squares / total,
        Math.sqrt(squares / rows.rows()),
        loss);
  }
}
