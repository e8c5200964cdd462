package dev.neuralworkbench.app.help;

import dev.neuralworkbench.app.screen.AppScreen;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Theme;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Menu;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The help of the main window; its windows are made when they are first asked for. */
public final class Help {

  public enum Part {
    PAGE,
    TERMS
  }

  private final Stage owner;
  private final Messages messages;
  private final Theme theme;
  private final ObjectProperty<AppScreen> screen = new SimpleObjectProperty<>(AppScreen.LIVE);
  private final List<Menu> menus = new ArrayList<>();
  private @Nullable HelpWindow made;
  private @Nullable CommandPalette palette;

  public Help(Stage owner, Messages messages, Theme theme) {
    this.owner = owner;
    this.messages = messages;
    this.theme = theme;
  }

  /**
   * Follows the screen that shows, null for none, and the menus, whose entries are the commands.
   */
  public void follow(ObservableValue<@Nullable AppScreen> shown, List<Menu> menu) {
    shown.subscribe(now -> screen.set(now == null ? screen.get() : now));
    menus.addAll(menu);
  }

  public void show(Part part) {
    window().show(part);
  }

  public void commands() {
    var shown = palette;
    if (shown == null) {
      shown = new CommandPalette(owner, messages, theme, menus);
      palette = shown;
    }
    shown.show();
  }

  /** The page of an item of a screen, such as {@code evaluate.calibration}. */
  void page(String item) {
    window().page(item);
  }

  void term(String id) {
    window().term(id);
  }

  private HelpWindow window() {
    var window = made;
    if (window == null) {
      window = new HelpWindow(owner, messages, theme, screen);
      made = window;
    }
    return window;
  }
}
