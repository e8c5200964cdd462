package dev.neuralworkbench.explain.step;

import static dev.neuralworkbench.formula.Expression.call;
import static dev.neuralworkbench.formula.Expression.number;

import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.formula.Expression;
import dev.neuralworkbench.formula.Expression.Letter;
import dev.neuralworkbench.formula.Expression.Quantity;
import dev.neuralworkbench.formula.NamedFunction;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.function.Activation;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * From the sums of the output layer to the probability of each class, with numbers or with letters:
 * correction for class weights (as {@code data.encode.PriorCorrection}), output function; outputs
 * that are no logits are limited to [0, 1] and, one a class, divided by their sum.
 */
record ClassFormulas(NetworkDesign design, ClassTarget target, Taker taker) {

  /** Takes down what a number is made of; gives what stands for it from then on. */
  interface Taker {
    Expression take(Letter name, Expression right);
  }

  boolean areLogits() {
    return design.loss().ownsOutputFunction();
  }

  /** Whether predictions are corrected for class weights. */
  boolean corrects() {
    return target.correction(areLogits()) != null;
  }

  /** What a row of a class counted: ω, or of a single output ω₂ / ω₁. */
  Expression weight(int index, int outputs) {
    return outputs == 1 ? weight(1).over(weight(0)) : weight(index);
  }

  private Expression weight(int index) {
    return number(WorkedPrediction.DIGITS.rounded(target.weight(index)));
  }

  /** Logits less the correction: z′ = z − ln ω. */
  List<Expression> corrected(List<? extends Expression> z) {
    return each("z′", z, (of, k) -> of.minus(call(NamedFunction.LN, weight(k, z.size()))));
  }

  private List<Expression> each(
      String name,
      List<? extends Expression> all,
      BiFunction<Expression, Integer, Expression> rule) {
    return IntStream.range(0, all.size())
        .mapToObj(
            k ->
                taker.take(
                    new Letter(name, all.size() == 1 ? "" : StepSymbols.index(k), ""),
                    rule.apply(all.get(k), k)))
        .toList();
  }

  /** Of logits, corrected where they are to be; otherwise of the sums. */
  void probabilities(List<? extends Expression> z) {
    switch (design.loss().outputFunction) {
      case SIGMOID -> ofTwo(Activation.SIGMOID.formula(z.getFirst()));
      case SOFTMAX -> {
        var most = z.stream().mapToDouble(Expression::value).max().orElseThrow();
        var largest = Quantity.of(Letter.of("max z"), most);
        shares(each("e", z, (of, _) -> call(NamedFunction.EXP, of.minus(largest))));
      }
      case IDENTITY -> {
        var outputs = each("ŷ", z, (of, _) -> design.outputActivation().formula(of));
        var limited =
            each(
                "q",
                outputs,
                (of, _) ->
                    call(NamedFunction.MAX, number(0), call(NamedFunction.MIN, number(1), of)));
        if (z.size() > 1) {
          shares(corrects() ? each("s", limited, (of, k) -> of.over(weight(k))) : limited);
        } else if (corrects()) {
          var second = limited.getFirst().over(weight(1));
          var first = number(1).minus(limited.getFirst()).over(weight(0));
          ofTwo(second.over(Expression.sum(first, second)));
        } else {
          ofTwo(limited.getFirst());
        }
      }
    }
  }

  private void ofTwo(Expression second) {
    take(0, number(1).minus(take(1, second)));
  }

  private void shares(List<Expression> parts) {
    var total = taker.take(Letter.of("Σ"), new Expression.Sum(parts));
    for (var k = 0; k < parts.size(); k++) {
      // Where no output is above 0, no class has a probability.
      take(k, total.value() == 0 ? parts.get(k) : parts.get(k).over(total));
    }
  }

  private Expression take(int index, Expression probability) {
    var name = PreparationSteps.quoted(target.classes().get(index)).text();
    return taker.take(Letter.of("p(" + name + ")"), probability);
  }
}
