package dev.neuralworkbench.ui.chart.curve;

import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Visibility;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import org.jspecify.annotations.Nullable;

/** A chart of curves under its heading, with its tools: log scale, smoothing, zoom, saving. */
public final class ChartPanel extends VBox {

  private static final List<Double> SMOOTHINGS = List.of(0.0, 0.6, 0.9, 0.97);
  private static final double SAMPLE = 18;

  private final String id;
  public final CurveChart chart = new CurveChart();
  private final Messages messages;
  private final ToggleButton logarithmic = new ToggleButton();
  private final MenuButton smoothing = new MenuButton();
  private final Button resetZoom = new Button();
  private final MenuButton save;
  private final Region space = Space.between();
  private final HBox header;
  private final Label about = Styling.as(new Label(), "chart-about");
  private final Label ghost = Styling.as(new Label(), "chart-about");
  private final Region ghostly = new Fitting(ghost);

  /** A panel with an empty chart of that id; the ids of its tools begin with it. */
  public ChartPanel(
      String id, ObservableValue<String> heading, boolean withLogarithm, ChartFiles files) {
    this.id = id;
    this.messages = files.messages();
    save =
        files.menuButton(
            id,
            chart,
            () -> files.savePicture(chart, heading.getValue(), id + ".png"),
            () -> files.saveNumbers(chart, id + ".csv"));
    getStyleClass().add("chart-panel");
    var title = Labels.whole(heading, "chart-heading");
    header =
        new HBox(
            title, new Fitting(about), ghostly, space, resetZoom, logarithmic, smoothing, save);
    about.textProperty().bind(chart.yName);
    ghost.setGraphic(Styling.as(new Line(0, 0, SAMPLE, 0), "chart-ghost"));
    ghost.textProperty().bind(chart.ghostName);
    Visibility.when(ghostly, chart.ghosts);
    header.getStyleClass().add("chart-header");
    logarithmic.managedProperty().bind(logarithmic.visibleProperty());
    logarithmic.setVisible(withLogarithm);
    chart.setId(id);
    chart.tell(messages, heading::getValue);
    chart.setMinSize(0, 0);
    getChildren().setAll(header, Space.tall(chart));
    bind();
  }

  public void head(Node heading) {
    header.getChildren().set(0, heading);
  }

  public void offerLogarithm(boolean offered) {
    logarithmic.setVisible(offered);
  }

  /** Shows something else than the chart, with its own tools, or with null the chart again. */
  public void showInstead(@Nullable Node other, Node... tools) {
    var children = header.getChildren();
    var fixed = List.of(children.get(0), children.get(1), ghostly, space);
    header
        .getChildren()
        .setAll(
            Stream.concat(
                    fixed.stream(),
                    other == null
                        ? Stream.of(resetZoom, logarithmic, smoothing, save)
                        : Stream.of(tools))
                .toList());
    getChildren().setAll(header, Space.tall(other == null ? chart : other));
  }

  private void bind() {
    for (var button : List.of(logarithmic, smoothing)) {
      button.disableProperty().bind(chart.blank);
    }
    tool(logarithmic, "log");
    logarithmic.selectedProperty().bindBidirectional(chart.logarithmic);
    tool(resetZoom, "resetZoom");
    Visibility.when(resetZoom, chart.zoomed);
    resetZoom.setOnAction(_ -> chart.resetZoom());
    tool(smoothing, "smoothing");
    addSmoothings();
  }

  private void addSmoothings() {
    var group = new ToggleGroup();
    for (var weight : SMOOTHINGS) {
      var text =
          weight == 0
              ? messages.text("chart.smoothing.off")
              : messages.text("chart.smoothing.weight", Numbers.exact(weight));
      var itemId = "#" + id + "-smoothing-" + Numbers.exact(weight);
      var item = Buttons.choice(group, text, () -> chart.smoothing.set(weight), itemId);
      item.setSelected(weight == 0);
      smoothing.getItems().add(item);
    }
    Buttons.tellChosen(smoothing, group, messages.text("chart.smoothing"), messages);
  }

  private void tool(ButtonBase button, String key) {
    Styling.as(
        Buttons.name(button, messages, "chart." + key), "#" + id + "-" + key, "flat", "small");
  }

  private static final class Fitting extends Region {

    private final Label words;

    Fitting(Label words) {
      this.words = words;
      getChildren().setAll(words);
      setMinWidth(0);
    }

    @Override
    protected void layoutChildren() {
      words.setVisible(words.prefWidth(-1) <= getWidth());
      words.resizeRelocate(
          0, (getHeight() - words.prefHeight(-1)) / 2, getWidth(), words.prefHeight(-1));
    }

    @Override
    protected double computePrefWidth(double height) {
      return words.prefWidth(-1);
    }

    @Override
    protected double computePrefHeight(double width) {
      return words.prefHeight(-1);
    }
  }
}
