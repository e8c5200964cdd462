package dev.neuralworkbench.ui.network;

import dev.neuralworkbench.nn.LayerDesign;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.LayerDesign.DropoutDesign;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Initializer;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.ui.common.form.Choice;
import dev.neuralworkbench.ui.workspace.DataFacts;
import dev.neuralworkbench.ui.workspace.DocumentChoice;
import dev.neuralworkbench.ui.workspace.Workspace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;

/** The choices of the network form: layers from input to output, and the loss. */
public record NetworkViewModel(Workspace workspace) {

  private static final DenseDesign NEW_LAYER = DenseDesign.of(8, Activation.TANH);
  private static final DropoutDesign NEW_DROPOUT = new DropoutDesign(0.2);

  // Read-only properties.

  /** The kind of each hidden layer: changes when layers come, go or move. */
  ObservableValue<List<Class<?>>> layers() {
    return network()
        .map(design -> design.hidden().stream().<Class<?>>map(LayerDesign::getClass).toList());
  }

  ObservableValue<DataFacts> facts() {
    return workspace.facts();
  }

  /** The losses that fit the data, the usual one first. */
  ObservableValue<List<Loss>> losses() {
    return facts().map(facts -> Loss.fitting(facts.problem(), facts.shape().classes()));
  }

  ObservableValue<NetworkDesign> network() {
    return workspace.draft().map(draft -> draft.network());
  }

  ObservableValue<NetworkOutline> outline() {
    var network = network();
    var facts = facts();
    return Bindings.createObjectBinding(
        () -> new NetworkOutline(network.getValue(), facts.getValue()), network, facts);
  }

  // Choices.

  /** All hidden layers together, for problems of their number and size. */
  Choice<List<LayerDesign>> hidden() {
    return choice(
        "network.hidden", "form.layers", NetworkDesign::hidden, NetworkDesign::withHidden);
  }

  PresetOffer preset() {
    return new PresetOffer(workspace);
  }

  Choice<Double> units(int index) {
    return layer(
        index,
        "units",
        DenseDesign.class,
        0.0,
        layer -> (double) layer.units(),
        (layer, units) -> layer.withUnits(units.intValue()));
  }

  Choice<Activation> activation(int index) {
    return layer(
        index,
        "activation",
        DenseDesign.class,
        Activation.IDENTITY,
        DenseDesign::activation,
        NetworkViewModel::withActivation);
  }

  Choice<Initializer> initializer(int index) {
    return layer(
        index,
        "initializer",
        DenseDesign.class,
        Initializer.ZEROS,
        DenseDesign::initializer,
        DenseDesign::withInitializer);
  }

  Choice<Double> rate(int index) {
    return layer(
        index,
        "rate",
        DropoutDesign.class,
        0.0,
        DropoutDesign::rate,
        (_, rate) -> new DropoutDesign(rate));
  }

  // Commands.

  /** Adds a layer like the last one, before the output. */
  void addLayer() {
    edit(
        "form.addLayer",
        layers -> {
          var last = layers.reversed().stream().filter(DenseDesign.class::isInstance).findFirst();
          layers.add(last.orElse(NEW_LAYER));
        });
  }

  void addDropout() {
    edit("form.addDropout", layers -> layers.add(NEW_DROPOUT));
  }

  void remove(int index) {
    edit("form.removeLayer", layers -> layers.remove(index));
  }

  void moveDown(int index) {
    edit("form.moveLayerDown", layers -> Collections.swap(layers, index, index + 1));
  }

  private void edit(String nameKey, Consumer<List<LayerDesign>> change) {
    workspace.editDraft(
        nameKey,
        draft -> {
          var layers = new ArrayList<>(draft.network().hidden());
          change.accept(layers);
          return draft.withNetwork(draft.network().withHidden(layers));
        });
  }

  /** A new activation brings the initializer that suits it, unless another one was chosen. */
  private static DenseDesign withActivation(DenseDesign layer, Activation activation) {
    var suited = layer.initializer() == layer.activation().suited();
    return suited ? DenseDesign.of(layer.units(), activation) : layer.withActivation(activation);
  }

  /** A choice of one layer; {@code absent} stands in once the layer is gone. */
  private <L extends LayerDesign, T> Choice<T> layer(
      int index,
      String name,
      Class<L> kind,
      T absent,
      Function<L, T> get,
      BiFunction<L, T, L> set) {
    return choice(
        "network.hidden[" + index + "]." + name,
        "network.hidden." + name,
        design ->
            is(design, index, kind) ? get.apply(kind.cast(design.hidden().get(index))) : absent,
        (design, value) ->
            is(design, index, kind)
                ? design.withHidden(index, set.apply(kind.cast(design.hidden().get(index)), value))
                : design);
  }

  private static boolean is(NetworkDesign design, int index, Class<? extends LayerDesign> kind) {
    return index < design.hidden().size() && kind.isInstance(design.hidden().get(index));
  }

  private <T> Choice<T> choice(
      String component,
      String nameKey,
      Function<NetworkDesign, T> get,
      BiFunction<NetworkDesign, T, NetworkDesign> set) {
    return DocumentChoice.of(
        workspace,
        component,
        nameKey,
        draft -> get.apply(draft.network()),
        (draft, value) -> draft.withNetwork(set.apply(draft.network(), value)));
  }

  /** A network beside the data it is for: what the form tells about its ends and its size. */
  record NetworkOutline(NetworkDesign design, DataFacts facts) {

    int outputs() {
      return design.loss().outputs(facts.problem(), facts.shape().classes());
    }

    long parameters() {
      return design.parameterCount(facts.shape().inputs(), outputs());
    }
  }
}
