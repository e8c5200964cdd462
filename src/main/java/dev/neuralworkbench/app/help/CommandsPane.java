package dev.neuralworkbench.app.help;

import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Visibility;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** The commands that contain what is searched for, with their keys; those called so first. */
final class CommandsPane extends ListView<CommandEntry> {

  private static final double BESIDE_TEXT = 48;
  private static final PseudoClass IDLE = PseudoClass.getPseudoClass("idle");

  private final Supplier<List<CommandEntry>> all;
  private final Consumer<CommandEntry> chosen;

  /** Asks for all commands, as they are now, and tells which one is to be done. */
  CommandsPane(Messages messages, Supplier<List<CommandEntry>> all, Consumer<CommandEntry> chosen) {
    this.all = all;
    this.chosen = chosen;
    Styling.as(this, "#help-commands", "help-list");
    accessibleTextProperty().bind(messages.text("help.commands"));
    setCellFactory(_ -> new CommandCell());
  }

  void runChosen() {
    var entry = getSelectionModel().getSelectedItem();
    if (entry != null && entry.canRun()) {
      chosen.accept(entry);
    }
  }

  /** Chooses the entry so many further down, as far as there are any. */
  void move(int by) {
    var next = Math.clamp(getSelectionModel().getSelectedIndex() + (long) by, 0, last());
    getSelectionModel().select(next);
    scrollTo(Math.max(0, next - 2));
  }

  private int last() {
    return Math.max(0, getItems().size() - 1);
  }

  void fill(Filter filter) {
    getItems()
        .setAll(
            all.get().stream()
                .filter(entry -> entry.matches(filter))
                .sorted(Comparator.comparing(entry -> !entry.isCalled(filter)))
                .toList());
    getSelectionModel().selectFirst();
  }

  private final class CommandCell extends ListCell<CommandEntry> {

    private final Label name = Labels.line("command-name");
    private final Label keys = Labels.whole("command-keys");
    private final Text tip = Styling.as(new Text(), "command-tip");
    private final VBox all;

    CommandCell() {
      name.setMinWidth(0);
      tip.wrappingWidthProperty().bind(CommandsPane.this.widthProperty().subtract(BESIDE_TEXT));
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
