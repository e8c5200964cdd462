package dev.neuralworkbench.ui.runs;

import dev.neuralworkbench.model.LoggedRun;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.ui.chart.curve.ChartFiles;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.SegmentedButtons;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.drawing.map.DecisionPicture;
import dev.neuralworkbench.ui.runs.RunsView.RunsModels;
import dev.neuralworkbench.ui.runs.landscape.LandscapePane;
import dev.neuralworkbench.ui.runs.pair.PairPane;
import dev.neuralworkbench.ui.runs.rate.RatePane;
import dev.neuralworkbench.ui.runs.study.StudyPane;
import dev.neuralworkbench.ui.runs.study.StudyViewModel;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What stands below the list: pictures of the runs, or the form of a study. */
final class RunDetails extends VBox {

  private enum Part {
    CURVES,
    SCORES,
    PAIR,
    LANDSCAPE,
    RATES,
    STUDY;
  }

  private final RunsModels models;
  private final CurvesPane curves;
  private final ScorePane scores;
  private final ObjectProperty<Part> part = new SimpleObjectProperty<>(Part.CURVES);
  private RunComparison shown = RunComparison.NOTHING;
  private boolean seen;

  RunDetails(
      RunsModels models,
      ChartFiles files,
      Supplier<DecisionPicture> pictures,
      Node report,
      ObservableValue<Map<Integer, Integer>> colors) {
    this.models = models;
    curves = new CurvesPane(models.gaps(), files, train("#runs-curves-train", files.messages()));
    scores = new ScorePane(files, models.runs()::open, () -> choose(Part.STUDY));
    getStyleClass().add("runs-below");
    var form =
        Styling.as(new ScrollPane(new StudyPane(models.study(), files.messages())), "edge-to-edge");
    form.setFitToWidth(true);
    Map<Part, Node> panes = new EnumMap<>(Part.class);
    panes.put(Part.CURVES, curves);
    panes.put(Part.SCORES, scores);
    panes.put(Part.PAIR, new PairPane(models.pair(), files, pictures));
    panes.put(
        Part.LANDSCAPE,
        new LandscapePane(
            models.landscape(), files, train("#runs-landscape-train", files.messages()), colors));
    panes.put(Part.RATES, new RatePane(models.rate(), files));
    panes.put(Part.STUDY, form);
    var tabs =
        SegmentedButtons.of(
            files.messages(),
            List.of(Part.values()),
            it -> "runs." + Ids.of(it),
            it -> "runs-" + Ids.of(it) + "-tab",
            part,
            this::choose,
            "small");
    var all = new StackPane(panes.values().toArray(Node[]::new));
    part.subscribe(now -> panes.forEach((of, pane) -> Visibility.when(pane, of == now)));
    getChildren()
        .setAll(
            Styling.as(new HBox(tabs, Space.between(), report), "section-head"), Space.tall(all));
    // The scores of a study are what it is made for.
    models
        .study()
        .phase
        .addListener(
            (_, _, now) -> {
              var varied = models.study().varied();
              if (now == StudyViewModel.Phase.IDLE && part.get() == Part.STUDY) {
                scores.prefer(varied);
                choose(varied.isEmpty() ? Part.CURVES : Part.SCORES);
              }
            });
  }

  private Button train(String id, Messages messages) {
    var train = Buttons.of(messages, "command.train", models.runs()::train, id);
    train.disableProperty().bind(models.runs().busy());
    return train;
  }

  private void choose(Part next) {
    part.set(next);
    draw();
    tell();
  }

  void seen(boolean now) {
    seen = now;
    tell();
  }

  private void tell() {
    models.study().seen(seen && part.get() == Part.STUDY);
    models.pair().seen(seen && part.get() == Part.PAIR);
    models.landscape().seen(seen && part.get() == Part.LANDSCAPE);
  }

  void show(RunComparison comparison) {
    shown = comparison;
    draw();
  }

  /** Shows the same, in the language of the moment; what is not looked at costs no time. */
  void draw() {
    switch (part.get()) {
      case CURVES -> curves.show(shown.runs(), shown.bands());
      case SCORES -> scores.show(shown.settings(), shown.luck());
      case PAIR, LANDSCAPE, RATES, STUDY -> {}
    }
  }

  /** Tells which rows are chosen: a run each, of a group that of the first seed. */
  void choose(List<LoggedRun> runs) {
    models.pair().choose(runs);
    models.landscape().choose(runs);
  }
}
