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
import dev.neuralworkbench.ui.common.TextSize;
import dev.neuralworkbench.ui.workspace.Speed;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

record Menus(
    MainMenu menu,
    Commands commands,
    ExportSaving export,
    Navigation work,
    WindowPreferences preferences,
    Presenter presenter,
    Help help,
    LogCommands log,
    BooleanProperty forms,
    Stage stage) {

  MenuBar bar() {
    return menu.bar(file(), edit(), train(), view(), ofHelp());
  }

  private Menu file() {
    var files = work.services.files();
    var samples = menu.menu("samples", menu.samples(files).toArray(MenuItem[]::new));
    var worked = menu.menu("worked", menu.worked(files).toArray(MenuItem[]::new));
    return menu.menu(
        "file",
        menu.item(commands.openData()),
        samples,
        worked,
        menu.item(commands.previewData()),
        menu.item(commands.openPictures()),
        menu.item(commands.newTable()),
        menu.item(commands.pasteTable()),
        menu.item(commands.openModel()),
        menu.recent(preferences.recent, files),
        menu.line(),
        menu.item(commands.save()),
        menu.item(commands.saveAs()),
        menu.item(commands.saveTable()),
        menu.item(commands.report()),
        menu.menu("export", export.items(menu, commands)),
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
    var trainer = work.services.trainer();
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
        new ComputingMenu(menu, preferences.messages, trainer.computing()).menu(),
        menu.line(),
        menu.item(commands.reset()));
  }

  private Menu view() {
    var look = preferences.theme.appearance;
    var language = preferences.messages.language();
    return menu.menu(
        "view",
        menu.menu("screens", screens()),
        menu.line(),
        menu.choice("appearance", Appearance.values(), Appearance::nameKey, look),
        menu.choice("language", Language.values(), Language::nameKey, language),
        zoom(),
        menu.line(),
        menu.check("forms", "F9", forms),
        menu.check("presenter", "F11", presenter.on));
  }

  private Menu zoom() {
    var text = preferences.theme.text;
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
    return menu.screen(shown.titleKey, number, () -> work.chosen.set(shown));
  }

  private Menu ofHelp() {
    var about = new About(stage, preferences.messages, preferences.theme);
    return menu.menu(
        "help",
        menu.item(commands.always("help", null, "F1", () -> help.show(Help.Part.PAGE))),
        menu.item(commands.always("glossary", null, null, () -> help.show(Help.Part.TERMS))),
        menu.item(commands.always("find-command", null, "Shortcut+Shift+P", help::commands)),
        menu.line(),
        menu.item(commands.always("copy-report", null, null, log::copyReport)),
        menu.item(commands.always("show-log", null, null, log::show)),
        menu.item(commands.always("about", null, null, about::show)));
  }
}
