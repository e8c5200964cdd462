package dev.neuralworkbench.study.compare;

import dev.neuralworkbench.data.prepare.ColumnPlan;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.problem.Place;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.study.FoldRun;
import java.util.Optional;

/**
 * A model as it takes part: what it is trained again by.
 *
 * @param name what it is called, such as its file's name
 * @param isLinear whether the {@linkplain dev.neuralworkbench.baseline.Baseline#linear linear
 *     model} takes the network's place; its inputs are those of the experiment
 */
public record ComparedModel(String name, Experiment experiment, boolean isLinear) {

  /**
   * The same with the split and the seeds of another, so that only what it is makes a difference:
   * with seeds of its own a model would differ from itself.
   */
  ComparedModel alike(ComparedModel other) {
    var preparation = experiment.preparation().withSplit(other.experiment.preparation().split());
    var training = experiment.training().withSeed(other.experiment.training().seed());
    var common = experiment.withPreparation(preparation).withTraining(training);
    return new ComparedModel(name, common, isLinear);
  }

  /** A linear model needs no validation rows, so it is trained on them as well. */
  boolean watchesValidation() {
    return !isLinear && FoldRun.watchesValidation(experiment.training());
  }

  /** Why its scores are no match for another's: it predicts something else. */
  Optional<Problem> unlike(ComparedModel other) {
    var ours = experiment.preparation();
    var theirs = other.experiment.preparation();
    var place = Place.file(name);
    if (!target(ours).equals(target(theirs))) {
      var expected = target(theirs);
      return Optional.of(Problem.at("compare.problem.target", place, expected, target(ours)));
    }
    return ours.problemType() == theirs.problemType()
        ? Optional.empty()
        : Optional.of(Problem.at("compare.problem.task", place, other.name, target(ours)));
  }

  private static String target(Preparation preparation) {
    return preparation.target().map(ColumnPlan::name).orElse("");
  }
}
