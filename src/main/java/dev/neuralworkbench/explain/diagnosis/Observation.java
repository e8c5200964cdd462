package dev.neuralworkbench.explain.diagnosis;

import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.nn.function.ProblemType;
import dev.neuralworkbench.train.TrainingConfig;
import dev.neuralworkbench.train.TrainingHistory;
import java.util.List;

/**
 * What is known of a run, under way or over.
 *
 * @param vitals how its layers fare, as far as it was measured; may be empty
 * @param products used by the calling thread, to try what may help
 */
public record Observation(
    Preparation preparation,
    NetworkDesign design,
    TrainingConfig config,
    TrainingHistory history,
    Dataset training,
    List<Vitals> vitals,
    Products products) {

  public Observation {
    vitals = List.copyOf(vitals);
  }

  int outputs() {
    return training.targets() instanceof ClassTargets targets
        ? design.loss().outputs(ProblemType.CLASSIFICATION, targets.classCount())
        : design.loss().outputs(ProblemType.REGRESSION, 0);
  }
}
