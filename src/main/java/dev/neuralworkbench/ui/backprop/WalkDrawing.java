package dev.neuralworkbench.ui.backprop;

import dev.neuralworkbench.explain.step.Phase;
import dev.neuralworkbench.explain.step.StepKind;
import dev.neuralworkbench.explain.trace.NetworkLocation;
import dev.neuralworkbench.explain.trace.PreparedRow.Scaled;
import dev.neuralworkbench.ui.backprop.walk.StepSubject;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.drawing.image.RowImage;
import dev.neuralworkbench.ui.drawing.network.NetworkContent;
import dev.neuralworkbench.ui.drawing.network.NetworkDrawing;
import dev.neuralworkbench.ui.drawing.network.NetworkPart;
import dev.neuralworkbench.ui.drawing.network.NetworkShape;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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

  void show() {
    var subject = model.subject().get();
    if (subject == null) {
      drawing.show(null);
      return;
    }
    var basis = subject.basis();
    drawing.show(
        NetworkContent.of(NetworkShape.of(basis.data().preprocessor(), basis.setting().design()))
            .withImage(image(subject, model.walker.focus().get())));
    light();
  }

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

  /** Lights the place of the present step, and carries what is worked out by then. */
  void light() {
    var subject = model.subject().get();
    var known = model.known();
    var step = model.walker.step();
    var content = drawing.content();
    if (subject == null || known == null || step == null || content == null) {
      return;
    }
    var trace = subject.trace();
    var numbers = new WalkNumbers(known, model.decimals.get());
    var lit = HighlightedParts.of(step, trace);
    drawing.show(
        content
            .withWeights(
                step.phase() == Phase.AFTER ? trace.newWeights() : trace.setting().weights())
            .withValues(numbers.values())
            .withNumbers(numbers.texts(lit))
            .lighting(lit));
  }

  /** Shows a signal on its way where the present step adds up what comes along the weights. */
  void send() {
    var step = model.walker.step();
    if (step != null && step.kind() == StepKind.WEIGHTED_SUM) {
      drawing.send(false);
    } else if (step != null && step.kind() == StepKind.HIDDEN_DELTA) {
      drawing.send(true);
    }
  }

  void light(NetworkLocation place) {
    var subject = model.subject().get();
    var content = drawing.content();
    if (subject != null && content != null) {
      drawing.show(content.lighting(HighlightedParts.of(place, subject.trace())));
    }
  }
}
