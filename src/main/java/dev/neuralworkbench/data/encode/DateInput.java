package dev.neuralworkbench.data.encode;

import dev.neuralworkbench.data.encode.RowRemark.RowTally;
import dev.neuralworkbench.data.prepare.DatePart;
import dev.neuralworkbench.data.prepare.DateStyle;
import dev.neuralworkbench.data.prepare.NumberSummary;
import dev.neuralworkbench.data.prepare.Scaling;
import dev.neuralworkbench.data.prepare.TimeOrder;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.problem.MessageKey;
import dev.neuralworkbench.problem.Place;
import dev.neuralworkbench.problem.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A date as an input: its parts, each a number that is scaled. Parts that are the same in all
 * training rows tell nothing and are left out.
 *
 * @param style how its dates are written
 * @param fill stands in for one that is missing: the middle one of the training rows
 * @param parts what it becomes, at least one, in their order
 */
public record DateInput(String name, DateStyle style, String fill, List<ScaledPart> parts)
    implements InputEncoder {

  public DateInput {
    parts = List.copyOf(parts);
  }

  /**
   * A part and how it is scaled: x′ = (x − offset) / scale.
   *
   * @param minimum that of the training values, as are {@code maximum} and {@code mean}
   * @param scale see {@link Scaling}; not 0
   */
  public record ScaledPart(
      DatePart part, double minimum, double maximum, double mean, double offset, double scale) {

    private static ScaledPart of(DatePart part, double[] times, Scaling scaling) {
      var values = DoubleStream.of(times).map(part::of).toArray();
      var rows = IntStream.range(0, values.length).toArray();
      var summary = NumberSummary.of(NumberColumn.of("", values), rows);
      return new ScaledPart(
          part,
          summary.minimum(),
          summary.maximum(),
          summary.mean(),
          scaling.offset(summary),
          scaling.scale(summary));
    }

    /** The number of a moment; the mean of what is none. */
    public double value(double seconds) {
      return Double.isNaN(seconds) ? mean : part.of(seconds);
    }

    private boolean isOutside(double seconds) {
      return value(seconds) < minimum || value(seconds) > maximum;
    }
  }

  /** Learns from rows of dates of one style; where none has a date, from one of another row. */
  static DateInput fit(TextColumn column, int[] rows, Scaling scaling) {
    var dates = TimeOrder.dates(column).orElseThrow();
    var codes =
        IntStream.of(rows).filter(row -> !column.isMissing(row)).map(column::code).toArray();
    var present = codes.length == 0 ? new int[1] : codes;
    var times = IntStream.of(present).mapToDouble(code -> dates.seconds()[code]).toArray();
    var sorted = times.clone();
    Arrays.sort(sorted);
    var middle = sorted[sorted.length / 2];
    var of = IntStream.range(0, times.length).filter(i -> times[i] == middle).findFirst();
    var fill = column.categories().get(present[of.orElseThrow()]);
    var all =
        Stream.of(DatePart.values()).map(part -> ScaledPart.of(part, times, scaling)).toList();
    var telling = all.stream().filter(part -> part.maximum() > part.minimum()).toList();
    return new DateInput(
        column.name(), dates.style(), fill, telling.isEmpty() ? all.subList(0, 1) : telling);
  }

  /** How many numbers a column of dates becomes, as the given rows tell. */
  public static int width(TextColumn column, int[] rows) {
    return fit(column, rows, Scaling.NONE).width();
  }

  @Override
  public int width() {
    return parts.size();
  }

  /** The moment of a text; of nothing that of the stand-in, NaN for what is no such date. */
  public double seconds(@Nullable String text) {
    return style.seconds(text == null || text.isEmpty() ? fill : text);
  }

  @Override
  public void encode(RawRow row, int input, float[] into, int offset) {
    write(seconds(row.text(input)), into, offset);
  }

  @Override
  public CellEncoder on(Column column) {
    return switch (column) {
      case TextColumn text -> {
        var ofCode = text.categories().stream().mapToDouble(style::seconds).toArray();
        var ofMissing = style.seconds(fill);
        yield (row, into, position) ->
            write(text.isMissing(row) ? ofMissing : ofCode[text.code(row)], into, position);
      }
      case NumberColumn numbers ->
          (row, into, position) ->
              write(seconds(numbers.isMissing(row) ? null : numbers.text(row)), into, position);
    };
  }

  private void write(double seconds, float[] into, int offset) {
    for (var i = 0; i < parts.size(); i++) {
      var of = parts.get(i);
      into[offset + i] = (float) ((of.value(seconds) - of.offset) / of.scale);
    }
  }

  @Override
  public IntPredicate refuses(Column column) {
    return cells(column, Double::isNaN);
  }

  @Override
  public IntPredicate isOutside(Column column) {
    return cells(column, time -> parts.stream().anyMatch(part -> part.isOutside(time)));
  }

  private IntPredicate cells(Column column, DoublePredicate holds) {
    return switch (column) {
      case TextColumn texts -> RowTally.ofTexts(texts, text -> holds.test(style.seconds(text)));
      case NumberColumn numbers ->
          row -> !numbers.isMissing(row) && holds.test(style.seconds(numbers.text(row)));
    };
  }

  /** The first part of a date that is outside the range of the training rows. */
  public Optional<ScaledPart> outside(String text) {
    return parts.stream().filter(part -> part.isOutside(seconds(text))).findFirst();
  }

  @Override
  public Problem problem(Column column, int row) {
    var cell = Place.cell(name, row + 1L);
    var text = column.text(row);
    return outside(text)
        .map(it -> new MessageKey("date.part." + Ids.of(it.part())))
        .map(part -> Problem.at("data.cell.otherDate", cell, part, text))
        .orElseGet(() -> Problem.at("data.cell.notDate", cell, fill, text));
  }
}
