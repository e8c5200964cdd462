package dev.neuralworkbench.app;

import dev.neuralworkbench.app.help.Help;
import dev.neuralworkbench.app.help.LogCommands;
import dev.neuralworkbench.app.menu.About;
import dev.neuralworkbench.app.menu.Commands;
import dev.neuralworkbench.app.menu.ComputingMenu;
import dev.neuralworkbench.app.menu.MainMenu;
import dev.neuralworkbench.app.screen.AppScreen;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.ui.common.Appearance;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.TextSize;
import dev.neuralworkbench.ui.common.Theme;
import dev.neuralworkbench.ui.workspace.Speed;
import dev.neuralworkbench.ui.workspace.Trainer;
import dev.neuralworkbench.ui.workspace.files.FileCommands;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.collections.ObservableList;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

record Menus(
    MainMenu menu,
    Commands commands,
    Messages messages,
    Theme theme,
    Help help,
    Trainer trainer,
    Presenter presenter,
    BooleanProperty forms,
    Consumer<AppScreen> screen) {

  MenuBar bar(FileCommands files, ObservableList<Path> recent, Stage stage, LogCommands log) {
    return menu.bar(file(files, recent, stage), edit(), train(), view(), help(stage, log));
  }

  private Menu file(FileCommands files, ObservableList<Path> recent, Stage stage) {
    var samples = menu.menu("samples", menu.samples(files).toArray(MenuItem[]::new));
    var worked = menu.menu("worked", menu.worked(files).toArray(MenuItem[]::new));
    return menu.menu(
        "file",
        menu.item(commands.openData()),
        samples,
        worked,
        menu.item(commands.previewData()),
        menu.item(commands.newTable()),
        menu.item(commands.pasteTable()),
        menu.item(commands.openModel()),
        menu.recent(recent, files),
        menu.line(),
        menu.item(commands.save()),
        menu.item(commands.saveAs()),
        menu.item(commands.saveTable()),
        menu.item(commands.report()),
        menu.line(),
        menu.item(
            commands.always(
                "quit",
                null,
                "Shortcut+Q",
                () -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)))));
  }

  private Menu edit() {
    return menu.menu("edit", menu.item(commands.undo()), menu.item(commands.redo()));
  }

  private Menu train() {
    return menu.menu(
        "train",
        menu.item(commands.toggle()),
        menu.item(commands.trainKept()),
        menu.item(commands.trainAnew()),
        menu.item(commands.stop()),
        menu.line(),
        menu.item(commands.stepEpoch()),
        menu.item(commands.stepBatch()),
        menu.line(),
        menu.choice("speed", Speed.values(), Speed::nameKey, trainer.speed()),
        new ComputingMenu(menu, messages, trainer.computing()).menu(),
        menu.line(),
        menu.item(commands.reset()));
  }

  private Menu view() {
    return menu.menu(
        "view",
        menu.menu("screens", screens()),
        menu.line(),
        menu.choice("appearance", Appearance.values(), Appearance::nameKey, theme.appearance),
        menu.choice("language", Language.values(), Language::nameKey, messages.language()),
        zoom(),
        menu.line(),
        menu.check("forms", "F9", forms),
        menu.check("presenter", "F11", presenter.on));
  }

  private Menu zoom() {
    var text = theme.text;
    var sizes = menu.choice("textsize", TextSize.values(), TextSize::nameKey, text);
    sizes
        .getItems()
        .addAll(
            menu.line(),
            zoom("zoom-in", "Shortcut+EQUALS", () -> text.set(text.get().step(1))),
            zoom("zoom-out", "Shortcut+MINUS", () -> text.set(text.get().step(-1))),
            zoom("zoom-usual", "Shortcut+0", () -> text.set(TextSize.PERCENT_100)));
    return sizes;
  }

  private MenuItem zoom(String id, String keys, Runnable action) {
    return menu.item(commands.always(id, null, keys, action));
  }

  private MenuItem[] screens() {
    return IntStream.range(0, AppScreen.ALL.size())
        .mapToObj(i -> screen(AppScreen.ALL.get(i), i + 1))
        .toArray(MenuItem[]::new);
  }

  private MenuItem screen(AppScreen shown, int number) {
    return menu.screen(shown.titleKey(), number, () -> screen.accept(shown));
  }

  private Menu help(Stage stage, LogCommands log) {
    return menu.menu(
        "help",
        menu.item(commands.always("help", null, "F1", help::page)),
        menu.item(commands.always("glossary", null, null, help::terms)),
        menu.item(commands.always("find-command", null, "Shortcut+Shift+P", help::commands)),
        menu.line(),
        menu.item(commands.always("copy-report", null, null, log::copyReport)),
        menu.item(commands.always("show-log", null, null, log::show)),
        menu.item(
            commands.always("about", null, null, () -> new About(stage, messages, theme).show())));
  }
}
