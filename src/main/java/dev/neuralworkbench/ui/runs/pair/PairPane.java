package dev.neuralworkbench.ui.runs.pair;

import dev.neuralworkbench.model.LoggedRun;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.study.runs.RunGroup;
import dev.neuralworkbench.study.runs.RunTable;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.RunWords;
import dev.neuralworkbench.ui.chart.curve.ChartFiles;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.drawing.map.DecisionPicture;
import dev.neuralworkbench.ui.runs.pair.PairViewModel.Pair;
import dev.neuralworkbench.ui.runs.pair.PairViewModel.Phase;
import dev.neuralworkbench.ui.runs.pair.PairViewModel.Side;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What two networks answered, side by side, under one slider over the epochs. */
public final class PairPane extends VBox {

  private final PairViewModel model;
  private final Messages messages;
  private final SidePicture left;
  private final SidePicture right;
  private final Slider slider = Styling.as(new Slider(), "#runs-pair-epoch");
  private final Label epoch = Labels.whole("#runs-pair-place");
  private final Label sentence = Labels.sentence("#runs-pair-sentence", "muted");
  private final Button again;
  private final HBox head;
  private final HBox pictures;
  private final HBox scrubber;

  public PairPane(PairViewModel model, ChartFiles files, Supplier<DecisionPicture> made) {
    this.model = model;
    messages = files.messages();
    getStyleClass().add("runs-chart");
    left = new SidePicture("runs-pair-left", files, made.get());
    right = new SidePicture("runs-pair-right", files, made.get());
    pictures = Styling.as(new HBox(Space.wide(left), Space.wide(right)), "pair-pictures");
    pictures.setMinHeight(0);
    again = Buttons.of(messages, "runs.pair.again", model::again, "#runs-pair-again");
    slider.setBlockIncrement(1);
    slider.accessibleTextProperty().bind(messages.text("live.epoch"));
    scrubber = Styling.as(new HBox(epoch, Space.wide(slider)), "pair-scrubber");
    head = Styling.as(new HBox(sentence, Space.between(), again), "section-head", "section-said");
    getChildren().setAll(head, Space.tall(pictures), scrubber);
    slider
        .valueProperty()
        .subscribe(value -> model.epoch.set((int) Math.rint(value.doubleValue())));
    model.epoch.subscribe(_ -> place());
    OnAnyChange.all(this::show, model.pair, model.phase, messages.language());
  }

  private void show() {
    var phase = model.phase.get();
    var pair = model.pair.getValue();
    sentence.setText(phase == Phase.THERE ? "" : messages.now("runs.pair." + Ids.of(phase)));
    Visibility.when(head, phase != Phase.THERE);
    Visibility.when(again, phase == Phase.CANCELLED);
    Visibility.when(pictures, pair != null);
    Visibility.when(scrubber, pair != null);
    if (pair != null) {
      slider.setMax(pair.epochs());
      slider.setValue(model.epoch.get());
      var names = names(pair);
      left.show(pair.left(), names.getFirst());
      right.show(pair.right(), names.getLast());
      place();
    }
  }

  private List<String> names(Pair pair) {
    var runs = List.of(pair.left().run(), pair.right().run());
    var table = RunTable.of(runs);
    var words = new RunWords(messages.words());
    return runs.stream().map(run -> name(run, table, words)).toList();
  }

  private String name(LoggedRun run, RunTable table, RunWords words) {
    var of = new RunGroup(List.of(run));
    var choices = table.columns().isEmpty() ? "" : words.name(of, table.columns());
    var number = words.run(of);
    return choices.isEmpty() || choices.equals(number)
        ? number
        : messages.now("runs.pair.named", number, choices);
  }

  private void place() {
    var pair = model.pair.getValue();
    if (pair == null) {
      return;
    }
    var now = model.epoch.get();
    epoch.setText(
        messages.now("runs.pair.epoch", Numbers.count(now), Numbers.count(pair.epochs())));
    left.draw(now);
    right.draw(now);
    if ((int) Math.rint(slider.getValue()) != now) {
      slider.setValue(now);
    }
  }

  private static final class SidePicture extends VBox {

    private static final int DIGITS = 4;

    private final Messages messages;
    private final DecisionPicture picture;
    private final Label name = Labels.line("chart-heading");
    private final Label state = Labels.line("muted");
    private @Nullable Side side;

    SidePicture(String id, ChartFiles files, DecisionPicture picture) {
      messages = files.messages();
      this.picture = picture;
      picture.chart.setId(id);
      picture.chart.tell(messages, name::getText);
      var save = files.pictureButton(id + "-save", picture.chart, name::getText, "picture.png");
      getStyleClass().add("pair-side");
      name.setMinWidth(0);
      state.setId(id + "-state");
      getChildren()
          .setAll(
              Styling.as(
                  new HBox(name, Space.between(), picture.others(), picture.menu, save),
                  "chart-header"),
              Space.tall(picture),
              state);
    }

    void show(Side run, String called) {
      name.setText(called);
      if (!run.equals(side)) {
        side = run;
        picture.show(run.map());
      }
    }

    /** Draws what it answered after so many epochs, or at the end of a run that had ended. */
    void draw(int epochs) {
      var of = side;
      if (of == null) {
        return;
      }
      var moment = of.trail().at(epochs);
      var design = of.run().record().experiment().network();
      picture.draw(design, moment.weights());
      var loss = of.loss(moment);
      var text =
          messages.now(
              epochs > of.trail().epochs() ? "runs.pair.ended" : "runs.pair.at",
              Numbers.count(moment.epochs()),
              Double.isNaN(loss) ? "–" : Numbers.typeset(Numbers.rounded(loss, DIGITS)));
      var result = of.run().record().result();
      state.setText(
          result.used() < result.epochs()
              ? messages.now("runs.pair.kept", text, Numbers.count(result.used()))
              : text);
    }
  }
}
