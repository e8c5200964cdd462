package dev.neuralworkbench.ui.backprop;

import dev.neuralworkbench.explain.step.Phase;
import dev.neuralworkbench.explain.step.Step;
import dev.neuralworkbench.explain.step.StepKind;
import dev.neuralworkbench.explain.step.WorkedOut;
import dev.neuralworkbench.explain.trace.BackpropTrace;
import dev.neuralworkbench.explain.trace.NetworkLocation;
import dev.neuralworkbench.explain.trace.PreparedRow.Scaled;
import dev.neuralworkbench.formula.Decimals;
import dev.neuralworkbench.formula.Expression;
import dev.neuralworkbench.formula.Expression.Quantity;
import dev.neuralworkbench.ui.backprop.walk.StepSubject;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.drawing.image.RowImage;
import dev.neuralworkbench.ui.drawing.network.NetworkContent;
import dev.neuralworkbench.ui.drawing.network.NetworkDrawing;
import dev.neuralworkbench.ui.drawing.network.NetworkPart;
import dev.neuralworkbench.ui.drawing.network.NetworkShape;
import dev.neuralworkbench.ui.drawing.network.PartNumbers;
import dev.neuralworkbench.ui.drawing.network.UnitValues;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

record WalkDrawing(BackpropViewModel model, NetworkDrawing drawing) {

  WalkDrawing(BackpropViewModel model, Messages messages) {
    this(model, Styling.as(new NetworkDrawing(messages), "#backprop-drawing"));
  }

  void onChosen(Consumer<NetworkLocation> listener) {
    drawing.onChosen(part -> listener.accept(place(part)));
  }

  private static NetworkLocation place(NetworkPart part) {
    return switch (part) {
      case NetworkPart.Unit(var column, var unit) ->
          NetworkLocation.unit(NetworkLocation.INPUTS + column, unit);
      case NetworkPart.Weight(var layer, var input, var unit) ->
          NetworkLocation.weight(layer, input, unit);
      case NetworkPart.Bias(var layer, var unit) ->
          NetworkLocation.weight(layer, NetworkLocation.BIAS, unit);
    };
  }

  void show() {
    var subject = model.rows.subject.get();
    if (subject == null) {
      drawing.show(null);
      return;
    }
    var basis = subject.basis();
    drawing.show(
        NetworkContent.of(NetworkShape.of(basis.data().preprocessor(), basis.setting().design()))
            .withImage(image(subject, model.walker.focus.get())));
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
    var subject = model.rows.subject.get();
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
    var subject = model.rows.subject.get();
    var content = drawing.content();
    if (subject != null && content != null) {
      drawing.show(content.lighting(HighlightedParts.of(place, subject.trace())));
    }
  }

  /** What the drawing of a walk carries: numbers that are worked out, as colour and as text. */
  record WalkNumbers(WorkedOut known, Decimals decimals, Decimals few) {

    WalkNumbers(WorkedOut known, Decimals decimals) {
      this(known, decimals, new Decimals(Decimals.LEAST, decimals.comma()));
    }

    private boolean errors() {
      return known.phase() == Phase.BACKWARD || known.phase() == Phase.UPDATE;
    }

    /** Values by column and unit, for their colours; NaN for a unit that has none yet. */
    UnitValues values() {
      var trace = known.trace();
      var columns = new double[trace.layers() + 1][];
      var most = 0.0;
      for (var column = 0; column < columns.length; column++) {
        var layer = NetworkLocation.INPUTS + column;
        columns[column] = new double[trace.units(layer)];
        for (var j = 0; j < columns[column].length; j++) {
          var isError = errors() && layer != NetworkLocation.INPUTS;
          var named = isError ? known.delta(layer, j) : known.unit(layer, j);
          columns[column][j] = named.map(Quantity::value).orElse(Double.NaN);
          if (isError && named.isPresent()) {
            most = Math.max(most, Math.abs(columns[column][j]));
          }
        }
      }
      // Where each column's colours end at least: units and inputs at 1, errors at the largest.
      var scale = new double[columns.length];
      Arrays.fill(scale, errors() ? most : 1);
      scale[0] = 1;
      return new UnitValues(columns, scale);
    }

    /** The numbers as they are written; of weights only those that are lit. */
    PartNumbers texts(Collection<NetworkPart> lit) {
      var trace = known.trace();
      Map<NetworkPart, PartNumbers.Text> texts = new HashMap<>();
      Set<NetworkPart.Unit> dropped = new HashSet<>();
      for (var layer = NetworkLocation.INPUTS; layer < trace.layers(); layer++) {
        for (var j = 0; j < trace.units(layer); j++) {
          var unit = new NetworkPart.Unit(layer + 1, j);
          known.unit(layer, j).ifPresent(it -> texts.put(unit, text(it)));
          if (known.isDropped(layer, j)) {
            dropped.add(unit);
          }
        }
      }
      for (var part : lit) {
        var place = place(part);
        if (place.isWeight()) {
          texts.put(part, text(known.weight(place)));
        }
      }
      return new PartNumbers(true, texts, dropped);
    }

    private PartNumbers.Text text(Quantity named) {
      // The layer is seen, and of a weight its place, too.
      var letter = (Expression.Letter) named.name();
      var value = named.value();
      return new PartNumbers.Text(
          letter.text() + (letter.above().endsWith("′") ? "′" : ""),
          letter.below().contains(",") ? "" : letter.below(),
          List.of(decimals.text(value), few.text(value), fewest(value)),
          Math.abs(value));
    }

    /** Three decimals at most. */
    private String fewest(double value) {
      return Math.abs(value) < 1
          ? few.text(Math.rint(value * 1000) / 1000)
          : few.text(Math.rint(value * 10) / 10);
    }
  }

  /** The parts of the drawing that a step is about: where numbers come from, and where they go. */
  record HighlightedParts(BackpropTrace trace, Set<NetworkPart> parts) {

    /** Weights of a layer that are lit one by one; of a wider one its units are. */
    private static final long MOST_WEIGHTS = 5000;

    /** The parts of a step; none where it is about the network as a whole. */
    static Set<NetworkPart> of(Step step, BackpropTrace trace) {
      var lit = new HighlightedParts(trace, new LinkedHashSet<>());
      lit.add(step);
      return lit.parts;
    }

    static Set<NetworkPart> of(NetworkLocation place, BackpropTrace trace) {
      var lit = new HighlightedParts(trace, new LinkedHashSet<>());
      lit.weight(place.layer(), place.input(), place.unit());
      return lit.parts;
    }

    private void add(Step step) {
      var place = step.place();
      if (place.layer() == NetworkLocation.ALL) {
        return;
      }
      if (place.isWeight()) {
        weight(place.layer(), place.input(), place.unit());
      } else if (place.isUnit()) {
        unit(step, place.layer(), place.unit());
      } else {
        layer(step, place.layer());
      }
    }

    private void layer(Step step, int layer) {
      var weights =
          layer == NetworkLocation.INPUTS ? 0 : (long) trace.inputs(layer) * trace.units(layer);
      for (var unit = 0; unit < trace.units(layer); unit++) {
        if (weights <= MOST_WEIGHTS) {
          unit(step, layer, unit);
        } else {
          parts.add(new NetworkPart.Unit(layer + 1, unit));
        }
      }
    }

    private void unit(Step step, int layer, int unit) {
      parts.add(new NetworkPart.Unit(layer + 1, unit));
      if (layer == NetworkLocation.INPUTS) {
        return;
      }
      if (isAboutWeights(step)) {
        for (var input = NetworkLocation.BIAS; input < trace.inputs(layer); input++) {
          weight(layer, input, unit);
        }
      } else if (step.kind() == StepKind.HIDDEN_DELTA) {
        for (var next = 0; next < trace.units(layer + 1); next++) {
          weight(layer + 1, unit, next);
        }
      }
    }

    private static boolean isAboutWeights(Step step) {
      return step.kind() == StepKind.WEIGHTED_SUM
          || step.kind() == StepKind.GRADIENT
          || step.phase() == Phase.UPDATE;
    }

    private void weight(int layer, int input, int unit) {
      parts.add(new NetworkPart.Unit(layer + 1, unit));
      if (input == NetworkLocation.BIAS) {
        parts.add(new NetworkPart.Bias(layer, unit));
      } else {
        parts.add(new NetworkPart.Weight(layer, input, unit));
        parts.add(new NetworkPart.Unit(layer, input));
      }
    }
  }
}
