package dev.neuralworkbench.explain.step;

import dev.neuralworkbench.explain.trace.BackpropTrace;
import dev.neuralworkbench.explain.trace.NetworkLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * Steps of one kind, made when they are asked for.
 *
 * @param parts the parts for one place, each with one line; their formulas for {@link
 *     StepSymbols#J} are those of a step that tells several
 */
record StepSection(
    Phase phase,
    StepKind kind,
    String variant,
    Places places,
    List<String> names,
    IntFunction<List<StepPart>> parts) {

  /** Most lines of a part, so that a step can be read. */
  static final int MOST_LINES = 8;

  /**
   * What the steps are about.
   *
   * @param count how many units or weights
   * @param perUnit how many of them belong to one unit: those into the first unit come first, the
   *     bias last; 1 where they are units
   * @param together how many of them one step tells; at least 1
   * @param common the place of the group that begins with a place, where a step tells several
   */
  record Places(int count, int perUnit, int together, IntFunction<NetworkLocation> common) {

    /** The units of a layer, or the weights into each, one unit after the other. */
    static Places of(StepDetail grain, int layer, int units, int perUnit) {
      var together =
          switch (grain) {
            case LAYER -> units * perUnit;
            case UNIT -> perUnit;
            case WEIGHT -> 1;
          };
      return new Places(
          units * perUnit,
          perUnit,
          together,
          first ->
              grain == StepDetail.LAYER
                  ? NetworkLocation.layer(layer)
                  : NetworkLocation.unit(layer, first / perUnit));
    }

    /** One of the weights, or a bias. */
    static NetworkLocation weight(BackpropTrace trace, int layer, int perUnit, int index) {
      if (StepSymbols.isAny(index)) {
        return NetworkLocation.weight(layer, StepSymbols.I, StepSymbols.J);
      }
      var position = index % perUnit;
      var input = position == trace.inputs(layer) ? NetworkLocation.BIAS : position;
      return NetworkLocation.weight(layer, input, index / perUnit);
    }
  }

  StepSection(
      Phase phase,
      StepKind kind,
      String variant,
      Places places,
      IntFunction<List<StepPart>> parts) {
    this(phase, kind, variant, places, List.of(), parts);
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
    var one = new Places(1, 1, 1, _ -> place);
    return new StepSection(phase, kind, variant, one, names, _ -> parts.get());
  }

  /** Whether another tells of the same units or weights, perhaps of more or fewer at once. */
  boolean isAlike(StepSection other) {
    return phase == other.phase && kind == other.kind && places.count == other.places.count;
  }

  long steps() {
    return StrictMath.ceilDiv(places.count, places.together);
  }

  /** The place with which a step begins. */
  private int first(long step) {
    return (int) step * places.together;
  }

  Step step(long index) {
    var first = first(index);
    if (places.together == 1) {
      var own = parts.apply(first);
      return step(own.getLast().lines().getFirst().place(), own);
    }
    var count = StrictMath.min(places.together, places.count - first);
    var shown = StrictMath.min(count, MOST_LINES);
    var each = new ArrayList<List<StepPart>>();
    for (var i = 0; i < shown; i++) {
      each.add(parts.apply(first + i));
    }
    var any = count == 1 ? each.getFirst() : parts.apply(StepSymbols.J);
    var all = new ArrayList<StepPart>();
    for (var p = 0; p < each.getFirst().size(); p++) {
      var at = p;
      var part = any.get(p);
      // What is the same for all of them, such as softmax's sum, is told once.
      var lines = each.stream().flatMap(one -> one.get(at).lines().stream()).distinct().toList();
      all.add(
          new StepPart(
              part.role(), part.word(), part.left(), part.formula(), lines, count - shown));
    }
    return step(places.common.apply(first), all);
  }

  /** The step that tells of a unit or a weight. */
  int of(NetworkLocation place) {
    var perUnit = places.perUnit;
    var before = place.input() == NetworkLocation.BIAS ? perUnit - 1 : place.input();
    return (place.unit() * perUnit + (place.isWeight() ? before : 0)) / places.together;
  }

  /** Whether a step works out something of a unit or a weight. */
  boolean tells(long index, NetworkLocation of) {
    var first = first(index);
    var about = places.common.apply(first);
    var spared = kind.sparesBiases() && of.input() == NetworkLocation.BIAS;
    if (of.isWeight() && (!kind.isOfWeights() || spared)) {
      return false;
    } else if (about.layer() != NetworkLocation.ALL && !meets(about, of)) {
      return false;
    }
    return places.together > 1
        || meets(parts.apply(first).getLast().lines().getFirst().place(), of);
  }

  private static boolean meets(NetworkLocation one, NetworkLocation other) {
    return one.contains(other) || other.contains(one);
  }

  private Step step(NetworkLocation place, List<StepPart> of) {
    return new Step(phase, kind, variant, place, names, of);
  }
}
