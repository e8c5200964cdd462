package dev.neuralworkbench.ui.data;

import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.TestDialogs;
import dev.neuralworkbench.testing.UserRobot;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.chart.curve.ChartFiles;
import dev.neuralworkbench.ui.common.Appearance;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Notices;
import dev.neuralworkbench.ui.common.Theme;
import dev.neuralworkbench.ui.common.dialog.WindowServices;
import dev.neuralworkbench.ui.common.form.Fields;
import dev.neuralworkbench.ui.common.work.FxBackgroundTasks;
import dev.neuralworkbench.ui.data.editor.EditorViewModel;
import dev.neuralworkbench.ui.data.preview.PreviewViewModel;
import dev.neuralworkbench.ui.data.sample.RecipeViewModel;
import dev.neuralworkbench.ui.workspace.Workspace;
import java.util.function.Function;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** The data screen alone in a window. */
final class DataWindow implements AutoCloseable {

  final Workspace workspace;
  final TestSources sources;
  final FxBackgroundTasks tasks = new FxBackgroundTasks();
  final TestDialogs dialogs = new TestDialogs();
  private final Stage stage;
  private DataView shown;

  DataWindow(Document document, UserRobot robot) {
    this(document, robot, Sentences::of, Language.ENGLISH);
  }

  DataWindow(
      Document document, UserRobot robot, Function<Language, Words> words, Language language) {
    workspace = FxThread.call(() -> new Workspace(document, tasks));
    sources = new TestSources(workspace);
    stage = FxThread.call(() -> open(new Messages(words, language)));
    robot.frames(5);
  }

  private Stage open(Messages messages) {
    var editor = new EditorViewModel(workspace, sources::openTyped, Runnable::run);
    workspace.stretch.subscribe(_ -> editor.leave());
    var view =
        new DataView(
            new DataViewModel(workspace, tasks, sources.asked()),
            new RecipeViewModel(workspace, tasks),
            editor,
            new PreviewViewModel(tasks, (_, _) -> {}),
            new Fields(messages),
            new ChartFiles(
                new WindowServices(messages, dialogs, tasks, new Notices()), () -> "data"));
    var window = new Stage();
    window.setScene(new Scene(view, 980, 640));
    new Theme(Appearance.LIGHT).dress(window.getScene());
    window.show();
    view.shown();
    shown = view;
    return window;
  }

  /** As if another screen were chosen. FX thread. */
  void hide() {
    shown.view().setVisible(false);
    shown.hidden();
  }

  /** As if its tab were chosen again. FX thread. */
  void show() {
    shown.view().setVisible(true);
    shown.shown();
  }

  Scene scene() {
    return stage.getScene();
  }

  @Override
  public void close() {
    FxThread.run(stage::close);
  }
}
