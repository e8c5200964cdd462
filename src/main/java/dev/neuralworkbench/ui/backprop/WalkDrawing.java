package dev.neuralworkbench.ui.backprop;

import dev.neuralworkbench.explain.BackpropTrace;
import dev.neuralworkbench.explain.Location;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.drawing.NetworkDrawing;
import dev.neuralworkbench.ui.drawing.NetworkShape;

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
    drawing.values(values(subject.trace(), model.walker().focus().get()));
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
      drawing.light(Lit.of(step, subject.trace()));
    }
  }

  /** Lights a weight or bias. */
  void light(Location place) {
    var subject = model.subject().get();
    if (subject != null) {
      drawing.light(Lit.of(place, subject.trace()));
    }
  }
}
