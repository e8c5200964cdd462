package dev.neuralworkbench.explain.trace;

import dev.neuralworkbench.data.encode.DateInput;
import dev.neuralworkbench.data.encode.FeatureInput;
import dev.neuralworkbench.data.encode.InputEncoder.CategoryInput;
import dev.neuralworkbench.data.encode.InputEncoder.NumberInput;
import dev.neuralworkbench.data.encode.Preprocessor;
import dev.neuralworkbench.data.encode.RawRow;
import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.data.encode.TargetEncoder.NumberTarget;
import dev.neuralworkbench.data.prepare.Feature;
import dev.neuralworkbench.data.prepare.Scaling;
import dev.neuralworkbench.data.table.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A raw row with all that makes it the network's inputs and targets.
 *
 * @param cells one for each input column, then one for each engineered input
 * @param target what is to be answered
 * @param weight how much the row counts in the loss; null where all count the same
 */
public record PreparedRow(List<Cell> cells, ColumnCell target, @Nullable Double weight) {

  public PreparedRow {
    cells = List.copyOf(cells);
  }

  /** A value and how it is encoded. */
  public sealed interface Cell {

    /** Name of the column, or of the engineered input. */
    String name();
  }

  public sealed interface ColumnCell extends Cell {}

  /** How a number was scaled: (value − offset) / scale. */
  public record Shift(Scaling scaling, double offset, double scale) {

    double of(double value) {
      return (value - offset) / scale;
    }
  }

  /**
   * A number that is scaled.
   *
   * @param value in the user's units; the stand-in where it is missing
   */
  public record Scaled(String name, double value, boolean missing, Shift shift)
      implements ColumnCell {

    public double encoded() {
      return shift.of(value);
    }
  }

  /**
   * An engineered input, f(x, y) scaled.
   *
   * @param x the first number, in the user's units; the stand-in where it is missing, but for a
   *     feature that asks for the lack: then NaN
   * @param y the second number of a product; otherwise as the first
   * @param missing whether a stand-in is among them
   */
  public record Engineered(Feature feature, double x, double y, boolean missing, Shift shift)
      implements Cell {

    @Override
    public String name() {
      return feature.name();
    }

    /** What it comes to in the user's units. */
    public double value() {
      return feature.kind().of(x, y);
    }

    public double encoded() {
      return shift.of(value());
    }
  }

  /**
   * A date, of which each part is scaled.
   *
   * @param value as it is in the table; the stand-in where it is missing
   * @param parts what it becomes, each with a name as {@code day.month}
   */
  public record Dated(String name, String value, boolean missing, List<Scaled> parts)
      implements Cell {

    public Dated {
      parts = List.copyOf(parts);
    }
  }

  /**
   * A category, one-hot.
   *
   * @param value as it is in the table; the stand-in where it is missing
   * @param index among the categories; −1 for one that is unknown
   */
  public record OneHot(
      String name, String value, boolean missing, List<String> categories, int index)
      implements ColumnCell {

    public OneHot {
      categories = List.copyOf(categories);
    }
  }

  /**
   * A row of a table.
   *
   * @param raw has the columns of all inputs and of the target
   * @param row from 0 on; its target is there
   * @param scaling how numbers were scaled
   */
  public static PreparedRow of(Preprocessor preprocessor, Table raw, int row, Scaling scaling) {
    var table = preprocessor.cleaned(raw);
    var column = table.named(preprocessor.target().name());
    var number = preprocessor.target() instanceof NumberTarget ? column.value(row) : Double.NaN;
    return of(preprocessor, RawRow.of(preprocessor, table, row), column.text(row), number, scaling);
  }

  /**
   * A raw row.
   *
   * @param target its target as text; not looked at where a number is asked for
   * @param number its target as a number; not looked at where a class is asked for
   * @param scaling how numbers were scaled
   */
  public static PreparedRow of(
      Preprocessor preprocessor, RawRow row, String target, double number, Scaling scaling) {
    var cells = new ArrayList<Cell>();
    for (var i = 0; i < preprocessor.inputs().size(); i++) {
      cells.add(
          switch (preprocessor.inputs().get(i)) {
            case NumberInput input -> scaled(input, row.number(i), scaling);
            case CategoryInput input -> oneHot(input, row.text(i));
            case DateInput input -> dated(input, row.text(i), scaling);
          });
    }
    for (var engineered : preprocessor.engineered()) {
      cells.add(engineered(preprocessor, engineered, row, scaling));
    }
    return new PreparedRow(
        cells,
        switch (preprocessor.target()) {
          case ClassTarget of ->
              new OneHot(of.name(), target, false, of.classes(), of.indexOf(target));
          case NumberTarget of ->
              new Scaled(of.name(), number, false, new Shift(scaling, of.offset(), of.scale()));
        },
        preprocessor.target() instanceof ClassTarget of && of.weights() != null
            ? of.weight(of.indexOf(target))
            : null);
  }

  private static Scaled scaled(NumberInput input, double value, Scaling scaling) {
    var missing = Double.isNaN(value);
    var shift = new Shift(scaling, input.offset(), input.scale());
    return new Scaled(input.name(), missing ? input.fill() : value, missing, shift);
  }

  private static Engineered engineered(
      Preprocessor preprocessor, FeatureInput input, RawRow row, Scaling ofNumbers) {
    var feature = input.feature();
    var numbers = preprocessor.operands(feature, row);
    return new Engineered(
        feature,
        numbers[0],
        numbers[numbers.length - 1],
        preprocessor.standsIn(feature, row),
        new Shift(FeatureInput.scaling(feature, ofNumbers), input.offset(), input.scale()));
  }

  private static Dated dated(DateInput input, @Nullable String text, Scaling scaling) {
    var value = text == null || text.isEmpty() ? input.fill() : text;
    var seconds = input.seconds(value);
    return new Dated(
        input.name(),
        value,
        !value.equals(text),
        input.parts().stream()
            .map(
                it ->
                    new Scaled(
                        it.part().name(input.name()),
                        it.value(seconds),
                        false,
                        new Shift(scaling, it.offset(), it.scale())))
            .toList());
  }

  private static OneHot oneHot(CategoryInput input, @Nullable String text) {
    var value = text == null || text.isEmpty() ? input.fill() : text;
    return new OneHot(
        input.name(), value, !value.equals(text), input.categories(), input.indexOf(text));
  }

  /** The network's inputs, in double. The caller's own. */
  public double[] inputs() {
    var values = new ArrayList<Double>();
    for (var cell : cells) {
      switch (cell) {
        case Scaled scaled -> values.add(scaled.encoded());
        case Engineered engineered -> values.add(engineered.encoded());
        case Dated dated -> dated.parts().forEach(part -> values.add(part.encoded()));
        case OneHot(var _, var _, var _, var categories, var index) -> {
          for (var i = 0; i < categories.size(); i++) {
            values.add(i == index ? 1.0 : 0.0);
          }
        }
      }
    }
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /**
   * The targets that the network's outputs are compared with, in double. The caller's own.
   *
   * @param outputs number of outputs
   */
  public double[] targets(int outputs) {
    var targets = new double[outputs];
    switch (target) {
      case Scaled scaled -> targets[0] = scaled.encoded();
      case OneHot hot when outputs == 1 -> targets[0] = hot.index();
      case OneHot hot -> targets[hot.index()] = 1;
    }
    return targets;
  }

  public static StepRows rows(List<PreparedRow> rows, int outputs) {
    return new StepRows(
        rows.stream().map(PreparedRow::inputs).toArray(double[][]::new),
        rows.stream().map(row -> row.targets(outputs)).toArray(double[][]::new),
        rows.getFirst().weight() == null
            ? null
            : rows.stream().mapToDouble(row -> row.weight() == null ? 1 : row.weight()).toArray());
  }
}
