package dev.neuralworkbench.explain.step;

import dev.neuralworkbench.explain.trace.BackpropTrace;
import dev.neuralworkbench.explain.trace.NetworkLocation;
import dev.neuralworkbench.explain.trace.PreparedRow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of training as a row of small steps, in the order in which somebody with a calculator
 * would do them. They are made when they are asked for: a network with a hundred thousand weights
 * has as many.
 */
public final class Walk {

  private final List<StepSection> sections;
  private final long[] starts;
  private final long size;

  private Walk(List<StepSection> sections) {
    this.sections = sections;
    starts = new long[sections.size()];
    var next = 0L;
    for (var i = 0; i < starts.length; i++) {
      starts[i] = next;
      next += sections.get(i).steps();
    }
    size = next;
  }

  /**
   * The steps of a trace.
   *
   * @param row the row, from 0 on, that is followed forward and back
   * @param prepared that row as it was; null leaves the preparation out
   */
  public static Walk of(
      BackpropTrace trace, int row, StepDetail grain, @Nullable PreparedRow prepared) {
    var sections = new ArrayList<StepSection>();
    var preparation = prepared == null ? null : new PreparationSteps(trace, prepared);
    if (preparation != null) {
      sections.addAll(preparation.sections());
    }
    sections.addAll(new ForwardSteps(trace, row, false, grain).sections());
    if (preparation != null) {
      sections.addAll(preparation.answer(row));
    }
    var loss = new LossSteps(trace, row, grain);
    sections.addAll(loss.before());
    sections.addAll(new BackwardSteps(trace, row, grain).sections());
    sections.addAll(new UpdateSteps(trace, grain).sections());
    var again = new ForwardSteps(trace, row, true, grain);
    sections.addAll(again.sections());
    sections.add(again.answerAfter());
    sections.addAll(loss.after());
    return new Walk(sections);
  }

  public long size() {
    return size;
  }

  /**
   * One step.
   *
   * @param index from 0 on, below {@link #size}
   */
  public Step step(long index) {
    var s = section(index);
    return sections.get(s).step(index - starts[s]);
  }

  private int section(long index) {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException("expected a step below " + size + ", received " + index);
    }
    var s = starts.length - 1;
    while (starts[s] > index) {
      s--;
    }
    return s;
  }

  public Phase phase(long index) {
    return sections.get(section(index)).phase();
  }

  public StepKind kind(long index) {
    return sections.get(section(index)).kind();
  }

  /**
   * The step that works out something of a unit or a weight: the next one of the present phase, its
   * first where there is no next, and the first of all where the phase has none.
   *
   * @param from the present step
   * @return −1 where there is none
   */
  public long find(NetworkLocation place, long from) {
    var phase = phase(from);
    var found = find(place, phase, from + 1);
    if (found < 0) {
      found = find(place, phase, 0);
    }
    return found < 0 ? find(place, null, 0) : found;
  }

  private long find(NetworkLocation place, @Nullable Phase phase, long from) {
    for (var s = 0; s < starts.length; s++) {
      if (phase == null || sections.get(s).phase() == phase) {
        for (var i = StrictMath.max(0, from - starts[s]); i < sections.get(s).steps(); i++) {
          if (tells(s, i, place)) {
            return starts[s] + i;
          }
        }
      }
    }
    return -1;
  }

  private boolean tells(int s, long step, NetworkLocation place) {
    var section = sections.get(s);
    if (!section.kind().isOfColumn()) {
      return section.tells(step, place);
    }
    // A column may make many inputs: all until the next one's.
    return place.layer() == NetworkLocation.INPUTS
        && firstInput(s) <= place.unit()
        && (!sections.get(s + 1).kind().isOfColumn() || firstInput(s + 1) > place.unit());
  }

  private int firstInput(int s) {
    return sections.get(s).places().common().apply(0).unit();
  }

  /**
   * The step in which something of a unit or a weight is worked out.
   *
   * @param phase the phase in which it is: the way forward is gone twice
   * @param place a unit, a weight or a bias
   * @return −1 where there is none
   */
  public long find(Phase phase, StepKind kind, NetworkLocation place) {
    for (var s = 0; s < starts.length; s++) {
      var section = sections.get(s);
      if (section.phase() == phase
          && section.kind() == kind
          && section.places().common().apply(0).layer() == place.layer()) {
        return starts[s] + section.of(place);
      }
    }
    return -1;
  }

  /**
   * The step about the same as one of another walk of the same steps, which may tell more or less
   * at once: the one that tells of the first of its units or weights; otherwise the first of its
   * phase.
   *
   * @param index of the step in the other walk
   */
  public long like(Walk other, long index) {
    var s = other.section(index);
    var theirs = other.sections.get(s);
    if (s < sections.size() && sections.get(s).isAlike(theirs)) {
      var first = (index - other.starts[s]) * theirs.places().together();
      return starts[s] + first / sections.get(s).places().together();
    }
    return StrictMath.max(0, first(theirs.phase()));
  }

  /**
   * How many inputs have been prepared when a step shows.
   *
   * @return those of the columns before, counted from the first; all of them later on
   */
  public int prepared(long index) {
    for (var s = 0; s < starts.length && sections.get(s).kind().isOfColumn(); s++) {
      if (starts[s] > index) {
        return firstInput(s);
      }
    }
    return Integer.MAX_VALUE;
  }

  /** The first step of a phase; −1 if the walk has none of it. */
  public long first(Phase phase) {
    for (var s = 0; s < starts.length; s++) {
      if (sections.get(s).phase() == phase) {
        return starts[s];
      }
    }
    return -1;
  }
}
