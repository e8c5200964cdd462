package dev.neuralworkbench.explain.step;

import static dev.neuralworkbench.explain.step.LongSums.number;

import dev.neuralworkbench.explain.step.StepPart.Role;
import dev.neuralworkbench.explain.step.StepSection.Formula;
import dev.neuralworkbench.explain.trace.BackpropTrace;
import dev.neuralworkbench.explain.trace.ForwardTrace;
import dev.neuralworkbench.explain.trace.NetworkLocation;
import dev.neuralworkbench.formula.Expression.Constant;
import dev.neuralworkbench.formula.Expression.Fraction;
import dev.neuralworkbench.formula.Expression.Letter;
import dev.neuralworkbench.problem.Ids;
import java.util.ArrayList;
import java.util.List;

final class LossSteps {

  private final BackpropTrace trace;
  private final int row;
  private final StepDetail grain;
  private final StepSymbols names;

  LossSteps(BackpropTrace trace, int row, StepDetail grain) {
    this.trace = trace;
    this.row = row;
    this.grain = grain;
    names = new StepSymbols(trace);
  }

  List<StepSection> before() {
    var sections = new ArrayList<StepSection>();
    if (trace.setting().design().smoothing() > 0) {
      sections.add(smoothing());
    }
    sections.addAll(losses(Phase.LOSS, StepKind.ROW_LOSS, StepKind.MEAN_LOSS, trace.before(), ""));
    return sections;
  }

  private StepSection smoothing() {
    var maths = new LossMaths(trace);
    var any = maths.smoothed(number(names.target(StepSymbols.J), Double.NaN));
    return StepSection.units(
        Phase.LOSS,
        StepKind.SMOOTHING,
        "",
        grain,
        last(),
        trace.units(last()),
        index -> {
          var k = (int) index;
          var target = number(names.target(k), trace.rows().targets()[row][k]);
          return List.of(
              StepPart.of(
                  Role.RESULT,
                  NetworkLocation.unit(last(), k),
                  names.judged(k),
                  maths.smoothed(target),
                  trace.target(row, k)));
        },
        () -> List.of(new Formula(names.judged(StepSymbols.J), any)));
  }

  List<StepSection> after() {
    var sections =
        losses(
            Phase.AFTER,
            StepKind.ROW_LOSS_AFTER,
            StepKind.MEAN_LOSS_AFTER,
            trace.after(),
            StepSymbols.DASH);
    var change =
        number(new Letter("L", "", "′"), trace.after().loss())
            .minus(number(Letter.of("L"), trace.loss()));
    var delta = trace.after().loss() - trace.loss();
    sections.add(
        StepSection.single(
            Phase.AFTER,
            StepKind.CHANGE,
            delta < 0 ? "fell" : delta > 0 ? "rose" : "same",
            () ->
                List.of(
                    StepPart.of(
                        Role.RESULT,
                        NetworkLocation.layer(last()),
                        Letter.of("ΔL"),
                        change,
                        delta))));
    return sections;
  }

  private int last() {
    return trace.layers() - 1;
  }

  /**
   * The loss of the row, and the mean where there are others.
   *
   * @param dash stands after the symbols
   */
  private List<StepSection> losses(
      Phase phase, StepKind ofRow, StepKind ofAll, ForwardTrace way, String dash) {
    var maths = new LossMaths(trace, new StepSymbols(trace, dash));
    var sections = new ArrayList<StepSection>();
    sections.add(
        StepSection.single(
            phase,
            ofRow,
            Ids.of(trace.setting().design().loss()),
            () ->
                List.of(
                    StepPart.of(
                        Role.RESULT,
                        NetworkLocation.layer(last()),
                        new Letter(names.rowLoss(), "", dash),
                        maths.value(row, way),
                        way.loss(row)))));
    if (trace.rows().count() > 1) {
      sections.add(mean(phase, ofAll, way, dash));
    }
    return sections;
  }

  private StepSection mean(Phase phase, StepKind kind, ForwardTrace way, String dash) {
    var rows = trace.rows().count();
    var right =
        new Fraction(
            LongSums.of(
                rows,
                LongSums.MOST_ALONE,
                r -> number(new Letter("ℓ", StepSymbols.index(r), dash), way.loss(r)),
                List.of()),
            new Constant(rows));
    return StepSection.single(
        phase,
        kind,
        "",
        () ->
            List.of(
                LongSums.mean(
                    Role.RESULT,
                    new StepLine(
                        NetworkLocation.layer(last()),
                        new Letter("L", "", dash),
                        right,
                        way.loss()),
                    new Letter("ℓ", "r", dash),
                    rows)));
  }
}
