package dev.neuralworkbench.text;

import dev.neuralworkbench.metrics.ClassificationReport;
import dev.neuralworkbench.metrics.ConfusionMatrix;
import dev.neuralworkbench.model.answer.Judgement;
import dev.neuralworkbench.model.answer.Metric;
import dev.neuralworkbench.model.answer.Scores;
import dev.neuralworkbench.nn.function.ProblemType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.DoubleFunction;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Scores laid out for whoever shows them: which rows and columns there are, what they are called,
 * and which numbers stand in them. How a number is written is up to the one who shows it.
 *
 * @param metrics a row each
 * @param heads a column each: the network, the answer that looks at no input, perhaps a linear
 *     model
 * @param scores those of the columns; null where they are not known, or not yet
 */
public record ScoreTable(List<Metric> metrics, List<String> heads, List<@Nullable Scores> scores) {
  /** The scores of a judgement; a linear model has a column if it was fitted. */
  public static ScoreTable of(Judgement judged, Words words) {
    var kind = "cli.evaluate.linear" + VerdictWords.linear(judged.target());
    return of(judged, judged.linear() == null ? null : kind, judged.linear(), words);
  }

  /** The same with a column of a linear model under some name; null for none. */
  public static ScoreTable of(
      Judgement judged, @Nullable String linearKey, @Nullable Scores linear, Words words) {
    var keys =
        Stream.of("evaluate.network", "evaluate.constant" + suffix(judged.problem()), linearKey);
    return new ScoreTable(
        Metric.of(judged.problem()),
        keys.filter(Objects::nonNull).map(words::text).toList(),
        Arrays.asList(judged.network(), judged.constant(), linear));
  }

  /**
   * What the keys of names end with that depend on the target: {@code evaluate.constant.classes}.
   */
  public static String suffix(ProblemType problem) {
    return problem == ProblemType.CLASSIFICATION ? ".classes" : ".numbers";
  }

  /** A row, one number for each column; NaN for one that does not exist. */
  public List<Double> numbers(Metric metric) {
    return scores.stream()
        .limit(heads.size())
        .map(it -> it == null ? Double.NaN : metric.of(it))
        .toList();
  }

  /** The cells, the line of heads first. */
  public List<List<String>> cells(BiFunction<Metric, Double, String> number, Words words) {
    var lines = new ArrayList<List<String>>();
    lines.add(line("", heads.stream()));
    for (var metric : metrics) {
      var cells = numbers(metric).stream().map(it -> number.apply(metric, it));
      lines.add(line(words.text(metric.nameKey()), cells));
    }
    return lines;
  }

  private static List<String> line(String name, Stream<String> cells) {
    return Stream.concat(Stream.of(name), cells).toList();
  }

  /**
   * One class, or the mean of all.
   *
   * @param shares precision, recall and F1; NaN for 0 / 0
   * @param rows rows of the class
   */
  public record OfClass(String name, List<Double> shares, int rows) {}

  /** Heads of the scores of single classes, their names' first. */
  public static List<String> classHeads(Words words) {
    return Stream.of("class", "precision", "recall", "f1", "rows")
        .map(head -> words.text("evaluate.of." + head))
        .toList();
  }

  /** The scores of each class, and last their mean. */
  public static List<OfClass> ofClasses(
      ClassificationReport report, List<String> names, Words words) {
    var lines = new ArrayList<OfClass>();
    for (var c = 0; c < names.size(); c++) {
      var shares =
          List.of(
              report.hasPrecision(c) ? report.precision(c) : Double.NaN,
              report.hasRecall(c) ? report.recall(c) : Double.NaN,
              report.hasF1(c) ? report.f1(c) : Double.NaN);
      lines.add(new OfClass(names.get(c), shares, report.confusion().support(c)));
    }
    lines.add(
        new OfClass(
            words.text("evaluate.of.mean"),
            List.of(report.macroPrecision(), report.macroRecall(), report.macroF1()),
            report.confusion().rows()));
    return lines;
  }

  /** The cells of {@link #ofClasses}, the line of heads first. */
  public static List<List<String>> cellsOfClasses(
      ClassificationReport report, List<String> names, DoubleFunction<String> share, Words words) {
    var lines = new ArrayList<List<String>>();
    lines.add(classHeads(words));
    for (var of : ofClasses(report, names, words)) {
      var shares = of.shares().stream().map(share::apply);
      lines.add(line(of.name(), Stream.concat(shares, Stream.of(Numbers.count(of.rows())))));
    }
    return lines;
  }

  /** Whether a score of some class is 0 / 0. */
  public static boolean lacksAny(ClassificationReport report, int classes) {
    return IntStream.range(0, classes)
        .anyMatch(c -> !report.hasPrecision(c) || !report.hasRecall(c));
  }

  /** The confusion matrix: a line of the predicted classes, then one for each true class. */
  public static List<List<String>> confusion(
      ConfusionMatrix matrix, List<String> classes, IntFunction<String> count) {
    var lines = new ArrayList<List<String>>();
    lines.add(line("", classes.stream()));
    for (var actual = 0; actual < classes.size(); actual++) {
      var of = actual;
      lines.add(
          line(
              classes.get(actual),
              IntStream.range(0, classes.size())
                  .mapToObj(predicted -> count.apply(matrix.count(of, predicted)))));
    }
    return lines;
  }
}
