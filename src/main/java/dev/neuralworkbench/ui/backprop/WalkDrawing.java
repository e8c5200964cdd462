package dev.neuralworkbench.ui.backprop;

import dev.neuralworkbench.explain.step.Phase;
import dev.neuralworkbench.explain.trace.BackpropTrace;
import dev.neuralworkbench.explain.trace.NetworkLocation;
import dev.neuralworkbench.explain.trace.PreparedRow.Scaled;
import dev.neuralworkbench.ui.backprop.walk.StepSubject;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.drawing.image.RowImage;
import dev.neuralworkbench.ui.drawing.network.NetworkDrawing;
import dev.neuralworkbench.ui.drawing.network.NetworkPart;
import dev.neuralworkbench.ui.drawing.network.NetworkShape;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The network with the weights before the step; the place of what is explained is lit. */
final class WalkDrawing {

  private final BackpropViewModel model;
  private final NetworkDrawing drawing;

  WalkDrawing(BackpropViewModel model, Messages messages) {
    this.model = model;
    drawing = new NetworkDrawing(messages);
    drawing.setId("backprop-drawing");
  }

  NetworkDrawing node() {
    return drawing;
  }

  /** Tells which unit or weight is clicked, or chosen by Enter. */
  void onChosen(Consumer<NetworkLocation> listener) {
    drawing.onChosen(part -> listener.accept(place(part)));
  }

  private static NetworkLocation place(NetworkPart part) {
    return switch (part) {
      case NetworkPart.Unit(var column, var unit) ->
          NetworkLocation.unit(column == 0 ? NetworkLocation.INPUTS : column - 1, unit);
      case NetworkPart.Weight(var layer, var input, var unit) ->
          NetworkLocation.weight(layer, input, unit);
      case NetworkPart.Bias(var layer, var unit) ->
          NetworkLocation.weight(layer, NetworkLocation.BIAS, unit);
    };
  }

  /** Shows the network, and the values of the row that is followed. */
  void show() {
    var subject = model.subject().get();
    if (subject == null) {
      drawing.show(null);
      return;
    }
    var basis = subject.basis();
    drawing.show(NetworkShape.of(basis.data().preprocessor(), basis.setting().design()));
    drawing.weights(basis.setting().weights());
    drawing.image(image(subject, model.walker().focus().get()));
    fill(subject.trace());
  }

  /** The row that is followed as an image; null where its inputs are none. */
  private static @Nullable RowImage image(StepSubject subject, int row) {
    var cells = subject.prepared().get(row).cells();
    return subject
        .basis()
        .data()
        .preprocessor()
        .pixels()
        .map(
            pixels ->
                new RowImage(
                    pixels,
                    input -> cells.get(input) instanceof Scaled cell ? cell.value() : Double.NaN))
        .orElse(null);
  }

  /** Colours the units, but not with a value that the quiz asks for. */
  private void fill(BackpropTrace trace) {
    var columns = values(trace, model.walker().focus().get());
    var step = model.walker().step();
    if (step != null && step.phase() == Phase.FORWARD && model.walker().hides()) {
      var place = step.place();
      var column = columns[place.layer() == NetworkLocation.INPUTS ? 0 : place.layer() + 1];
      if (place.isUnit()) {
        column[place.unit()] = Double.NaN;
      } else {
        Arrays.fill(column, Double.NaN);
      }
    }
    drawing.values(columns);
  }

  private static double[][] values(BackpropTrace trace, int row) {
    var columns = new double[trace.layers() + 1][];
    columns[0] = new double[trace.inputs(0)];
    for (var i = 0; i < columns[0].length; i++) {
      columns[0][i] = trace.rows().inputs()[row][i];
    }
    for (var l = 0; l < trace.layers(); l++) {
      columns[l + 1] = new double[trace.units(l)];
      for (var j = 0; j < columns[l + 1].length; j++) {
        columns[l + 1][j] = trace.isOutput(l) ? trace.prediction(row, j) : trace.value(l, row, j);
      }
    }
    return columns;
  }

  /** Lights the place of the present step. */
  void light() {
    var subject = model.subject().get();
    var step = model.walker().step();
    if (subject != null && step != null) {
      fill(subject.trace());
      drawing.light(HighlightedParts.of(step, subject.trace()));
    }
  }

  /** Lights a weight or bias. */
  void light(NetworkLocation place) {
    var subject = model.subject().get();
    if (subject != null) {
      drawing.light(HighlightedParts.of(place, subject.trace()));
    }
  }
}
