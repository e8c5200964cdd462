package dev.neuralworkbench.app.help;

import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Theme;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javafx.stage.WindowEvent;

/**
 * All commands over the middle of the window, for as long as one is looked for: what is typed
 * filters them, arrows move, Enter does the chosen one, Esc closes. Those done last come first.
 */
final class CommandPalette {

  private static final double WIDTH = 640;
  private static final double HEIGHT = 420;

  private final Stage owner;
  private final Theme theme;
  private final Stage stage = new Stage(StageStyle.UNDECORATED);
  private final TextField search = Styling.as(new TextField(), "#command-search");
  private final CommandsPane commands;

  /** What was done, the last first. */
  private final List<MenuItem> recent = new ArrayList<>();

  CommandPalette(Stage owner, Messages messages, Theme theme, List<Menu> menus) {
    this.owner = owner;
    this.theme = theme;
    commands = new CommandsPane(messages, () -> ordered(menus, messages), this::run);
    commands.setPlaceholder(Labels.sentence(messages.text("help.nothing"), "muted"));
    search.promptTextProperty().bind(messages.text("help.command.prompt"));
    Labels.unseen(messages.text("help.command.prompt"), search);
    search.textProperty().subscribe(text -> commands.fill(Filter.of(text)));
    messages.language().subscribe(_ -> commands.fill(Filter.of(search.getText())));
    var content =
        Styling.as(
            new VBox(search, Space.tall(commands)), "#command-palette", "help", "command-palette");
    content.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    stage.initOwner(owner);
    owner.addEventHandler(WindowEvent.WINDOW_HIDDEN, _ -> stage.hide());
    stage.titleProperty().bind(messages.text("help.commands"));
    stage.setScene(new Scene(content));
    theme.dress(stage.getScene());
    theme.text.subscribe(size -> content.getStylesheets().setAll(Theme.enlarged(size.factor())));
    stage
        .focusedProperty()
        .addListener(
            (_, _, focused) -> {
              if (!focused) {
                stage.hide();
              }
            });
  }

  void show() {
    search.clear();
    commands.fill(Filter.of(""));
    var zoom = theme.text.get().factor();
    stage.setWidth(Math.min(WIDTH * zoom, owner.getWidth()));
    stage.setHeight(Math.min(HEIGHT * zoom, owner.getHeight()));
    stage.setX(owner.getX() + (owner.getWidth() - stage.getWidth()) / 2);
    stage.setY(owner.getY() + (owner.getHeight() - stage.getHeight()) / 2);
    stage.show();
    stage.requestFocus();
    search.requestFocus();
  }

  private List<CommandEntry> ordered(List<Menu> menus, Messages messages) {
    return CommandEntry.all(menus, messages).stream()
        .sorted(
            Comparator.comparingInt(
                it -> recent.contains(it.item()) ? recent.indexOf(it.item()) : recent.size()))
        .toList();
  }

  private void press(KeyEvent key) {
    switch (key.getCode()) {
      case ESCAPE -> stage.hide();
      case ENTER -> commands.runChosen();
      case DOWN -> commands.move(1);
      case UP -> commands.move(-1);
      default -> {
        return;
      }
    }
    key.consume();
  }

  private void run(CommandEntry entry) {
    var item = entry.item();
    if (item != null) {
      recent.remove(item);
      recent.addFirst(item);
    }
    stage.hide();
    owner.requestFocus();
    entry.run();
  }
}
