package dev.neuralworkbench.ui.live;

import dev.neuralworkbench.ui.common.Visibility;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** The network, the square picture if there is one, curves below or beside; notes lie over it. */
final class LivePanes extends Pane {

  private static final double GAP_IN_EM = 0.286;
  private static final double WIDE_GAP_IN_EM = 1.714;

  /** The strip of curves: a share of the height, between bounds. */
  private static final double STRIP = 0.18;

  private static final double LEAST_STRIP_IN_EM = 7.714;
  private static final double TALL_STRIP_IN_EM = 9.6;
  private static final double NARROW_IN_EM = 54;
  private static final double MOST_STRIP_IN_EM = 13.6;

  /** The picture's heading above the square. */
  private static final double HEADING_IN_EM = 1.857;

  /** How much narrower a picture is than high, around a square plane. */
  private static final double SPARED_IN_EM = 0.714;

  private static final double NOTE_IN_EM = 1.857;

  /** What the network needs at least, as a share of the width. */
  private static final double LEAST_NETWORK = 0.42;

  private final Region network;
  private final Region picture;
  private final Region notes;
  private final List<? extends Region> charts;
  private final Label ruler = new Label();
  private boolean pictured;

  LivePanes(Region network, Region picture, Region notes, List<? extends Region> charts) {
    this.network = network;
    this.picture = picture;
    this.notes = notes;
    this.charts = charts;
    getStyleClass().add("live-panes");
    var all = new ArrayList<Node>(charts);
    all.addAll(0, List.of(ruler, network, picture));
    all.add(notes);
    getChildren().setAll(all);
    ruler.setVisible(false);
    setMinSize(0, 0);
    ruler.fontProperty().subscribe(_ -> requestLayout());
    Visibility.when(picture, false);
  }

  void show(boolean withPicture) {
    if (pictured != withPicture) {
      pictured = withPicture;
      Visibility.when(picture, withPicture);
      requestLayout();
    }
  }

  @Override
  protected void layoutChildren() {
    var em = ruler.getFont().getSize();
    var width = getWidth();
    var height = getHeight();
    var gap = Math.rint(WIDE_GAP_IN_EM * em);
    if (pictured) {
      // Where curves have no names at their ends, a legend needs a row.
      var least = width < NARROW_IN_EM * em ? TALL_STRIP_IN_EM : LEAST_STRIP_IN_EM;
      var strip = Math.rint(Math.clamp(STRIP * height, least * em, MOST_STRIP_IN_EM * em));
      var above = Math.max(0, height - strip - Math.rint(GAP_IN_EM * em));
      var most = Math.rint((1 - LEAST_NETWORK) * width - gap);
      var square = Math.clamp(Math.rint(above - HEADING_IN_EM * em), 0, Math.max(0, most));
      // Its numbers and its legend need less width than height; its heading may need more.
      var right = Math.max(square - Math.rint(SPARED_IN_EM * em), Math.ceil(picture.minWidth(-1)));
      var left = width - right - gap;
      place(network, 0, 0, left, above - Math.rint(NOTE_IN_EM * em));
      place(picture, left + gap, 0, right, above);
      place(charts.getFirst(), 0, height - strip, left, strip);
      place(charts.getLast(), left + gap, height - strip, right, strip);
      over(left, above);
    } else {
      var half = Math.floor((width - gap) / 2);
      var low = Math.floor((height - Math.rint(GAP_IN_EM * em)) / 2);
      place(network, 0, 0, half, height - Math.rint(NOTE_IN_EM * em));
      place(charts.getFirst(), width - half, 0, half, low);
      place(charts.getLast(), width - half, height - low, half, low);
      over(half, height);
    }
  }

  private void over(double width, double bottom) {
    var tall = Math.min(bottom, notes.prefHeight(width));
    place(notes, 0, bottom - tall, width, tall);
  }

  private static void place(Region pane, double x, double y, double width, double height) {
    pane.resizeRelocate(x, y, Math.max(0, width), Math.max(0, height));
  }
}
