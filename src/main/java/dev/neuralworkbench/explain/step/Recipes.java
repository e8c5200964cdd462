package dev.neuralworkbench.explain.step;

import dev.neuralworkbench.explain.trace.Location;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/** Recipes and sections from functions. */
final class Recipes {

  private Recipes() {}

  /** Steps about the units of a layer. */
  static Section units(
      Phase phase,
      StepKind kind,
      String variant,
      Grain grain,
      int layer,
      int units,
      LongFunction<List<Part>> parts,
      Supplier<List<Section.Formula>> general) {
    return new Section(
        phase,
        kind,
        variant,
        units,
        grain == Grain.LAYER ? units : 1,
        _ -> Location.layer(layer),
        List.of(),
        recipe(parts, general));
  }

  /** Steps about the weights into each unit of a layer, one unit after the other. */
  static Section weights(
      Phase phase,
      StepKind kind,
      String variant,
      Grain grain,
      int layer,
      int units,
      int perUnit,
      LongFunction<List<Part>> parts,
      Supplier<List<Section.Formula>> general) {
    var all = (long) units * perUnit;
    return new Section(
        phase,
        kind,
        variant,
        all,
        switch (grain) {
          case LAYER -> all;
          case UNIT -> perUnit;
          case WEIGHT -> 1;
        },
        first ->
            grain == Grain.LAYER
                ? Location.layer(layer)
                : Location.unit(layer, (int) (first / perUnit)),
        List.of(),
        recipe(parts, general));
  }

  /** A step that is about the network as a whole. */
  static Section single(Phase phase, StepKind kind, String variant, Supplier<List<Part>> parts) {
    return new Section(
        phase,
        kind,
        variant,
        1,
        1,
        _ -> Location.layer(Location.ALL),
        List.of(),
        recipe(_ -> parts.get(), List::of));
  }

  private static Section.Recipe recipe(
      LongFunction<List<Part>> parts, Supplier<List<Section.Formula>> general) {
    return new Section.Recipe() {
      @Override
      public List<Part> parts(long place) {
        return parts.apply(place);
      }

      @Override
      public List<Section.Formula> general() {
        return general.get();
      }
    };
  }
}
