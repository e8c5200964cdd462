package dev.neuralworkbench.explain;

import java.util.List;

/** What the losses of a run tell. */
public sealed interface LossDiagnosis extends Diagnosis {

  /**
   * The loss grew beyond all numbers.
   *
   * @param learningRate the rate
   */
  record Diverged(double learningRate) implements LossDiagnosis {
    @Override
    public String id() {
      return "diverged";
    }

    @Override
    public List<Object> evidence() {
      return List.of(learningRate);
    }

    @Override
    public Remedy remedy() {
      return new Remedy.LearningRate(learningRate / 10);
    }
  }

  /**
   * The loss jumps about, or is above that of a constant answer.
   *
   * @param learningRate the rate
   * @param loss mean training loss of the last epochs
   * @param constant loss of the best answer that looks at no input
   */
  record RateTooHigh(double learningRate, double loss, double constant) implements LossDiagnosis {
    @Override
    public String id() {
      return "rateTooHigh";
    }

    @Override
    public List<Object> evidence() {
      return List.of(learningRate, loss, constant);
    }

    @Override
    public boolean weightsAreSpoilt() {
      return true;
    }

    @Override
    public Remedy remedy() {
      return new Remedy.LearningRate(learningRate / 10);
    }
  }

  /**
   * The loss falls in a straight line, and has not come far.
   *
   * @param learningRate the rate
   * @param first training loss of the first epoch
   * @param last that of the last
   */
  record RateTooLow(double learningRate, double first, double last) implements LossDiagnosis {
    @Override
    public String id() {
      return "rateTooLow";
    }

    @Override
    public List<Object> evidence() {
      return List.of(learningRate, first, last);
    }

    @Override
    public Remedy remedy() {
      return new Remedy.LearningRate(learningRate * 10);
    }
  }

  /**
   * The training rows are learned by heart: the validation loss rises while the training loss
   * falls.
   *
   * @param since epoch of the best validation loss, counted from 1
   * @param best that loss
   * @param validation the validation loss of the last epochs
   * @param training the training loss of the last epochs
   */
  record Overfitting(int since, double best, double validation, double training)
      implements LossDiagnosis {
    @Override
    public String id() {
      return "overfitting";
    }

    @Override
    public List<Object> evidence() {
      return List.of(since, best, validation, training);
    }

    @Override
    public Remedy remedy() {
      return new Remedy.StopEarly();
    }
  }

  /**
   * The loss has stood still, near that of a constant answer.
   *
   * @param since epoch since which it has not become better, counted from 1
   * @param loss mean training loss of the last epochs
   * @param constant loss of the best answer that looks at no input
   * @param zeroWeights whether a hidden layer or the one after it started with weights of 0
   */
  record Plateau(int since, double loss, double constant, boolean zeroWeights)
      implements LossDiagnosis {
    @Override
    public String id() {
      return "plateau";
    }

    @Override
    public List<Object> evidence() {
      return List.of(since, loss, constant);
    }

    @Override
    public boolean weightsAreSpoilt() {
      return true;
    }

    @Override
    public Remedy remedy() {
      return zeroWeights ? new Remedy.StartingWeights() : new Remedy.AdamWithNewSeed();
    }
  }
}
