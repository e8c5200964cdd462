package dev.neuralworkbench.app.screen;

import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.ScreenView;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.workspace.TimeTravel;
import dev.neuralworkbench.ui.workspace.TimeTravel.ViewedMoment;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A screen of the model, with a sentence above it while a moment of the past is shown. */
public final class PastScreen implements ScreenView {

  private final ScreenView inner;
  private final VBox view = new VBox();

  public PastScreen(String id, ScreenView inner, TimeTravel travel, Messages messages) {
    this.inner = inner;
    var sentence =
        Labels.sentence(
            messages.text(
                travel.moment(), (words, moment) -> words.text("past.shown", epochs(moment))),
            "#" + id + "-past");
    var back =
        Buttons.of(messages, "past.end", travel::back, "#" + id + "-past-end", "flat", "small");
    var strip = Styling.as(new HBox(sentence, back), "notice");
    var place = Styling.as(new VBox(strip), "past-strip");
    Visibility.when(place, travel.moment().isNotNull());
    view.getChildren().setAll(place, Space.tall(inner.view()));
    view.focusedProperty().subscribe(now -> handOn(now));
  }

  /** The focus of the whole is the screen's. */
  private void handOn(boolean focused) {
    if (focused) {
      inner.view().requestFocus();
    }
  }

  private static String epochs(@Nullable ViewedMoment moment) {
    return moment == null ? "" : Numbers.count(moment.epochs());
  }

  @Override
  public Node view() {
    return view;
  }

  @Override
  public void shown() {
    inner.shown();
  }

  @Override
  public void present(boolean now) {
    inner.present(now);
  }

  @Override
  public void hidden() {
    inner.hidden();
  }
}
