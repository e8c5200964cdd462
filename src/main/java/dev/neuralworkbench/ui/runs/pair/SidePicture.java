package dev.neuralworkbench.ui.runs.pair;

import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.chart.curve.ChartFiles;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styled;
import dev.neuralworkbench.ui.drawing.map.DecisionPicture;
import dev.neuralworkbench.ui.runs.pair.PairViewModel.Side;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

final class SidePicture extends VBox {

  private static final int DIGITS = 4;

  private final Messages messages;
  private final DecisionPicture picture;
  private final Label name = Labels.line("chart-heading");
  private final Label state = Labels.line("muted");
  private @Nullable Side side;

  SidePicture(String id, ChartFiles files, Executor executor, Supplier<Products> products) {
    messages = files.messages();
    picture = new DecisionPicture(messages, files.tasks(), executor, products);
    picture.chart().setId(id);
    picture.chart().tell(messages, name::getText);
    var save = files.pictureButton(id + "-save", picture.chart(), name::getText, "picture.png");
    getStyleClass().add("pair-side");
    name.setMinWidth(0);
    state.setId(id + "-state");
    VBox.setVgrow(picture, Priority.ALWAYS);
    getChildren()
        .setAll(
            Styled.as(
                new HBox(name, Space.between(), picture.others(), picture.menu(), save),
                "chart-header"),
            picture,
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
