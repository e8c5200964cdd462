package dev.neuralworkbench.explain.step;

import dev.neuralworkbench.explain.trace.NetworkLocation;
import dev.neuralworkbench.formula.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/**
 * Steps of one kind, made when they are asked for.
 *
 * @param places how many units or weights the steps are about
 * @param perUnit how many of them belong to one unit: those into the first unit come first, the
 *     bias last; 1 where the places are units
 * @param together how many of them one step tells; at least 1
 * @param common the place of the group that begins with a place, where a step tells several
 */
record StepSection(
    Phase phase,
    StepKind kind,
    String variant,
    long places,
    int perUnit,
    long together,
    LongFunction<NetworkLocation> common,
    List<String> names,
    Recipe recipe) {

  /** Most lines of a part, so that a step can be read. */
  static final int MOST_LINES = 8;

  /**
   * What a step tells about.
   *
   * @param parts the parts for one place, each with one line
   * @param general the formulas for any place, in the order of the parts; used where a step tells
   *     several
   */
  record Recipe(LongFunction<List<StepPart>> parts, Supplier<List<Formula>> general) {}

  record Formula(Expression left, Expression right) {}

  static StepSection units(
      Phase phase,
      StepKind kind,
      String variant,
      StepDetail grain,
      int layer,
      int units,
      LongFunction<List<StepPart>> parts,
      Supplier<List<Formula>> general) {
    return new StepSection(
        phase,
        kind,
        variant,
        units,
        1,
        grain == StepDetail.LAYER ? units : 1,
        _ -> NetworkLocation.layer(layer),
        List.of(),
        new Recipe(parts, general));
  }

  /** Steps about the weights into each unit of a layer, one unit after the other. */
  static StepSection weights(
      Phase phase,
      StepKind kind,
      String variant,
      StepDetail grain,
      int layer,
      int units,
      int perUnit,
      LongFunction<List<StepPart>> parts,
      Supplier<List<Formula>> general) {
    var all = (long) units * perUnit;
    return new StepSection(
        phase,
        kind,
        variant,
        all,
        perUnit,
        switch (grain) {
          case LAYER -> all;
          case UNIT -> perUnit;
          case WEIGHT -> 1;
        },
        first ->
            grain == StepDetail.LAYER
                ? NetworkLocation.layer(layer)
                : NetworkLocation.unit(layer, (int) (first / perUnit)),
        List.of(),
        new Recipe(parts, general));
  }

  static StepSection single(
      Phase phase, StepKind kind, String variant, Supplier<List<StepPart>> parts) {
    var network = NetworkLocation.layer(NetworkLocation.ALL);
    return single(phase, kind, variant, network, List.of(), parts);
  }

  static StepSection single(
      Phase phase,
      StepKind kind,
      String variant,
      NetworkLocation place,
      List<String> names,
      Supplier<List<StepPart>> parts) {
    var recipe = new Recipe(_ -> parts.get(), List::of);
    return new StepSection(phase, kind, variant, 1, 1, 1, _ -> place, names, recipe);
  }

  StepSection as(StepKind other) {
    return new StepSection(phase, other, variant, places, perUnit, together, common, names, recipe);
  }

  /** Whether another tells of the same units or weights, perhaps of more or fewer at once. */
  boolean isAlike(StepSection other) {
    return phase == other.phase && kind == other.kind && places == other.places;
  }

  long steps() {
    return StrictMath.ceilDiv(places, together);
  }

  Step step(long index) {
    var first = index * together;
    if (together == 1) {
      var parts = recipe.parts().apply(first);
      return step(parts.getLast().lines().getFirst().place(), parts);
    }
    var count = StrictMath.min(together, places - first);
    var shown = (int) StrictMath.min(count, MOST_LINES);
    var each = new ArrayList<List<StepPart>>();
    for (var i = 0; i < shown; i++) {
      each.add(recipe.parts().apply(first + i));
    }
    var general = recipe.general().get();
    var parts = new ArrayList<StepPart>();
    for (var p = 0; p < each.getFirst().size(); p++) {
      var lines = new ArrayList<StepLine>();
      for (var one : each) {
        lines.addAll(one.get(p).lines());
      }
      var part = each.getFirst().get(p);
      var formula = count == 1 ? new Formula(part.left(), part.formula()) : general.get(p);
      parts.add(
          new StepPart(
              part.role(),
              part.word(),
              formula.left(),
              formula.right(),
              // What is the same for all of them, such as softmax's sum, is told once.
              lines.stream().distinct().toList(),
              count - shown));
    }
    return step(common.apply(first), parts);
  }

  long of(NetworkLocation place) {
    var before = place.input() == NetworkLocation.BIAS ? perUnit - 1 : place.input();
    var index = (long) place.unit() * perUnit + (place.isWeight() ? before : 0);
    return index / together;
  }

  /** Whether a step works out something of a unit or a weight. */
  boolean tells(long index, NetworkLocation of) {
    var first = index * together;
    var about = common.apply(first);
    if (of.isWeight() && (!kind.isOfWeights() || isSpared(of))) {
      return false;
    } else if (about.layer() != NetworkLocation.ALL && !meets(about, of)) {
      return false;
    }
    return together > 1
        || meets(recipe.parts().apply(first).getLast().lines().getFirst().place(), of);
  }

  private boolean isSpared(NetworkLocation of) {
    return kind.sparesBiases() && of.input() == NetworkLocation.BIAS;
  }

  private static boolean meets(NetworkLocation one, NetworkLocation other) {
    return one.contains(other) || other.contains(one);
  }

  private Step step(NetworkLocation place, List<StepPart> parts) {
    return new Step(phase, kind, variant, place, names, parts);
  }
}
