package dev.neuralworkbench.ui.prediction;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** Form and answer, rows below with half the height if answered, and a square picture aside. */
final class PredictLayout extends Pane {

  private static final double MOST_FOR_FORM = 0.62;
  private static final double MOST_ABOVE_ROWS = 0.5;
  private static final double LEAST_ABOVE_ROWS = 0.3;

  /** The picture: a share of the width, its heading and choices, and from when on it shows. */
  private static final double MOST_FOR_PICTURE = 0.38;

  private static final double HEAD_IN_EM = 4.5;
  private static final double WIDE_IN_EM = 66;
  private static final double LEAST_PICTURE_IN_EM = 15;
  private static final double ANSWER_IN_EM = 20;

  private final Region form;
  private final Region answer;
  private final RowsPane rows;
  private final RowPicture picture;
  private final RowPad pad;
  private final Label ruler = new Label();

  PredictLayout(Region form, Region answer, RowsPane rows, RowPicture picture, RowPad pad) {
    this.form = form;
    this.answer = answer;
    this.rows = rows;
    this.picture = picture;
    this.pad = pad;
    getStyleClass().add("predict-parts");
    ruler.setVisible(false);
    getChildren().setAll(ruler, form, answer, rows, picture, pad);
  }

  private double pictureWidth(double gap) {
    var em = ruler.getFont().getSize();
    var beside = form.prefWidth(-1) + ANSWER_IN_EM * em + 3 * gap;
    var most =
        Math.min(
            Math.min(MOST_FOR_PICTURE * getWidth(), getWidth() - beside),
            getHeight() - HEAD_IN_EM * em);
    var side = Math.rint(Math.max(0, most));
    var fits = getWidth() >= WIDE_IN_EM * em && side >= LEAST_PICTURE_IN_EM * em;
    pad.setVisible(fits && pad.hasImage());
    picture.setVisible(fits && !pad.hasImage() && picture.hasMap());
    if (!pad.isVisible() && !picture.isVisible()) {
      return 0;
    }
    for (var square : List.of(picture, pad)) {
      square.resizeRelocate(getWidth() - side, 0, side, side + Math.rint(HEAD_IN_EM * em));
    }
    return side + 2 * gap;
  }

  /** Half the height, or less where the rows could not show a few of their lines. */
  private double aboveAnswers(double width) {
    var height = getHeight();
    return Math.clamp(
        height - rows.minHeight(width), LEAST_ABOVE_ROWS * height, MOST_ABOVE_ROWS * height);
  }

  @Override
  protected double computePrefHeight(double width) {
    return 0;
  }

  @Override
  protected void layoutChildren() {
    var gap = snapSpaceX(rows.getInsets().getTop());
    var width = getWidth() - pictureWidth(gap);
    var formWidth = snapSizeX(Math.min(form.prefWidth(-1), MOST_FOR_FORM * width));
    var answerWidth = Math.min(answer.maxWidth(-1), width - formWidth - gap);
    var wanted = Math.max(form.prefHeight(formWidth), answer.prefHeight(answerWidth));
    var most = rows.hasAnswers() ? aboveAnswers(width) : getHeight() - rows.prefHeight(width);
    var top = snapSizeY(Math.min(wanted, most));
    form.resizeRelocate(0, 0, formWidth, top);
    answer.resizeRelocate(formWidth + gap, 0, answerWidth, top);
    rows.resizeRelocate(0, top, width, getHeight() - top);
  }
}
