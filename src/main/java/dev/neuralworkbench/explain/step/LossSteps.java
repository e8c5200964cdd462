package dev.neuralworkbench.explain.step;

import static dev.neuralworkbench.explain.step.LongSums.number;

import dev.neuralworkbench.explain.step.StepPart.Role;
import dev.neuralworkbench.explain.step.StepSection.Places;
import dev.neuralworkbench.explain.trace.BackpropTrace;
import dev.neuralworkbench.explain.trace.NetworkLocation;
import dev.neuralworkbench.formula.Expression.Constant;
import dev.neuralworkbench.formula.Expression.Letter;
import dev.neuralworkbench.problem.Ids;
import java.util.ArrayList;
import java.util.List;

record LossSteps(BackpropTrace trace, int row, StepDetail grain) {

  List<StepSection> before() {
    var sections = new ArrayList<StepSection>();
    if (trace.setting().design().smoothing() > 0) {
      sections.add(smoothing());
    }
    sections.addAll(losses(Phase.LOSS, StepKind.ROW_LOSS, StepKind.MEAN_LOSS, false));
    return sections;
  }

  private StepSection smoothing() {
    var numbers = new StepNumbers(trace, row, false);
    var maths = new LossMaths(trace, numbers);
    var last = trace.layers() - 1;
    return new StepSection(
        Phase.LOSS,
        StepKind.SMOOTHING,
        "",
        Places.of(grain, last, trace.units(last), 1),
        k ->
            List.of(
                StepPart.of(
                    Role.RESULT,
                    NetworkLocation.unit(last, k),
                    numbers.target(k),
                    maths.smoothed(numbers.rawTarget(k)))));
  }

  List<StepSection> after() {
    var sections = losses(Phase.AFTER, StepKind.ROW_LOSS_AFTER, StepKind.MEAN_LOSS_AFTER, true);
    var change =
        number(new Letter("L", "", StepSymbols.DASH), trace.after().loss())
            .minus(number(Letter.of("L"), trace.before().loss()));
    var delta = number(Letter.of("ΔL"), trace.after().loss() - trace.before().loss());
    sections.add(
        StepSection.single(
            Phase.AFTER,
            StepKind.CHANGE,
            delta.value() < 0 ? "fell" : delta.value() > 0 ? "rose" : "same",
            () -> List.of(StepPart.of(Role.RESULT, place(), delta, change))));
    return sections;
  }

  private NetworkLocation place() {
    return NetworkLocation.layer(trace.layers() - 1);
  }

  /** The loss of the row, and the mean where there are others. */
  private List<StepSection> losses(Phase phase, StepKind ofRow, StepKind ofAll, boolean after) {
    var numbers = new StepNumbers(trace, row, after);
    var maths = new LossMaths(trace, numbers);
    var loss =
        number(
            new Letter(numbers.names().rowLoss(), "", numbers.names().dash()),
            numbers.way().loss(row));
    var sections = new ArrayList<StepSection>();
    sections.add(
        StepSection.single(
            phase,
            ofRow,
            Ids.of(trace.setting().design().loss()),
            () -> List.of(StepPart.of(Role.RESULT, place(), loss, maths.value()))));
    if (trace.rows().count() > 1) {
      sections.add(StepSection.single(phase, ofAll, "", () -> List.of(mean(numbers))));
    }
    return sections;
  }

  private StepPart mean(StepNumbers numbers) {
    var rows = trace.rows().count();
    var dash = numbers.names().dash();
    var sum =
        LongSums.of(
            rows,
            LongSums.MOST_ALONE,
            r -> number(new Letter("ℓ", StepSymbols.index(r), dash), numbers.way().loss(r)));
    var loss = number(new Letter("L", "", dash), numbers.way().loss());
    var line = StepLine.of(place(), loss, sum.over(new Constant(rows)));
    return LongSums.mean(Role.RESULT, line, new Letter("ℓ", "r", dash), rows);
  }
}
