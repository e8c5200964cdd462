package dev.neuralworkbench.ui.live;

import atlantafx.base.theme.Styles;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Icon;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.NoticeLine;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.common.WhileInScene;
import dev.neuralworkbench.ui.drawing.network.NetworkContent;
import dev.neuralworkbench.ui.drawing.network.NetworkDrawing;
import dev.neuralworkbench.ui.drawing.network.NetworkPart;
import dev.neuralworkbench.ui.drawing.network.UnitMaps;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The network with its live weights: hovered, edited by a click, redesigned by + and −. */
final class NetworkPane extends VBox {

  private final NetworkPaneViewModel model;
  private final Messages messages;
  private final Consumer<NetworkPart.@Nullable Unit> enlarge;
  private final NetworkDrawing drawing;
  private final WeightEditor editor;
  private final Button fewerLayers;
  private final Button moreLayers;
  private final ObservableValue<Boolean> fixed;
  final Label changed;
  private UnitMaps maps = UnitMaps.NONE;
  private boolean awaitsMaps = true;

  /** Enlarge shows what a hidden unit answers; null for the whole network. */
  NetworkPane(
      NetworkPaneViewModel model, Messages messages, Consumer<NetworkPart.@Nullable Unit> enlarge) {
    this.model = model;
    this.enlarge = enlarge;
    this.messages = messages;
    fixed = model.drawn.map(it -> !it.isDraft()).orElse(true);
    drawing = new NetworkDrawing(messages);
    editor = new WeightEditor(model, drawing, messages);
    fewerLayers =
        button("network-layers-less", Icon.LESS, "live.network.fewerLayers", model::removeLayer);
    moreLayers =
        button("network-layers-more", Icon.ADD, "live.network.moreLayers", model::addLayer);
    getStyleClass().addAll("chart-panel", "network-pane");
    drawing.setId("network-drawing");
    drawing.setMinSize(0, 0);
    drawing.columnTools(this::columnTools);
    drawing.onChosen(this::choose);
    drawing.hints(this::hint);
    drawing.emptyText().bind(messages.text("drawing.empty"));
    var hasLayer =
        model.drawn.map(it -> it.isDraft() && !it.shape().design().hiddenDense().isEmpty());
    fewerLayers.disableProperty().bind(hasLayer.map(it -> !it).orElse(true));
    moreLayers.disableProperty().bind(fixed);
    var said =
        messages.text(
            fixed, (w, it) -> w.text(it ? "live.network.held" : "live.network.redesigned"));
    changed = NoticeLine.sentence(said, "#network-redesigned");
    Visibility.when(changed, model.drawn.map(NetworkPaneViewModel.Drawn::isChanged).orElse(false));
    var stack = new StackPane(drawing, editorLayer());
    stack.setMinSize(0, 0);
    getChildren().setAll(header(), Space.tall(stack));
    model.drawn.subscribe(this::show);
    // Whatever is done next elsewhere in the drawing is not about this number.
    drawing.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> editor.close());
    WhileInScene.subscribe(this, this::followEscape);
  }

  /** Escape closes the editor wherever the focus has gone meanwhile. */
  private Subscription followEscape() {
    var scene = getScene();
    EventHandler<KeyEvent> escape =
        key -> {
          if (key.getCode() == KeyCode.ESCAPE) {
            editor.close();
          }
        };
    scene.addEventHandler(KeyEvent.KEY_PRESSED, escape);
    return () -> scene.removeEventHandler(KeyEvent.KEY_PRESSED, escape);
  }

  private Pane editorLayer() {
    var layer = new Pane(editor);
    layer.setPickOnBounds(false);
    layer.setMinSize(0, 0);
    return layer;
  }

  private Node header() {
    var heading = Labels.whole(messages.text("live.network"), "chart-heading");
    var layers = Labels.whole(messages.text("live.network.layers"), "muted");
    return Styling.as(
        new HBox(heading, Space.between(), layers, fewerLayers, moreLayers), "chart-header");
  }

  private Region columnTools(int column) {
    var id = "network-column-" + column;
    var fewer =
        button(
            id + "-less", Icon.LESS, "live.network.fewerUnits", () -> model.addUnits(column, -1));
    var more =
        button(id + "-more", Icon.ADD, "live.network.moreUnits", () -> model.addUnits(column, 1));
    fewer.disableProperty().bind(fixed);
    more.disableProperty().bind(fixed);
    return new HBox(fewer, Space.between(), more);
  }

  private Button button(String id, Icon icon, String key, Runnable command) {
    return Buttons.icon(
        icon, messages, key, command, "#" + id, Styles.BUTTON_ICON, Styles.FLAT, "network-button");
  }

  private void show(NetworkPaneViewModel.@Nullable Drawn drawn) {
    drawing.show(drawn == null ? null : content(drawn));
    editor.refresh();
  }

  private NetworkContent content(NetworkPaneViewModel.Drawn drawn) {
    var awaited = awaitsMaps || drawn.layers().stream().anyMatch(Optional::isEmpty);
    return NetworkContent.of(drawn.shape())
        .withImage(drawn.image())
        .withLayers(drawn.layers())
        .withMaps(awaited ? maps.awaited() : maps);
  }

  /** Shows the pictures of the units; null while they are on their way. */
  void map(@Nullable UnitMaps next) {
    awaitsMaps = next == null;
    maps = next == null ? maps : next;
    show(model.drawn.get());
  }

  private String hint(NetworkPart part) {
    return switch (part) {
      case NetworkPart.Unit unit when unit.column() == 0 ->
          model.drawn.map(NetworkPaneViewModel.Drawn::image).getValue() != null
              ? messages.now("live.hint.image")
              : "";
      case NetworkPart.Unit unit when isOutput(unit) -> messages.now("live.hint.output");
      case NetworkPart.Unit _ -> messages.now("live.hint.unit");
      case NetworkPart.Bias _, NetworkPart.Weight _ ->
          model.number(part).isPresent() ? messages.now("live.hint.weight") : "";
    };
  }

  private boolean isOutput(NetworkPart.Unit unit) {
    var drawn = model.drawn.get();
    return drawn != null && unit.column() == drawn.shape().columns() - 1;
  }

  /** A click on a hidden unit shows what it answers; on its ring, or an output, its bias. */
  private void choose(NetworkPart part) {
    switch (part) {
      case NetworkPart.Unit unit -> {
        if (isOutput(unit)) {
          editor.open(new NetworkPart.Bias(unit.column() - 1, unit.unit()));
        } else {
          enlarge.accept(unit.column() == 0 ? null : unit);
        }
      }
      case NetworkPart.Bias _, NetworkPart.Weight _ -> editor.open(part);
    }
  }
}
