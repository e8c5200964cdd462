package dev.neuralworkbench.explain.step;

import static dev.neuralworkbench.explain.step.Sums.chosen;
import static dev.neuralworkbench.explain.step.Sums.number;

import dev.neuralworkbench.explain.maths.Function;
import dev.neuralworkbench.explain.maths.Maths;
import dev.neuralworkbench.explain.maths.Maths.Call;
import dev.neuralworkbench.explain.maths.Maths.Cases;
import dev.neuralworkbench.explain.maths.Maths.Constant;
import dev.neuralworkbench.explain.maths.Maths.Fraction;
import dev.neuralworkbench.explain.maths.Maths.Letter;
import dev.neuralworkbench.explain.maths.Maths.Power;
import dev.neuralworkbench.explain.maths.Maths.Product;
import dev.neuralworkbench.explain.maths.Maths.Root;
import dev.neuralworkbench.explain.maths.Maths.Sum;
import dev.neuralworkbench.explain.step.Part.Role;
import dev.neuralworkbench.explain.trace.BackpropTrace;
import dev.neuralworkbench.explain.trace.Location;
import dev.neuralworkbench.train.Penalty;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** From the gradients to new weights: penalty, clipping, optimizer. */
final class UpdateSteps {

  private static final Constant TWO = new Constant(2);

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
    for (var l = 0; l < trace.layers() && penalizes(); l++) {
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
              trace.ledger(0, 0, 0).rule(),
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

  /** ∂L/∂w, with the penalty G. */
  private Maths penalized(Location place) {
    return place.input() == Location.BIAS || !penalizes()
        ? names.gradient("L", place.layer(), place.input(), place.unit())
        : names.of("G", place.layer(), place.input(), place.unit());
  }

  private List<Part> norm() {
    var place = Location.layer(Location.ALL);
    var name = penalizes() ? "‖G‖" : "‖∇L‖";
    var length = number(Letter.of(name), trace.norm());
    var most = chosen("c", trace.setting().config().clipNorm());
    var factor =
        new Cases(
            new Fraction(most, length),
            name + " > c",
            new Constant(1),
            name + " ≤ c",
            trace.clipFactor() < 1);
    var layers = IntStream.range(0, trace.layers()).mapToObj(l -> squares(l)).toList();
    var any = new Maths.Series("i,j", new Power(anyGradient(), TWO));
    var parts = new ArrayList<Part>();
    parts.add(new Part(Role.SQUARES, new Letter("S", "", "(l)"), any, layers, 0));
    var all = Sums.of(layers.size(), layers.size(), l -> squaresOf(layers.get(l)), List.of());
    if (layers.size() > Sums.MOST_BELOW) {
      var sum = new Line(place, Letter.of("S"), all, all.value());
      parts.add(Part.of(Role.SQUARES, sum));
      all = squaresOf(sum);
    }
    parts.add(Part.of(Role.LENGTH, new Line(place, length.name(), new Root(all), trace.norm())));
    parts.add(Part.of(Role.FACTOR, new Line(place, Letter.of("q"), factor, trace.clipFactor())));
    return parts;
  }

  private boolean penalizes() {
    return !trace.setting().config().penalty().equals(Penalty.NONE);
  }

  /** The gradient of any weight of any layer, as clipping sees it. */
  private Maths anyGradient() {
    var layer = "(l)";
    return penalizes()
        ? new Letter("G", "i,j", layer)
        : new Maths.Fraction(Letter.of("∂L"), new Letter("∂w", "i,j", layer));
  }

  private static Maths squaresOf(Line line) {
    return number(line.left(), line.value());
  }

  /** Σ of a layer's squared gradients, those into a unit one after the other. */
  private Line squares(int layer) {
    var perUnit = trace.inputs(layer) + 1;
    var sum =
        Sums.of(
            perUnit * trace.units(layer), index -> square(place(layer, perUnit, index)), List.of());
    var left = new Letter("S", "", Names.layerOf(layer));
    return new Line(Location.layer(layer), left, sum, trace.squares(layer));
  }

  private Maths square(Location place) {
    var gradient = trace.penalized(place.layer(), place.input(), place.unit());
    return new Power(number(penalized(place), gradient), TWO);
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
                names.of("ĝ", layer, i, j),
                new Product(
                    List.of(
                        number(Letter.of("q"), trace.clipFactor()),
                        number(penalized(place), trace.penalized(layer, i, j)))),
                trace.clipped(layer, i, j))));
  }

  private List<Part> update(int layer, long index) {
    var place = place(layer, trace.inputs(layer) + 1, index);
    var gradient =
        trace.clipFactor() < 1
            ? names.of("ĝ", layer, place.input(), place.unit())
            : penalized(place);
    return OptimizerMaths.of(
        trace.ledger(layer, place.input(), place.unit()), place, names, gradient);
  }
}
