package dev.neuralworkbench.explain;

import static dev.neuralworkbench.explain.Sums.number;

import dev.neuralworkbench.explain.Maths.Call;
import dev.neuralworkbench.explain.Maths.Fraction;
import dev.neuralworkbench.explain.Maths.Letter;
import dev.neuralworkbench.explain.Maths.Product;
import dev.neuralworkbench.explain.Maths.Quantity;
import dev.neuralworkbench.explain.Maths.Series;
import dev.neuralworkbench.explain.Maths.Sum;
import dev.neuralworkbench.explain.Part.Role;
import dev.neuralworkbench.nn.Ids;
import dev.neuralworkbench.nn.Loss;
import java.util.ArrayList;
import java.util.List;

/** From the inputs to the answer. */
final class ForwardSteps {

  private final BackpropTrace trace;
  private final int row;
  private final Grain grain;
  private final Names names;

  ForwardSteps(BackpropTrace trace, int row, Grain grain) {
    this.trace = trace;
    this.row = row;
    this.grain = grain;
    names = new Names(trace);
  }

  List<Section> sections() {
    var sections = new ArrayList<Section>();
    if (trace.thins(Location.INPUTS)) {
      sections.add(dropout(Location.INPUTS, trace.inputs(0)));
    }
    for (var l = 0; l < trace.layers(); l++) {
      var layer = l;
      var units = trace.units(l);
      sections.add(
          Recipes.units(
              Phase.FORWARD,
              StepKind.WEIGHTED_SUM,
              "",
              grain,
              l,
              units,
              unit -> sum(layer, (int) unit),
              () -> generalSum(layer)));
      if (trace.isOutput(l) && loss().ownsOutputFunction()) {
        sections.add(probability(l, units));
      } else {
        sections.add(activation(l, units));
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
    var right = Sums.of(trace.inputs(layer), i -> term(layer, i, unit), List.of(bias));
    var line =
        new Line(
            Location.unit(layer, unit), names.z(layer, unit), right, trace.z(layer, row, unit));
    return trace.inputs(layer) <= Sums.MOST_TERMS
        ? List.of(Part.of(Role.RESULT, line))
        : List.of(new Part(Role.RESULT, line.left(), anySum(layer, unit), List.of(line), 0));
  }

  private double bias(int layer, int unit) {
    return trace.weight(layer, Location.BIAS, unit);
  }

  private Maths term(int layer, int input, int unit) {
    return new Product(
        List.of(
            number(names.weight(layer, input, unit), trace.weight(layer, input, unit)),
            number(names.input(layer, input), trace.input(layer, row, input))));
  }

  private Maths anySum(int layer, int unit) {
    var term =
        new Product(List.of(names.weight(layer, Names.I, unit), names.input(layer, Names.I)));
    return new Sum(List.of(new Series("i", term), names.weight(layer, Location.BIAS, unit)));
  }

  private List<Section.Formula> generalSum(int layer) {
    return List.of(new Section.Formula(names.z(layer, Names.J), anySum(layer, Names.J)));
  }

  private Section activation(int layer, int units) {
    var activation = trace.design(layer).activation();
    return Recipes.units(
        Phase.FORWARD,
        StepKind.ACTIVATION,
        Ids.of(activation),
        grain,
        layer,
        units,
        unit -> {
          var j = (int) unit;
          var z = number(names.z(layer, j), trace.z(layer, row, j));
          return List.of(
              Part.of(
                  Role.RESULT,
                  new Line(
                      Location.unit(layer, j),
                      names.value(layer, j),
                      ActivationMaths.value(activation, z),
                      trace.value(layer, row, j))));
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
        Phase.FORWARD,
        layer == Location.INPUTS ? StepKind.INPUT_DROPOUT : StepKind.DROPOUT,
        "",
        grain,
        layer,
        units,
        unit -> {
          var j = (int) unit;
          var before =
              layer == Location.INPUTS
                  ? number(new Letter("x", Names.index(j), ""), trace.rows().inputs()[row][j])
                  : number(names.value(layer, j), trace.value(layer, row, j));
          return List.of(
              Part.of(
                  Role.RESULT,
                  new Line(
                      Location.unit(layer, j),
                      names.input(layer + 1, j),
                      new Product(List.of(mask(layer, j), before)),
                      trace.input(layer + 1, row, j))));
        },
        () ->
            List.of(
                new Section.Formula(
                    names.input(layer + 1, Names.J),
                    new Product(
                        List.of(
                            new Letter("m", Names.index(Names.J), ""),
                            layer == Location.INPUTS
                                ? new Letter("x", Names.index(Names.J), "")
                                : names.value(layer, Names.J))))));
  }

  private Quantity mask(int layer, int unit) {
    return number(
        new Letter("m", Names.index(unit), layer < 0 ? "" : Names.layerOf(layer)),
        trace.maskAfter(layer, row, unit));
  }

  private Section probability(int layer, int units) {
    return Recipes.units(
        Phase.FORWARD,
        StepKind.PROBABILITY,
        Ids.of(loss()),
        grain,
        layer,
        units,
        unit ->
            List.of(
                Part.of(
                    Role.RESULT,
                    new Line(
                        Location.unit(layer, (int) unit),
                        names.prediction((int) unit),
                        probability((int) unit, z -> trace.z(layer, row, z), ""),
                        trace.prediction(row, (int) unit)))),
        () -> List.of(new Section.Formula(names.prediction(Names.J), anyProbability(layer))));
  }

  /** The weighted sum of an output unit. */
  interface OutputSums {
    double of(int unit);
  }

  /**
   * σ(z) or softmax of one output.
   *
   * @param dash marks the sums of after the step
   */
  Maths probability(int unit, OutputSums sums, String dash) {
    var layer = trace.layers() - 1;
    if (loss() == Loss.BINARY_CROSS_ENTROPY) {
      return ActivationMaths.sigmoid(z(layer, unit, sums, dash));
    }
    var largest = Double.NEGATIVE_INFINITY;
    for (var k = 0; k < trace.units(layer); k++) {
      largest = StrictMath.max(largest, sums.of(k));
    }
    // Calculators overflow at e^230; within ±20 the textbook's formula is exact enough.
    var shift = StrictMath.abs(largest) > 20 ? largest : 0;
    return new Fraction(
        power(z(layer, unit, sums, dash), shift),
        Sums.of(
            trace.units(layer),
            Sums.MOST_BELOW,
            k -> power(z(layer, k, sums, dash), shift),
            List.of()));
  }

  private Quantity z(int layer, int unit, OutputSums sums, String dash) {
    var letter = names.z(layer, unit);
    return number(new Letter("z", letter.below(), letter.above() + dash), sums.of(unit));
  }

  private static Maths power(Quantity z, double shift) {
    return ActivationMaths.exp(
        shift == 0 ? z : new Maths.Difference(z, number(Letter.of("max z"), shift)));
  }

  private Maths anyProbability(int layer) {
    return loss() == Loss.BINARY_CROSS_ENTROPY
        ? ActivationMaths.sigmoid(number(names.z(layer, Names.J), Double.NaN))
        : new Fraction(
            new Call(Function.EXP, List.of(names.z(layer, Names.J))),
            new Series("k", new Call(Function.EXP, List.of(names.z(layer, Names.K)))));
  }
}
