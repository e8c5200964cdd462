package dev.neuralworkbench.app.screen;

import dev.neuralworkbench.data.sample.Sample;
import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.ui.backprop.BackpropView;
import dev.neuralworkbench.ui.backprop.BackpropViewModel;
import dev.neuralworkbench.ui.chart.curve.ChartFiles;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Notices;
import dev.neuralworkbench.ui.common.ScreenView;
import dev.neuralworkbench.ui.common.dialog.Dialogs;
import dev.neuralworkbench.ui.common.dialog.FileDrop;
import dev.neuralworkbench.ui.common.form.Fields;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.data.DataView;
import dev.neuralworkbench.ui.data.DataViewModel;
import dev.neuralworkbench.ui.data.editor.EditorViewModel;
import dev.neuralworkbench.ui.data.preview.PreviewViewModel;
import dev.neuralworkbench.ui.data.sample.RecipeViewModel;
import dev.neuralworkbench.ui.drawing.map.DecisionPicture;
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
import dev.neuralworkbench.ui.workspace.files.TypedText;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import javafx.scene.Node;

/**
 * What screens are made of.
 *
 * @param first what the first start says
 */
public record ScreenParts(
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

  ScreenView data() {
    return new DataView(
        new DataViewModel(workspace, tasks),
        new RecipeViewModel(workspace, tasks),
        editor,
        preview,
        new Fields(messages),
        chartFiles(),
        new OpenedData(files, reading));
  }

  ScreenView evaluate() {
    return new EvaluateView(
        new EvaluateViewModel(workspace, trainer, tasks),
        new CrossValidationViewModel(workspace, tasks, trainer::products),
        chartFiles(),
        trainer::train,
        files.missing()::ask);
  }

  ScreenView backpropView() {
    return new BackpropView(
        backprop, new WindowServices(messages, dialogs, tasks, notices), files.missing()::ask);
  }

  ScreenView predict() {
    var predict =
        new PredictView(
            new PredictViewModel(
                workspace, trainer, tasks, tasks.lane("answers"), trainer::products),
            rows,
            tasks,
            messages,
            picture(tasks.lane("row pictures")));
    drop.zone(predict.rowsArea(), "drop.rows", rows::answer);
    return predict;
  }

  ScreenView runs() {
    var pictures = tasks.lane("run pictures");
    return new RunsView(
        new RunsModels(
            new RunsViewModel(workspace, trainer, tasks),
            new GapsViewModel(workspace, tasks, trainer::products),
            new PairViewModel(workspace, tasks, trainer::products),
            new LandscapeViewModel(workspace, tasks, trainer::products),
            new RateViewModel(workspace, tasks, trainer::products),
            new StudyViewModel(
                workspace,
                trainer,
                tasks,
                () -> notices.complain(messages.text("runs.study.ended")))),
        chartFiles(),
        () -> picture(pictures),
        saveReport);
  }

  private ChartFiles chartFiles() {
    return new ChartFiles(
        messages, dialogs, tasks, notices, () -> workspace.document().get().data().name());
  }

  ScreenView live() {
    var pictures = tasks.lane("pictures");
    var model = new LiveViewModel(workspace, trainer, travel, tasks);
    return new LiveView(
        model,
        new NetworkPaneViewModel(workspace, trainer, model, tasks, pictures),
        first,
        chartFiles(),
        picture(pictures));
  }

  private DecisionPicture picture(Executor executor) {
    return new DecisionPicture(messages, tasks, executor, trainer::products);
  }

  record OpenedData(FileCommands files, ReadingCommands reading) implements DataView.Sources {

    @Override
    public void openSample(Sample sample) {
      files.openSample(sample);
    }

    @Override
    public void openText(String name, String text) {
      files.openTyped(new TypedText(name, text));
    }

    @Override
    public void changeReading() {
      reading.changeReading();
    }

    @Override
    public void changeReading(UnaryOperator<ReadingChoices> change) {
      reading.changeReading(change);
    }

    @Override
    public void openItsData() {
      files.missing().ask();
    }
  }
}
