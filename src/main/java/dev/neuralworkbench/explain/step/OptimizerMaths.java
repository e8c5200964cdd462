package dev.neuralworkbench.explain.step;

import static dev.neuralworkbench.explain.step.LongSums.chosen;
import static dev.neuralworkbench.explain.step.LongSums.number;

import dev.neuralworkbench.explain.maths.Maths;
import dev.neuralworkbench.explain.maths.Maths.Constant;
import dev.neuralworkbench.explain.maths.Maths.Difference;
import dev.neuralworkbench.explain.maths.Maths.Fraction;
import dev.neuralworkbench.explain.maths.Maths.Letter;
import dev.neuralworkbench.explain.maths.Maths.Power;
import dev.neuralworkbench.explain.maths.Maths.Product;
import dev.neuralworkbench.explain.maths.Maths.Quantity;
import dev.neuralworkbench.explain.maths.Maths.Root;
import dev.neuralworkbench.explain.maths.Maths.Sum;
import dev.neuralworkbench.explain.step.StepPart.Role;
import dev.neuralworkbench.explain.trace.NetworkLocation;
import dev.neuralworkbench.explain.trace.OptimizerLedger;
import dev.neuralworkbench.train.optimizer.Adagrad;
import dev.neuralworkbench.train.optimizer.Adam;
import dev.neuralworkbench.train.optimizer.AdamW;
import dev.neuralworkbench.train.optimizer.RmsProp;
import dev.neuralworkbench.train.optimizer.Sgd;
import java.util.ArrayList;
import java.util.List;

/** The formulas between a gradient and a new weight. Symbols of before the step have no dash. */
final class OptimizerMaths {

  private static final Constant ONE = new Constant(1);
  private static final Constant TWO = new Constant(2);

  private final OptimizerLedger ledger;
  private final NetworkLocation place;
  private final StepSymbols names;
  private final Quantity weight;
  private final Quantity gradient;
  private final Quantity eta;
  private final List<StepPart> parts = new ArrayList<>();

  private OptimizerMaths(
      OptimizerLedger ledger, NetworkLocation place, StepSymbols names, Maths of) {
    this.ledger = ledger;
    this.place = place;
    this.names = names;
    weight = number(names.weight(place.layer(), place.input(), place.unit()), ledger.weight());
    gradient = number(of, ledger.gradient());
    // A schedule's rate was worked out, and has as many digits as a double.
    eta = new Quantity(Letter.of("η"), ledger.learningRate(), ledger.hasChosenRate());
  }

  /**
   * Every part of a weight's update; the last is the new weight.
   *
   * @param gradient what the gradient that the optimizer gets is called
   */
  static List<StepPart> of(
      OptimizerLedger ledger, NetworkLocation place, StepSymbols names, Maths gradient) {
    var maths = new OptimizerMaths(ledger, place, names, gradient);
    maths.write();
    return maths.parts;
  }

  private void write() {
    switch (ledger.optimizer()) {
      case Sgd(var _, var mu, var nesterov) -> sgd(mu, nesterov);
      case Adagrad(var _, var epsilon) -> {
        var s = squares(new Sum(List.of(before("s", ledger.squaresBefore()), square())), "s");
        divide(epsilon, s);
      }
      case RmsProp(var _, var rho, var epsilon) -> {
        var right = average("ρ", rho, before("s", ledger.squaresBefore()), square());
        divide(epsilon, squares(right, "s"));
      }
      case Adam(var _, var beta1, var beta2, var epsilon) -> adam(beta1, beta2, epsilon, 0);
      case AdamW(var _, var beta1, var beta2, var epsilon, var decay) ->
          adam(beta1, beta2, epsilon, decay);
    }
  }

  private void sgd(double mu, boolean nesterov) {
    if (mu == 0) {
      newWeight(weight, new Product(List.of(eta, gradient)));
      return;
    }
    var momentum = chosen("μ", mu);
    var velocity =
        add(
            Role.VELOCITY,
            letter("v", "′"),
            new Sum(
                List.of(
                    new Product(List.of(momentum, before("v", ledger.velocityBefore()))),
                    gradient)),
            ledger.velocity());
    var way =
        nesterov ? new Sum(List.of(gradient, new Product(List.of(momentum, velocity)))) : velocity;
    newWeight(weight, new Product(List.of(eta, way)));
  }

  private void adam(double beta1, double beta2, double epsilon, double decay) {
    Maths from = weight;
    if (decay != 0) {
      from =
          add(
              Role.DECAY,
              new Letter(
                  weightLetter().text() + "̃", weightLetter().below(), weightLetter().above()),
              new Difference(weight, new Product(List.of(eta, chosen("λ", decay), weight))),
              ledger.decayed());
    }
    var m =
        add(
            Role.FIRST_MOMENT,
            letter("m", "′"),
            average("β₁", beta1, before("m", ledger.velocityBefore()), gradient),
            ledger.velocity());
    var v = squares(average("β₂", beta2, before("v", ledger.squaresBefore()), square()), "v");
    var mean =
        add(
            Role.FIRST_CORRECTED,
            letter("m̂", ""),
            corrected(m, "β₁", beta1),
            ledger.velocity() / ledger.meanCorrection());
    var size =
        add(
            Role.SECOND_CORRECTED,
            letter("v̂", ""),
            corrected(v, "β₂", beta2),
            ledger.squares() / ledger.squaresCorrection());
    newWeight(from, new Product(List.of(eta, new Fraction(mean, root(size, epsilon)))));
  }

  private Maths corrected(Quantity moment, String beta, double value) {
    var power = new Power(chosen(beta, value), new Quantity(Letter.of("t"), ledger.steps(), true));
    return new Fraction(moment, new Difference(ONE, power));
  }

  private void divide(double epsilon, Quantity squares) {
    newWeight(weight, new Product(List.of(eta, new Fraction(gradient, root(squares, epsilon)))));
  }

  private static Maths root(Quantity squares, double epsilon) {
    return new Sum(List.of(new Root(squares), chosen("ε", epsilon)));
  }

  private Maths square() {
    return new Power(gradient, TWO);
  }

  /** β · before + (1 − β) · now. */
  private static Maths average(String letter, double beta, Quantity before, Maths now) {
    var share = chosen(letter, beta);
    return new Sum(
        List.of(
            new Product(List.of(share, before)),
            new Product(List.of(new Difference(ONE, share), now))));
  }

  private Quantity squares(Maths right, String letter) {
    return add(Role.SECOND_MOMENT, letter(letter, "′"), right, ledger.squares());
  }

  private void newWeight(Maths from, Maths step) {
    var name = weightLetter();
    add(
        Role.NEW_WEIGHT,
        new Letter(name.text(), name.below(), name.above() + "′"),
        new Difference(from, step),
        ledger.newWeight());
    if (!isPlain()) {
      add(
          Role.PLAIN,
          new Letter(name.text(), name.below(), "GD"),
          new Difference(weight, new Product(List.of(eta, gradient))),
          ledger.weight() + ledger.plainChange());
    }
  }

  private boolean isPlain() {
    return ledger.optimizer() instanceof Sgd(var _, var mu, var _) && mu == 0;
  }

  private Letter weightLetter() {
    return names.weight(place.layer(), place.input(), place.unit());
  }

  private Quantity before(String letter, double value) {
    return number(letter(letter, ""), value);
  }

  private Letter letter(String letter, String dash) {
    var indexed = names.of(letter, place.layer(), place.input(), place.unit());
    return new Letter(letter, indexed.below(), indexed.above() + dash);
  }

  private Quantity add(Role role, Letter left, Maths right, double value) {
    parts.add(StepPart.of(role, new StepLine(place, left, right, value)));
    return number(left, value);
  }
}
