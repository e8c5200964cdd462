package dev.neuralworkbench.ui.data;

import dev.neuralworkbench.data.prepare.Cases;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.prepare.TimeOrder;
import dev.neuralworkbench.data.table.CategoryCounts;
import dev.neuralworkbench.data.table.CategoryIndex;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.nn.function.ProblemType;
import dev.neuralworkbench.random.KnuthHash;
import dev.neuralworkbench.ui.chart.Span;
import dev.neuralworkbench.ui.chart.Tints;
import dev.neuralworkbench.ui.chart.plane.Dots;
import dev.neuralworkbench.ui.chart.plane.Plane;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Two columns against each other, colored by the target: so many shown of the rows with both, of
 * which so many are outliers that the axes leave out unless all are asked for.
 */
record Scatter(Plane plane, int shown, int rows, int outliers) {

  /** More points would hide each other, and take long to draw. */
  private static final int MOST_POINTS = 1_500;

  /** What the answer depends on; a target of −1 for none. */
  record Question(int x, int y, int target, boolean classes, Cases cases, boolean all) {

    static Question of(int x, int y, Preparation preparation, boolean all) {
      var isClass = preparation.problemType() == ProblemType.CLASSIFICATION;
      return new Question(x, y, preparation.targetIndex(), isClass, preparation.cases(), all);
    }
  }

  static Scatter of(Question question, Table table) {
    var x = Axis.of(table.column(question.x));
    var y = Axis.of(table.column(question.y));
    var present =
        IntStream.range(0, table.rows())
            .filter(row -> !x.column().isMissing(row) && !y.column().isMissing(row))
            .toArray();
    var rows = thinned(present);
    var tints = tints(question, table);
    var xs = Arrays.stream(rows).mapToDouble(x.place()).toArray();
    var ys = Arrays.stream(rows).mapToDouble(y.place()).toArray();
    var dots = new Dots("", Dots.Fill.FULL, xs, ys, shades(question, table, tints, rows));
    var coreX = x.span(xs);
    var coreY = y.span(ys);
    var outliers = IntStream.of(present).filter(row -> !x.has(row, coreX) || !y.has(row, coreY));
    var plane =
        Plane.of(
            question.all ? x.whole() : coreX,
            question.all ? y.whole() : coreY,
            x.column().name(),
            y.column().name(),
            tints,
            List.of(dots));
    return new Scatter(
        plane.withCategories(x.categories(), y.categories()).evenIfAlike(),
        rows.length,
        present.length,
        (int) outliers.count());
  }

  /** One row of each stretch of rows, not always at the same place: tables have rhythms. */
  private static int[] thinned(int[] rows) {
    var step = Math.ceilDiv(rows.length, MOST_POINTS);
    return step <= 1
        ? rows
        : IntStream.range(0, rows.length / step)
            .map(i -> rows[i * step + (int) (KnuthHash.of(i) * (step - 1))])
            .toArray();
  }

  private static Tints tints(Question question, Table table) {
    if (question.target < 0) {
      return new Tints.Classes(List.of());
    }
    var target = table.column(question.target);
    if (question.classes) {
      return new Tints.Classes(CategoryCounts.of(target).names());
    }
    return target instanceof NumberColumn number && number.min() < number.max()
        ? new Tints.Values(target.name(), new Span(number.min(), number.max()))
        : new Tints.Classes(List.of());
  }

  private static float[] shades(Question question, Table table, Tints tints, int[] rows) {
    var shades = new float[rows.length];
    Arrays.fill(shades, Float.NaN);
    switch (tints) {
      case Tints.Classes classes when !classes.names().isEmpty() -> {
        var target = table.column(question.target);
        var index = CategoryIndex.of(classes.names(), target, CategoryIndex.UNKNOWN);
        for (var i = 0; i < rows.length; i++) {
          var group = index.applyAsInt(rows[i]);
          shades[i] = group == CategoryIndex.UNKNOWN ? Float.NaN : group;
        }
      }
      case Tints.Values _ when table.column(question.target) instanceof NumberColumn target -> {
        for (var i = 0; i < rows.length; i++) {
          shades[i] = (float) target.value(rows[i]);
        }
      }
      case Tints.Classes _, Tints.Values _, Tints.Signed _, Tints.Plain _ -> {}
    }
    return shades;
  }

  /**
   * A column along an axis: numbers where they are, texts at the places of their order.
   *
   * @param whole what shows all rows
   * @param categories names of the places 0, 1, 2 …; empty for numbers
   * @param place where a row is
   */
  private record Axis(
      Column column, Span whole, List<String> categories, IntToDoubleFunction place) {

    /** Room beside the outermost numbers, as a share of their range. */
    private static final double AIR = 0.04;

    /** Equal texts are spread over this much of the distance between two places. */
    private static final double SPREAD = 0.5;

    static Axis of(Column column) {
      return switch (column) {
        case NumberColumn numbers -> new Axis(column, span(numbers), List.of(), numbers::value);
        case TextColumn texts -> ofTexts(texts);
      };
    }

    private static Span span(NumberColumn column) {
      return airy(new Span(column.min(), column.max()));
    }

    /** Of numbers the range that most of some rows' values are in. */
    Span span(double[] values) {
      return column instanceof NumberColumn numbers
          ? airy(CoreRange.of(values, new Span(numbers.min(), numbers.max())))
          : whole;
    }

    boolean has(int row, Span span) {
      return span.contains(place.applyAsDouble(row));
    }

    private static Span airy(Span values) {
      if (values.least() < values.greatest()) {
        var air = values.length() * AIR;
        return new Span(values.least() - air, values.greatest() + air);
      }
      var middle = Double.isNaN(values.least()) ? 0 : values.least();
      var around = middle == 0 ? 1 : Math.abs(middle) / 2;
      return new Span(middle - around, middle + around);
    }

    /** A row is beside the place of its text, so that equal texts do not hide each other. */
    private static Axis ofTexts(TextColumn column) {
      var names = inOrder(column);
      var known = new HashMap<String, Integer>();
      names.forEach(name -> known.put(name, known.size()));
      var places = column.categories().stream().map(name -> known.getOrDefault(name, 0)).toList();
      return new Axis(
          column,
          new Span(-0.6, Math.max(1, names.size()) - 0.4),
          names,
          row -> places.get(column.code(row)) + SPREAD * (KnuthHash.of(row) - 0.5));
    }

    /** Dates in the order of time, other texts in that of their characters. */
    private static List<String> inOrder(TextColumn column) {
      var names = CategoryCounts.of(column).names();
      return TimeOrder.dates(column)
          .map(
              dates ->
                  names.stream()
                      .sorted(Comparator.comparingDouble(dates.style()::seconds))
                      .toList())
          .orElse(names);
    }
  }
}
