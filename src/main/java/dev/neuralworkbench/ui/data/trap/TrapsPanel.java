package dev.neuralworkbench.ui.data.trap;

import dev.neuralworkbench.data.trap.Trap;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Follow;
import dev.neuralworkbench.ui.common.Icon;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Shown;
import dev.neuralworkbench.ui.common.Styled;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What deceives: each with its numbers, its rows and what helps. Shows when asked for. */
public final class TrapsPanel extends VBox {

  /** The gravest, as many as anybody looks through. */
  private static final int MOST = 20;

  private final TrapsViewModel model;
  private final Messages messages;
  private final BiConsumer<Integer, Integer> look;
  private final VBox traps = Styled.as(new VBox(), "traps");

  /**
   * @param look brings a cell of the table into sight: its row, −1 for a whole column, and its
   *     column, −1 for the one that is chosen
   */
  public TrapsPanel(TrapsViewModel model, Messages messages, BiConsumer<Integer, Integer> look) {
    this.model = model;
    this.messages = messages;
    this.look = look;
    Styled.as(this, "#traps", "panel");
    var heading = Labels.line(messages.text("traps.heading"), "panel-heading");
    heading.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(heading, Priority.ALWAYS);
    var close =
        Buttons.icon(
            Icon.REMOVE,
            messages,
            "traps.close",
            () -> model.open().set(false),
            "#traps-close",
            "flat",
            "small");
    getChildren().setAll(Styled.as(new HBox(heading, close), "traps-head"), traps);
    Follow.all(this::show, model.open(), model.found());
  }

  /** Only what is asked for is made: a table of many columns may have a trap in each. */
  private void show() {
    var found = model.open().get() ? model.found().get() : List.<Trap>of();
    Shown.when(this, !found.isEmpty());
    traps
        .getChildren()
        .setAll(
            found.stream().limit(MOST).map(it -> new TrapPane(it, model, messages, look)).toList());
    if (found.size() > MOST) {
      traps
          .getChildren()
          .add(Labels.sentence(messages.text("traps.rest", found.size() - MOST), "muted"));
    }
  }
}
