package dev.neuralworkbench.app;

import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Screen;
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.workspace.TimeTravel;
import dev.neuralworkbench.ui.workspace.ViewedMoment;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A screen of the model, with a sentence above it while a moment of the past is shown. */
final class PastScreen implements Screen {

  private final Screen inner;
  private final VBox view = new VBox();

  PastScreen(Screen inner, TimeTravel travel, Messages messages) {
    this.inner = inner;
    var sentence = new Label();
    sentence.setId(inner.id() + "-past");
    sentence.setWrapText(true);
    sentence.setMinHeight(Region.USE_PREF_SIZE);
    sentence
        .textProperty()
        .bind(
            messages.text(
                travel.moment(), (words, moment) -> words.text("past.shown", epochs(moment))));
    var back = new Button();
    back.setId(inner.id() + "-past-end");
    back.getStyleClass().addAll("flat", "small");
    back.setMinWidth(Region.USE_PREF_SIZE);
    back.textProperty().bind(messages.text("past.end"));
    back.setOnAction(_ -> travel.back());
    Tooltips.install(back, messages.text("past.end.tip"));
    var strip = new HBox(sentence, back);
    strip.getStyleClass().add("notice");
    var place = new VBox(strip);
    place.getStyleClass().add("past-strip");
    place.visibleProperty().bind(travel.moment().isNotNull());
    place.managedProperty().bind(place.visibleProperty());
    VBox.setVgrow(inner.view(), Priority.ALWAYS);
    view.getChildren().setAll(place, inner.view());
  }

  private static String epochs(@Nullable ViewedMoment moment) {
    return moment == null ? "" : Numbers.count(moment.epochs());
  }

  @Override
  public String id() {
    return inner.id();
  }

  @Override
  public String titleKey() {
    return inner.titleKey();
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
  public void hidden() {
    inner.hidden();
  }
}
