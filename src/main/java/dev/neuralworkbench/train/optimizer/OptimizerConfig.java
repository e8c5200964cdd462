package dev.neuralworkbench.train.optimizer;

import static dev.neuralworkbench.formula.Assignment.GRADIENT;
import static dev.neuralworkbench.formula.Assignment.RATE;
import static dev.neuralworkbench.formula.Assignment.WEIGHT;

import dev.neuralworkbench.formula.Assignment;
import dev.neuralworkbench.formula.Expression;
import dev.neuralworkbench.formula.Expression.Letter;
import dev.neuralworkbench.formula.Expression.Quantity;
import dev.neuralworkbench.formula.Expression.Root;
import dev.neuralworkbench.nn.Parameter;
import dev.neuralworkbench.problem.Hyperparameter;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.problem.Range;
import dev.neuralworkbench.problem.Records;
import dev.neuralworkbench.train.optimizer.NAdamEngine.Momentum;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which rule turns gradients into changes of the weights, with its numbers. Form, file, command
 * line and explanation follow from what a kind declares here; its words are in the bundles.
 */
public sealed interface OptimizerConfig {

  Range LEARNING_RATE = Range.above(0, 100);

  /** Allowed values of numbers that keep a denominator from 0, in single precision too. */
  Range EPSILON = Range.closed(1e-30, 1);

  /** Allowed shares of the past in a moving average. */
  Range DECAY = Range.below(0, 1);

  /** What the components of all start with in problems and forms. */
  String COMPONENT = "training.optimizer.";

  /** One of each kind with its default numbers, in the order in which a form offers them. */
  static List<OptimizerConfig> kinds() {
    return List.of(
        Sgd.DEFAULT, Adam.DEFAULT, AdamW.DEFAULT, NAdam.DEFAULT, RmsProp.DEFAULT, Adagrad.DEFAULT);
  }

  /** Name in files and on the command line. */
  default String id() {
    return switch (this) {
      case Sgd _ -> "sgd";
      case Adam _ -> "adam";
      case AdamW _ -> "adamw";
      case NAdam _ -> "nadam";
      case RmsProp _ -> "rmsprop";
      case Adagrad _ -> "adagrad";
    };
  }

  /** What words tell the rule by: its id, unless it has several. */
  default String variant() {
    return id();
  }

  /** The step size before the schedule, in {@link #LEARNING_RATE}. */
  double learningRate();

  /** Its other choices, in the order of a form. */
  default List<Hyperparameter> hyperparameters() {
    var beta1 = Hyperparameter.seldom("beta1", DECAY);
    var beta2 = Hyperparameter.seldom("beta2", DECAY);
    var epsilon = Hyperparameter.seldom("epsilon", EPSILON);
    return switch (this) {
      case Sgd _ -> List.of(Hyperparameter.of("momentum", DECAY), Hyperparameter.flag("nesterov"));
      case Adam _ -> List.of(beta1, beta2, epsilon);
      case AdamW _ ->
          List.of(Hyperparameter.of("weightDecay", AdamW.WEIGHT_DECAY), beta1, beta2, epsilon);
      case NAdam _ ->
          List.of(
              beta1, beta2, epsilon, Hyperparameter.seldom("momentumDecay", NAdam.MOMENTUM_DECAY));
      case RmsProp _ -> List.of(Hyperparameter.seldom("rho", DECAY), epsilon);
      case Adagrad _ -> List.of(epsilon);
    };
  }

  /** The learning rate that it usually bears on scaled inputs: a rule of experience. */
  default double usualRate() {
    return this instanceof Sgd || this instanceof Adagrad ? 0.1 : 0.01;
  }

  /**
   * The rule, line by line.
   *
   * @param step number of the step, from 1 on
   */
  List<Assignment> update(long step);

  /** The lines whose numbers are remembered of each weight, {@link OptimizerState#slots}. */
  default List<Assignment> remembered() {
    return update(1).stream().filter(Assignment::isRemembered).toList();
  }

  default int slots() {
    return remembered().size();
  }

  default OptimizerConfig withLearningRate(double learningRate) {
    return Records.with(this, "learningRate", learningRate);
  }

  /** What is wrong with these numbers; components start with {@link #COMPONENT}. */
  default List<Problem> problems() {
    var rate = LEARNING_RATE.problems(COMPONENT + "learningRate", learningRate());
    return Stream.concat(
            rate.stream(),
            hyperparameters().stream().flatMap(it -> it.problems(COMPONENT, this).stream()))
        .toList();
  }

  /**
   * The optimizer at its start.
   *
   * @param parameters what it changes; their arrays are kept
   */
  default Optimizer create(List<Parameter> parameters) {
    return switch (this) {
      case Sgd(var _, var momentum, var nesterov) -> new SgdEngine(momentum, nesterov, parameters);
      case Adam(var _, var beta1, var beta2, var epsilon) ->
          new AdamEngine(beta1, beta2, epsilon, 0, parameters);
      case AdamW(var _, var beta1, var beta2, var epsilon, var decay) ->
          new AdamEngine(beta1, beta2, epsilon, decay, parameters);
      case NAdam(var _, var beta1, var beta2, var epsilon, var decay) ->
          new NAdamEngine(beta1, beta2, epsilon, decay, parameters);
      case RmsProp config -> new SquaresEngine(config, parameters);
      case Adagrad config -> new SquaresEngine(config, parameters);
    };
  }

  /**
   * Stochastic gradient descent, with momentum or Nesterov's variant of it. PyTorch's {@code SGD}
   * without dampening: v ← μv + g (v starts at 0), then w ← w − ηv, with Nesterov w ← w − η(g +
   * μv). With the whole training set as its batch it is gradient descent.
   *
   * @param learningRate η, in {@link #LEARNING_RATE}; default 0.1
   * @param momentum μ, in {@link #DECAY}; default 0, which is also what a number becomes that is 0
   *     in single precision
   * @param nesterov whether the step looks ahead; needs momentum
   */
  record Sgd(double learningRate, double momentum, boolean nesterov) implements OptimizerConfig {

    public static final Sgd DEFAULT = new Sgd(0.1, 0, false);

    /** Rounds a momentum that the optimizer cannot tell from none. */
    public Sgd {
      if (momentum > 0 && (float) momentum == 0) {
        momentum = 0;
      }
    }

    @Override
    public String variant() {
      return momentum == 0 ? id() : nesterov ? "nesterov" : "momentum";
    }

    @Override
    public List<Assignment> update(long step) {
      if (momentum == 0) {
        return List.of(Assignment.newWeight(WEIGHT, GRADIENT));
      }
      var mu = Quantity.chosen("μ", momentum);
      var v =
          Assignment.memory(
              "velocity", "v", Expression.sum(Expression.product(mu, Letter.of("v")), GRADIENT));
      var ahead = Expression.sum(GRADIENT, Expression.product(mu, v.left()));
      return List.of(v, Assignment.newWeight(WEIGHT, nesterov ? ahead : v.left()));
    }

    @Override
    public List<Problem> problems() {
      var missing =
          Problem.of(
              "training.problem.nesterovNeedsMomentum", COMPONENT + "momentum", null, momentum);
      return Stream.concat(
              OptimizerConfig.super.problems().stream(),
              nesterov && momentum == 0 ? Stream.of(missing) : Stream.empty())
          .toList();
    }
  }

  /**
   * Adam (Kingma, Ba 2015, algorithm 1): m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g² (both start at
   * 0), w ← w − η m̂ / (√v̂ + ε), with m̂ = m / (1 − β₁ᵗ) and v̂ = v / (1 − β₂ᵗ) after t steps.
   *
   * @param learningRate η, in {@link #LEARNING_RATE}; default 0.001
   * @param beta1 β₁, in {@link #DECAY}; default 0.9
   * @param beta2 β₂, in {@link #DECAY}; default 0.999
   * @param epsilon ε, in {@link #EPSILON}; default 1e-8
   */
  record Adam(double learningRate, double beta1, double beta2, double epsilon)
      implements OptimizerConfig {

    public static final Adam DEFAULT = new Adam(0.001, 0.9, 0.999, 1e-8);

    @Override
    public List<Assignment> update(long step) {
      return update(step, WEIGHT);
    }

    private List<Assignment> update(long step, Letter weight) {
      var b1 = Quantity.chosen("β₁", beta1);
      var m = mean(b1);
      var v = squares("v", Quantity.chosen("β₂", beta2));
      var mean =
          Assignment.part(
              "first_corrected",
              "m̂",
              m.left().over(Expression.number(1).minus(b1.power(t(step)))));
      var size = corrected(v, beta2, step);
      var next = Assignment.newWeight(weight, mean.left().over(root(size, epsilon)));
      return List.of(m, v, mean, size, next);
    }
  }

  /**
   * AdamW (Loshchilov, Hutter 2019, algorithm 2): first w ← w − ηλw, biases too as PyTorch's does,
   * then the step of {@link Adam}.
   *
   * @param learningRate η, in {@link #LEARNING_RATE}; default 0.001
   * @param beta1 β₁, in {@link #DECAY}; default 0.9
   * @param beta2 β₂, in {@link #DECAY}; default 0.999
   * @param epsilon ε, in {@link #EPSILON}; default 1e-8
   * @param weightDecay λ, in {@link #WEIGHT_DECAY}; default 0.01
   */
  record AdamW(double learningRate, double beta1, double beta2, double epsilon, double weightDecay)
      implements OptimizerConfig {

    public static final Range WEIGHT_DECAY = Range.closed(0, 10);

    public static final AdamW DEFAULT = new AdamW(0.001, 0.9, 0.999, 1e-8, 0.01);

    @Override
    public List<Assignment> update(long step) {
      var adam = new Adam(learningRate, beta1, beta2, epsilon);
      if (weightDecay == 0) {
        return adam.update(step);
      }
      var lambda = Quantity.chosen("λ", weightDecay);
      var decayed =
          Assignment.weight("decay", WEIGHT.minus(Expression.product(RATE, lambda, WEIGHT)));
      return Stream.concat(Stream.of(decayed), adam.update(step, decayed.left()).stream()).toList();
    }
  }

  /**
   * NAdam (Dozat 2016, "Incorporating Nesterov Momentum into Adam"), PyTorch's {@code NAdam}
   * without weight decay: m and v as in {@link Adam}, μₜ = β₁(1 − ½ · 0.96^(tψ)), P ← Pμₜ (P starts
   * at 1), m̂ = μₜ₊₁m / (1 − Pμₜ₊₁) + (1 − μₜ)g / (1 − P), w ← w − η m̂ / (√v̂ + ε).
   *
   * @param learningRate η, in {@link #LEARNING_RATE}; default 0.002
   * @param beta1 β₁, in {@link #DECAY}; default 0.9
   * @param beta2 β₂, in {@link #DECAY}; default 0.999
   * @param epsilon ε, in {@link #EPSILON}; default 1e-8
   * @param momentumDecay ψ, in {@link #MOMENTUM_DECAY}; default 0.004
   */
  record NAdam(
      double learningRate, double beta1, double beta2, double epsilon, double momentumDecay)
      implements OptimizerConfig {

    public static final Range MOMENTUM_DECAY = Range.closed(0, 1);

    public static final NAdam DEFAULT = new NAdam(0.002, 0.9, 0.999, 1e-8, 0.004);

    @Override
    public List<Assignment> update(long step) {
      var b1 = Quantity.chosen("β₁", beta1);
      var one = Expression.number(1);
      var psi = Quantity.chosen("ψ", momentumDecay);
      var now = Assignment.shared("momentum_now", Letter.of("μ"), Momentum.of(b1, t(step), psi));
      var next =
          Assignment.shared(
              "momentum_next",
              Assignment.after("μ"),
              Momentum.of(b1, Expression.sum(t(step), one), psi));
      var past = new Momentum(beta1, momentumDecay, step - 1).product;
      var all =
          Assignment.shared(
              "momentum_product",
              Assignment.after("P"),
              Expression.product(Quantity.of(Letter.of("P"), past), now.left()));
      var m = mean(b1);
      var v = squares("v", Quantity.chosen("β₂", beta2));
      var ahead =
          Expression.product(next.left(), m.left())
              .over(one.minus(Expression.product(all.left(), next.left())));
      var fresh = Expression.product(one.minus(now.left()), GRADIENT).over(one.minus(all.left()));
      var mean = Assignment.part("first_ahead", "m̂", Expression.sum(ahead, fresh));
      var size = corrected(v, beta2, step);
      var made = Assignment.newWeight(WEIGHT, mean.left().over(root(size, epsilon)));
      return List.of(now, next, all, m, v, mean, size, made);
    }
  }

  /**
   * RMSprop (Hinton, lecture 6e of 2012), PyTorch's {@code RMSprop}: s ← ρs + (1 − ρ)g² (s starts
   * at 0), w ← w − ηg / (√s + ε).
   *
   * @param learningRate η, in {@link #LEARNING_RATE}; default 0.01
   * @param rho ρ, in {@link #DECAY}; default 0.99
   * @param epsilon ε, in {@link #EPSILON}; default 1e-8
   */
  record RmsProp(double learningRate, double rho, double epsilon) implements OptimizerConfig {

    public static final RmsProp DEFAULT = new RmsProp(0.01, 0.99, 1e-8);

    @Override
    public List<Assignment> update(long step) {
      var s = squares("s", Quantity.chosen("ρ", rho));
      return List.of(s, Assignment.newWeight(WEIGHT, GRADIENT.over(root(s, epsilon))));
    }
  }

  /**
   * Adagrad (Duchi, Hazan, Singer 2011), PyTorch's {@code Adagrad} without decay: s ← s + g² (s
   * starts at 0), w ← w − ηg / (√s + ε).
   *
   * @param learningRate η, in {@link #LEARNING_RATE}; default 0.01
   * @param epsilon ε, in {@link #EPSILON}; default 1e-10
   */
  record Adagrad(double learningRate, double epsilon) implements OptimizerConfig {

    public static final Adagrad DEFAULT = new Adagrad(0.01, 1e-10);

    @Override
    public List<Assignment> update(long step) {
      var square = GRADIENT.power(Expression.number(2));
      var s = Assignment.squares("second_moment", "s", Expression.sum(Letter.of("s"), square));
      return List.of(s, Assignment.newWeight(WEIGHT, GRADIENT.over(root(s, epsilon))));
    }
  }

  private static Quantity t(long step) {
    return Quantity.chosen("t", (double) step);
  }

  /** m′ ← β₁m + (1 − β₁)g. */
  private static Assignment mean(Expression b1) {
    return Assignment.memory("first_moment", "m", Assignment.average(b1, "m", GRADIENT));
  }

  /** v′ ← β₂v + (1 − β₂)g². */
  private static Assignment squares(String letter, Expression b2) {
    var square = GRADIENT.power(Expression.number(2));
    return Assignment.squares("second_moment", letter, Assignment.average(b2, letter, square));
  }

  /** v̂ ← v′ / (1 − β₂ᵗ). */
  private static Assignment corrected(Assignment v, double beta2, long step) {
    var power = Quantity.chosen("β₂", beta2).power(t(step));
    return Assignment.part(
        "second_corrected", "v̂", v.left().over(Expression.number(1).minus(power)));
  }

  /** √v + ε. */
  private static Expression root(Assignment squares, double epsilon) {
    return Expression.sum(new Root(squares.left()), Quantity.chosen("ε", epsilon));
  }
}
