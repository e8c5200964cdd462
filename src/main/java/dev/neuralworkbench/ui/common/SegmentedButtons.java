package dev.neuralworkbench.ui.common;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

/** Buttons in a row that look like one, of which one is always chosen. */
public final class SegmentedButtons {

  private SegmentedButtons() {}

  /** A button a part, by its key and id; one that is pressed is told, the chosen one too. */
  public static <P> HBox of(
      Messages messages,
      List<P> parts,
      Function<P, String> nameKey,
      Function<P, String> id,
      ObservableValue<P> chosen,
      Consumer<P> choose,
      String... styles) {
    var row = Styling.as(new HBox(), "segments");
    for (var part : parts) {
      var made = Buttons.name(new ToggleButton(), messages, nameKey.apply(part));
      Styling.as(made, styles);
      Styling.as(made, "#" + id.apply(part), side(parts.indexOf(part), parts.size()));
      made.setOnAction(
          _ -> {
            choose.accept(part);
            made.setSelected(part.equals(chosen.getValue()));
          });
      chosen.subscribe(now -> made.setSelected(part.equals(now)));
      row.getChildren().add(made);
    }
    return row;
  }

  private static String side(int index, int count) {
    return index == 0 ? "left-pill" : index == count - 1 ? "right-pill" : "center-pill";
  }
}
