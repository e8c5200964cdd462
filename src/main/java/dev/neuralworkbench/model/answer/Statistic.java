package dev.neuralworkbench.model.answer;

import dev.neuralworkbench.metrics.ClassScore;
import dev.neuralworkbench.metrics.ClassScore.Average;

/** A score that has an interval. */
public sealed interface Statistic {

  record Of(Metric metric) implements Statistic {}

  record OfClass(ClassScore score, int c) implements Statistic {}

  record Averaged(ClassScore score, Average average) implements Statistic {}

  /** {@link ClassProbabilities#averagePrecision}. */
  record AveragePrecision() implements Statistic {}

  /** {@link ClassProbabilities#brier}. */
  record Brier() implements Statistic {}
}
