package dev.neuralworkbench.data.trap;

import dev.neuralworkbench.data.trap.TrapScan.TrapRule;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An input that alone answers nearly every row of the other half of the rows, see {@link
 * LoneInput}: all but 1 % of the classes and a tenth of what the most frequent class gets wrong, or
 * R² ≥ 0.999. A network finds no such thing in honest measurements (a petal's width tells 95 % of
 * the irises), but in what was written down after the target was known. Below {@value #FEWEST_ROWS}
 * rows a good input may do so too; and where most inputs do, as where clusters lie far apart, or
 * there is but one, the question is easy and none stands out.
 */
final class DeterminesRule implements TrapRule {

  private static final int FEWEST_ROWS = 40;

  @Override
  public List<Trap> find(TrapScan look) {
    var inputs = look.inputs;
    if (inputs.length < 2 || look.usable.length < FEWEST_ROWS) {
      return List.of();
    }
    var found =
        IntStream.of(inputs)
            .filter(input -> !look.isBlamed(input))
            .mapToObj(input -> find(look, input))
            .flatMap(Optional::stream)
            .toList();
    return found.size() > inputs.length / 2.0 ? List.of() : found;
  }

  private static Optional<Trap> find(TrapScan look, int input) {
    var alone = look.alone(input);
    return alone.isGivenAway()
        ? Optional.of(
            alone.isClass()
                ? trap(look, input, Trap.Kind.DETERMINES_CLASS, alone.right())
                : trap(look, input, Trap.Kind.DETERMINES_NUMBER, alone.right()))
        : Optional.empty();
  }

  /**
   * What one input alone tells.
   *
   * @param right as in {@link LoneInput}
   */
  static Trap trap(TrapScan look, int input, Trap.Kind kind, double right) {
    var alone = look.alone(input);
    var names = List.<Object>of(look.name(input), look.targetName(), alone.rows());
    var told =
        alone.isClass() ? List.<Object>of((int) right, alone.most()) : List.<Object>of(right);
    return new Trap(
        kind,
        List.of(input),
        Trap.Rows.NONE,
        Stream.concat(names.stream(), told.stream()).toList(),
        Trap.Remedy.IGNORE);
  }
}
