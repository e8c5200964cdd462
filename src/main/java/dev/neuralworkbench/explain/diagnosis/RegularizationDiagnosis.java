package dev.neuralworkbench.explain.diagnosis;

import dev.neuralworkbench.train.Penalty;
import java.util.List;

/** What is meant against overfitting, and keeps a network from fitting at all. */
public sealed interface RegularizationDiagnosis extends Diagnosis {

  /**
   * The price on weights outweighs the loss: the network answers nearly the same for every row.
   *
   * @param penalty the price
   * @param loss training loss of the last epoch
   * @param constant loss of the best answer that looks at no input
   */
  record PenaltyTooHigh(Penalty penalty, double loss, double constant)
      implements RegularizationDiagnosis {
    @Override
    public String id() {
      return penalty.l1() == 0 ? "penaltyTooHigh.l2" : "penaltyTooHigh.l1";
    }

    @Override
    public List<Object> evidence() {
      return List.of(Math.max(penalty.l1(), penalty.l2()), loss, constant);
    }

    @Override
    public boolean weightsAreSpoilt() {
      return true;
    }

    @Override
    public Remedy remedy() {
      return Remedy.LighterPenalty.than(penalty);
    }
  }

  /**
   * So many units are dropped that the rest cannot answer.
   *
   * @param rate the largest share dropped
   * @param loss training loss of the last epoch, with dropout
   * @param constant loss of the best answer that looks at no input
   */
  record DropoutTooHigh(double rate, double loss, double constant)
      implements RegularizationDiagnosis {
    @Override
    public String id() {
      return "dropoutTooHigh";
    }

    @Override
    public List<Object> evidence() {
      return List.of(rate, loss, constant);
    }

    @Override
    public boolean weightsAreSpoilt() {
      return true;
    }

    @Override
    public Remedy remedy() {
      return new Remedy.LessDropout();
    }
  }
}
