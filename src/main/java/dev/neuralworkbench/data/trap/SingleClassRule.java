package dev.neuralworkbench.data.trap;

import dev.neuralworkbench.data.trap.TrapScan.TrapRule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Classes with one row: they can be learned or judged, not both. Of more than {@value #MOST} the
 * target is no class at all but a name, which the form says.
 */
final class SingleClassRule implements TrapRule {

  private static final int MOST = 100;

  @Override
  public List<Trap> find(TrapScan look) {
    var target = look.target;
    if (!target.isClass() || look.usable.length < TrapScan.FEWEST_ROWS) {
      return List.of();
    }
    var counts = target.counts(look.usable);
    var names = new ArrayList<String>();
    for (var i = 0; i < counts.length; i++) {
      if (counts[i] == 1) {
        names.add(target.classes().get(i));
      }
    }
    if (names.isEmpty() || names.size() > MOST) {
      return List.of();
    }
    var rows = IntStream.of(look.usable).filter(row -> counts[target.classOf(row)] == 1).toArray();
    return List.of(
        new Trap(
            Trap.Kind.SINGLE,
            List.of(look.targetIndex),
            Trap.Rows.of(rows),
            List.of(names.size(), names, look.targetName()),
            Trap.Remedy.BY_HAND));
  }
}
