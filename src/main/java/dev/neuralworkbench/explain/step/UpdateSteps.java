package dev.neuralworkbench.explain.step;

import static dev.neuralworkbench.explain.step.LongSums.number;

import dev.neuralworkbench.explain.step.StepPart.Role;
import dev.neuralworkbench.explain.step.StepSection.Formula;
import dev.neuralworkbench.explain.trace.BackpropTrace;
import dev.neuralworkbench.explain.trace.NetworkLocation;
import dev.neuralworkbench.explain.trace.WeightUpdate;
import dev.neuralworkbench.formula.Expression;
import dev.neuralworkbench.formula.Expression.Cases;
import dev.neuralworkbench.formula.Expression.Constant;
import dev.neuralworkbench.formula.Expression.Letter;
import dev.neuralworkbench.formula.Expression.Power;
import dev.neuralworkbench.formula.Expression.Quantity;
import dev.neuralworkbench.formula.Expression.Root;
import dev.neuralworkbench.formula.Expression.Sum;
import dev.neuralworkbench.train.Penalty;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** From the gradients to new weights: penalty, clipping, optimizer, max-norm. */
final class UpdateSteps {

  private static final Constant TWO = new Constant(2);

  private final BackpropTrace trace;
  private final WeightUpdate update;
  private final StepDetail grain;
  private final StepSymbols names;
  private final StepSymbols newNames;

  UpdateSteps(BackpropTrace trace, StepDetail grain) {
    this.trace = trace;
    update = trace.update();
    this.grain = grain;
    names = new StepSymbols(trace);
    newNames = new StepSymbols(trace, StepSymbols.DASH);
  }

  List<StepSection> sections() {
    var config = trace.setting().config();
    var sections = new ArrayList<StepSection>();
    for (var l = 0; l < trace.layers() && penalizes(); l++) {
      var layer = l;
      sections.add(
          weights(StepKind.PENALTY, "", l, trace.inputs(l), index -> penalty(layer, index)));
    }
    if (config.clipNorm() > 0) {
      sections.add(
          StepSection.single(
              Phase.UPDATE,
              StepKind.NORM,
              update.clipFactor() < 1 ? "clips" : "keeps",
              this::norm));
    }
    for (var l = 0; l < trace.layers() && update.clipFactor() < 1; l++) {
      var layer = l;
      sections.add(
          weights(StepKind.CLIPPING, "", l, trace.inputs(l) + 1, index -> clipping(layer, index)));
    }
    for (var l = 0; l < trace.layers(); l++) {
      var layer = l;
      sections.add(
          weights(
              StepKind.NEW_WEIGHT,
              update.ledger(0, 0, 0).variant(),
              l,
              trace.inputs(l) + 1,
              index -> update(layer, index)));
    }
    for (var l = 0; l < trace.layers() && config.unitNorm() > 0; l++) {
      sections.add(maxNorm(l));
    }
    return sections;
  }

  private StepSection weights(
      StepKind kind,
      String variant,
      int layer,
      int perUnit,
      java.util.function.LongFunction<List<StepPart>> parts) {
    return StepSection.weights(
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

  private static List<Formula> formulas(List<StepPart> parts) {
    return parts.stream()
        .map(part -> new Formula(anyWeight(part.left()), anyWeight(part.formula())))
        .toList();
  }

  /** A weight's formula made one for any weight: its indices become i and j. */
  private static Expression anyWeight(Expression maths) {
    return maths instanceof Letter(var text, var below, var above)
        ? new Letter(text, below.contains(",") ? "i,j" : below, above)
        : maths.map(UpdateSteps::anyWeight);
  }

  private NetworkLocation place(int layer, int perUnit, long index) {
    var position = (int) (index % perUnit);
    return NetworkLocation.weight(
        layer,
        position == trace.inputs(layer) ? NetworkLocation.BIAS : position,
        (int) (index / perUnit));
  }

  private List<StepPart> penalty(int layer, long index) {
    var place = place(layer, trace.inputs(layer), index);
    var i = place.input();
    var j = place.unit();
    var w = number(names.weight(layer, i, j), trace.weight(layer, i, j));
    var terms = new ArrayList<Expression>();
    terms.add(number(names.gradient("L", layer, i, j), trace.gradient(layer, i, j)));
    terms.addAll(trace.setting().config().penalty().terms(w));
    return List.of(
        StepPart.of(
            Role.RESULT, place, penalized(place), new Sum(terms), update.penalized(layer, i, j)));
  }

  /** ∂L/∂w, with the penalty G. */
  private Expression penalized(NetworkLocation place) {
    return place.input() == NetworkLocation.BIAS || !penalizes()
        ? names.gradient("L", place.layer(), place.input(), place.unit())
        : names.of("G", place.layer(), place.input(), place.unit());
  }

  private List<StepPart> norm() {
    var place = NetworkLocation.layer(NetworkLocation.ALL);
    var name = penalizes() ? "‖G‖" : "‖∇L‖";
    var length = number(Letter.of(name), update.norm());
    var most = Quantity.chosen("c", trace.setting().config().clipNorm());
    var layers = IntStream.range(0, trace.layers()).mapToObj(l -> squares(l)).toList();
    var any = new Expression.Series("i,j", new Power(anyGradient(), TWO));
    var parts = new ArrayList<StepPart>();
    parts.add(new StepPart(Role.SQUARES, new Letter("S", "", "(l)"), any, layers, 0));
    var all = LongSums.of(layers.size(), layers.size(), l -> squaresOf(layers.get(l)), List.of());
    if (layers.size() > LongSums.MOST_BELOW) {
      var sum = new StepLine(place, Letter.of("S"), all, all.value());
      parts.add(StepPart.of(Role.SQUARES, sum));
      all = squaresOf(sum);
    }
    parts.add(StepPart.of(Role.LENGTH, place, length.name(), new Root(all), update.norm()));
    var q = update.clipFactor();
    parts.add(StepPart.of(Role.FACTOR, place, Letter.of("q"), factor(most, name, length, q), q));
    return parts;
  }

  /** What shortens something to the longest that it may be. */
  private static Cases factor(Quantity most, String name, Expression length, double value) {
    var limit = ((Letter) most.name()).text();
    return new Cases(
        most.over(length), name + " > " + limit, new Constant(1), name + " ≤ " + limit, value < 1);
  }

  private boolean penalizes() {
    return !trace.setting().config().penalty().equals(Penalty.NONE);
  }

  private Expression anyGradient() {
    var layer = "(l)";
    return penalizes()
        ? new Letter("G", "i,j", layer)
        : Letter.of("∂L").over(new Letter("∂w", "i,j", layer));
  }

  private static Expression squaresOf(StepLine line) {
    return number(line.left(), line.value());
  }

  /** Σ of a layer's squared gradients, those into a unit one after the other. */
  private StepLine squares(int layer) {
    var perUnit = trace.inputs(layer) + 1;
    var sum =
        LongSums.of(
            perUnit * trace.units(layer), index -> square(place(layer, perUnit, index)), List.of());
    var left = new Letter("S", "", StepSymbols.layerOf(layer));
    return new StepLine(NetworkLocation.layer(layer), left, sum, update.squares(layer));
  }

  private Expression square(NetworkLocation place) {
    var gradient = update.penalized(place.layer(), place.input(), place.unit());
    return new Power(number(penalized(place), gradient), TWO);
  }

  private List<StepPart> clipping(int layer, long index) {
    var place = place(layer, trace.inputs(layer) + 1, index);
    var i = place.input();
    var j = place.unit();
    return List.of(
        StepPart.of(
            Role.RESULT,
            place,
            names.of("ĝ", layer, i, j),
            Expression.product(
                number(Letter.of("q"), update.clipFactor()),
                number(penalized(place), update.penalized(layer, i, j))),
            update.clipped(layer, i, j)));
  }

  private List<StepPart> update(int layer, long index) {
    var place = place(layer, trace.inputs(layer) + 1, index);
    var gradient =
        update.clipFactor() < 1
            ? names.of("ĝ", layer, place.input(), place.unit())
            : penalized(place);
    var ledger = update.ledger(layer, place.input(), place.unit());
    return new OptimizerMaths(ledger, place, names, gradient, made(place)).parts();
  }

  /** What the optimizer makes of a weight: u where max-norm is still to come. */
  private Letter made(NetworkLocation place) {
    return trace.setting().config().unitNorm() > 0 && place.input() != NetworkLocation.BIAS
        ? names.unlimited(place.layer(), place.input(), place.unit())
        : newNames.weight(place.layer(), place.input(), place.unit());
  }

  private StepSection maxNorm(int layer) {
    return StepSection.weights(
        Phase.UPDATE,
        StepKind.MAX_NORM,
        "",
        grain,
        layer,
        trace.units(layer),
        trace.inputs(layer),
        index -> maxNorm(layer, index),
        () -> maxNormOfAny(layer));
  }

  /** The length of the weights into a unit and its factor, and one of them scaled. */
  private List<StepPart> maxNorm(int layer, long index) {
    var place = place(layer, trace.inputs(layer), index);
    var j = place.unit();
    var unit = NetworkLocation.unit(layer, j);
    var squares =
        LongSums.of(
            trace.inputs(layer),
            LongSums.MOST_BELOW,
            i -> new Power(unlimited(layer, i, j), TWO),
            List.of());
    var length = number(names.unitLength(layer, j), update.length(layer, j));
    var q = number(names.unitFactor(layer, j), update.limitFactor(layer, j));
    return List.of(
        StepPart.of(Role.LENGTH, unit, length.name(), new Root(squares), length.value()),
        StepPart.of(Role.FACTOR, unit, q.name(), unitFactor(length, q.value()), q.value()),
        StepPart.of(
            Role.RESULT,
            place,
            newNames.weight(layer, place.input(), j),
            Expression.product(q, unlimited(layer, place.input(), j)),
            trace.newWeight(layer, place.input(), j)));
  }

  /** The same formulas for any weight. */
  private List<StepSection.Formula> maxNormOfAny(int layer) {
    var u = names.unlimited(layer, StepSymbols.I, StepSymbols.J);
    var length = names.unitLength(layer, StepSymbols.J);
    var q = names.unitFactor(layer, StepSymbols.J);
    return List.of(
        new StepSection.Formula(length, new Root(new Expression.Series("i", new Power(u, TWO)))),
        new StepSection.Formula(q, unitFactor(length, 1)),
        new StepSection.Formula(
            newNames.weight(layer, StepSymbols.I, StepSymbols.J), Expression.product(q, u)));
  }

  private Quantity unlimited(int layer, int input, int unit) {
    return number(
        names.unlimited(layer, input, unit), update.ledger(layer, input, unit).newWeight());
  }

  private Cases unitFactor(Expression length, double value) {
    var most = Quantity.chosen("r", trace.setting().config().unitNorm());
    return factor(most, "‖u‖", length, value);
  }
}
