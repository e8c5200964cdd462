package dev.neuralworkbench.explain;

import static dev.neuralworkbench.explain.Sums.number;

import dev.neuralworkbench.explain.Maths.Constant;
import dev.neuralworkbench.explain.Maths.Difference;
import dev.neuralworkbench.explain.Maths.Fraction;
import dev.neuralworkbench.explain.Maths.Letter;
import dev.neuralworkbench.explain.Part.Role;
import dev.neuralworkbench.nn.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** How wrong the answer is, before the step and after it. */
final class LossSteps {

  private final BackpropTrace trace;
  private final int row;
  private final Grain grain;
  private final Names names;
  private final LossMaths maths;

  LossSteps(BackpropTrace trace, int row, Grain grain) {
    this.trace = trace;
    this.row = row;
    this.grain = grain;
    names = new Names(trace);
    maths = new LossMaths(trace);
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
    sections.add(answerAfter());
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
    var fell = trace.lossAfter() < trace.loss();
    sections.add(
        Recipes.single(
            Phase.AFTER,
            StepKind.CHANGE,
            fell ? "fell" : "rose",
            () ->
                List.of(
                    Part.of(
                        Role.RESULT,
                        new Line(
                            Location.layer(last()),
                            Letter.of("ΔL"),
                            change,
                            trace.lossAfter() - trace.loss())))));
    return sections;
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
                        maths.value(row, predictions, sums),
                        value))));
  }

  private Section mean(
      Phase phase, StepKind kind, Letter left, IntToDoubleFunction losses, double value) {
    var rows = trace.rows().count();
    var right =
        new Fraction(
            Sums.of(
                rows,
                r -> number(new Letter("ℓ", Names.index(r), left.above()), losses.applyAsDouble(r)),
                List.of()),
            new Constant(rows));
    return Recipes.single(
        phase,
        kind,
        "",
        () -> List.of(Part.of(Role.RESULT, new Line(Location.layer(last()), left, right, value))));
  }

  /** The answers with the new weights, from the new weighted sums. */
  private Section answerAfter() {
    var layer = last();
    var loss = trace.setting().design().loss();
    var activation = trace.design(layer).activation();
    return Recipes.units(
        Phase.AFTER,
        StepKind.ANSWER_AFTER,
        loss.ownsOutputFunction() ? Ids.of(loss) : Ids.of(activation),
        grain,
        layer,
        trace.units(layer),
        unit -> {
          var k = (int) unit;
          var letter = names.z(layer, k);
          var z =
              number(
                  new Letter("z", letter.below(), letter.above() + "′"),
                  trace.outputSumAfter(row, k));
          var right =
              loss.ownsOutputFunction()
                  ? new ForwardSteps(trace, row, grain)
                      .probability(k, it -> trace.outputSumAfter(row, it), "′")
                  : ActivationMaths.value(activation, z);
          return List.of(
              Part.of(
                  Role.RESULT,
                  new Line(
                      Location.unit(layer, k),
                      new Letter("ŷ", names.prediction(k).below(), "′"),
                      right,
                      trace.predictionAfter(row, k))));
        },
        () ->
            List.of(
                new Section.Formula(
                    new Letter("ŷ", "j", "′"),
                    loss.ownsOutputFunction()
                        ? names.prediction(Names.J)
                        : names.value(layer, Names.J))));
  }
}
