package dev.neuralworkbench.explain.step;

import static dev.neuralworkbench.explain.step.LongSums.number;

import dev.neuralworkbench.explain.trace.BackpropTrace;
import dev.neuralworkbench.explain.trace.ForwardTrace;
import dev.neuralworkbench.explain.trace.StepRows;
import dev.neuralworkbench.formula.Expression;
import dev.neuralworkbench.formula.Expression.Cases;
import dev.neuralworkbench.formula.Expression.Constant;
import dev.neuralworkbench.formula.Expression.Negative;
import dev.neuralworkbench.formula.Expression.Quantity;
import dev.neuralworkbench.formula.NamedFunction;
import dev.neuralworkbench.nn.function.Loss;
import java.util.List;

final class LossMaths {

  /** Beyond, 1 − σ(z) has too few digits, and the loss is written by z. */
  private static final double STEEP = 4;

  private static final Constant ONE = new Constant(1);

  private final BackpropTrace trace;
  private final StepSymbols names;
  private final Loss loss;
  private final int outputs;

  LossMaths(BackpropTrace trace) {
    this(trace, new StepSymbols(trace));
  }

  LossMaths(BackpropTrace trace, StepSymbols names) {
    this.trace = trace;
    this.names = names;
    loss = trace.setting().design().loss();
    outputs = trace.units(trace.layers() - 1);
  }

  Expression value(int row, ForwardTrace way) {
    return weighted(row, plain(row, way));
  }

  private Expression plain(int row, ForwardTrace way) {
    return switch (loss.outputFunction()) {
      case SIGMOID -> binary(row, way);
      case SOFTMAX -> new Negative(smoothing() > 0 ? ofAll(row, way) : ofClass(row, way));
      case IDENTITY -> {
        var sum = LongSums.of(outputs, k -> ofOutput(row, k, way), List.of());
        yield outputs == 1 ? sum : sum.over(new Constant(outputs));
      }
    };
  }

  /** ω times a formula, where rows count as their classes do. */
  Expression weighted(int row, Expression of) {
    if (!trace.isWeighted()) {
      return of;
    }
    return switch (of) {
      case Negative(var inner) -> new Negative(weighted(row, inner));
      case Cases(var then, var condition, var otherwise, var other, var test) ->
          new Cases(weighted(row, then), condition, weighted(row, otherwise), other, test);
      default -> Expression.product(weight(row), of);
    };
  }

  Quantity weight(int row) {
    return number(StepSymbols.WEIGHT, trace.rows().weight(row));
  }

  private Expression ofClass(int row, ForwardTrace way) {
    var c = classOf(row);
    return ln(number(names.prediction(c), way.prediction(row, c)));
  }

  private Expression ofAll(int row, ForwardTrace way) {
    return LongSums.of(
        outputs,
        k ->
            Expression.product(
                target(row, k), ln(number(names.prediction(k), way.prediction(row, k)))),
        List.of());
  }

  /** (1 − α) y + α / K, the smoothed target of an output. */
  Expression smoothed(Quantity target) {
    var share = Quantity.chosen("α", smoothing());
    return Expression.sum(
        Expression.product(ONE.minus(share), target),
        share.over(Expression.number(StepRows.classes(outputs))));
  }

  private double smoothing() {
    return trace.setting().design().smoothing();
  }

  private int classOf(int row) {
    var c = 0;
    while (trace.target(row, c) != 1) {
      c++;
    }
    return c;
  }

  private Expression binary(int row, ForwardTrace way) {
    var z = way.z(trace.layers() - 1, row, 0);
    if (StrictMath.abs(z) > STEEP) {
      var letter = number(names.z(trace.layers() - 1, 0), z);
      return ln(Expression.sum(ONE, Expression.call(NamedFunction.EXP, letter)))
          .minus(Expression.product(target(row, 0), letter));
    }
    var prediction = number(names.prediction(0), way.prediction(row, 0));
    if (smoothing() > 0) {
      return loss.formula(prediction, target(row, 0));
    }
    return new Cases(
        new Negative(ln(prediction)),
        "y = 1",
        new Negative(ln(ONE.minus(prediction))),
        "y = 0",
        trace.target(row, 0) == 1);
  }

  private static Expression ln(Expression of) {
    return Expression.call(NamedFunction.LN, of);
  }

  private Expression ofOutput(int row, int output, ForwardTrace way) {
    return loss.formula(
        number(names.prediction(output), way.prediction(row, output)), target(row, output));
  }

  Quantity target(int row, int output) {
    return number(names.judged(output), trace.target(row, output));
  }

  /** ∂ℓ/∂ŷ of one output; under a cross-entropy ∂ℓ/∂z. */
  Expression slope(int row, int output) {
    return weighted(
        row,
        slope(
            number(names.prediction(output), trace.prediction(row, output))
                .minus(target(row, output))));
  }

  /** The same in symbols for any output. */
  Expression anySlope() {
    var any = slope(names.prediction(StepSymbols.J).minus(names.judged(StepSymbols.J)));
    return trace.isWeighted() ? Expression.product(StepSymbols.WEIGHT, any) : any;
  }

  private Expression slope(Expression error) {
    var top = loss.derivative(error);
    return outputs == 1 || !loss.averages() ? top : top.over(new Constant(outputs));
  }
}
