package dev.neuralworkbench.testing;

import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;

/**
 * What the toolkit tells a screen reader of a control, on the systems where it tells anything. A
 * field and a list that is opened are named by their label alone: their text is their value. FX
 * thread.
 *
 * @param name empty for none
 * @param value empty for none
 */
public record Spoken(AccessibleRole role, String name, String value) {

  /** What is told of a node. */
  public static Spoken of(Node node) {
    var role = (AccessibleRole) node.queryAccessibleAttribute(AccessibleAttribute.ROLE);
    return new Spoken(role == null ? AccessibleRole.NODE : role, name(node, role), value(node));
  }

  /** Whether the toolkit hands on a value for the role. */
  public boolean hasValue() {
    return switch (role) {
      case TEXT_FIELD,
          TEXT_AREA,
          COMBO_BOX,
          SLIDER,
          CHECK_BOX,
          RADIO_BUTTON,
          TOGGLE_BUTTON,
          TITLED_PANE ->
          true;
      default -> false;
    };
  }

  private static String name(Node node, AccessibleRole role) {
    var label = (Node) node.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY);
    var ofLabel = label == null ? "" : text(label, AccessibleAttribute.TEXT);
    var own = isNamedByItsLabel(role) ? "" : text(node, AccessibleAttribute.TEXT);
    return own.isBlank() ? ofLabel : own;
  }

  private static boolean isNamedByItsLabel(AccessibleRole role) {
    return role == AccessibleRole.TEXT_FIELD
        || role == AccessibleRole.TEXT_AREA
        || role == AccessibleRole.COMBO_BOX;
  }

  private static String value(Node node) {
    return switch (node.getAccessibleRole()) {
      case TEXT_FIELD, TEXT_AREA, COMBO_BOX -> text(node, AccessibleAttribute.TEXT);
      case SLIDER -> text(node, AccessibleAttribute.VALUE);
      case CHECK_BOX, RADIO_BUTTON, TOGGLE_BUTTON -> text(node, AccessibleAttribute.SELECTED);
      case TITLED_PANE -> text(node, AccessibleAttribute.EXPANDED);
      default -> node instanceof MenuButton button ? chosen(button) : "";
    };
  }

  /** The entry that is chosen among those of which one is. */
  private static String chosen(MenuButton button) {
    return button.getItems().stream()
        .filter(item -> item instanceof RadioMenuItem radio && radio.isSelected())
        .map(item -> Objects.requireNonNullElse(item.getText(), ""))
        .findFirst()
        .orElse("");
  }

  private static String text(Node node, AccessibleAttribute attribute) {
    return Stream.ofNullable(node.queryAccessibleAttribute(attribute))
        .map(Object::toString)
        .findFirst()
        .orElse("");
  }
}
