package dev.neuralworkbench.explain.step;

import static dev.neuralworkbench.explain.step.LongSums.number;
import static dev.neuralworkbench.explain.step.StepSymbols.real;

import dev.neuralworkbench.explain.step.StepPart.Role;
import dev.neuralworkbench.explain.step.StepSection.Places;
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
import dev.neuralworkbench.formula.Expression.Series;
import dev.neuralworkbench.formula.Expression.Sum;
import dev.neuralworkbench.train.Penalty;
import dev.neuralworkbench.train.TrainingConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** From the gradients to new weights: penalty, clipping, optimizer, max-norm. */
record UpdateSteps(
    BackpropTrace trace,
    StepDetail grain,
    TrainingConfig config,
    WeightUpdate update,
    StepNumbers numbers,
    StepSymbols names) {

  private static final Constant TWO = new Constant(2);

  UpdateSteps(BackpropTrace trace, StepDetail grain) {
    var config = trace.setting().config();
    var numbers = new StepNumbers(trace, 0, false);
    this(trace, grain, config, trace.update(), numbers, numbers.names());
  }

  List<StepSection> sections() {
    var sections = new ArrayList<StepSection>();
    if (penalizes()) {
      sections.addAll(ofLayers(StepKind.PENALTY, "", this::penalty));
    }
    if (config.clipNorm() > 0) {
      var variant = update.clipFactor() < 1 ? "clips" : "keeps";
      sections.add(StepSection.single(Phase.UPDATE, StepKind.NORM, variant, this::norm));
    }
    if (update.clipFactor() < 1) {
      sections.addAll(ofLayers(StepKind.CLIPPING, "", this::clipping));
    }
    sections.addAll(ofLayers(StepKind.NEW_WEIGHT, config.optimizer().variant(), this::update));
    if (config.unitNorm() > 0) {
      sections.addAll(ofLayers(StepKind.MAX_NORM, "", this::maxNorm));
    }
    return sections;
  }

  /** A section for each layer, with steps for its weights, and for its biases unless spared. */
  private List<StepSection> ofLayers(
      StepKind kind, String variant, Function<NetworkLocation, List<StepPart>> parts) {
    return IntStream.range(0, trace.layers())
        .mapToObj(
            layer -> {
              var perUnit = trace.inputs(layer) + (kind.sparesBiases() ? 0 : 1);
              return new StepSection(
                  Phase.UPDATE,
                  kind,
                  variant,
                  Places.of(grain, layer, trace.units(layer), perUnit),
                  index -> parts.apply(Places.weight(trace, layer, perUnit, index)));
            })
        .toList();
  }

  private List<StepPart> penalty(NetworkLocation place) {
    var terms = new ArrayList<Expression>();
    terms.add(number(names.gradient("L", place), trace.gradient(real(place))));
    terms.addAll(config.penalty().terms(numbers.weight(place)));
    return List.of(StepPart.of(Role.RESULT, place, penalized(place), new Sum(terms)));
  }

  /** ∂L/∂w, with the penalty G. */
  private Quantity penalized(NetworkLocation place) {
    var isPlain = place.input() == NetworkLocation.BIAS || !penalizes();
    return number(
        isPlain ? names.gradient("L", place) : names.of("G", place), update.penalized(real(place)));
  }

  private List<StepPart> norm() {
    var place = NetworkLocation.layer(NetworkLocation.ALL);
    var name = penalizes() ? "‖G‖" : "‖∇L‖";
    var length = number(Letter.of(name), update.norm);
    var most = Quantity.chosen("c", config.clipNorm());
    var layers = IntStream.range(0, trace.layers()).mapToObj(this::squares).toList();
    var any = new Series("i,j", new Power(anyGradient(), TWO));
    var parts = new ArrayList<StepPart>();
    parts.add(new StepPart(Role.SQUARES, new Letter("S", "", "(l)"), any, layers, 0));
    var all = LongSums.of(layers.size(), layers.size(), l -> squaresOf(layers.get(l)));
    if (layers.size() > LongSums.MOST_BELOW) {
      var sum = new StepLine(place, Letter.of("S"), all, all.value());
      parts.add(StepPart.of(Role.SQUARES, sum));
      all = squaresOf(sum);
    }
    parts.add(StepPart.of(Role.LENGTH, place, length, new Root(all)));
    var q = number(Letter.of("q"), update.clipFactor());
    parts.add(StepPart.of(Role.FACTOR, place, q, factor(most, name, length, q.value())));
    return parts;
  }

  /** What shortens something to the longest that it may be. */
  private static Cases factor(Quantity most, String name, Expression length, double value) {
    var limit = ((Letter) most.name()).text();
    return new Cases(
        most.over(length), name + " > " + limit, new Constant(1), name + " ≤ " + limit, value < 1);
  }

  private StepSymbols newNames() {
    return new StepSymbols(trace, StepSymbols.DASH);
  }

  private boolean penalizes() {
    return !config.penalty().equals(Penalty.NONE);
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
            perUnit * trace.units(layer),
            index -> new Power(penalized(Places.weight(trace, layer, perUnit, index)), TWO));
    var left = new Letter("S", "", StepSymbols.layerOf(layer));
    return new StepLine(NetworkLocation.layer(layer), left, sum, update.squares(layer));
  }

  private List<StepPart> clipping(NetworkLocation place) {
    var clipped = number(names.of("ĝ", place), update.clipped(real(place)));
    var q = number(Letter.of("q"), update.clipFactor());
    return List.of(
        StepPart.of(Role.RESULT, place, clipped, Expression.product(q, penalized(place))));
  }

  private List<StepPart> update(NetworkLocation place) {
    var gradient = update.clipFactor() < 1 ? names.of("ĝ", place) : penalized(place).name();
    return new OptimizerMaths(update.ledger(real(place)), place, names, gradient, made(place))
        .parts();
  }

  /** What the optimizer makes of a weight: u where max-norm is still to come. */
  private Letter made(NetworkLocation place) {
    return config.unitNorm() > 0 && place.input() != NetworkLocation.BIAS
        ? names.unlimited(place)
        : newNames().weight(place);
  }

  /** The length of the weights into a unit and its factor, and one of them scaled. */
  private List<StepPart> maxNorm(NetworkLocation place) {
    var layer = place.layer();
    var j = place.unit();
    var unit = NetworkLocation.unit(layer, j);
    IntFunction<Expression> term =
        i -> new Power(unlimited(NetworkLocation.weight(layer, i, j)), TWO);
    var squares =
        StepSymbols.isAny(j)
            ? new Series("i", term.apply(StepSymbols.I))
            : LongSums.of(trace.inputs(layer), LongSums.MOST_BELOW, term);
    var length = number(names.unitLength(layer, j), update.length(layer, real(j)));
    var q = number(names.unitFactor(layer, j), update.limitFactor(layer, real(j)));
    var made = number(newNames().weight(place), trace.newWeight(real(place)));
    return List.of(
        StepPart.of(Role.LENGTH, unit, length, new Root(squares)),
        StepPart.of(Role.FACTOR, unit, q, unitFactor(length, q.value())),
        StepPart.of(Role.RESULT, place, made, Expression.product(q, unlimited(place))));
  }

  private Quantity unlimited(NetworkLocation place) {
    return number(names.unlimited(place), update.ledger(real(place)).newWeight());
  }

  private Cases unitFactor(Expression length, double value) {
    return factor(Quantity.chosen("r", config.unitNorm()), "‖u‖", length, value);
  }
}
