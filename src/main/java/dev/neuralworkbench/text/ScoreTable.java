package dev.neuralworkbench.text;

import dev.neuralworkbench.metrics.ConfusionMatrix;
import dev.neuralworkbench.model.answer.Judgement;
import dev.neuralworkbench.model.answer.Metric;
import dev.neuralworkbench.model.answer.ScoreIntervals;
import dev.neuralworkbench.model.answer.Scores;
import dev.neuralworkbench.nn.function.ProblemType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
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

  /** The same with the intervals of the network's scores beside them; null for none. */
  public List<List<String>> cells(
      BiFunction<Metric, Double, String> number, @Nullable ScoreIntervals intervals, Words words) {
    var lines = cells(number, words);
    if (intervals == null) {
      return lines;
    }
    var column =
        Stream.concat(
                Stream.of(words.text("evaluate.interval")),
                metrics.stream().map(it -> DetailWords.interval(it, intervals.of(it))))
            .toList();
    return IntStream.range(0, lines.size())
        .mapToObj(
            i -> {
              var cells = new ArrayList<>(lines.get(i));
              cells.add(2, column.get(i));
              return List.copyOf(cells);
            })
        .toList();
  }

  private static List<String> line(String name, Stream<String> cells) {
    return Stream.concat(Stream.of(name), cells).toList();
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
