package dev.neuralworkbench.ui.prediction;

import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.chart.Ink;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.drawing.image.RowImageView;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The weights of some units of the first layer as images, those first that fit the image best. */
final class UnitsStrip extends VBox {

  private static final int DIGITS = 2;
  private static final double TILE_IN_EM = 5.2;

  private final Messages messages;
  private final List<Tile> tiles = Stream.generate(Tile::new).limit(Answer.MOST_UNITS).toList();

  private static final class Tile extends VBox {

    private final RowImageView picture = new RowImageView(Ink.POSITIVE, Ink.NEGATIVE);
    private final Label product = Labels.line("data");

    Tile() {
      Styling.as(this, "pad-unit").getChildren().setAll(picture, product);
    }
  }

  UnitsStrip(Messages messages) {
    this.messages = messages;
    Styling.as(this, "#predict-units", "pad-units");
    var note = Labels.sentence(messages.text("predict.units.note"), "input-note");
    var row = Styling.as(new HBox(), "row-images");
    row.getChildren().setAll(tiles);
    getChildren().setAll(note, row);
    // What reached beyond the strip would take the clicks there.
    widthProperty()
        .subscribe(
            width -> {
              var room = width.doubleValue() / (TILE_IN_EM * note.getFont().getSize());
              tiles.forEach(it -> Visibility.when(it, tiles.indexOf(it) + 1 <= room));
            });
  }

  /** As many as there are; the other places stay empty. */
  void show(List<Answer.UnitSum> units) {
    for (var i = 0; i < tiles.size(); i++) {
      var tile = tiles.get(i);
      var of = i < units.size() ? units.get(i) : null;
      tile.picture.show(of == null ? null : of.weights());
      tile.product.setText(of == null ? "" : Numbers.told(of.sum(), DIGITS));
      tile.picture.setAccessibleText(
          of == null
              ? null
              : messages.now("predict.units.unit", of.unit(), tile.product.getText()));
    }
  }
}
