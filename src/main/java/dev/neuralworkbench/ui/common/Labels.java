package dev.neuralworkbench.ui.common;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Texts in panes; their names are those of {@link Styling}. */
public final class Labels {

  private Labels() {}

  /** A text in one line; where there is no room it ends in three dots. */
  public static Label line(String... names) {
    return Styling.as(new Label(), names);
  }

  public static Label line(ObservableValue<String> text, String... names) {
    return telling(text, line(names));
  }

  /**
   * Names a field, or a list that is opened, for who hears the window; to be used where no label
   * stands beside it. An accessible text of its own would be read in the place of its value, and a
   * label outside of the window has no text for a screen reader but an accessible one.
   */
  public static <C extends Control> C unseen(ObservableValue<String> name, C field) {
    var label = new Label();
    label.accessibleTextProperty().bind(name);
    label.setLabelFor(field);
    return field;
  }

  /** A line that is never cut. */
  public static Label whole(String... names) {
    var label = line(names);
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  public static Label whole(ObservableValue<String> text, String... names) {
    return telling(text, whole(names));
  }

  /** A text that wraps as long as there is room below it. */
  public static Label wrapped(String... names) {
    var label = line(names);
    label.setWrapText(true);
    return label;
  }

  public static Label wrapped(ObservableValue<String> text, String... names) {
    return telling(text, wrapped(names));
  }

  /** A text that wraps and takes the height that it needs, so that its end is always seen. */
  public static Label sentence(String... names) {
    var label = wrapped(names);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  public static Label sentence(ObservableValue<String> text, String... names) {
    return telling(text, sentence(names));
  }

  private static Label telling(ObservableValue<String> text, Label label) {
    label.textProperty().bind(text);
    return label;
  }
}
