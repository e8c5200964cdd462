package dev.neuralworkbench.app.screen;

import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.backprop.BackpropView;
import dev.neuralworkbench.ui.backprop.BackpropViewModel;
import dev.neuralworkbench.ui.chart.curve.ChartFiles;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.NoticeLine;
import dev.neuralworkbench.ui.common.ScreenView;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Visibility;
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
import dev.neuralworkbench.ui.evaluation.ErrorsPane;
import dev.neuralworkbench.ui.evaluation.EvaluateTab;
import dev.neuralworkbench.ui.evaluation.EvaluateView;
import dev.neuralworkbench.ui.evaluation.EvaluateView.OtherFile;
import dev.neuralworkbench.ui.evaluation.EvaluateViewModel;
import dev.neuralworkbench.ui.evaluation.part.ComparePane;
import dev.neuralworkbench.ui.evaluation.part.CompareViewModel;
import dev.neuralworkbench.ui.evaluation.part.InputsPane;
import dev.neuralworkbench.ui.evaluation.part.InputsViewModel;
import dev.neuralworkbench.ui.evaluation.part.ThresholdPane;
import dev.neuralworkbench.ui.evaluation.part.ThresholdViewModel;
import dev.neuralworkbench.ui.live.LiveView;
import dev.neuralworkbench.ui.live.LiveViewModel;
import dev.neuralworkbench.ui.live.NetworkPaneViewModel;
import dev.neuralworkbench.ui.prediction.MappingPane;
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
import dev.neuralworkbench.ui.workspace.Trainer;
import dev.neuralworkbench.ui.workspace.Workspace;
import dev.neuralworkbench.ui.workspace.files.TypedText;
import dev.neuralworkbench.ui.workspace.files.WorkspaceServices;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.IntegerProperty;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/**
 * What screens are made of; {@code first} is what the first start says, {@code asked} the row that
 * Predict is asked for.
 */
public record ScreenParts(
    WorkspaceServices services,
    EditorViewModel editor,
    PreviewViewModel preview,
    BackpropViewModel backprop,
    RowsViewModel rows,
    FileDrop drop,
    Node first,
    Runnable saveReport,
    Function<String, Node> export,
    IntegerProperty asked) {

  private Workspace workspace() {
    return services.workspace();
  }

  private Trainer trainer() {
    return services.trainer();
  }

  private BackgroundTasks tasks() {
    return services.window().tasks();
  }

  /** Says of a screen of the model that a moment of the past is shown, and leads back. */
  Node pastNotice(String id) {
    var messages = services.messages();
    var moment = services.travel().moment;
    var epochs = moment.map(it -> Numbers.count(it.epochs())).orElse("");
    var said = messages.text(epochs, (words, it) -> words.text("past.shown", it));
    var sentence = NoticeLine.sentence(said, "#" + id + "-past");
    Runnable back = services.travel()::back;
    var button = Buttons.of(messages, "past.end", back, "#" + id + "-past-end", "small");
    var notice = Styling.as(new HBox(sentence, button), "notice-row");
    Visibility.when(notice, moment.isNotNull());
    return notice;
  }

  ScreenView data() {
    var files = services.files();
    var sources =
        new DataViewModel.Sources(
            files::openSample,
            (name, text) -> files.openTyped(new TypedText(name, text)),
            services.reading()::changeReading,
            services.reading()::changeReading,
            files.missing::ask);
    return new DataView(
        new DataViewModel(workspace(), tasks(), sources),
        new RecipeViewModel(workspace(), tasks()),
        editor,
        preview,
        new Fields(services.messages()),
        chartFiles());
  }

  ScreenView evaluate() {
    var model = new EvaluateViewModel(workspace(), trainer(), tasks());
    var others = new RowsViewModel(workspace(), services.window(), trainer()::products);
    others.answered.subscribe(
        given -> {
          if (given != null) {
            model.bring(given);
          }
        });
    var study = new CrossValidationViewModel(workspace(), tasks(), trainer()::products);
    var compare = new CompareViewModel(workspace(), tasks(), trainer()::products, study.chosen);
    var inputs = new InputsViewModel(workspace(), model.judged, trainer()::products, tasks());
    var threshold = new ThresholdViewModel(workspace(), model.judged, trainer()::products, tasks());
    var parts =
        Map.<EvaluateTab, Supplier<Region>>of(
            EvaluateTab.THRESHOLD,
            () -> new ThresholdPane(threshold, services.messages()),
            EvaluateTab.INPUTS,
            () -> new InputsPane(inputs, chartFiles()),
            EvaluateTab.COMPARE,
            () -> new ComparePane(compare, services.window()),
            EvaluateTab.ERRORS,
            () -> new ErrorsPane(model, tasks(), chartFiles(), asked::set));
    return new EvaluateView(
        model,
        study,
        parts,
        chartFiles(),
        trainer()::train,
        services.files().missing::ask,
        asked::set,
        export.apply("evaluate-export"),
        new OtherFile(
            others::openFile,
            new MappingPane(others, services.messages(), "evaluate.mapping.answer")));
  }

  ScreenView backpropView() {
    return new BackpropView(backprop, services.window(), services.files().missing::ask);
  }

  ScreenView predict() {
    var model =
        new PredictViewModel(
            workspace(), trainer(), tasks(), tasks().lane("answers"), trainer()::products);
    var predict =
        new PredictView(
            model,
            rows,
            tasks(),
            chartFiles(),
            picture(tasks().lane("row pictures")),
            export.apply("predict-export"));
    drop.zone(predict, "drop.picture", predict::takes, predict::openPicture);
    drop.zone(predict.rowsArea(), "drop.rows", rows::answer);
    asked.subscribe(
        row -> {
          model.fill(row.intValue());
          asked.set(0);
        });
    return predict;
  }

  ScreenView runs() {
    var window = services.window();
    var pictures = tasks().lane("run pictures");
    return new RunsView(
        new RunsModels(
            new RunsViewModel(workspace(), trainer(), tasks()),
            new GapsViewModel(workspace(), tasks(), trainer()::products),
            new PairViewModel(workspace(), tasks(), trainer()::products),
            new LandscapeViewModel(workspace(), tasks(), trainer()::products),
            new RateViewModel(workspace(), tasks(), trainer()::products),
            new StudyViewModel(
                workspace(),
                trainer(),
                tasks(),
                () -> window.notices().complain(window.messages().text("runs.study.ended")))),
        chartFiles(),
        () -> picture(pictures),
        saveReport);
  }

  private ChartFiles chartFiles() {
    return new ChartFiles(services.window(), () -> workspace().document().get().data().name());
  }

  ScreenView live() {
    var pictures = tasks().lane("pictures");
    var model = new LiveViewModel(workspace(), trainer(), services.travel(), tasks());
    return new LiveView(
        model,
        new NetworkPaneViewModel(workspace(), trainer(), model, tasks(), pictures),
        first,
        chartFiles(),
        picture(pictures));
  }

  private DecisionPicture picture(Executor executor) {
    return new DecisionPicture(services.messages(), tasks(), executor, trainer()::products);
  }
}
