package dev.neuralworkbench.explain.step;

import dev.neuralworkbench.explain.trace.NetworkLocation;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.Supplier;

final class StepRecipes {

  private StepRecipes() {}

  static StepSection units(
      Phase phase,
      StepKind kind,
      String variant,
      StepDetail grain,
      int layer,
      int units,
      LongFunction<List<StepPart>> parts,
      Supplier<List<StepSection.Formula>> general) {
    return new StepSection(
        phase,
        kind,
        variant,
        units,
        1,
        grain == StepDetail.LAYER ? units : 1,
        _ -> NetworkLocation.layer(layer),
        List.of(),
        new StepSection.Recipe(parts, general));
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
      Supplier<List<StepSection.Formula>> general) {
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
        new StepSection.Recipe(parts, general));
  }

  static StepSection single(
      Phase phase, StepKind kind, String variant, Supplier<List<StepPart>> parts) {
    return new StepSection(
        phase,
        kind,
        variant,
        1,
        1,
        1,
        _ -> NetworkLocation.layer(NetworkLocation.ALL),
        List.of(),
        new StepSection.Recipe(_ -> parts.get(), List::of));
  }
}
