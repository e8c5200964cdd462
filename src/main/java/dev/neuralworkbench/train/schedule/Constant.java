package dev.neuralworkbench.train.schedule;

/** The learning rate stays. */
public record Constant() implements LearningRateSchedule {

  /** The only one. */
  public static final Constant DEFAULT = new Constant();

  @Override
  public String id() {
    return "constant";
  }

  @Override
  public double factor(int epoch, int epochs) {
    return 1;
  }
}
