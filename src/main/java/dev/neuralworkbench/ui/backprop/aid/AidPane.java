package dev.neuralworkbench.ui.backprop.aid;

import dev.neuralworkbench.explain.step.MatrixForm;
import dev.neuralworkbench.explain.step.StepLetters;
import dev.neuralworkbench.explain.trace.NetworkLocation;
import dev.neuralworkbench.model.Bookmark.Panel;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.ui.chart.plane.Plane;
import dev.neuralworkbench.ui.chart.plane.PlaneChart;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Visibility;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Buttons for what explains a step, and below them the one that is chosen; none at first. */
public final class AidPane extends VBox {

  private record Shows(@Nullable Panel aid, @Nullable AidMoment moment, boolean canChange) {}

  private final ObjectProperty<@Nullable Panel> chosen;
  private final BooleanSupplier canChange;
  private final IntFunction<String> layerNames;
  private final Messages messages;
  private final AidCharts charts;
  private final PlaneChart chart = Styling.as(new PlaneChart(), "#backprop-aid-chart", "aid-chart");
  private final Label said = Labels.sentence("#backprop-aid-said", "muted");
  private final SymbolTable symbols = new SymbolTable();
  private final MatrixPane matrices = new MatrixPane();
  private final WeightTable weights;
  private @Nullable Shows shows;
  private final ScrollPane scroll = Styling.as(new ScrollPane(), "backprop-scroll", "aid-scroll");

  public AidPane(
      ObjectProperty<@Nullable Panel> chosen,
      BooleanSupplier canChange,
      BiConsumer<NetworkLocation, Float> change,
      IntFunction<String> layerNames,
      Messages messages) {
    this.chosen = chosen;
    this.canChange = canChange;
    this.layerNames = layerNames;
    this.messages = messages;
    charts = new AidCharts(messages);
    weights = new WeightTable(change, messages);
    Styling.as(this, "#backprop-aid", "aid");
    chart.tell(
        messages,
        () -> {
          var aid = chosen.get();
          return aid == null ? "" : messages.now(nameKey(aid));
        });
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    getChildren()
        .setAll(buttons(), Space.tall(chart), said, Space.tall(scroll), Space.tall(weights));
    show(null, true);
  }

  private Node buttons() {
    var all = Styling.as(new HBox(), "aid-buttons");
    for (var aid : Panel.values()) {
      var button = Styling.as(new ToggleButton(), "#backprop-aid-" + Ids.of(aid), "small", "flat");
      Buttons.name(button, messages, nameKey(aid));
      button.setOnAction(_ -> chosen.set(button.isSelected() ? aid : null));
      chosen.subscribe(now -> button.setSelected(now == aid));
      all.getChildren().add(button);
    }
    return all;
  }

  /** Explains a moment, unless it does already and not in another language. */
  public void show(@Nullable AidMoment moment, boolean anew) {
    var aid = moment == null ? null : chosen.get();
    var can = canChange.getAsBoolean();
    var now = new Shows(aid, aid == null ? null : moment, can);
    if (!anew && now.equals(shows)) {
      return;
    }
    shows = now;
    var plane = moment == null || aid == null ? null : plane(aid, moment);
    chart.show(plane);
    Visibility.when(chart, plane != null);
    var hasForm =
        aid == Panel.MATRIX
            && moment != null
            && matrices.show(MatrixForm.of(moment.step(), moment.known()), moment.decimals());
    var lacks = plane == null && !hasForm && aid != Panel.SYMBOLS && aid != Panel.WEIGHTS;
    Visibility.when(said, aid != null && (lacks || hasForm));
    said.setText(
        hasForm
            ? messages.now("backprop.aid.matrix.form")
            : aid != null && lacks ? messages.now(nameKey(aid) + ".none") : "");
    scroll.setContent(hasForm ? matrices : symbols);
    Visibility.when(scroll, aid == Panel.SYMBOLS || hasForm);
    Visibility.when(weights, aid == Panel.WEIGHTS);
    if (moment == null) {
      return;
    }
    if (aid == Panel.SYMBOLS) {
      symbols.show(moment);
    } else if (aid == Panel.WEIGHTS) {
      weights.show(moment, layerNames.apply(moment.layer()), can);
    }
  }

  private static String nameKey(Panel aid) {
    return "backprop.aid." + Ids.of(aid);
  }

  private @Nullable Plane plane(Panel aid, AidMoment moment) {
    return switch (aid) {
      case CURVE -> charts.curve(moment);
      case LOSS -> charts.loss(moment);
      case MATRIX, SYMBOLS, WEIGHTS -> null;
    };
  }

  private final class SymbolTable extends GridPane {

    SymbolTable() {
      Styling.as(this, "#backprop-symbols", "symbol-table");
    }

    void show(AidMoment moment) {
      getChildren().clear();
      var symbols = StepLetters.of(moment.step(), moment.trace().rows().count());
      for (var entry : symbols.entrySet()) {
        var letter = Labels.whole("symbol-letter", "data");
        letter.setText(entry.getKey());
        var meaning = Labels.sentence();
        meaning.setText(messages.now(entry.getValue()));
        GridPane.setHgrow(meaning, Priority.ALWAYS);
        addRow(getRowCount(), letter, meaning);
      }
    }
  }
}
