package dev.neuralworkbench.ui.live;

import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.common.Follow;
import dev.neuralworkbench.ui.common.Icon;
import dev.neuralworkbench.ui.common.IconView;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styled;
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.workspace.ReachableEpochs;
import dev.neuralworkbench.ui.workspace.TimeTravel;
import dev.neuralworkbench.ui.workspace.ViewedMoment;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/**
 * The way back into the run: a slider over its epochs, a step either way, the best epoch, the end,
 * and going on from the epoch that shows. Not there while there is nothing to go back to.
 */
final class Scrubber extends HBox {

  private final TimeTravel travel;
  private final ObservableValue<Boolean> changed;
  private final Messages messages;
  private final Slider slider = Styled.as(new Slider(), "#scrubber-slider");
  private final Label place = Styled.as(new Place(), "#scrubber-place");
  private final Button before = new Button(null, new IconView(Icon.LEFT));
  private final Button after = new Button(null, new IconView(Icon.RIGHT));
  private final Button best = new Button();
  private final Button end = new Button();
  private final Button branch = new Button();
  private boolean following;

  /** With whether the network in use was changed since the last epoch. */
  Scrubber(TimeTravel travel, ObservableValue<Boolean> changed, Messages messages) {
    this.travel = travel;
    this.changed = changed;
    this.messages = messages;
    Styled.as(this, "#live-scrubber", "scrubber");
    layOut();
    bind();
  }

  /** Looks how far the run has come; called once a frame while the screen is seen. */
  void pull() {
    travel.pull();
  }

  private void layOut() {
    slider.setMinWidth(0);
    slider.setBlockIncrement(1);
    HBox.setHgrow(slider, Priority.ALWAYS);
    place.setMinWidth(USE_PREF_SIZE);
    managedProperty().bind(visibleProperty());
    getChildren().setAll(before, slider, after, place, best, end, branch);
  }

  private void bind() {
    visibleProperty().bind(travel.reachable().map(ReachableEpochs::isAny));
    var past = travel.moment().isNotNull().or(travel.wanted().isNotNull());
    button(before, "before", () -> show(shown() - 1), atLeast(1));
    button(after, "after", () -> show(shown() + 1), canGoOn());
    button(best, "best", () -> show(travel.reachable().get().best()), hasBest());
    button(end, "end", travel::back, past);
    button(branch, "branch", travel::branch, travel.moment().isNotNull());
    for (var text : List.of(best, end, branch)) {
      text.textProperty().bind(messages.text("scrubber." + text.getId().substring(9)));
    }
    Tooltips.install(slider, messages.text("scrubber.slider.tip"));
    slider.accessibleTextProperty().bind(messages.text("scrubber.slider"));
    place
        .textProperty()
        .bind(
            messages.text(
                this::place, travel.reachable(), travel.moment(), travel.wanted(), changed));
    slider.valueProperty().subscribe(_ -> wish());
    Follow.all(this::follow, travel.reachable(), travel.moment(), travel.wanted());
  }

  private void button(
      Button button, String key, Runnable action, ObservableValue<Boolean> enabled) {
    button.setId("scrubber-" + key);
    button.getStyleClass().addAll("flat", "small");
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(_ -> action.run());
    button.disableProperty().bind(enabled.map(it -> !it));
    button.accessibleTextProperty().bind(messages.text("scrubber." + key));
    Tooltips.install(button, messages.text("scrubber." + key + ".tip"));
  }

  private BooleanBinding atLeast(int steps) {
    return Bindings.createBooleanBinding(
        () -> shown() - steps >= travel.reachable().get().first(),
        travel.reachable(),
        travel.moment(),
        travel.wanted());
  }

  private BooleanBinding canGoOn() {
    return Bindings.createBooleanBinding(
        () -> shown() < travel.reachable().get().last(),
        travel.reachable(),
        travel.moment(),
        travel.wanted());
  }

  private BooleanBinding hasBest() {
    return Bindings.createBooleanBinding(
        () -> travel.reachable().get().best() >= Math.max(1, travel.reachable().get().first()),
        travel.reachable());
  }

  private void show(int epochs) {
    travel.show(epochs);
  }

  /** The slider was moved by the user. */
  private void wish() {
    var epochs = (int) Math.round(slider.getValue());
    if (!following && epochs != shown()) {
      show(epochs);
    }
  }

  private void follow() {
    following = true;
    var reachable = travel.reachable().get();
    slider.setMin(reachable.first());
    slider.setMax(Math.max(reachable.last(), reachable.first() + 1));
    if (!slider.isValueChanging()) {
      slider.setValue(shown());
    }
    following = false;
  }

  /** Epochs done at the moment that is shown or on its way. */
  private int shown() {
    var wanted = travel.wanted().get();
    var moment = travel.moment().get();
    return wanted != null
        ? wanted
        : moment != null ? moment.epochs() : travel.reachable().get().present();
  }

  private String place(Words words) {
    var isPresent = travel.wanted().get() == null && travel.moment().get() == null;
    return isPresent && changed.getValue()
        ? words.text("scrubber.changed", Numbers.count(travel.reachable().get().last()))
        : place(words, travel.wanted().get(), travel.moment().get(), travel.reachable().get());
  }

  private static String place(
      Words words,
      @Nullable Integer wanted,
      @Nullable ViewedMoment moment,
      ReachableEpochs reachable) {
    var last = Numbers.count(reachable.last());
    if (wanted != null) {
      return words.text("scrubber.wanted", Numbers.count(wanted), last);
    }
    if (moment != null) {
      return words.text("scrubber.moment", Numbers.count(moment.epochs()), last);
    }
    return reachable.present() == reachable.last()
        ? words.text("scrubber.present", last)
        : words.text("scrubber.inUse", last, Numbers.count(reachable.present()));
  }

  /** Keeps its width while the digits change, so that the slider keeps its. */
  private static final class Place extends Label {

    private static final double WIDTH_IN_EM = 11;

    @Override
    protected double computePrefWidth(double height) {
      return Math.max(super.computePrefWidth(height), WIDTH_IN_EM * getFont().getSize());
    }
  }
}
