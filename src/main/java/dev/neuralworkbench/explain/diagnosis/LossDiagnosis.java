package dev.neuralworkbench.explain.diagnosis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the losses of a run tell. */
public sealed interface LossDiagnosis extends Diagnosis {

  /**
   * The loss grew beyond all numbers.
   *
   * @param learningRate the rate
   * @param lower a rate to try
   */
  record Diverged(double learningRate, double lower) implements LossDiagnosis {
    @Override
    public String id() {
      return "diverged";
    }

    @Override
    public List<Object> evidence() {
      return List.of(learningRate);
    }

    @Override
    public boolean weightsAreSpoilt() {
      return true;
    }

    @Override
    public Remedy remedy() {
      return new Remedy.LearningRate(lower);
    }
  }

  /**
   * The loss jumps about, or is above that of a constant answer.
   *
   * @param learningRate the rate
   * @param lower a rate to try
   * @param epochs number of last epochs
   * @param loss their mean training loss
   * @param constant loss of the best answer that looks at no input
   */
  record RateTooHigh(double learningRate, double lower, int epochs, double loss, double constant)
      implements LossDiagnosis {
    @Override
    public String id() {
      return "rateTooHigh";
    }

    @Override
    public List<Object> evidence() {
      return List.of(learningRate, epochs, loss, constant);
    }

    @Override
    public boolean weightsAreSpoilt() {
      return true;
    }

    @Override
    public Remedy remedy() {
      return new Remedy.LearningRate(lower);
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
   * @param validation the validation loss of the last epoch
   * @param training the training loss of the last epoch
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

    /** The best weights are passed: a run that goes on from the last would not find them again. */
    @Override
    public boolean weightsAreSpoilt() {
      return true;
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
   * @param loss training loss of the last epoch
   * @param constant loss of the best answer that looks at no input
   * @param cause what may be the reason
   */
  record Plateau(int since, double loss, double constant, PlateauCause cause)
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
    public @Nullable Remedy remedy() {
      return switch (cause) {
        case ZERO_WEIGHTS -> new Remedy.StartingWeights();
        case NO_HIDDEN_LAYER -> new Remedy.Larger();
        case START -> new Remedy.AdamWithNewSeed();
        case NOTHING_TO_LEARN -> null;
      };
    }
  }
}
