package dev.neuralworkbench.ui.live;

import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Icon;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styled;
import dev.neuralworkbench.ui.common.Tooltips;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Which epoch's network shows, and a step to the one before or after it. */
final class EpochCell extends VBox {

  /** Of so many epochs there is room for the one that shows; the tooltip has both numbers. */
  private static final int MANY = 100_000;

  private final EpochPlace place;
  private final Messages messages;

  EpochCell(EpochPlace place, Messages messages) {
    this.place = place;
    this.messages = messages;
    Styled.as(this, "#live-scrubber", "headline-cell", "epoch-cell");
    var name =
        Labels.whole(messages.text(this::name, place.sources()), "#scrubber-name", "headline-name");
    var count =
        Labels.line(
            messages.text(this::count, place.sources()), "#scrubber-place", "headline-number");
    count.setMinWidth(0);
    count.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(count, Priority.ALWAYS);
    Tooltips.install(count, messages.text(this::tip, place.sources()));
    var before = step("before", Icon.LEFT, -1);
    var after = step("after", Icon.RIGHT, 1);
    before.disableProperty().bind(Bindings.not(can(-1)));
    after.disableProperty().bind(Bindings.not(can(1)));
    getChildren().setAll(name, Styled.as(new HBox(before, count, after), "epoch-steps"));
  }

  private Button step(String id, Icon icon, int by) {
    Runnable go = () -> place.show(place.shown() + by);
    String[] names = {"#scrubber-" + id, "flat", "small", "epoch-step"};
    return Buttons.icon(icon, messages, "scrubber." + id, go, names);
  }

  private BooleanBinding can(int by) {
    return Bindings.createBooleanBinding(() -> place.canShow(place.shown() + by), place.sources());
  }

  private String name(Words words) {
    return words.text("scrubber.name." + place.kind().id());
  }

  private String tip(Words words) {
    return switch (place.kind()) {
      case NONE -> words.text("scrubber.place.none.tip");
      case KEPT -> words.text("scrubber.place.kept.tip", words.text("command.train-anew"));
      default -> words.text("scrubber.place.tip", place(words));
    };
  }

  private String count(Words words) {
    return switch (place.kind()) {
      case NONE -> "–";
      default -> place.of() < MANY ? place(words) : Numbers.count(place.shown());
    };
  }

  private String place(Words words) {
    return words.text("scrubber.place", Numbers.count(place.shown()), Numbers.count(place.of()));
  }
}
