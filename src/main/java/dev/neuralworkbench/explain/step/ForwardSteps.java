package dev.neuralworkbench.explain.step;

import static dev.neuralworkbench.explain.step.Sums.number;

import dev.neuralworkbench.explain.maths.ActivationMaths;
import dev.neuralworkbench.explain.maths.Function;
import dev.neuralworkbench.explain.maths.Maths;
import dev.neuralworkbench.explain.maths.Maths.Call;
import dev.neuralworkbench.explain.maths.Maths.Constant;
import dev.neuralworkbench.explain.maths.Maths.Difference;
import dev.neuralworkbench.explain.maths.Maths.Fraction;
import dev.neuralworkbench.explain.maths.Maths.Letter;
import dev.neuralworkbench.explain.maths.Maths.Product;
import dev.neuralworkbench.explain.maths.Maths.Quantity;
import dev.neuralworkbench.explain.maths.Maths.Series;
import dev.neuralworkbench.explain.maths.Maths.Sum;
import dev.neuralworkbench.explain.step.Part.Role;
import dev.neuralworkbench.explain.trace.BackpropTrace;
import dev.neuralworkbench.explain.trace.Location;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.problem.Ids;
import java.util.ArrayList;
import java.util.List;

/** From the inputs to the answer. */
final class ForwardSteps {

  private static final Constant ONE = new Constant(1);

  private final BackpropTrace trace;
  private final Way way;
  private final Grain grain;
  private final Names names;
  private final int mostTerms;

  ForwardSteps(Way way, Grain grain) {
    trace = way.trace();
    this.way = way;
    this.grain = grain;
    names = way.names();
    mostTerms = grain == Grain.LAYER ? Sums.MOST_TERMS : Sums.MOST_ALONE;
  }

  /** From the inputs to the answer; after the step up to the sums that the answer is made of. */
  List<Section> sections() {
    var sections = new ArrayList<Section>();
    if (trace.thins(Location.INPUTS) && !way.after()) {
      sections.add(dropout(Location.INPUTS, trace.inputs(0)));
    }
    for (var l = 0; l < trace.layers(); l++) {
      var layer = l;
      var units = trace.units(l);
      sections.add(
          Recipes.units(
              way.phase(),
              StepKind.WEIGHTED_SUM,
              "",
              grain,
              l,
              units,
              unit -> sum(layer, (int) unit),
              () -> generalSum(layer)));
      if (!trace.isOutput(l)) {
        sections.add(activation(l, units));
      } else if (!way.after()) {
        sections.add(answer(l, units));
      }
      if (trace.thins(l)) {
        sections.add(dropout(l, units));
      }
    }
    return sections;
  }

  private Loss loss() {
    return trace.setting().design().loss();
  }

  private List<Part> sum(int layer, int unit) {
    var bias = number(names.weight(layer, Location.BIAS, unit), bias(layer, unit));
    var right = Sums.of(trace.inputs(layer), mostTerms, i -> term(layer, i, unit), List.of(bias));
    var line =
        new Line(Location.unit(layer, unit), names.z(layer, unit), right, way.z(layer, unit));
    return trace.inputs(layer) <= Sums.MOST_TERMS
        ? List.of(Part.of(Role.RESULT, line))
        : List.of(new Part(Role.RESULT, line.left(), anySum(layer, unit), List.of(line), 0));
  }

  private double bias(int layer, int unit) {
    return way.weight(layer, Location.BIAS, unit);
  }

  private Maths term(int layer, int input, int unit) {
    return new Product(
        List.of(
            number(names.weight(layer, input, unit), way.weight(layer, input, unit)),
            number(names.input(layer, input), way.input(layer, input))));
  }

  private Maths anySum(int layer, int unit) {
    var term =
        new Product(List.of(names.weight(layer, Names.I, unit), names.input(layer, Names.I)));
    return new Sum(List.of(new Series("i", term), names.weight(layer, Location.BIAS, unit)));
  }

  private List<Section.Formula> generalSum(int layer) {
    return List.of(new Section.Formula(names.z(layer, Names.J), anySum(layer, Names.J)));
  }

  /** What is compared with the target. */
  Section answer(int layer, int units) {
    return loss().ownsOutputFunction() ? probability(layer, units) : activation(layer, units);
  }

  /** The answer with the new weights. */
  Section answerAfter() {
    var layer = trace.layers() - 1;
    return answer(layer, trace.units(layer)).as(StepKind.ANSWER_AFTER);
  }

  private Section activation(int layer, int units) {
    var activation = trace.design(layer).activation();
    return Recipes.units(
        way.phase(),
        StepKind.ACTIVATION,
        Ids.of(activation),
        grain,
        layer,
        units,
        unit -> {
          var j = (int) unit;
          var z = number(names.z(layer, j), way.z(layer, j));
          return List.of(
              Part.of(
                  Role.RESULT,
                  new Line(
                      Location.unit(layer, j),
                      names.value(layer, j),
                      ActivationMaths.value(activation, z),
                      way.value(layer, j))));
        },
        () ->
            List.of(
                new Section.Formula(
                    names.value(layer, Names.J),
                    ActivationMaths.value(
                        activation, number(names.z(layer, Names.J), Double.NaN)))));
  }

  private Section dropout(int layer, int units) {
    return Recipes.units(
        way.phase(),
        layer == Location.INPUTS ? StepKind.INPUT_DROPOUT : StepKind.DROPOUT,
        "",
        grain,
        layer,
        units,
        unit -> {
          var j = (int) unit;
          var before =
              layer == Location.INPUTS
                  ? number(new Letter("x", Names.index(j), ""), trace.rows().inputs()[way.row()][j])
                  : number(names.value(layer, j), way.value(layer, j));
          var place = Location.unit(layer, j);
          var mask = number(names.mask(layer, j), trace.maskAfter(layer, way.row(), j));
          return List.of(
              Part.of(Role.MASK, new Line(place, mask.name(), factor(layer, j), mask.value())),
              Part.of(
                  Role.RESULT,
                  new Line(
                      place,
                      names.input(layer + 1, j),
                      new Product(List.of(mask, before)),
                      way.input(layer + 1, j))));
        },
        () ->
            List.of(
                new Section.Formula(names.mask(layer, Names.J), factor(layer, 0)),
                new Section.Formula(
                    names.input(layer + 1, Names.J),
                    new Product(
                        List.of(
                            names.mask(layer, Names.J),
                            layer == Location.INPUTS
                                ? new Letter("x", Names.index(Names.J), "")
                                : names.value(layer, Names.J))))));
  }

  /** Dropout's factor: 1 / (1 − p) where the draw u kept the value, otherwise 0. */
  private Maths factor(int layer, int unit) {
    var kept =
        trace.dropRatesAfter(layer).stream()
            .map(rate -> (Maths) new Difference(ONE, Sums.chosen("p", rate)))
            .toList();
    return new Maths.Cases(
        new Fraction(ONE, kept.size() == 1 ? kept.getFirst() : new Product(kept)),
        "u ≥ p",
        new Constant(0),
        "u < p",
        trace.maskAfter(layer, way.row(), unit) != 0);
  }

  private Section probability(int layer, int units) {
    return Recipes.units(
        way.phase(),
        StepKind.PROBABILITY,
        Ids.of(loss()),
        grain,
        layer,
        units,
        unit -> {
          var j = (int) unit;
          var parts = new ArrayList<Part>();
          if (totals(layer)) {
            parts.add(Part.of(Role.TOTAL, total(layer)));
          }
          parts.add(
              Part.of(
                  Role.RESULT,
                  new Line(
                      Location.unit(layer, j),
                      names.prediction(j),
                      probability(j),
                      way.prediction(j))));
          return parts;
        },
        () -> {
          var formulas = new ArrayList<Section.Formula>();
          if (totals(layer)) {
            formulas.add(new Section.Formula(total(layer).left(), anyTotal(layer)));
          }
          formulas.add(new Section.Formula(names.prediction(Names.J), anyProbability(layer)));
          return formulas;
        });
  }

  /** Whether softmax divides by a sum that is worked out first: too many terms for a fraction. */
  private boolean totals(int layer) {
    return loss() == Loss.CATEGORICAL_CROSS_ENTROPY && trace.units(layer) > Sums.MOST_BELOW + 1;
  }

  /** What softmax divides by. */
  private Line total(int layer) {
    var shift = shift(layer);
    var sum =
        Sums.of(trace.units(layer), Sums.MOST_TERMS, k -> power(z(layer, k), shift), List.of());
    return new Line(Location.layer(layer), way.names().total(), sum, sum.value());
  }

  /** σ(z) or softmax of one output. */
  private Maths probability(int unit) {
    var layer = trace.layers() - 1;
    if (loss() == Loss.BINARY_CROSS_ENTROPY) {
      return ActivationMaths.sigmoid(z(layer, unit));
    }
    var shift = shift(layer);
    var sum =
        totals(layer)
            ? number(names.total(), total(layer).value())
            : Sums.of(trace.units(layer), k -> power(z(layer, k), shift), List.of());
    return new Fraction(power(z(layer, unit), shift), sum);
  }

  /** What is taken from every sum first: calculators overflow at e^230. */
  private double shift(int layer) {
    var largest = Double.NEGATIVE_INFINITY;
    for (var k = 0; k < trace.units(layer); k++) {
      largest = StrictMath.max(largest, way.z(layer, k));
    }
    // Within ±20 the textbook's formula is exact enough.
    return StrictMath.abs(largest) > 20 ? largest : 0;
  }

  private Quantity z(int layer, int unit) {
    return number(names.z(layer, unit), way.z(layer, unit));
  }

  private static Maths power(Quantity z, double shift) {
    return ActivationMaths.exp(
        shift == 0 ? z : new Difference(z, number(Letter.of("max z"), shift)));
  }

  private Maths anyProbability(int layer) {
    return loss() == Loss.BINARY_CROSS_ENTROPY
        ? ActivationMaths.sigmoid(number(names.z(layer, Names.J), Double.NaN))
        : new Fraction(
            new Call(Function.EXP, List.of(names.z(layer, Names.J))),
            totals(layer) ? names.total() : anyTotal(layer));
  }

  private Maths anyTotal(int layer) {
    return new Series("k", new Call(Function.EXP, List.of(names.z(layer, Names.K))));
  }
}
