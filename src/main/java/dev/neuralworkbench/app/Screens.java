package dev.neuralworkbench.app;

import dev.neuralworkbench.app.screen.LateScreen;
import dev.neuralworkbench.app.screen.PastScreen;
import dev.neuralworkbench.ui.backprop.BackpropView;
import dev.neuralworkbench.ui.backprop.BackpropViewModel;
import dev.neuralworkbench.ui.chart.curve.ChartFiles;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Notices;
import dev.neuralworkbench.ui.common.Screen;
import dev.neuralworkbench.ui.common.ScreenView;
import dev.neuralworkbench.ui.common.dialog.Dialogs;
import dev.neuralworkbench.ui.common.dialog.FileDrop;
import dev.neuralworkbench.ui.common.form.Fields;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.data.DataScreenViewModel;
import dev.neuralworkbench.ui.data.DataView;
import dev.neuralworkbench.ui.data.editor.EditorViewModel;
import dev.neuralworkbench.ui.data.preview.PreviewViewModel;
import dev.neuralworkbench.ui.data.sample.RecipeViewModel;
import dev.neuralworkbench.ui.evaluation.CrossValidationViewModel;
import dev.neuralworkbench.ui.evaluation.EvaluateView;
import dev.neuralworkbench.ui.evaluation.EvaluateViewModel;
import dev.neuralworkbench.ui.live.LiveView;
import dev.neuralworkbench.ui.live.LiveViewModel;
import dev.neuralworkbench.ui.live.NetworkPaneViewModel;
import dev.neuralworkbench.ui.prediction.PredictView;
import dev.neuralworkbench.ui.prediction.PredictViewModel;
import dev.neuralworkbench.ui.prediction.RowsViewModel;
import dev.neuralworkbench.ui.runs.GapsViewModel;
import dev.neuralworkbench.ui.runs.RunsView;
import dev.neuralworkbench.ui.runs.RunsView.RunsModels;
import dev.neuralworkbench.ui.runs.RunsViewModel;
import dev.neuralworkbench.ui.runs.landscape.LandscapeViewModel;
import dev.neuralworkbench.ui.runs.pair.PairViewModel;
import dev.neuralworkbench.ui.runs.rate.RateViewModel;
import dev.neuralworkbench.ui.runs.study.StudyViewModel;
import dev.neuralworkbench.ui.workspace.TimeTravel;
import dev.neuralworkbench.ui.workspace.Trainer;
import dev.neuralworkbench.ui.workspace.WindowServices;
import dev.neuralworkbench.ui.workspace.Workspace;
import dev.neuralworkbench.ui.workspace.files.FileCommands;
import dev.neuralworkbench.ui.workspace.files.ReadingCommands;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;

/** Makes the screens. */
record Screens(
    Workspace workspace,
    Trainer trainer,
    TimeTravel travel,
    BackgroundTasks tasks,
    Messages messages,
    Notices notices,
    Dialogs dialogs,
    FileCommands files,
    ReadingCommands reading,
    EditorViewModel editor,
    PreviewViewModel preview,
    BackpropViewModel backprop,
    RowsViewModel rows,
    FileDrop drop,
    Node first,
    Runnable saveReport) {

  /** All of them; the first that shows is made, the others when they are looked at. */
  List<Screen> all() {
    return List.of(
        new LateScreen("data", "form.data", this::data),
        new LateScreen("live", "live.title", this::live),
        past("evaluate", "evaluate.title", this::evaluate),
        past("backprop", "backprop.title", this::backpropView),
        past("predict", "predict.title", this::predict),
        new LateScreen("runs", "runs.title", () -> new RunsView(runs(), chartFiles(), saveReport)));
  }

  private Screen past(String id, String titleKey, Supplier<ScreenView> view) {
    return new LateScreen(id, titleKey, () -> new PastScreen(id, view.get(), travel, messages));
  }

  private ScreenView data() {
    return new DataView(
        new DataScreenViewModel(workspace, tasks),
        new RecipeViewModel(workspace, tasks),
        editor,
        preview,
        new Fields(messages),
        chartFiles(),
        new OpenedData(files, reading));
  }

  private ScreenView evaluate() {
    return new EvaluateView(
        new EvaluateViewModel(workspace, trainer, tasks, trainer::products),
        new CrossValidationViewModel(workspace, tasks, trainer::products),
        chartFiles(),
        trainer::train,
        files.missing()::ask);
  }

  private ScreenView backpropView() {
    return new BackpropView(
        backprop, new WindowServices(messages, dialogs, tasks, notices), files.missing()::ask);
  }

  private ScreenView predict() {
    var predict =
        new PredictView(
            new PredictViewModel(
                workspace, trainer, tasks, tasks.lane("answers"), trainer::products),
            rows,
            tasks,
            messages,
            tasks.lane("row pictures"),
            trainer::products);
    drop.zone(predict.rowsArea(), "drop.rows", rows::answer);
    return predict;
  }

  private RunsModels runs() {
    return new RunsModels(
        new RunsViewModel(workspace, trainer, tasks, trainer::products),
        new GapsViewModel(workspace, tasks, trainer::products),
        new PairViewModel(workspace, tasks, trainer::products),
        new LandscapeViewModel(workspace, tasks, trainer::products),
        new RateViewModel(workspace, tasks, trainer::products),
        new StudyViewModel(
            workspace, trainer, tasks, () -> notices.complain(messages.text("runs.study.ended"))),
        tasks.lane("run pictures"),
        trainer::products);
  }

  private ChartFiles chartFiles() {
    return new ChartFiles(
        messages, dialogs, tasks, notices, () -> workspace.document().get().data().name());
  }

  private ScreenView live() {
    var pictures = tasks.lane("pictures");
    var model = new LiveViewModel(workspace, trainer, travel, tasks);
    return new LiveView(
        model,
        new NetworkPaneViewModel(workspace, trainer, model, tasks, pictures, trainer::products),
        first,
        chartFiles(),
        pictures,
        trainer::products);
  }
}
