package dev.neuralworkbench.explain.step;

import dev.neuralworkbench.data.prepare.Scaling;
import dev.neuralworkbench.explain.step.StepPart.Role;
import dev.neuralworkbench.explain.trace.BackpropTrace;
import dev.neuralworkbench.explain.trace.NetworkLocation;
import dev.neuralworkbench.explain.trace.PreparedRow;
import dev.neuralworkbench.formula.Expression;
import dev.neuralworkbench.formula.Expression.Letter;
import dev.neuralworkbench.formula.Expression.Quantity;
import dev.neuralworkbench.formula.NamedFunction;
import dev.neuralworkbench.problem.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** From the raw row to inputs and targets, and from the answer back to the user's units. */
final class PreparationSteps {

  /** How many spreads from 0 the offset has digits that the screen does not show. */
  private static final double FAR = 2_000;

  private final BackpropTrace trace;
  private final PreparedRow row;
  private final StepSymbols names;

  PreparationSteps(BackpropTrace trace, PreparedRow row) {
    this.trace = trace;
    this.row = row;
    names = new StepSymbols(trace);
  }

  List<StepSection> sections() {
    var sections = new ArrayList<StepSection>();
    var next = 0;
    for (var cell : row.cells()) {
      var first = next;
      switch (cell) {
        case PreparedRow.Scaled scaled -> {
          sections.add(
              section(
                  scaled.missing() ? StepKind.MISSING_INPUT : StepKind.NUMBER_INPUT,
                  Ids.of(scaled.scaling()),
                  cell.name(),
                  List.of(scaled(scaled, StepSymbols.raw(first), place(first)))));
          next++;
        }
        case PreparedRow.Engineered engineered -> {
          sections.add(
              section(
                  StepKind.ENGINEERED_INPUT,
                  engineered.missing() ? "filled" : Ids.of(engineered.feature().kind()),
                  cell.name(),
                  List.of(engineered(engineered, StepSymbols.raw(first), place(first)))));
          next++;
        }
        case PreparedRow.Dated dated -> {
          sections.add(
              section(
                  StepKind.DATE_INPUT,
                  dated.missing() ? "missing" : "",
                  cell.name(),
                  dated(dated, first)));
          next += dated.parts().size();
        }
        case PreparedRow.OneHot hot -> {
          sections.add(
              section(
                  StepKind.CATEGORY_INPUT,
                  hot.missing() ? "missing" : "",
                  cell.name(),
                  hot(hot, first)));
          next += hot.categories().size();
        }
      }
    }
    sections.add(target());
    return sections;
  }

  private static NetworkLocation place(int input) {
    return NetworkLocation.unit(NetworkLocation.INPUTS, input);
  }

  /** As it stands beside symbols: a column may be called y. */
  private static String quoted(String name) {
    return "“" + name + "”";
  }

  private static StepLine scaled(PreparedRow.Scaled cell, Expression left, NetworkLocation place) {
    var value = new Quantity(Letter.of(quoted(cell.name())), cell.value(), !cell.missing());
    var right = scaled(value, cell.scaling(), cell.offset(), cell.scale());
    return new StepLine(place, left, right, cell.encoded());
  }

  private List<StepLine> dated(PreparedRow.Dated cell, int first) {
    var lines = new ArrayList<StepLine>();
    for (var i = 0; i < cell.parts().size(); i++) {
      var part = cell.parts().get(i);
      var value = new Quantity(Letter.of(quoted(part.name())), part.value(), true);
      var right = scaled(value, cell.scaling(), part.offset(), part.scale());
      lines.add(new StepLine(place(first + i), StepSymbols.raw(first + i), right, part.encoded()));
    }
    return lines;
  }

  private static StepLine engineered(
      PreparedRow.Engineered cell, Expression left, NetworkLocation place) {
    var right = scaled(worked(cell), cell.scaling(), cell.offset(), cell.scale());
    return new StepLine(place, left, right, cell.encoded());
  }

  private static Expression scaled(Expression value, Scaling scaling, double offset, double scale) {
    var shifted =
        scaling.offsetLetter().isEmpty() ? value : value.minus(offset(scaling, offset, scale));
    return scaling.scaleLetter().isEmpty() ? shifted : shifted.over(scale(scaling, scale));
  }

  private static Expression worked(PreparedRow.Engineered cell) {
    var feature = cell.feature();
    var x =
        new Quantity(Letter.of(quoted(feature.columns().getFirst())), cell.x(), !cell.missing());
    return switch (feature.kind()) {
      case SQUARE -> x.power(Expression.number(2));
      case PRODUCT ->
          Expression.product(
              x,
              new Quantity(
                  Letter.of(quoted(feature.columns().getLast())), cell.y(), !cell.missing()));
      case SINE -> Expression.call(NamedFunction.SIN, x);
      case LOG ->
          Expression.product(
              Expression.call(NamedFunction.SIGN, x),
              Expression.call(
                  NamedFunction.LN, Expression.sum(Expression.number(1), new Expression.Abs(x))));
      case MISSING ->
          new Quantity(Letter.of("[" + quoted(feature.name()) + "]"), cell.value(), true);
    };
  }

  private static Quantity offset(PreparedRow.Scaled cell) {
    return offset(cell.scaling(), cell.offset(), cell.scale());
  }

  private static Quantity scale(PreparedRow.Scaled cell) {
    return scale(cell.scaling(), cell.scale());
  }

  /** Far from 0 beside its spread, μ needs all its digits: hardly any is left of the difference. */
  private static Quantity offset(Scaling scaling, double offset, double scale) {
    var needsDigits = Math.abs(offset) > FAR * Math.abs(scale);
    return new Quantity(Letter.of(scaling.offsetLetter()), offset, needsDigits);
  }

  private static Quantity scale(Scaling scaling, double scale) {
    return Quantity.of(Letter.of(scaling.scaleLetter()), scale);
  }

  private List<StepLine> hot(PreparedRow.OneHot hot, int first) {
    var lines = new ArrayList<StepLine>();
    for (var i = 0; i < hot.categories().size(); i++) {
      lines.add(hot(hot, i, StepSymbols.raw(first + i), place(first + i)));
    }
    return lines;
  }

  private static StepLine hot(
      PreparedRow.OneHot hot, int category, Expression left, NetworkLocation place) {
    var value = category == hot.index() ? 1.0 : 0.0;
    var name = quoted(hot.name()) + " = " + hot.categories().get(category);
    return new StepLine(place, left, new Quantity(Letter.of("[" + name + "]"), value, true), value);
  }

  private StepSection target() {
    var last = trace.layers() - 1;
    var outputs = trace.units(last);
    return switch (row.target()) {
      case PreparedRow.Scaled scaled ->
          section(
              StepKind.NUMBER_TARGET,
              Ids.of(scaled.scaling()),
              scaled.name(),
              List.of(scaled(scaled, names.target(0), NetworkLocation.unit(last, 0))));
      case PreparedRow.OneHot hot -> {
        var lines = new ArrayList<StepLine>();
        for (var k = 0; k < outputs; k++) {
          lines.add(hot(hot, outputs == 1 ? 1 : k, names.target(k), NetworkLocation.unit(last, k)));
        }
        yield outputs == 1
            ? section(StepKind.CLASS_TARGET, "two", named(hot), lines)
            : section(StepKind.CLASS_TARGET, "", hot.name(), lines);
      }
    };
  }

  /** The answer in the user's units; none where a class is asked for. */
  List<StepSection> answer(int focus) {
    if (!(row.target() instanceof PreparedRow.Scaled cell) || cell.scaling() == Scaling.NONE) {
      return List.of();
    }
    var output = trace.prediction(focus, 0);
    var unscaled = Expression.product(scale(cell), Quantity.of(names.prediction(0), output));
    var right =
        cell.scaling().offsetLetter().isEmpty() ? unscaled : Expression.sum(offset(cell), unscaled);
    var line =
        new StepLine(
            NetworkLocation.unit(trace.layers() - 1, 0),
            Letter.of(quoted(cell.name())),
            right,
            cell.offset() + cell.scale() * output);
    return List.of(
        section(Phase.FORWARD, StepKind.ANSWER, "", List.of(cell.name()), List.of(line)));
  }

  /** The column, and its classes as they are numbered. */
  private static List<String> named(PreparedRow.OneHot hot) {
    return Stream.concat(Stream.of(hot.name()), hot.categories().stream()).toList();
  }

  private static StepSection section(
      StepKind kind, String variant, String name, List<StepLine> lines) {
    return section(kind, variant, List.of(name), lines);
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
