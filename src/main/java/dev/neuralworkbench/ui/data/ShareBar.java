package dev.neuralworkbench.ui.data;

import dev.neuralworkbench.ui.common.Styled;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Region;

/** A bar of stretches side by side, each as long as its share of the whole track. */
final class ShareBar extends Region {

  private static final double HEIGHT_IN_PIXELS = 8;

  private final List<Double> shares = new ArrayList<>();

  ShareBar() {
    getStyleClass().add("share-bar");
    setMinWidth(0);
  }

  /** A share of the track, 0 to 1, in the colour of a style class. */
  ShareBar with(double share, String look) {
    var stretch = Styled.as(new Region(), "share", look);
    stretch.setManaged(false);
    shares.add(share);
    getChildren().add(stretch);
    return this;
  }

  @Override
  protected void layoutChildren() {
    var from = 0.0;
    for (var i = 0; i < shares.size(); i++) {
      var to = from + shares.get(i) * getWidth();
      // What is there at all can be seen.
      var width = shares.get(i) > 0 ? Math.max(1, Math.rint(to) - Math.rint(from)) : 0;
      getChildren().get(i).resizeRelocate(Math.rint(from), 0, width, getHeight());
      from = to;
    }
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
