package dev.neuralworkbench.ui.backprop;

import dev.neuralworkbench.ui.common.Visibility;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** The drawing beside the steps where there is room, otherwise above them. */
final class SideBySide extends Region {

  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
  private static final double WIDE_IN_EM = 40;
  private static final double ROOMY_IN_EM = 62;
  private static final double SHARE_BESIDE = 0.32;
  private static final double SHARE_WITH_ROOM = 0.42;
  private static final double SHARE_BEFORE_A_CLASS = 0.5;
  private static final double SHARE_ABOVE = 0.32;
  private static final double GAP_IN_EM = 1.143;

  private final Region drawing;
  private final Region steps;
  private final Label font = new Label();
  private boolean beside = true;
  final ReadOnlyBooleanWrapper above = new ReadOnlyBooleanWrapper();
  private boolean presenting;

  SideBySide(Region drawing, Region steps) {
    this.drawing = drawing;
    this.steps = steps;
    Visibility.when(font, false);
    getStyleClass().add("side-by-side");
    getChildren().setAll(drawing, steps, font);
    font.fontProperty().subscribe(this::requestLayout);
    widthProperty().subscribe(_ -> above.set(!fitsBeside()));
  }

  /** Whether the drawing may stand beside; else it is above, and what is told has all width. */
  void beside(boolean now) {
    beside = now;
    above.set(!fitsBeside());
    requestLayout();
  }

  /** Whether it is shown to a class: then the drawing carries as much as the words. */
  void present(boolean now) {
    presenting = now;
    requestLayout();
  }

  private boolean fitsBeside() {
    return beside && getWidth() >= WIDE_IN_EM * font.getFont().getSize();
  }

  @Override
  protected void layoutChildren() {
    var em = font.getFont().getSize();
    // On a whole pixel: what scrolls is clipped there, and would lose a part of its first one.
    var gap = Math.rint(GAP_IN_EM * em);
    var width = getWidth();
    var height = getHeight();
    var narrow = width < ROOMY_IN_EM * em;
    pseudoClassStateChanged(NARROW, narrow);
    if (fitsBeside()) {
      var usual = narrow ? SHARE_BESIDE : SHARE_WITH_ROOM;
      var left = Math.floor(width * (presenting ? SHARE_BEFORE_A_CLASS : usual));
      drawing.resizeRelocate(0, 0, left, height);
      steps.resizeRelocate(left + gap, 0, width - left - gap, height);
    } else {
      var top = Math.floor(height * SHARE_ABOVE);
      drawing.resizeRelocate(0, 0, width, top);
      steps.resizeRelocate(0, top + gap, width, height - top - gap);
    }
  }

  @Override
  protected double computePrefWidth(double height) {
    return WIDE_IN_EM * font.getFont().getSize();
  }

  @Override
  protected double computePrefHeight(double width) {
    return WIDE_IN_EM * 0.6 * font.getFont().getSize();
  }
}
