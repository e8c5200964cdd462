package dev.neuralworkbench.data.trap;

import dev.neuralworkbench.data.trap.TrapScan.TrapRule;
import java.util.List;
import java.util.stream.IntStream;

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
    var kind = look.target.isClass() ? Trap.Kind.DETERMINES_CLASS : Trap.Kind.DETERMINES_NUMBER;
    var found =
        IntStream.of(inputs)
            .filter(input -> !look.blamed.contains(input) && look.alone(input).isGivenAway())
            .mapToObj(input -> trap(look, input, kind, look.alone(input).right()))
            .toList();
    return found.size() > inputs.length / 2.0 ? List.of() : found;
  }

  /** What one input alone tells. */
  static Trap trap(TrapScan look, int input, Trap.Kind kind, double right) {
    var alone = look.alone(input);
    var from = look.name(input);
    return alone.isClass()
        ? Trap.of(kind, input, from, look.targetName(), alone.rows(), (int) right, alone.most())
        : Trap.of(kind, input, from, look.targetName(), alone.rows(), right);
  }
}
