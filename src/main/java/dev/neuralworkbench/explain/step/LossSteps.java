package dev.neuralworkbench.explain.step;

import static dev.neuralworkbench.explain.step.LongSums.number;

import dev.neuralworkbench.explain.step.StepPart.Role;
import dev.neuralworkbench.explain.trace.BackpropTrace;
import dev.neuralworkbench.explain.trace.NetworkLocation;
import dev.neuralworkbench.formula.Maths.Constant;
import dev.neuralworkbench.formula.Maths.Difference;
import dev.neuralworkbench.formula.Maths.Fraction;
import dev.neuralworkbench.formula.Maths.Letter;
import dev.neuralworkbench.problem.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** How wrong the answer is, before the step and after it. */
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
    sections.add(
        rowLoss(
            Phase.LOSS,
            StepKind.ROW_LOSS,
            Letter.of(names.rowLoss()),
            k -> trace.prediction(row, k),
            k -> trace.z(last(), row, k),
            trace.rowLoss(row)));
    if (trace.rows().count() > 1) {
      sections.add(
          mean(Phase.LOSS, StepKind.MEAN_LOSS, Letter.of("L"), trace::rowLoss, trace.loss()));
    }
    return sections;
  }

  private StepSection smoothing() {
    var maths = maths(Phase.LOSS);
    var any = maths.smoothed(number(names.target(StepSymbols.J), Double.NaN));
    return StepRecipes.units(
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
                  new StepLine(
                      NetworkLocation.unit(last(), k),
                      names.judged(k),
                      maths.smoothed(target),
                      trace.target(row, k))));
        },
        () -> List.of(new StepSection.Formula(names.judged(StepSymbols.J), any)));
  }

  List<StepSection> after() {
    var sections = new ArrayList<StepSection>();
    sections.add(
        rowLoss(
            Phase.AFTER,
            StepKind.ROW_LOSS_AFTER,
            new Letter(names.rowLoss(), "", "′"),
            k -> trace.predictionAfter(row, k),
            k -> trace.outputSumAfter(row, k),
            trace.rowLossAfter(row)));
    if (trace.rows().count() > 1) {
      sections.add(
          mean(
              Phase.AFTER,
              StepKind.MEAN_LOSS_AFTER,
              new Letter("L", "", "′"),
              trace::rowLossAfter,
              trace.lossAfter()));
    }
    var change =
        new Difference(
            number(new Letter("L", "", "′"), trace.lossAfter()),
            number(Letter.of("L"), trace.loss()));
    var delta = trace.lossAfter() - trace.loss();
    sections.add(
        StepRecipes.single(
            Phase.AFTER,
            StepKind.CHANGE,
            delta < 0 ? "fell" : delta > 0 ? "rose" : "same",
            () ->
                List.of(
                    StepPart.of(
                        Role.RESULT,
                        new StepLine(
                            NetworkLocation.layer(last()), Letter.of("ΔL"), change, delta)))));
    return sections;
  }

  private LossMaths maths(Phase phase) {
    return new LossMaths(
        trace, new StepSymbols(trace, phase == Phase.AFTER ? StepSymbols.DASH : ""));
  }

  private int last() {
    return trace.layers() - 1;
  }

  private StepSection rowLoss(
      Phase phase,
      StepKind kind,
      Letter left,
      IntToDoubleFunction predictions,
      IntToDoubleFunction sums,
      double value) {
    return StepRecipes.single(
        phase,
        kind,
        Ids.of(trace.setting().design().loss()),
        () ->
            List.of(
                StepPart.of(
                    Role.RESULT,
                    new StepLine(
                        NetworkLocation.layer(last()),
                        left,
                        maths(phase).value(row, predictions, sums),
                        value))));
  }

  private StepSection mean(
      Phase phase, StepKind kind, Letter left, IntToDoubleFunction losses, double value) {
    var rows = trace.rows().count();
    var right =
        new Fraction(
            LongSums.of(
                rows,
                LongSums.MOST_ALONE,
                r ->
                    number(
                        new Letter("ℓ", StepSymbols.index(r), left.above()),
                        losses.applyAsDouble(r)),
                List.of()),
            new Constant(rows));
    return StepRecipes.single(
        phase,
        kind,
        "",
        () ->
            List.of(
                LongSums.mean(
                    Role.RESULT,
                    new StepLine(NetworkLocation.layer(last()), left, right, value),
                    new Letter("ℓ", "r", left.above()),
                    rows)));
  }
}
