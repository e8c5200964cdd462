package dev.neuralworkbench.app;

import dev.neuralworkbench.app.screen.AppScreen;
import dev.neuralworkbench.data.sample.Sample.GeneratedSample;
import dev.neuralworkbench.data.sample.SampleKind;
import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.model.Bookmark;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.ui.backprop.BackpropViewModel;
import dev.neuralworkbench.ui.common.Notices;
import dev.neuralworkbench.ui.common.Notices.Remedy;
import dev.neuralworkbench.ui.common.dialog.Dialogs;
import dev.neuralworkbench.ui.common.dialog.FileKind;
import dev.neuralworkbench.ui.common.dialog.WindowServices;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.data.editor.EditorViewModel;
import dev.neuralworkbench.ui.data.preview.PreviewViewModel;
import dev.neuralworkbench.ui.prediction.RowsViewModel;
import dev.neuralworkbench.ui.workspace.RunState;
import dev.neuralworkbench.ui.workspace.files.FileListener;
import dev.neuralworkbench.ui.workspace.files.TypedText;
import dev.neuralworkbench.ui.workspace.files.WorkspaceServices;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * Decides which screen shows when a file is opened, rows are typed or a training begins. Owns the
 * services of the open work, and the models of the screens that it tells of that.
 */
final class Navigation implements FileListener {

  private static final Document CIRCLES =
      Document.of(DataReference.of(GeneratedSample.of(SampleKind.CIRCLES)));

  /** The screen that is chosen; setting it shows it. */
  final ObjectProperty<AppScreen> chosen = new SimpleObjectProperty<>(AppScreen.LIVE);

  /** The screen that comes because something was opened; null once any is chosen. */
  final ObjectProperty<@Nullable AppScreen> opened = new SimpleObjectProperty<>();

  /** The row of the open table that Predict is asked for, counted from 1; 0 for none. */
  final IntegerProperty asked = new SimpleIntegerProperty();

  final WorkspaceServices services;
  final EditorViewModel editor;
  final PreviewViewModel preview;
  final RowsViewModel rows;
  final BackpropViewModel backprop;
  private final WindowPreferences preferences;

  /** Opens the first document. */
  Navigation(WindowPreferences preferences, Dialogs dialogs, BackgroundTasks tasks) {
    this.preferences = preferences;
    var window = new WindowServices(preferences.messages, dialogs, tasks, new Notices());
    services =
        WorkspaceServices.of(
            first(), preferences.before.computing(), window, this, preferences.dialogs::whenFree);
    var workspace = services.workspace();
    var trainer = services.trainer();
    rows = new RowsViewModel(workspace, window, trainer::products);
    editor =
        new EditorViewModel(
            workspace, services.files()::openTyped, services.saving()::whenTypedMayGo);
    preview = new PreviewViewModel(tasks, services.reading()::read);
    backprop = new BackpropViewModel(workspace, trainer, tasks, trainer::products);
    chosen.subscribe(_ -> opened.set(null));
    asked.subscribe(row -> chosen.set(row.intValue() > 0 ? AppScreen.PREDICT : chosen.get()));
  }

  /**
   * What a start shows before anything is opened: two rings of points and the settings for them.
   * Made by the first call, which others wait for.
   */
  static Document first() {
    return CIRCLES;
  }

  void typeTable() {
    chosen.set(AppScreen.DATA);
    editor.begin(services.messages().now("editor.name"));
  }

  /** A training that begins while the table shows is worth looking at. */
  void showTraining(RunState state) {
    if (state != RunState.PREPARING) {
      return;
    }
    preview.cancel();
    opened.set(null);
    var messages = services.messages();
    var data = services.workspace().document().get().data().name();
    var show = new Remedy(messages.text("error.notUsed.show"), () -> chosen.set(AppScreen.DATA));
    typed()
        .map(it -> messages.text("error.notUsed", it.name(), data))
        .ifPresent(lost -> services.window().notices().complain(lost, show));
    if (chosen.get() == AppScreen.DATA) {
      chosen.set(AppScreen.LIVE);
    }
  }

  @Override
  public void opened(FileKind kind) {
    preview.cancel();
    editor.leave();
    var bookmark = services.workspace().document().get().bookmark();
    chosen.set(AppScreen.LIVE);
    if (bookmark == null) {
      backprop.goTo(null);
    }
    if (kind == FileKind.MODEL && bookmark != null) {
      chosen.set(AppScreen.BACKPROP);
      backprop.goTo(bookmark);
    } else {
      opened.set(kind == FileKind.TABLE ? AppScreen.DATA : AppScreen.PREDICT);
    }
  }

  @Override
  public @Nullable Bookmark bookmark() {
    return chosen.get() == AppScreen.BACKPROP ? backprop.bookmark() : null;
  }

  @Override
  public void openedLesson() {
    chosen.set(AppScreen.BACKPROP);
    backprop.goTo(new Bookmark(Bookmark.Rows.ROW, 1, Bookmark.Detail.UNIT, 1, null));
  }

  @Override
  public Optional<TypedText> typed() {
    return editor.unused();
  }

  @Override
  public void preview(Path file, ReadingChoices choices) {
    chosen.set(AppScreen.DATA);
    preview.begin(file, choices);
  }

  @Override
  public void answer(Path file) {
    rows.answer(file);
  }

  @Override
  public List<Path> recent() {
    return List.copyOf(preferences.recent);
  }

  @Override
  public void used(Path file) {
    preferences.used(file);
  }
}
