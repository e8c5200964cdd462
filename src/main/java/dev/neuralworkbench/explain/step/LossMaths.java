package dev.neuralworkbench.explain.step;

import dev.neuralworkbench.explain.trace.BackpropTrace;
import dev.neuralworkbench.explain.trace.StepRows;
import dev.neuralworkbench.formula.Expression;
import dev.neuralworkbench.formula.Expression.Cases;
import dev.neuralworkbench.formula.Expression.Constant;
import dev.neuralworkbench.formula.Expression.Negative;
import dev.neuralworkbench.formula.Expression.Quantity;
import dev.neuralworkbench.formula.NamedFunction;
import dev.neuralworkbench.nn.function.Loss;

record LossMaths(BackpropTrace trace, StepNumbers numbers, Loss loss, int outputs) {

  /** Beyond, 1 − σ(z) has too few digits, and the loss is written by z. */
  private static final double STEEP = 4;

  private static final Constant ONE = new Constant(1);

  LossMaths(BackpropTrace trace, StepNumbers numbers) {
    this(trace, numbers, trace.setting().design().loss(), trace.units(trace.layers() - 1));
  }

  Expression value() {
    return weighted(
        switch (loss.outputFunction) {
          case SIGMOID -> binary();
          case SOFTMAX -> new Negative(smoothing() > 0 ? ofAll() : ln(ofClass()));
          case IDENTITY -> {
            var sum =
                LongSums.of(outputs, k -> loss.formula(numbers.prediction(k), numbers.target(k)));
            yield outputs == 1 ? sum : sum.over(new Constant(outputs));
          }
        });
  }

  /** ω times a formula, where rows count as their classes do. */
  Expression weighted(Expression of) {
    if (!trace.isWeighted()) {
      return of;
    }
    return switch (of) {
      case Negative(var inner) -> new Negative(weighted(inner));
      case Cases(var then, var condition, var otherwise, var other, var test) ->
          new Cases(weighted(then), condition, weighted(otherwise), other, test);
      default -> {
        var weight = LongSums.number(StepSymbols.WEIGHT, trace.rows().weight(numbers.row()));
        yield Expression.product(weight, of);
      }
    };
  }

  private Quantity ofClass() {
    return numbers.prediction(trueClass());
  }

  /** The output of the row's class, where targets are not smoothed. */
  int trueClass() {
    var c = 0;
    while (numbers.target(c).value() != 1) {
      c++;
    }
    return c;
  }

  private Expression ofAll() {
    return LongSums.of(
        outputs, k -> Expression.product(numbers.target(k), ln(numbers.prediction(k))));
  }

  /** (1 − α) y + α / K, the smoothed target of an output. */
  Expression smoothed(Quantity target) {
    var share = Quantity.chosen("α", smoothing());
    return Expression.sum(
        Expression.product(ONE.minus(share), target),
        share.over(Expression.number(StepRows.classes(outputs))));
  }

  double smoothing() {
    return trace.setting().design().smoothing();
  }

  private Expression binary() {
    var z = numbers.z(trace.layers() - 1, 0);
    var target = numbers.target(0);
    if (StrictMath.abs(z.value()) > STEEP) {
      return ln(Expression.sum(ONE, Expression.call(NamedFunction.EXP, z)))
          .minus(Expression.product(target, z));
    }
    var prediction = numbers.prediction(0);
    return smoothing() > 0
        ? loss.formula(prediction, target)
        : new Cases(
            new Negative(ln(prediction)),
            "y = 1",
            new Negative(ln(ONE.minus(prediction))),
            "y = 0",
            target.value() == 1);
  }

  private static Expression ln(Expression of) {
    return Expression.call(NamedFunction.LN, of);
  }

  /** ∂ℓ/∂ŷ of the true class, whose −ln ŷ is the loss: −1 / ŷ. */
  Expression slopeOfClass() {
    return weighted(new Negative(ONE.over(ofClass())));
  }

  /** ∂ℓ/∂ŷ of one output; under a cross-entropy ∂ℓ/∂z. */
  Expression slope(int output) {
    var top = loss.derivative(numbers.prediction(output).minus(numbers.target(output)));
    return weighted(outputs == 1 || !loss.averages() ? top : top.over(new Constant(outputs)));
  }
}
