package dev.neuralworkbench.text;

import dev.neuralworkbench.metrics.ConfusionMatrix;
import dev.neuralworkbench.model.answer.Judgement;
import dev.neuralworkbench.model.answer.Metric;
import dev.neuralworkbench.model.answer.ScoreIntervals;
import dev.neuralworkbench.model.answer.Scores;
import dev.neuralworkbench.nn.function.ProblemType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
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

  /**
   * The cells, the line of heads first, the model's loss last where it is known.
   *
   * @param intervals of the network's scores, which stand beside them; null for none
   */
  public List<List<String>> cells(
      DoubleFunction<String> share,
      DoubleFunction<String> inUnits,
      @Nullable ScoreIntervals intervals,
      Words words) {
    var lines = new ArrayList<List<String>>();
    lines.add(line("", heads.stream()));
    for (var metric : metrics) {
      lines.add(
          line(
              words.text(metric.nameKey()),
              numbers(metric).stream()
                  .map(it -> (metric.isInUnits() ? inUnits : share).apply(it))));
    }
    if (intervals != null) {
      lines.getFirst().add(2, words.text("evaluate.interval"));
      for (var i = 0; i < metrics.size(); i++) {
        var metric = metrics.get(i);
        lines.get(i + 1).add(2, DetailWords.interval(metric, intervals.of(metric)));
      }
    }
    var loss = Objects.requireNonNull(scores.getFirst()).loss();
    if (!Double.isNaN(loss)) {
      var blank = Collections.nCopies(lines.getFirst().size() - 2, "");
      var cells = Stream.concat(Stream.of(inUnits.apply(loss)), blank.stream());
      lines.add(line(words.text("cli.evaluate.loss"), cells));
    }
    return lines;
  }

  private static List<String> line(String name, Stream<String> cells) {
    return Stream.concat(Stream.of(name), cells).collect(Collectors.toCollection(ArrayList::new));
  }

  /** The confusion matrix: a line of the predicted classes, then one for each true class. */
  public static List<List<String>> confusion(ConfusionMatrix matrix, List<String> classes) {
    var lines = new ArrayList<List<String>>();
    lines.add(line("", classes.stream()));
    for (var actual = 0; actual < classes.size(); actual++) {
      var of = actual;
      lines.add(
          line(
              classes.get(actual),
              IntStream.range(0, classes.size())
                  .mapToObj(predicted -> Numbers.count(matrix.count(of, predicted)))));
    }
    return lines;
  }
}
