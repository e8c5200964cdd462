package dev.neuralworkbench.explain.diagnosis;

import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.train.TrainingConfig;
import dev.neuralworkbench.train.TrainingHistory;
import java.util.List;

/**
 * What is known of a run, under way or over.
 *
 * @param preparation how its rows were prepared
 * @param design its network
 * @param config how it is trained
 * @param history how it goes
 * @param training its training rows
 * @param vitals how its layers fare, as far as it was measured; may be empty
 */
public record Observation(
    Preparation preparation,
    NetworkDesign design,
    TrainingConfig config,
    TrainingHistory history,
    Dataset training,
    List<Vitals> vitals) {

  /** Copies the list. */
  public Observation {
    vitals = List.copyOf(vitals);
  }
}
