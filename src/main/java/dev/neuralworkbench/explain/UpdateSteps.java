package dev.neuralworkbench.explain;

import static dev.neuralworkbench.explain.Sums.chosen;
import static dev.neuralworkbench.explain.Sums.number;

import dev.neuralworkbench.explain.Maths.Call;
import dev.neuralworkbench.explain.Maths.Cases;
import dev.neuralworkbench.explain.Maths.Constant;
import dev.neuralworkbench.explain.Maths.Fraction;
import dev.neuralworkbench.explain.Maths.Letter;
import dev.neuralworkbench.explain.Maths.Power;
import dev.neuralworkbench.explain.Maths.Product;
import dev.neuralworkbench.explain.Maths.Root;
import dev.neuralworkbench.explain.Maths.Sum;
import dev.neuralworkbench.explain.Part.Role;
import dev.neuralworkbench.train.Penalty;
import java.util.ArrayList;
import java.util.List;

/** From the gradients to new weights: penalty, clipping, optimizer. */
final class UpdateSteps {

  /** Gradients whose squares are written one by one. */
  private static final long FEW = 12;

  private final BackpropTrace trace;
  private final Grain grain;
  private final Names names;

  UpdateSteps(BackpropTrace trace, Grain grain) {
    this.trace = trace;
    this.grain = grain;
    names = new Names(trace);
  }

  List<Section> sections() {
    var config = trace.setting().config();
    var sections = new ArrayList<Section>();
    for (var l = 0; l < trace.layers() && !config.penalty().equals(Penalty.NONE); l++) {
      var layer = l;
      sections.add(
          weights(StepKind.PENALTY, "", l, trace.inputs(l), index -> penalty(layer, index)));
    }
    if (config.clipNorm() > 0) {
      sections.add(
          Recipes.single(
              Phase.UPDATE, StepKind.NORM, trace.clipFactor() < 1 ? "clips" : "keeps", this::norm));
    }
    for (var l = 0; l < trace.layers() && trace.clipFactor() < 1; l++) {
      var layer = l;
      sections.add(
          weights(StepKind.CLIPPING, "", l, trace.inputs(l) + 1, index -> clipping(layer, index)));
    }
    for (var l = 0; l < trace.layers(); l++) {
      var layer = l;
      sections.add(
          weights(
              StepKind.NEW_WEIGHT,
              config.optimizer().id(),
              l,
              trace.inputs(l) + 1,
              index -> update(layer, index)));
    }
    return sections;
  }

  private Section weights(
      StepKind kind,
      String variant,
      int layer,
      int perUnit,
      java.util.function.LongFunction<List<Part>> parts) {
    return Recipes.weights(
        Phase.UPDATE,
        kind,
        variant,
        grain,
        layer,
        trace.units(layer),
        perUnit,
        parts,
        () -> formulas(parts.apply(0)));
  }

  /** The formulas of a weight serve for all, with its indices replaced. */
  private static List<Section.Formula> formulas(List<Part> parts) {
    return parts.stream()
        .map(part -> new Section.Formula(Anywhere.of(part.left()), Anywhere.of(part.formula())))
        .toList();
  }

  private Location place(int layer, int perUnit, long index) {
    var position = (int) (index % perUnit);
    return Location.weight(
        layer, position == trace.inputs(layer) ? Location.BIAS : position, (int) (index / perUnit));
  }

  private List<Part> penalty(int layer, long index) {
    var place = place(layer, trace.inputs(layer), index);
    var i = place.input();
    var j = place.unit();
    var penalty = trace.setting().config().penalty();
    var w = number(names.weight(layer, i, j), trace.weight(layer, i, j));
    var terms = new ArrayList<Maths>();
    terms.add(number(names.gradient("L", layer, i, j), trace.gradient(layer, i, j)));
    if (penalty.l1() > 0) {
      terms.add(
          new Product(List.of(chosen("λ₁", penalty.l1()), new Call(Function.SIGN, List.of(w)))));
    }
    if (penalty.l2() > 0) {
      terms.add(new Product(List.of(chosen("λ₂", penalty.l2()), w)));
    }
    return List.of(
        Part.of(
            Role.RESULT,
            new Line(place, penalized(place), new Sum(terms), trace.penalized(layer, i, j))));
  }

  /** g before clipping. */
  private Letter penalized(Location place) {
    var letter = names.of("g", place.layer(), place.input(), place.unit());
    return trace.clipFactor() < 1 ? new Letter("G", letter.below(), letter.above()) : letter;
  }

  private List<Part> norm() {
    var place = Location.layer(Location.ALL);
    var length = number(Letter.of("‖g‖"), trace.norm());
    var most = chosen("c", trace.setting().config().clipNorm());
    var factor =
        new Cases(
            new Fraction(most, length),
            "‖g‖ > c",
            new Constant(1),
            "‖g‖ ≤ c",
            trace.clipFactor() < 1);
    return List.of(
        Part.of(Role.LENGTH, new Line(place, length.name(), new Root(squares()), trace.norm())),
        Part.of(Role.FACTOR, new Line(place, Letter.of("q"), factor, trace.clipFactor())));
  }

  private Maths squares() {
    var terms = new ArrayList<Maths>();
    var few = trace.setting().weights().parameterCount() <= FEW;
    for (var l = 0; l < trace.layers(); l++) {
      if (!few) {
        terms.add(number(new Letter("S", "", Names.layerOf(l)), trace.squares(l)));
      }
      for (var unit = 0; unit < trace.units(l) && few; unit++) {
        for (var input = Location.BIAS; input < trace.inputs(l); input++) {
          var letter = penalized(Location.weight(l, input, unit));
          terms.add(new Power(number(letter, trace.penalized(l, input, unit)), new Constant(2)));
        }
      }
    }
    return new Sum(terms);
  }

  private List<Part> clipping(int layer, long index) {
    var place = place(layer, trace.inputs(layer) + 1, index);
    var i = place.input();
    var j = place.unit();
    return List.of(
        Part.of(
            Role.RESULT,
            new Line(
                place,
                names.of("g", layer, i, j),
                new Product(
                    List.of(
                        number(Letter.of("q"), trace.clipFactor()),
                        number(penalized(place), trace.penalized(layer, i, j)))),
                trace.clipped(layer, i, j))));
  }

  private List<Part> update(int layer, long index) {
    var place = place(layer, trace.inputs(layer) + 1, index);
    return OptimizerMaths.of(trace.ledger(layer, place.input(), place.unit()), place, names);
  }
}
