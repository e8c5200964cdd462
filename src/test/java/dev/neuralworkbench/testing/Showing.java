package dev.neuralworkbench.testing;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

/** What shows in the open windows, and the texts on it. FX thread. */
public final class Showing {

  private static final Pattern MNEMONIC = Pattern.compile("\\(_.\\)|_");

  private Showing() {}

  /** Every node that shows, the newest window first. */
  public static List<Node> nodes() {
    return Window.getWindows().stream().filter(Window::isShowing).toList().reversed().stream()
        .flatMap(window -> tree(window.getScene().getRoot()))
        .toList();
  }

  /** A node and all below it that show. */
  public static Stream<Node> tree(Node node) {
    if (!node.isVisible()) {
      return Stream.empty();
    }
    return node instanceof Parent parent
        ? Stream.concat(
            Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(Showing::tree))
        : Stream.of(node);
  }

  /** Nodes with an id, written {@code #id}. */
  public static Predicate<Node> withId(String id) {
    return node -> id.equals("#" + node.getId());
  }

  /** Nodes that bear exactly this text. */
  static Predicate<Node> withText(String text) {
    return node -> node instanceof Labeled labeled && text.equals(shown(labeled));
  }

  /** Whether a node is in a list, a menu or a tip. */
  public static boolean isPopup(Node node) {
    return node.getScene().getWindow() instanceof PopupWindow;
  }

  /** Whether a node is another one, or lies below it in the tree. */
  static boolean isWithin(Node node, Node outer) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at.equals(outer)) {
        return true;
      }
    }
    return false;
  }

  /** The text that a control shows; empty if it shows none. */
  public static String text(Node node) {
    return switch (node) {
      case Labeled labeled -> shown(labeled);
      case Text text -> text.getText();
      case TextInputControl input -> input.getText();
      case ComboBox<?> box when box.getButtonCell() != null -> text(box.getButtonCell());
      default -> "";
    };
  }

  /** Its id and class, and those of the nearest around it that has an id. */
  public static String name(Node node) {
    var type = node.getClass().getSimpleName();
    for (Node at = node; at != null; at = at.getParent()) {
      if (at.getId() != null) {
        var place = "#" + at.getId();
        return at.equals(node) ? place + " (" + type + ")" : type + " in " + place;
      }
    }
    return (type + " " + String.join(" ", node.getStyleClass())).trim();
  }

  /** The text without the mark of the letter that Alt chooses it by. */
  private static String shown(Labeled labeled) {
    var text = labeled.getText() == null ? "" : labeled.getText();
    return labeled.isMnemonicParsing() ? MNEMONIC.matcher(text).replaceAll("") : text;
  }
}
