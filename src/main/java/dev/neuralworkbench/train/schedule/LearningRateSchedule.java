package dev.neuralworkbench.train.schedule;

import dev.neuralworkbench.problem.Hyperparameter;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.problem.Range;
import java.util.List;

/** How the learning rate changes from epoch to epoch: a factor on the optimizer's own rate. */
public sealed interface LearningRateSchedule {

  /** Allowed factors by which a rate shrinks. */
  Range FACTOR = Range.above(0, 1);

  /** What the components of all start with in problems and forms. */
  String COMPONENT = "training.schedule.";

  /** One of each kind with its default numbers, in the order in which a form offers them. */
  static List<LearningRateSchedule> kinds() {
    return List.of(
        Constant.DEFAULT,
        StepDecay.DEFAULT,
        Exponential.DEFAULT,
        Cosine.DEFAULT,
        InverseTime.DEFAULT,
        ReduceOnPlateau.DEFAULT);
  }

  /** Name in files and on the command line. */
  default String id() {
    return switch (this) {
      case Constant _ -> "constant";
      case StepDecay _ -> "step";
      case Exponential _ -> "exponential";
      case Cosine _ -> "cosine";
      case InverseTime _ -> "inverse_time";
      case ReduceOnPlateau _ -> "plateau";
    };
  }

  /**
   * The factor on the learning rate.
   *
   * @param epoch the epoch to be trained, counted from 0
   * @param epochs epochs of the whole run
   * @return the factor, in [0, 1]; 1 where the factor follows the losses ({@link ReduceOnPlateau})
   */
  default double factor(int epoch, int epochs) {
    return switch (this) {
      case Constant _, ReduceOnPlateau _ -> 1;
      case StepDecay(var every, var factor) -> StrictMath.pow(factor, Math.floorDiv(epoch, every));
      case Exponential(var factor) -> StrictMath.pow(factor, epoch);
      case Cosine(var end) ->
          end + (1 - end) * (1 + StrictMath.cos(StrictMath.PI * epoch / epochs)) / 2;
      case InverseTime(var decay) -> 1 / (1 + decay * epoch);
    };
  }

  /** Its choices, in the order of a form. */
  default List<Hyperparameter> hyperparameters() {
    return switch (this) {
      case Constant _ -> List.of();
      case StepDecay _ ->
          List.of(Hyperparameter.of("every", StepDecay.EVERY), Hyperparameter.of("factor", FACTOR));
      case Exponential _ -> List.of(Hyperparameter.of("factor", FACTOR));
      case Cosine _ -> List.of(Hyperparameter.of("end", Cosine.END));
      case InverseTime _ -> List.of(Hyperparameter.of("decay", InverseTime.DECAY));
      case ReduceOnPlateau _ ->
          List.of(
              Hyperparameter.of("factor", FACTOR),
              Hyperparameter.of("patience", ReduceOnPlateau.PATIENCE),
              Hyperparameter.of("minDelta", ReduceOnPlateau.MIN_DELTA),
              Hyperparameter.of("end", ReduceOnPlateau.END));
    };
  }

  /** What is wrong with these numbers; components start with {@link #COMPONENT}. */
  default List<Problem> problems() {
    return hyperparameters().stream().flatMap(it -> it.problems(COMPONENT, this).stream()).toList();
  }

  /** The learning rate stays. */
  record Constant() implements LearningRateSchedule {

    public static final Constant DEFAULT = new Constant();
  }

  /**
   * The learning rate shrinks every so many epochs: factor^⌊epoch / every⌋.
   *
   * @param every epochs between two steps, in {@link #EVERY}; default 50
   * @param factor factor of one step, in {@link LearningRateSchedule#FACTOR}; default 0.5
   */
  record StepDecay(int every, double factor) implements LearningRateSchedule {

    public static final Range EVERY = Range.whole(1, 1_000_000);

    public static final StepDecay DEFAULT = new StepDecay(50, 0.5);
  }

  /**
   * The learning rate shrinks with every epoch: factor^epoch.
   *
   * @param factor factor of one epoch, in {@link LearningRateSchedule#FACTOR}; default 0.99
   */
  record Exponential(double factor) implements LearningRateSchedule {

    public static final Exponential DEFAULT = new Exponential(0.99);
  }

  /**
   * The learning rate falls along half a cosine: end + (1 − end)(1 + cos(π epoch / epochs)) / 2.
   * Loshchilov and Hutter 2017 ("SGDR"), equation 5, without restarts.
   *
   * @param end the factor that the last epoch approaches, in {@link #END}; default 0
   */
  record Cosine(double end) implements LearningRateSchedule {

    public static final Range END = Range.closed(0, 1);

    public static final Cosine DEFAULT = new Cosine(0);
  }

  /**
   * The learning rate falls as one over time: 1 / (1 + decay · epoch).
   *
   * @param decay how fast, in {@link #DECAY}; default 0.01 (half the rate after 100 epochs)
   */
  record InverseTime(double decay) implements LearningRateSchedule {

    public static final Range DECAY = Range.closed(0, 1000);

    public static final InverseTime DEFAULT = new InverseTime(0.01);
  }

  /**
   * The learning rate shrinks when the loss stops falling: after more than {@code patience} epochs
   * in a row without a loss below best − minDelta the rate is multiplied by {@code factor} and the
   * count starts again. PyTorch's {@code ReduceLROnPlateau} with an absolute threshold and no
   * cooldown.
   *
   * <p>The loss is that of the validation rows, or of the training rows where none are held out.
   *
   * @param factor factor of one reduction, in {@link LearningRateSchedule#FACTOR}; default 0.5
   * @param patience epochs without a better loss that are still borne, in {@link #PATIENCE};
   *     default 10
   * @param minDelta how much lower a loss must be to count as better, in {@link #MIN_DELTA};
   *     default 0.0001
   * @param end the factor below which the rate never falls, in {@link #END}; default 0.001
   */
  record ReduceOnPlateau(double factor, int patience, double minDelta, double end)
      implements LearningRateSchedule {

    public static final Range PATIENCE = Range.whole(0, 1_000_000);

    public static final Range MIN_DELTA = Range.closed(0, 1000);

    public static final Range END = Range.closed(0, 1);

    public static final ReduceOnPlateau DEFAULT = new ReduceOnPlateau(0.5, 10, 1e-4, 1e-3);
  }
}
