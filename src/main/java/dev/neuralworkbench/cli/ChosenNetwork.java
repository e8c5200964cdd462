package dev.neuralworkbench.cli;

import dev.neuralworkbench.cli.terminal.NamedChoices;
import dev.neuralworkbench.nn.HiddenLayers;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Initializer;
import dev.neuralworkbench.nn.function.Loss;
import java.util.Arrays;

/** Changes a network's design as options ask. */
record ChosenNetwork(TrainOptions options) {

  NetworkDesign change(NetworkDesign design) {
    var changed = design;
    if (options.hidden != null) {
      var units = Arrays.stream(NamedChoices.wholeNumbers("--hidden", options.hidden)).boxed();
      changed = HiddenLayers.withUnits(changed, units.toList());
    }
    if (options.dropout != null) {
      changed = HiddenLayers.withDropout(changed, options.dropout);
    }
    if (options.activation != null) {
      var activation = NamedChoices.of("--activation", Activation.class, options.activation);
      changed = HiddenLayers.withActivation(changed, activation);
    }
    if (options.initializer != null) {
      var initializer = NamedChoices.of("--initializer", Initializer.class, options.initializer);
      changed = HiddenLayers.withInitializer(changed, initializer);
    }
    if (options.loss != null) {
      changed = changed.withLoss(NamedChoices.of("--loss", Loss.class, options.loss));
    }
    return options.labelSmoothing == null
        ? changed
        : changed.withLabelSmoothing(options.labelSmoothing);
  }
}
