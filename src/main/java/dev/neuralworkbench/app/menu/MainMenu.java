package dev.neuralworkbench.app.menu;

import dev.neuralworkbench.data.sample.Sample;
import dev.neuralworkbench.model.WorkedNetwork;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.workspace.files.FileCommands;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.Property;
import javafx.collections.ObservableList;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;

/** Makes the menu's entries, texts following the language. */
public record MainMenu(Messages messages) {

  public MenuBar bar(Menu... menus) {
    return Styling.as(new MenuBar(menus), "#menu");
  }

  public Menu menu(String id, MenuItem... items) {
    var menu = Styling.as(new Menu(null, null, items), "#menu-" + id);
    menu.textProperty().bind(messages.text("menu." + id));
    return menu;
  }

  /** A button with a menu, called as that is. */
  public MenuButton button(String id, String name, MenuItem... items) {
    var button = Styling.as(new MenuButton(null, null, items), "#" + id, "flat", "small");
    button.textProperty().bind(messages.text("menu." + name));
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  public MenuItem item(Command command) {
    var item =
        Buttons.item(
            new MenuItem(), command.text(), () -> command.action().run(), "#menu-" + command.id());
    item.setMnemonicParsing(false);
    item.setAccelerator(command.keys());
    command.disabled().subscribe(disabled -> item.setDisable(disabled));
    item.setUserData(command);
    return item;
  }

  public CheckMenuItem check(String id, String keys, Property<Boolean> property) {
    var item = Styling.as(new CheckMenuItem(), "#menu-" + id);
    item.textProperty().bind(messages.text("command." + id));
    item.setMnemonicParsing(false);
    item.setAccelerator(KeyCombination.valueOf(keys));
    item.selectedProperty().bindBidirectional(property);
    return item;
  }

  public MenuItem screen(String titleKey, int number, Runnable show) {
    var item = item("menu-screen-" + number, titleKey, show);
    item.setAccelerator(KeyCombination.valueOf("Shortcut+" + number));
    return item;
  }

  public SeparatorMenuItem line() {
    return new SeparatorMenuItem();
  }

  public List<MenuItem> samples(FileCommands files) {
    return Sample.all().stream()
        .map(it -> item("sample-" + it.id(), "sample." + it.id(), () -> files.openSample(it)))
        .toList();
  }

  public List<MenuItem> worked(FileCommands files) {
    return Stream.of(WorkedNetwork.values()).map(network -> worked(network, files)).toList();
  }

  private MenuItem worked(WorkedNetwork network, FileCommands files) {
    Runnable open = () -> files.openWorked(network, messages.now(network.nameKey() + ".table"));
    return item("worked-" + network.id(), network.nameKey(), open);
  }

  private MenuItem item(String id, String key, Runnable action) {
    return Buttons.item(new MenuItem(), messages.text(key), action, "#" + id);
  }

  /** A submenu of the files opened last; cannot be opened while there are none. */
  public Menu recent(ObservableList<Path> recent, FileCommands files) {
    var menu = menu("recent");
    recent.subscribe(() -> showRecent(menu, recent, files));
    showRecent(menu, recent, files);
    return menu;
  }

  private static void showRecent(Menu menu, List<Path> recent, FileCommands files) {
    menu.setDisable(recent.isEmpty());
    menu.getItems()
        .setAll(
            recent.stream()
                .map(
                    file -> {
                      var item = Styling.as(new MenuItem(file.toString()), "data");
                      item.setMnemonicParsing(false);
                      item.setOnAction(_ -> files.choose(file));
                      return item;
                    })
                .toList());
  }

  public <T extends Enum<T>> Menu choice(
      String id, T[] values, Function<T, String> nameKey, Property<T> property) {
    var menu = menu(id);
    menu.getItems()
        .setAll(
            Buttons.choices(
                List.of(values),
                it -> messages.text(nameKey.apply(it)),
                it -> "menu-" + id + "-" + it.name().toLowerCase(Locale.ROOT),
                property,
                property::setValue));
    return menu;
  }
}
