package dev.neuralworkbench.cli;

import dev.neuralworkbench.cli.terminal.NamedChoices;
import dev.neuralworkbench.nn.DenseDesign;
import dev.neuralworkbench.nn.DropoutDesign;
import dev.neuralworkbench.nn.LayerDesign;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Initializer;
import dev.neuralworkbench.nn.function.Loss;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Changes a network's design as options ask. */
record ChosenNetwork(TrainOptions options) {

  NetworkDesign change(NetworkDesign design) {
    var changed = design.withHidden(hidden(design));
    if (options.loss != null) {
      changed = changed.withLoss(NamedChoices.of("--loss", Loss.class, options.loss));
    }
    if (options.labelSmoothing != null) {
      changed = changed.withLabelSmoothing(options.labelSmoothing);
    }
    if (options.initializer != null) {
      changed = changed.withOutputInitializer(initializer(options.initializer));
    }
    return changed;
  }

  private List<LayerDesign> hidden(NetworkDesign design) {
    var dense = design.hiddenDense();
    if (options.hidden != null) {
      var activation = dense.isEmpty() ? Activation.TANH : dense.getFirst().activation();
      var units = NamedChoices.wholeNumbers("--hidden", options.hidden);
      dense = Arrays.stream(units).mapToObj(count -> DenseDesign.of(count, activation)).toList();
    } else if (options.dropout == null) {
      return design.hidden().stream().map(this::changed).toList();
    }
    var hidden = new ArrayList<LayerDesign>();
    for (var layer : dense) {
      hidden.add(changed(layer));
      if (options.dropout != null && options.dropout != 0) {
        hidden.add(new DropoutDesign(options.dropout));
      }
    }
    return hidden;
  }

  private LayerDesign changed(LayerDesign layer) {
    if (!(layer instanceof DenseDesign dense)) {
      return layer;
    }
    var changed =
        options.activation == null
            ? dense
            : DenseDesign.of(
                dense.units(),
                NamedChoices.of("--activation", Activation.class, options.activation));
    return options.initializer == null
        ? changed
        : changed.withInitializer(initializer(options.initializer));
  }

  private static Initializer initializer(String name) {
    return NamedChoices.of("--initializer", Initializer.class, name);
  }
}
