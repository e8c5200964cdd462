package dev.neuralworkbench.app.help;

import dev.neuralworkbench.app.menu.Command;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.common.Messages;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be done, and by which keys.
 *
 * @param name what it is called, with the menus that lead to it
 * @param tip what it does, or why it cannot be done now; empty where the name says it
 * @param keys its keys; empty for none
 * @param also other words by which somebody may look for it
 * @param item what does it; null for what keys alone do
 */
record CommandEntry(String name, String tip, String keys, String also, @Nullable MenuItem item) {

  /** The letter by which Alt opens a menu; in Chinese it is beside the name. */
  private static final Pattern MNEMONIC = Pattern.compile("\\(_.\\)|_");

  /** All of a menu's, then what keys alone do. */
  static List<CommandEntry> all(List<Menu> menus, Messages messages) {
    return Stream.concat(
            menus.stream().flatMap(menu -> of(menu, "", "", messages.words())), byKeys(messages))
        .toList();
  }

  private static Stream<CommandEntry> byKeys(Messages messages) {
    return Stream.of(
        byKey("space", messages.now("help.key.space"), messages),
        byKey("paste", "Ctrl+V", messages),
        byKey("term", "F1", messages),
        byKey("next", "→  PgDn", messages),
        byKey("back", "←  PgUp", messages),
        byKey("ends", "Home  End", messages),
        byKey("blanks", "B", messages),
        byKey("charts", "←  →", messages),
        byKey("close", "Esc", messages));
  }

  private static CommandEntry byKey(String id, String keys, Messages messages) {
    return new CommandEntry(
        messages.now("help.keys." + id), messages.now("help.keys." + id + ".tip"), keys, "", null);
  }

  private static Stream<CommandEntry> of(MenuItem item, String path, String alsoOf, Words words) {
    var name = path + text(item);
    var key = "help.also." + item.getId();
    var also = words.has(key) ? alsoOf + " " + words.text(key) : alsoOf;
    return switch (item) {
      case Menu menu ->
          menu.getItems().stream().flatMap(inner -> of(inner, name + " ▸ ", also, words));
      case SeparatorMenuItem _ -> Stream.empty();
      default -> Stream.of(new CommandEntry(name, tip(item), keys(item), also, item));
    };
  }

  private static String text(MenuItem item) {
    var text = item.getText() == null ? "" : item.getText();
    return item.isMnemonicParsing() ? MNEMONIC.matcher(text).replaceAll("") : text;
  }

  private static String tip(MenuItem item) {
    if (!(item.getUserData() instanceof Command command)) {
      return "";
    }
    var reason = command.whyNot().getValue();
    return reason.isEmpty() ? command.tip().getValue() : reason;
  }

  private static String keys(MenuItem item) {
    var keys = item.getAccelerator();
    return keys == null ? "" : keys.getDisplayText();
  }

  boolean canRun() {
    return item != null && !item.isDisable();
  }

  void run() {
    if (item instanceof RadioMenuItem radio) {
      radio.setSelected(true);
    } else if (item instanceof CheckMenuItem check) {
      check.setSelected(!check.isSelected());
    }
    if (item != null) {
      item.fire();
    }
  }

  /** Whether its own name says what is searched for, without the menus that lead to it. */
  boolean isCalled(Filter filter) {
    return filter.finds(name.substring(name.lastIndexOf('▸') + 1));
  }

  boolean matches(Filter filter) {
    return filter.finds(String.join(" ", name, keys, tip, also));
  }
}
