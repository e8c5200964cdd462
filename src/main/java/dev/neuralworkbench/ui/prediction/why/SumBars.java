package dev.neuralworkbench.ui.prediction.why;

import dev.neuralworkbench.text.WhyWords;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Shortened;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Tooltips;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.HPos;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** A sum as bars below each other: each begins where the one above ends, and says its number. */
final class SumBars extends GridPane {

  private static final int LONGEST_NAME = 34;
  private static final double MOST_OF_NAME = 0.5;

  /** Where all bars lie, in the units of the sum. */
  private final double least;

  private final double length;

  SumBars(double least, double most) {
    this.least = least;
    length = most > least ? most - least : 1;
    Styling.as(this, "#why-bars", "why-bars");
    var name = new ColumnConstraints();
    name.setMinWidth(0);
    name.maxWidthProperty().bind(widthProperty().multiply(MOST_OF_NAME));
    var bar = new ColumnConstraints();
    bar.setHgrow(Priority.ALWAYS);
    var number = new ColumnConstraints();
    number.setHalignment(HPos.RIGHT);
    number.setMinWidth(USE_PREF_SIZE);
    getColumnConstraints().setAll(name, bar, number);
  }

  /** Adds a bar, or a mark for a sum; the tip is said of its name. */
  void add(WhyWords.Line of, String tip) {
    var label = Labels.line("bar-name", of.isSum() ? "why-sum" : "data");
    label.setText(Shortened.end(of.name(), LONGEST_NAME));
    label.setMinWidth(0);
    Tooltips.install(label, new SimpleStringProperty(tip));
    var said = Labels.whole(of.isSum() ? "why-sum" : "why-number");
    said.setText(of.number());
    var look = of.isSum() ? "why-mark" : of.to() > of.from() ? "why-up" : "why-down";
    var from = (Math.min(of.from(), of.to()) - least) / length;
    var bar = new Bar(from, Math.abs(of.to() - of.from()) / length, look);
    bar.setAccessibleText(of.name() + " " + of.number());
    addRow(getRowCount(), label, bar, said);
  }

  /** A bar within a track, from a share of its width on. */
  private static final class Bar extends Region {

    private static final double LEAST_PIXELS = 2;

    private final double from;
    private final double share;

    Bar(double from, double share, String look) {
      this.from = from;
      this.share = share;
      getStyleClass().add("bar");
      getChildren().add(Styling.as(new Region(), "bar-fill", look));
    }

    @Override
    protected void layoutChildren() {
      var width = Math.max(LEAST_PIXELS, snapSizeX(share * getWidth()));
      var left = Math.min(snapPositionX(from * getWidth()), getWidth() - width);
      getChildren().getFirst().resizeRelocate(left, 0, width, getHeight());
    }
  }
}
