package dev.neuralworkbench.app.help;

import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.WhatIsThis;
import dev.neuralworkbench.ui.common.form.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * F1 leads to the term that the control with the focus is about, or the words that the mouse points
 * at, whichever the user came to last; where that is none, F1 is left to the menu.
 */
public final class HelpKey {

  /**
   * How far around a node its words are looked for: a cell of a table is some way below its row.
   */
  private static final int LEVELS = 4;

  private final Help help;
  private final Messages messages;
  private @Nullable Node pointed;

  public HelpKey(Help help, Messages messages) {
    this.help = help;
    this.messages = messages;
  }

  public void install(Scene scene) {
    scene.addEventFilter(
        MouseEvent.MOUSE_MOVED, move -> pointed = move.getPickResult().getIntersectedNode());
    scene.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> pointed = null);
    scene.focusOwnerProperty().addListener((_, _, _) -> pointed = null);
    scene.addEventFilter(KeyEvent.KEY_PRESSED, key -> press(key, scene));
    scene.addEventHandler(WhatIsThis.PageAsked.TYPE, asked -> help.page(asked.page));
  }

  private void press(KeyEvent key, Scene scene) {
    if (key.getCode() != KeyCode.F1) {
      pointed = null;
    } else if (!key.isShortcutDown() && !key.isAltDown() && !key.isShiftDown()) {
      var at = pointed;
      var term = at == null ? term(scene.getFocusOwner(), messages) : term(at, messages);
      term.ifPresent(
          id -> {
            help.term(id);
            key.consume();
          });
    }
  }

  /** The term that a node is about, by the words on it and around it. */
  static Optional<String> term(@Nullable Node node, Messages messages) {
    var glossary = new Glossary(messages.words());
    var at = node;
    for (var level = 0; at != null && level <= LEVELS; level++) {
      for (var text : words(at)) {
        var found = glossary.find(text);
        if (found.isPresent()) {
          return found;
        }
      }
      at = at.getParent();
    }
    return Optional.empty();
  }

  /** What is the user's own, such as the name of a class, is no term. */
  private static List<String> words(Node node) {
    var words = new ArrayList<String>();
    if (node.getStyleClass().contains("data")) {
      return words;
    }
    switch (node) {
      case ComboBoxBase<?> box -> add(words, box.getAccessibleText());
      case TextInputControl field -> add(words, field.getAccessibleText());
      case Slider slider -> add(words, slider.getAccessibleText());
      case Fields.FieldRow row -> {
        if (row.lookup(".field-name") instanceof Label name) {
          add(words, name.getText());
        }
      }
      case Text text -> add(words, text.getText());
      case TitledPane _ -> {} // A part of the forms is about many things.
      case Labeled labeled -> {
        add(words, labeled.getText());
        add(words, labeled.getAccessibleText());
      }
      default -> {}
    }
    return words;
  }

  private static void add(List<String> words, @Nullable String text) {
    if (text != null && !text.isBlank()) {
      words.add(text);
    }
  }
}
