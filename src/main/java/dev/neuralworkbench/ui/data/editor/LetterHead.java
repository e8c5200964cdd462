package dev.neuralworkbench.ui.data.editor;

import dev.neuralworkbench.ui.common.grid.GridHead;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** The head of a column without a name: A, B … Z, AA, AB, as spreadsheets have it. */
final class LetterHead extends Label implements GridHead<EditorContent> {

  private static final int LETTERS = 26;

  LetterHead() {
    getStyleClass().addAll("letter-head", "data");
  }

  @Override
  public Region node() {
    return this;
  }

  @Override
  public void show(EditorContent content, int column, boolean selected) {
    setText(letters(column));
  }

  static String letters(int column) {
    var last = String.valueOf((char) ('A' + column % LETTERS));
    return column < LETTERS ? last : letters(column / LETTERS - 1) + last;
  }
}
