package dev.neuralworkbench.app.help;

import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Theme;
import dev.neuralworkbench.ui.common.Visibility;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;

/**
 * All commands over the middle of the window, for as long as one is looked for: what is typed
 * filters them, those called so first; arrows move, Enter does the chosen one, Esc closes. Those
 * done last come first.
 */
final class CommandPalette {

  private static final double WIDTH = 640;
  private static final double HEIGHT = 420;

  private final Stage owner;
  private final Messages messages;
  private final Theme theme;
  private final List<Menu> menus;
  private final Stage stage = new Stage(StageStyle.UNDECORATED);
  private final TextField search = Styling.as(new TextField(), "#command-search");
  private final ListView<CommandEntry> commands =
      Styling.as(new ListView<>(), "#help-commands", "help-list");

  /** What was done, the last first. */
  private final List<MenuItem> recent = new ArrayList<>();

  CommandPalette(Stage owner, Messages messages, Theme theme, List<Menu> menus) {
    this.owner = owner;
    this.messages = messages;
    this.theme = theme;
    this.menus = menus;
    commands.accessibleTextProperty().bind(messages.text("help.commands"));
    commands.setCellFactory(_ -> new CommandCell());
    commands.setPlaceholder(Labels.sentence(messages.text("help.nothing"), "muted"));
    search.promptTextProperty().bind(messages.text("help.command.prompt"));
    Labels.unseen(messages.text("help.command.prompt"), search);
    search.textProperty().subscribe(_ -> fill());
    messages.language().subscribe(_ -> fill());
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
    fill();
    var zoom = theme.text.get().factor();
    stage.setWidth(Math.min(WIDTH * zoom, owner.getWidth()));
    stage.setHeight(Math.min(HEIGHT * zoom, owner.getHeight()));
    stage.setX(owner.getX() + (owner.getWidth() - stage.getWidth()) / 2);
    stage.setY(owner.getY() + (owner.getHeight() - stage.getHeight()) / 2);
    stage.show();
    stage.requestFocus();
    search.requestFocus();
  }

  /** Those that are as they are now and contain what is searched for. */
  private void fill() {
    var filter = Filter.of(search.getText());
    commands
        .getItems()
        .setAll(
            CommandEntry.all(menus, messages).stream()
                .filter(entry -> entry.matches(filter))
                .sorted(
                    Comparator.comparing((CommandEntry entry) -> !entry.isCalled(filter))
                        .thenComparingInt(this::sinceDone))
                .toList());
    commands.getSelectionModel().selectFirst();
  }

  private int sinceDone(CommandEntry entry) {
    return recent.contains(entry.item()) ? recent.indexOf(entry.item()) : recent.size();
  }

  private void press(KeyEvent key) {
    switch (key.getCode()) {
      case ESCAPE -> stage.hide();
      case ENTER -> runChosen();
      case DOWN -> move(1);
      case UP -> move(-1);
      default -> {
        return;
      }
    }
    key.consume();
  }

  /** Chooses the entry so many further down, as far as there are any. */
  private void move(int by) {
    var last = Math.max(0, commands.getItems().size() - 1);
    var next = Math.clamp(commands.getSelectionModel().getSelectedIndex() + (long) by, 0, last);
    commands.getSelectionModel().select(next);
    commands.scrollTo(Math.max(0, next - 2));
  }

  private void runChosen() {
    var entry = commands.getSelectionModel().getSelectedItem();
    var item = entry == null ? null : entry.item();
    if (item != null && entry.canRun()) {
      recent.remove(item);
      recent.addFirst(item);
      stage.hide();
      owner.requestFocus();
      entry.run();
    }
  }

  private final class CommandCell extends ListCell<CommandEntry> {

    private static final double BESIDE_TEXT = 48;
    private static final PseudoClass IDLE = PseudoClass.getPseudoClass("idle");

    private final Label name = Labels.line("command-name");
    private final Label keys = Labels.whole("command-keys");
    private final Text tip = Styling.as(new Text(), "command-tip");
    private final VBox all;

    CommandCell() {
      name.setMinWidth(0);
      tip.wrappingWidthProperty().bind(commands.widthProperty().subtract(BESIDE_TEXT));
      all = Styling.as(new VBox(new HBox(name, Space.between(), keys), tip), "term");
      all.setMinWidth(0);
      all.setPrefWidth(0);
      setMinWidth(Region.USE_PREF_SIZE);
      setPrefWidth(0);
      setOnMouseClicked(
          click -> {
            if (click.getClickCount() == 2) {
              runChosen();
            }
          });
    }

    @Override
    protected void updateItem(@Nullable CommandEntry entry, boolean empty) {
      super.updateItem(entry, empty);
      setGraphic(entry == null || empty ? null : all);
      if (entry != null) {
        name.setText(entry.name());
        keys.setText(entry.keys());
        tip.setText(entry.tip());
        Visibility.when(tip, !entry.tip().isEmpty());
        setAccessibleText(String.join(" ", entry.name(), entry.keys(), entry.tip()).strip());
        pseudoClassStateChanged(IDLE, entry.item() != null && !entry.canRun());
      }
    }
  }
}
