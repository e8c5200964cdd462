package dev.neuralworkbench.ui.data;

import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Tooltips;
import java.math.BigDecimal;
import java.math.MathContext;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Counts by name: a mark, the name, a bar, the count and its share. */
final class BarRows extends GridPane {

  private static final double MOST_OF_NAME = 0.38;

  BarRows() {
    getStyleClass().add("bar-rows");
    var mark = new ColumnConstraints();
    var name = new ColumnConstraints();
    name.setMinWidth(0);
    name.maxWidthProperty().bind(widthProperty().multiply(MOST_OF_NAME));
    var bar = new ColumnConstraints();
    bar.setHgrow(Priority.ALWAYS);
    bar.setMinWidth(0);
    var count = new ColumnConstraints();
    count.setHalignment(HPos.RIGHT);
    count.setMinWidth(USE_PREF_SIZE);
    getColumnConstraints().setAll(mark, name, bar, count, count);
  }

  /** A mark is null for none; a name that is data comes from the user's table. */
  void add(
      @Nullable Region mark, String name, boolean isData, ShareBar bar, long count, double share) {
    var row = getRowCount();
    var text = Styling.as(new Label(name), "bar-name");
    text.setMinWidth(0);
    if (isData) {
      text.getStyleClass().add("data");
      Tooltips.install(text, new SimpleStringProperty(name));
    }
    var number = new Label(Numbers.count(count));
    var percent = Styling.as(new Label(percent(share)), "muted");
    if (mark == null) {
      add(text, 0, row, 2, 1);
    } else {
      add(mark, 0, row);
      add(text, 1, row);
    }
    add(bar, 2, row);
    add(number, 3, row);
    add(percent, 4, row);
  }

  /** In whole percent, but within one of 0 or 100: what is rare is not written as nothing. */
  static String percent(double share) {
    if (Double.isNaN(share)) {
      return "";
    }
    var apart = 100 * Math.min(share, 1 - share);
    if (apart <= 0 || apart >= 1) {
      return Math.round(100 * share) + "%";
    }
    var little = new BigDecimal(apart).round(new MathContext(2));
    var shown = share < 0.5 ? little : BigDecimal.valueOf(100).subtract(little);
    return shown.stripTrailingZeros().toPlainString() + "%";
  }

  /** A bar as long as a share of its track, 0 to 1, in the colour of a style class. */
  static final class ShareBar extends Region {

    private static final double HEIGHT_IN_PIXELS = 8;

    private final double share;

    ShareBar(double share, String look) {
      this.share = share;
      getStyleClass().add("share-bar");
      setMinWidth(0);
      var filled = Styling.as(new Region(), "share", look);
      filled.setManaged(false);
      getChildren().add(filled);
    }

    @Override
    protected void layoutChildren() {
      // What is there at all can be seen.
      var width = share > 0 ? Math.max(1, Math.rint(share * getWidth())) : 0;
      getChildren().getFirst().resizeRelocate(0, 0, width, getHeight());
    }

    @Override
    protected double computePrefHeight(double width) {
      return HEIGHT_IN_PIXELS;
    }

    @Override
    protected double computeMaxHeight(double width) {
      return HEIGHT_IN_PIXELS;
    }
  }
}
