package dev.neuralworkbench.explain.step;

import dev.neuralworkbench.data.encode.InputEncoder.CategoryInput;
import dev.neuralworkbench.data.prepare.Scaling;
import dev.neuralworkbench.explain.step.StepPart.Role;
import dev.neuralworkbench.explain.trace.BackpropTrace;
import dev.neuralworkbench.explain.trace.NetworkLocation;
import dev.neuralworkbench.explain.trace.PreparedRow;
import dev.neuralworkbench.explain.trace.PreparedRow.Dated;
import dev.neuralworkbench.explain.trace.PreparedRow.Engineered;
import dev.neuralworkbench.explain.trace.PreparedRow.OneHot;
import dev.neuralworkbench.explain.trace.PreparedRow.Scaled;
import dev.neuralworkbench.formula.Expression;
import dev.neuralworkbench.formula.Expression.Letter;
import dev.neuralworkbench.formula.Expression.Quantity;
import dev.neuralworkbench.formula.NamedFunction;
import dev.neuralworkbench.problem.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** From the raw row to inputs and targets, and from the answer back to the user's units. */
record PreparationSteps(BackpropTrace trace, PreparedRow row, StepSymbols names) {

  /** How many spreads from 0 the offset has digits that the screen does not show. */
  private static final double FAR = 2_000;

  PreparationSteps(BackpropTrace trace, PreparedRow row) {
    this(trace, row, new StepSymbols(trace));
  }

  List<StepSection> sections() {
    var sections = new ArrayList<StepSection>();
    var next = 0;
    for (var cell : row.cells()) {
      var lines = lines(cell, next);
      sections.add(section(kind(cell), variant(cell), List.of(cell.name()), lines));
      next += lines.size();
    }
    sections.add(target());
    return sections;
  }

  private static StepKind kind(PreparedRow.Cell cell) {
    return switch (cell) {
      case Scaled scaled -> scaled.missing() ? StepKind.MISSING_INPUT : StepKind.NUMBER_INPUT;
      case Engineered _ -> StepKind.ENGINEERED_INPUT;
      case Dated _ -> StepKind.DATE_INPUT;
      case OneHot _ -> StepKind.CATEGORY_INPUT;
    };
  }

  private static String variant(PreparedRow.Cell cell) {
    return switch (cell) {
      case Scaled scaled -> Ids.of(scaled.shift().scaling());
      case Engineered made -> made.missing() ? "filled" : Ids.of(made.feature().kind());
      case Dated dated -> dated.missing() ? "missing" : "";
      case OneHot hot -> hot.missing() ? "missing" : "";
    };
  }

  /**
   * The inputs that a cell becomes.
   *
   * @param first the number of the first, from 0 on
   */
  static List<StepLine> lines(PreparedRow.Cell cell, int first) {
    return switch (cell) {
      case Scaled scaled -> List.of(scaled(scaled, StepSymbols.raw(first), place(first)));
      case Engineered made -> {
        var right = scaled(worked(made), made.shift());
        yield List.of(new StepLine(place(first), StepSymbols.raw(first), right, made.encoded()));
      }
      case Dated dated ->
          IntStream.range(0, dated.parts().size())
              .mapToObj(
                  i -> scaled(dated.parts().get(i), StepSymbols.raw(first + i), place(first + i)))
              .toList();
      case OneHot hot ->
          IntStream.range(0, hot.categories().size())
              .mapToObj(i -> hot(hot, i, StepSymbols.raw(first + i), place(first + i)))
              .toList();
    };
  }

  private static NetworkLocation place(int input) {
    return NetworkLocation.unit(NetworkLocation.INPUTS, input);
  }

  /** As it stands beside symbols: a column may be called y. */
  static Letter quoted(String name) {
    return Letter.of("“" + name + "”");
  }

  private static StepLine scaled(Scaled cell, Expression left, NetworkLocation place) {
    var value = new Quantity(quoted(cell.name()), cell.value(), !cell.missing());
    return new StepLine(place, left, scaled(value, cell.shift()), cell.encoded());
  }

  private static Expression scaled(Expression value, PreparedRow.Shift shift) {
    var scaling = shift.scaling();
    var shifted = scaling.offsetLetter.isEmpty() ? value : value.minus(offset(shift));
    return scaling.scaleLetter.isEmpty() ? shifted : shifted.over(scale(shift));
  }

  static Expression worked(Engineered cell) {
    var feature = cell.feature();
    var x = new Quantity(quoted(feature.columns().getFirst()), cell.x(), !cell.missing());
    return switch (feature.kind()) {
      case SQUARE -> x.power(Expression.number(2));
      case PRODUCT ->
          Expression.product(
              x, new Quantity(quoted(feature.columns().getLast()), cell.y(), !cell.missing()));
      case SINE -> Expression.call(NamedFunction.SIN, x);
      case LOG ->
          Expression.product(
              Expression.call(NamedFunction.SIGN, x),
              Expression.call(
                  NamedFunction.LN, Expression.sum(Expression.number(1), new Expression.Abs(x))));
      case MISSING -> bracketed(quoted(feature.name()).text(), cell.value());
    };
  }

  /** 1 where something is so, otherwise 0. */
  private static Quantity bracketed(String what, double value) {
    return new Quantity(Letter.of("[" + what + "]"), value, true);
  }

  /** Far from 0 beside its spread, μ needs all its digits: hardly any is left of the difference. */
  private static Quantity offset(PreparedRow.Shift shift) {
    var needsDigits = Math.abs(shift.offset()) > FAR * Math.abs(shift.scale());
    return new Quantity(Letter.of(shift.scaling().offsetLetter), shift.offset(), needsDigits);
  }

  private static Quantity scale(PreparedRow.Shift shift) {
    return Quantity.of(Letter.of(shift.scaling().scaleLetter), shift.scale());
  }

  private static StepLine hot(OneHot hot, int category, Expression left, NetworkLocation place) {
    var value = category == hot.index() ? 1.0 : 0.0;
    var name = CategoryInput.label(quoted(hot.name()).text(), hot.categories().get(category));
    return new StepLine(place, left, bracketed(name, value), value);
  }

  private StepSection target() {
    var last = trace.layers() - 1;
    var outputs = trace.units(last);
    return switch (row.target()) {
      case Scaled scaled ->
          section(
              StepKind.NUMBER_TARGET,
              variant(scaled),
              List.of(scaled.name()),
              List.of(scaled(scaled, names.target(0), NetworkLocation.unit(last, 0))));
      case OneHot hot -> {
        var lines =
            IntStream.range(0, outputs)
                .mapToObj(
                    k ->
                        hot(
                            hot,
                            outputs == 1 ? 1 : k,
                            names.target(k),
                            NetworkLocation.unit(last, k)))
                .toList();
        // The column, and its classes as they are numbered.
        var all = Stream.concat(Stream.of(hot.name()), hot.categories().stream()).toList();
        yield outputs == 1
            ? section(StepKind.CLASS_TARGET, "two", all, lines)
            : section(StepKind.CLASS_TARGET, "", List.of(hot.name()), lines);
      }
    };
  }

  /** The answer in the user's units; none where a class is asked for. */
  List<StepSection> answer(int focus) {
    if (!(row.target() instanceof Scaled cell) || cell.shift().scaling() == Scaling.NONE) {
      return List.of();
    }
    var shift = cell.shift();
    var output = trace.before().prediction(focus, 0);
    var line =
        new StepLine(
            NetworkLocation.unit(trace.layers() - 1, 0),
            quoted(cell.name()),
            unscaled(Quantity.of(names.prediction(0), output), shift),
            shift.offset() + shift.scale() * output);
    return List.of(
        section(Phase.FORWARD, StepKind.ANSWER, "", List.of(cell.name()), List.of(line)));
  }

  /** Back to the user's units: offset + scale · ŷ. */
  static Expression unscaled(Expression output, PreparedRow.Shift shift) {
    var scaling = shift.scaling();
    var unscaled =
        scaling.scaleLetter.isEmpty() ? output : Expression.product(scale(shift), output);
    return scaling.offsetLetter.isEmpty() ? unscaled : Expression.sum(offset(shift), unscaled);
  }

  private static StepSection section(
      StepKind kind, String variant, List<String> names, List<StepLine> lines) {
    return section(Phase.PREPARATION, kind, variant, names, lines);
  }

  private static StepSection section(
      Phase phase, StepKind kind, String variant, List<String> names, List<StepLine> lines) {
    var first = lines.getFirst();
    var shown = lines.subList(0, StrictMath.min(lines.size(), StepSection.MOST_LINES));
    var hidden = lines.size() - shown.size();
    var part = new StepPart(Role.RESULT, first.left(), first.right(), shown, hidden);
    return StepSection.single(phase, kind, variant, first.place(), names, () -> List.of(part));
  }
}
