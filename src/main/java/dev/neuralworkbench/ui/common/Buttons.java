package dev.neuralworkbench.ui.common;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;

/**
 * Buttons by the key of their name; {@code <key>.tip} says in a sentence what they do. Their style
 * classes and ids are those of {@link Styling}.
 */
public final class Buttons {

  private Buttons() {}

  public static Button of(Messages messages, String key, Runnable action, String... names) {
    return acting(name(new Button(), messages, key), action, names);
  }

  public static Button of(
      Icon icon, Messages messages, String key, Runnable action, String... names) {
    return acting(name(new Button(null, new IconView(icon)), messages, key), action, names);
  }

  public static Button icon(
      Icon icon, Messages messages, String key, Runnable action, String... names) {
    return acting(describe(new Button(null, new IconView(icon)), messages, key), action, names);
  }

  /** A flat one with an icon alone, at the end of what it is about. */
  public static Button small(
      Icon icon, Messages messages, String key, Runnable action, String... names) {
    return Styling.as(
        icon(icon, messages, key, action, names), Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
  }

  /**
   * A small one whose words are no name of a key alone; it never becomes narrower than they are.
   */
  public static Button saying(ObservableValue<String> text, Runnable action, String... names) {
    var button = Styling.as(new Button(), Styles.SMALL);
    button.textProperty().bind(text);
    button.setMinWidth(Region.USE_PREF_SIZE);
    return acting(button, action, names);
  }

  /** Words that are pressed like a button, and never marked as visited: they lead to no page. */
  public static Hyperlink link(ObservableValue<String> text, Runnable action, String... names) {
    var link = new Hyperlink();
    link.textProperty().bind(text);
    link.visitedProperty().bind(new SimpleBooleanProperty(false));
    return acting(link, action, names);
  }

  private static <B extends ButtonBase> B acting(B button, Runnable action, String... names) {
    button.setOnAction(_ -> action.run());
    return Styling.as(button, names);
  }

  public static <I extends MenuItem> I item(
      I item, ObservableValue<String> text, Runnable action, String... names) {
    item.textProperty().bind(text);
    item.setOnAction(_ -> action.run());
    return Styling.as(item, names);
  }

  /** An entry of a menu of which one of a group is chosen. */
  public static RadioMenuItem choice(
      ToggleGroup group, ObservableValue<String> text, Runnable action, String... names) {
    var item = item(new RadioMenuItem(), text, action, names);
    item.setToggleGroup(group);
    return item;
  }

  /** An entry of a menu for each value, of which the one that is chosen is marked. */
  public static <T> List<RadioMenuItem> choices(
      List<? extends T> values,
      Function<T, ObservableValue<String>> name,
      Function<T, String> id,
      ObservableValue<T> chosen,
      Consumer<T> choose) {
    var group = new ToggleGroup();
    return values.stream()
        .map(
            value -> {
              Runnable action = () -> choose.accept(value);
              var item = choice(group, name.apply(value), action, "#" + id.apply(value));
              chosen.subscribe(now -> item.setSelected(value.equals(now)));
              return item;
            })
        .toList();
  }

  /** Writes its name on a button, which never becomes narrower than that, and describes it. */
  public static <B extends ButtonBase> B name(B button, Messages messages, String key) {
    button.textProperty().bind(messages.text(key));
    button.setMinWidth(Region.USE_PREF_SIZE);
    return describe(button, messages, key);
  }

  /** Tells of a button with such entries, of which one is always chosen, what it is and which. */
  public static void tellChosen(
      MenuButton button,
      List<RadioMenuItem> entries,
      ObservableValue<String> name,
      Messages messages) {
    var chosen =
        entries
            .getFirst()
            .getToggleGroup()
            .selectedToggleProperty()
            .flatMap(it -> it instanceof MenuItem item ? item.textProperty() : null);
    button
        .accessibleTextProperty()
        .bind(
            messages.text(
                words -> words.text("button.chosen", name.getValue(), chosen.getValue()),
                name,
                chosen));
  }

  /** Says what a button is and does; one without a sentence shows its name if it bears none. */
  public static <B extends ButtonBase> B describe(B button, Messages messages, String key) {
    button.accessibleTextProperty().bind(messages.text(key));
    if (messages.words().has(key + ".tip")) {
      Tooltips.install(button, messages.text(key + ".tip"));
    } else if (!button.textProperty().isBound()) {
      Tooltips.install(button, messages.text(key));
    }
    return button;
  }
}
