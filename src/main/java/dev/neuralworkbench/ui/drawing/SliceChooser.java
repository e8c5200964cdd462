package dev.neuralworkbench.ui.drawing;

import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Tips;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Chooses how a world of more than two inputs is looked at. */
final class ViewChooser extends FlowPane {

  private static final PseudoClass INVALID = PseudoClass.getPseudoClass("error");

  private final Runnable chosen;
  private final ComboBox<ViewKind> kinds = new ComboBox<>();
  private final AxisChooser xChooser;
  private final AxisChooser yChooser;
  private final TextField row = new TextField();
  private final HBox rest;
  private @Nullable World world;
  private boolean offering;

  /**
   * A chooser without a world.
   *
   * @param chosen told when something else is chosen
   */
  ViewChooser(Messages messages, Runnable chosen) {
    this.chosen = chosen;
    xChooser = new AxisChooser("picture-x", "picture.x", messages, chosen);
    yChooser = new AxisChooser("picture-y", "picture.y", messages, chosen);
    getStyleClass().add("picture-axes");
    kinds.setId("picture-view");
    kinds.getStyleClass().add("small");
    kinds.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable ViewKind kind) {
            return kind == null ? "" : messages.now(kind.key());
          }

          @Override
          public @Nullable ViewKind fromString(String text) {
            return null;
          }
        });
    kinds.accessibleTextProperty().bind(messages.text("picture.view"));
    Tips.install(kinds, messages.text("picture.view.tip"));
    kinds.valueProperty().subscribe(this::changed);
    row.setId("picture-row");
    row.getStyleClass().addAll("small", "number-field", "row-field");
    row.promptTextProperty().bind(messages.text("picture.row.means"));
    row.accessibleTextProperty().bind(messages.text("picture.row"));
    Tips.install(row, messages.text("picture.row.tip"));
    row.textProperty().subscribe(this::changed);
    var name = new Label();
    name.textProperty().bind(messages.text("picture.row"));
    name.setLabelFor(row);
    name.setMinWidth(USE_PREF_SIZE);
    rest = new HBox(name, row);
    rest.getStyleClass().add("field-line");
    getChildren().setAll(kinds, rest, xChooser, yChooser);
    messages.language().subscribe(this::translate);
  }

  /** Offers what a world can be looked at by; null for nothing. */
  void offer(@Nullable World shown) {
    offering = true;
    world = shown;
    row.clear();
    if (shown != null) {
      var axes = shown.axes();
      var first = shown.firstAxes();
      xChooser.offer(shown, axes, first.isEmpty() ? null : first.getFirst());
      yChooser.offer(shown, axes, first.isEmpty() ? null : first.getLast());
      kinds.getItems().setAll(kinds(shown));
      kinds.setValue(shown.imageSide() > 0 ? ViewKind.IMAGES : ViewKind.INPUTS);
    }
    offering = false;
    arrange();
  }

  private static List<ViewKind> kinds(World world) {
    var kinds = new ArrayList<ViewKind>();
    if (world.imageSide() > 0) {
      kinds.add(ViewKind.IMAGES);
    }
    kinds.add(ViewKind.INPUTS);
    kinds.add(ViewKind.COMPONENTS);
    return kinds;
  }

  /** What is chosen. */
  ViewKind kind() {
    var value = kinds.getValue();
    return value == null ? ViewKind.INPUTS : value;
  }

  int x() {
    return xChooser.chosen();
  }

  int y() {
    return yChooser.chosen();
  }

  /** The row of the table, counted from 0, at which the others are held; −1 for their means. */
  int row() {
    var shown = world;
    var read = Numbers.read(row.getText());
    return shown != null
            && read.isPresent()
            && read.getAsDouble() == Math.rint(read.getAsDouble())
            && read.getAsDouble() >= 1
            && read.getAsDouble() <= shown.table().rows()
        ? (int) read.getAsDouble() - 1
        : View.Inputs.MEANS;
  }

  private void changed() {
    if (!offering) {
      arrange();
      chosen.run();
    }
  }

  private void arrange() {
    var shown = world;
    var axes = shown == null ? 0 : shown.axes().size();
    seen(this, axes > 0 && shown != null && shown.hasMoreThan(Math.min(axes, 2)));
    seen(kinds, axes > 1);
    seen(xChooser, axes > 2 && kind() == ViewKind.INPUTS);
    seen(yChooser, axes > 2 && kind() == ViewKind.INPUTS);
    seen(rest, axes > 1 && kind() == ViewKind.INPUTS);
    row.pseudoClassStateChanged(INVALID, !row.getText().isBlank() && row() == View.Inputs.MEANS);
  }

  /** The list shows its entries anew. */
  private void translate() {
    offering = true;
    var value = kinds.getValue();
    kinds.getItems().setAll(List.copyOf(kinds.getItems()));
    kinds.setValue(null);
    kinds.setValue(value);
    offering = false;
  }

  private static void seen(Node node, boolean seen) {
    node.setVisible(seen);
    node.setManaged(seen);
  }
}
