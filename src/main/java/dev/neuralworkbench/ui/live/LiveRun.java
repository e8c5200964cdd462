package dev.neuralworkbench.ui.live;

import dev.neuralworkbench.nn.Loss;
import dev.neuralworkbench.nn.ProblemType;
import dev.neuralworkbench.train.Stopping;
import dev.neuralworkbench.train.TrainingHistory;

/**
 * A run as this screen shows it.
 *
 * @param history grows while the run goes on
 * @param problem decides between accuracy and R²
 * @param loss names the axis of the loss
 * @param stopping when the run is to end
 * @param epochs epochs that the history will have if nothing ends the run before
 */
public record LiveRun(
    TrainingHistory history, ProblemType problem, Loss loss, Stopping stopping, int epochs) {}
