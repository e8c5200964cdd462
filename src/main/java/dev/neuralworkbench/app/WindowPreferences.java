package dev.neuralworkbench.app;

import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.common.ColumnWidths;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Theme;
import dev.neuralworkbench.ui.common.dialog.SystemDialogs;
import dev.neuralworkbench.ui.workspace.Trainer;
import dev.neuralworkbench.ui.workspace.preferences.Preferences;
import dev.neuralworkbench.ui.workspace.preferences.Preferences.Folders;
import dev.neuralworkbench.ui.workspace.preferences.Preferences.Views;
import dev.neuralworkbench.ui.workspace.preferences.Preferences.WindowSize;
import dev.neuralworkbench.ui.workspace.preferences.PreferencesFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import javafx.stage.Stage;

/**
 * What a window keeps from one start to the next, and the parts that begin with it: words, look,
 * dialogs, files used last. Written beside the window whenever something of it changes.
 */
final class WindowPreferences {

  final boolean firstStart;
  final Preferences before;
  final Messages messages;
  final Theme theme;
  final SystemDialogs dialogs;
  final ObservableList<Path> recent;
  final ObservableSet<String> openParts;
  final ColumnWidths widths;
  private final Stage stage;
  private final PreferencesFile file;
  private final Executor writer;
  private Supplier<Preferences> now;

  /**
   * As they were at the end of the last start.
   *
   * @param writer writes beside the window: a home may lie on another machine
   */
  WindowPreferences(
      Stage stage, PreferencesFile file, Function<Language, Words> languages, Executor writer) {
    this.stage = stage;
    this.file = file;
    this.writer = writer;
    firstStart = !file.exists();
    before = file.read();
    now = () -> before;
    var language = before.language();
    messages =
        new Messages(
            languages, language == null ? Language.nearest(Locale.getDefault()) : language);
    theme = new Theme(before.appearance());
    theme.text.set(before.window().text());
    dialogs = new SystemDialogs(stage, messages, theme);
    dialogs.dataFolder.set(before.folders().data());
    dialogs.modelFolder.set(before.folders().models());
    recent = FXCollections.observableArrayList(before.recentFiles());
    openParts = FXCollections.observableSet(new TreeSet<>(before.openParts()));
    widths = new ColumnWidths(before.views().columns());
  }

  /** Writes from now on what changes, in the window too; at the first start at once. */
  void follow(MainWindow window, Trainer trainer) {
    now =
        () ->
            new Preferences(
                theme.appearance.get(),
                messages.language().get(),
                new Folders(dialogs.dataFolder.get(), dialogs.modelFolder.get()),
                size(),
                recent,
                openParts,
                window.forms.forms(),
                trainer.computing().get(),
                new Views(window.chosen().id(), widths.all()));
    Stream.of(
            theme.text,
            theme.appearance,
            dialogs.dataFolder,
            dialogs.modelFolder,
            messages.language(),
            window.shown)
        .forEach(value -> value.addListener(_ -> save()));
    if (firstStart) {
      save();
    }
  }

  /** A file was opened or saved. */
  void used(Path used) {
    recent.setAll(now.get().withRecent(used.toAbsolutePath()).recentFiles());
    save();
  }

  /** Where this user saves, and opens files now. */
  List<Path> folders(List<Path> opened) {
    var files = Stream.concat(opened.stream(), before.recentFiles().stream());
    return Stream.of(
            files.map(it -> it.toAbsolutePath().getParent()),
            Stream.of(before.folders().data(), before.folders().models()),
            Stream.of(file.folder().path().toAbsolutePath()))
        .flatMap(it -> it)
        .filter(Objects::nonNull)
        .toList();
  }

  void save() {
    var present = now.get();
    writer.execute(() -> file.write(present));
  }

  private WindowSize size() {
    var was = before.window();
    var maximized = stage.isMaximized();
    var ownSize = !maximized && !stage.isFullScreen() && !stage.isIconified();
    return new WindowSize(
        ownSize ? stage.getScene().getWidth() : was.width(),
        ownSize ? stage.getScene().getHeight() : was.height(),
        maximized,
        ownSize ? stage.getX() : was.x(),
        ownSize ? stage.getY() : was.y(),
        theme.text.get());
  }
}
