package dev.neuralworkbench.ui.common;

import javafx.css.Styleable;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tab;

/** Parts of panes with the names by which the style sheet and the tests find them. */
public final class Styling {

  private Styling() {}

  /** Names a part by style classes, and by an id where it begins with {@code #}. */
  public static <S extends Styleable> S as(S part, String... names) {
    for (var name : names) {
      if (name.startsWith("#")) {
        identify(part, name.substring(1));
      } else {
        part.getStyleClass().add(name);
      }
    }
    return part;
  }

  private static void identify(Styleable part, String id) {
    if (part instanceof Node node) {
      node.setId(id);
    } else if (part instanceof MenuItem item) {
      item.setId(id);
    } else {
      ((Tab) part).setId(id);
    }
  }
}
