package dev.neuralworkbench.text;

import dev.neuralworkbench.metrics.ClassScore;
import dev.neuralworkbench.metrics.ClassScore.Average;
import dev.neuralworkbench.metrics.ConfusionMatrix;
import dev.neuralworkbench.metrics.Measured;
import dev.neuralworkbench.metrics.ScoreInterval;
import dev.neuralworkbench.model.answer.ScoreIntervals;
import dev.neuralworkbench.model.answer.Statistic;
import dev.neuralworkbench.problem.Ids;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The scores of single classes and their averages, laid out for whoever shows them. */
public record ClassTable(List<Line> classes, Map<Average, Line> averages) {

  /**
   * One class, or an average of all.
   *
   * @param cells one for each score, in their order
   * @param rows rows of the class
   */
  public record Line(String name, Map<ClassScore, Measured> cells, int rows) {}

  /**
   * The table.
   *
   * @param intervals null where they are not known, or not yet
   */
  public static ClassTable of(
      ConfusionMatrix matrix, List<String> names, @Nullable ScoreIntervals intervals, Words words) {
    var classes =
        IntStream.range(0, names.size())
            .mapToObj(
                c ->
                    line(
                        names.get(c),
                        score -> score.exists(matrix, c) ? score.of(matrix, c) : Double.NaN,
                        score -> new Statistic.OfClass(score, c),
                        intervals,
                        matrix.support(c)))
            .toList();
    var averages = new EnumMap<Average, Line>(Average.class);
    for (var average : Average.values()) {
      averages.put(
          average,
          line(
              words.text("evaluate.of." + Ids.of(average)),
              score -> score.of(matrix, average),
              score -> new Statistic.Averaged(score, average),
              intervals,
              matrix.rows()));
    }
    return new ClassTable(classes, averages);
  }

  private static Line line(
      String name,
      ToDoubleFunction<ClassScore> value,
      Function<ClassScore, Statistic> statistic,
      @Nullable ScoreIntervals intervals,
      int rows) {
    var cells = new EnumMap<ClassScore, Measured>(ClassScore.class);
    for (var score : ClassScore.values()) {
      var interval = intervals == null ? ScoreInterval.NONE : intervals.of(statistic.apply(score));
      cells.put(score, new Measured(value.applyAsDouble(score), interval));
    }
    return new Line(name, cells, rows);
  }

  /** Heads of the columns: the class, its scores, its rows. */
  public static List<String> heads(Words words) {
    return Stream.of("class", "precision", "recall", "specificity", "f1", "rows")
        .map(head -> words.text("evaluate.of." + head))
        .toList();
  }

  /** All cells as texts, the line of heads first. */
  public List<List<String>> cells(Function<Measured, String> written, Words words) {
    var lines = new ArrayList<List<String>>();
    lines.add(heads(words));
    for (var line : Stream.concat(classes.stream(), averages.values().stream()).toList()) {
      var cells = line.cells.values().stream().map(written);
      var rows = Stream.of(Numbers.count(line.rows));
      lines.add(Stream.of(Stream.of(line.name), cells, rows).flatMap(it -> it).toList());
    }
    return lines;
  }

  /** Whether a score of some class is 0 / 0. */
  public boolean lacksAny() {
    return classes.stream()
        .flatMap(it -> it.cells.values().stream())
        .anyMatch(it -> Double.isNaN(it.value()));
  }
}
