package dev.neuralworkbench.ui.chart.curve;

import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.SegmentedButtons;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Visibility;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import org.jspecify.annotations.Nullable;

/** A chart of curves under its heading, with its tools: log scale, smoothing, zoom, saving. */
public final class ChartPanel extends VBox {

  private static final PseudoClass SUGGESTED = PseudoClass.getPseudoClass("suggested");
  private static final List<Double> SMOOTHINGS = List.of(0.0, 0.6, 0.9, 0.97);
  private static final double SAMPLE = 18;

  private final String id;
  public final CurveChart chart = new CurveChart();
  private final Messages messages;
  private final HBox scale;
  private final MenuButton smoothing = new MenuButton();
  private final Button resetZoom = new Button();
  private final MenuButton save;
  private final HBox tools = Styling.as(new HBox(), "chart-tools");
  private final Label about = fitting(new SimpleBooleanProperty(true));
  private final Label ghost = fitting(chart.ghosts);
  private final HBox header = new Header();
  private boolean isRoomy = true;

  /** A panel with an empty chart of that id; the ids of its tools begin with it. */
  public ChartPanel(
      String id, ObservableValue<String> heading, boolean withLogarithm, ChartFiles files) {
    this.id = id;
    this.messages = files.messages();
    save =
        files.menuButton(
            id,
            chart.blank,
            () -> files.savePicture(chart, heading.getValue(), id + ".png"),
            () -> files.saveNumbers(chart, id + ".csv"));
    getStyleClass().add("chart-panel");
    var title = Labels.whole(heading, "#" + id + "-heading", "chart-heading");
    scale = scale(id, messages, chart.logarithmic);
    chart.farApart.subscribe(
        far -> scale.getChildren().getLast().pseudoClassStateChanged(SUGGESTED, far));
    header.setMinWidth(0);
    header.getChildren().setAll(title, about, ghost, Space.between(), tools);
    about.textProperty().bind(chart.yName);
    ghost.setGraphic(Styling.as(new Line(0, 0, SAMPLE, 0), "chart-ghost"));
    ghost.textProperty().bind(chart.ghostName);
    header.getStyleClass().add("chart-header");
    offerLogarithm(withLogarithm);
    chart.setId(id);
    chart.tell(messages, heading::getValue);
    chart.setMinSize(0, 0);
    showInstead(null);
    bind();
  }

  /** Buttons of which one is chosen: the other scale is a press away. */
  public static HBox scale(String id, Messages messages, BooleanProperty logarithmic) {
    return SegmentedButtons.of(
        messages,
        List.of(false, true),
        log -> log ? "chart.log" : "chart.linear",
        log -> id + (log ? "-log" : "-linear"),
        logarithmic,
        logarithmic::set,
        "small",
        "chart-scale");
  }

  /** Leaves out the tools that are wanted seldom where it is not roomy. */
  public void whereRoomy(ObservableValue<Boolean> roomy) {
    roomy.subscribe(
        it -> {
          isRoomy = it;
          header.requestLayout();
        });
  }

  public void head(Node heading) {
    header.getChildren().set(0, heading);
  }

  public void offerLogarithm(boolean offered) {
    Visibility.when(scale, offered);
  }

  /** Shows something else than the chart, with its own tools, or with null the chart again. */
  public void showInstead(@Nullable Node other, Node... others) {
    if (other == null) {
      tools.getChildren().setAll(resetZoom, scale, smoothing, save);
    } else {
      tools.getChildren().setAll(others);
    }
    getChildren().setAll(header, Space.tall(other == null ? chart : other));
  }

  private void bind() {
    for (var tool : List.of(scale, smoothing)) {
      tool.disableProperty().bind(chart.blank);
    }
    tool(resetZoom, "resetZoom");
    Visibility.when(resetZoom, chart.zoomed);
    resetZoom.setOnAction(_ -> chart.resetZoom());
    tool(smoothing, "smoothing");
    var weights =
        Buttons.<Number>choices(
            SMOOTHINGS,
            weight ->
                messages.text(
                    weight.equals(0.0) ? "chart.smoothing.off" : "chart.smoothing.weight",
                    Numbers.exact(weight.doubleValue())),
            weight -> id + "-smoothing-" + Numbers.exact(weight.doubleValue()),
            chart.smoothing,
            chart.smoothing::setValue);
    smoothing.getItems().setAll(weights);
    Buttons.tellChosen(smoothing, weights, messages.text("chart.smoothing"), messages);
  }

  private void tool(ButtonBase button, String key) {
    Styling.as(
        Buttons.name(button, messages, "chart." + key), "#" + id + "-" + key, "flat", "small");
  }

  /** Tools that are wanted seldom give way to the others. */
  private final class Header extends HBox {

    @Override
    protected void layoutChildren() {
      var seldom = List.of(smoothing, save);
      var excess = -getWidth();
      for (var child : getManagedChildren()) {
        excess +=
            child.equals(about) || child.equals(ghost) ? 0 : child.prefWidth(-1) + getSpacing();
      }
      for (var tool : seldom) {
        excess += tool.isManaged() ? 0 : tool.prefWidth(-1) + tools.getSpacing();
      }
      for (var tool : seldom) {
        var fits = isRoomy && excess <= 0;
        Visibility.when(tool, fits);
        excess -= fits ? 0 : tool.prefWidth(-1);
      }
      super.layoutChildren();
    }
  }

  /** Words that show where all of them have room. */
  private static Label fitting(ObservableValue<Boolean> wanted) {
    var words = Styling.as(new Label(), "chart-about");
    words.setMinWidth(0);
    var isWhole =
        Bindings.createBooleanBinding(
            () -> wanted.getValue() && words.prefWidth(-1) <= words.getWidth(),
            wanted,
            words.textProperty(),
            words.fontProperty(),
            words.widthProperty());
    words.managedProperty().bind(wanted);
    words.visibleProperty().bind(isWhole);
    return words;
  }
}
