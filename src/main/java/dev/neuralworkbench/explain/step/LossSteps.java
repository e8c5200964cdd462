package dev.neuralworkbench.explain.step;

import static dev.neuralworkbench.explain.step.Sums.number;

import dev.neuralworkbench.explain.maths.Maths.Constant;
import dev.neuralworkbench.explain.maths.Maths.Difference;
import dev.neuralworkbench.explain.maths.Maths.Fraction;
import dev.neuralworkbench.explain.maths.Maths.Letter;
import dev.neuralworkbench.explain.step.Part.Role;
import dev.neuralworkbench.explain.trace.BackpropTrace;
import dev.neuralworkbench.explain.trace.Location;
import dev.neuralworkbench.problem.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** How wrong the answer is, before the step and after it. */
final class LossSteps {

  private final BackpropTrace trace;
  private final int row;
  private final Names names;

  LossSteps(BackpropTrace trace, int row) {
    this.trace = trace;
    this.row = row;
    names = new Names(trace);
  }

  List<Section> before() {
    var sections = new ArrayList<Section>();
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

  List<Section> after() {
    var sections = new ArrayList<Section>();
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
        Recipes.single(
            Phase.AFTER,
            StepKind.CHANGE,
            delta < 0 ? "fell" : delta > 0 ? "rose" : "same",
            () ->
                List.of(
                    Part.of(
                        Role.RESULT,
                        new Line(Location.layer(last()), Letter.of("ΔL"), change, delta)))));
    return sections;
  }

  private LossMaths maths(Phase phase) {
    return new LossMaths(trace, new Names(trace, phase == Phase.AFTER ? Names.DASH : ""));
  }

  private int last() {
    return trace.layers() - 1;
  }

  private Section rowLoss(
      Phase phase,
      StepKind kind,
      Letter left,
      IntToDoubleFunction predictions,
      IntToDoubleFunction sums,
      double value) {
    return Recipes.single(
        phase,
        kind,
        Ids.of(trace.setting().design().loss()),
        () ->
            List.of(
                Part.of(
                    Role.RESULT,
                    new Line(
                        Location.layer(last()),
                        left,
                        maths(phase).value(row, predictions, sums),
                        value))));
  }

  private Section mean(
      Phase phase, StepKind kind, Letter left, IntToDoubleFunction losses, double value) {
    var rows = trace.rows().count();
    var right =
        new Fraction(
            Sums.of(
                rows,
                Sums.MOST_ALONE,
                r -> number(new Letter("ℓ", Names.index(r), left.above()), losses.applyAsDouble(r)),
                List.of()),
            new Constant(rows));
    return Recipes.single(
        phase,
        kind,
        "",
        () ->
            List.of(
                Sums.mean(
                    Role.RESULT,
                    new Line(Location.layer(last()), left, right, value),
                    new Letter("ℓ", "r", left.above()),
                    rows)));
  }
}
