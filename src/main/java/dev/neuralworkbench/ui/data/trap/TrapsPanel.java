package dev.neuralworkbench.ui.data.trap;

import dev.neuralworkbench.data.trap.Trap;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.text.TrapWords;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Icon;
import dev.neuralworkbench.ui.common.IconView;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.common.Visibility;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What deceives: each with its numbers, its rows and what helps. Shows when asked for. */
public final class TrapsPanel extends VBox {

  /** The gravest, as many as anybody looks through. */
  private static final int MOST = 20;

  private final TrapsViewModel model;
  private final Messages messages;
  private final BiConsumer<Integer, Integer> look;
  private final VBox traps = Styling.as(new VBox(), "traps");

  /** Look brings a cell into sight: row −1 for a whole column, column −1 for the chosen one. */
  public TrapsPanel(TrapsViewModel model, Messages messages, BiConsumer<Integer, Integer> look) {
    this.model = model;
    this.messages = messages;
    this.look = look;
    Styling.as(this, "#traps", "panel");
    var heading = Labels.line(messages.text("traps.heading"), "panel-heading");
    heading.setMaxWidth(Double.MAX_VALUE);
    Runnable closes = () -> model.open.set(false);
    var close =
        Buttons.icon(Icon.REMOVE, messages, "traps.close", closes, "#traps-close", "flat", "small");
    getChildren().setAll(Styling.as(new HBox(Space.wide(heading), close), "traps-head"), traps);
    OnAnyChange.all(this::show, model.open, model.found);
  }

  /** Only what is asked for is made: a table of many columns may have a trap in each. */
  private void show() {
    var found = model.open.get() ? model.found.get() : List.<Trap>of();
    Visibility.when(this, !found.isEmpty());
    traps.getChildren().setAll(found.stream().limit(MOST).map(TrapPane::new).toList());
    if (found.size() > MOST) {
      traps
          .getChildren()
          .add(Labels.sentence(messages.text("traps.rest", found.size() - MOST), "muted"));
    }
  }

  /** One trap: what was found, where to look at it, why it deceives, what helps. */
  private final class TrapPane extends VBox {

    private static final int MOST_COLUMNS = 3;

    private final Trap trap;
    private final String id;

    TrapPane(Trap trap) {
      this.trap = trap;
      var column = trap.columns().isEmpty() ? "" : "-" + trap.columns().getFirst();
      id = "trap-" + trap.kind().id() + column;
      Styling.as(this, "#" + id, "trap");
      if (!trap.kind().isCertain()) {
        var grade = Labels.line(messages.text("traps.possible"), "trap-possible");
        getChildren().add(Styling.as(grade, "#" + id + "-possible"));
      }
      getChildren().add(sentence("found", TrapWords::found));
      if (!trap.columns().isEmpty() || trap.rows().count() > 0) {
        getChildren().add(places());
      }
      getChildren().add(Styling.as(sentence("why", TrapWords::why), "muted"));
      getChildren().add(sentence("remedy", TrapWords::remedy));
      if (!trap.remedies().isEmpty()) {
        var buttons = Styling.as(new FlowPane(), "trap-remedies");
        buttons.getChildren().setAll(trap.remedies().stream().map(this::remedy).toList());
        getChildren().add(buttons);
      }
    }

    private Label sentence(String part, BiFunction<Trap, Words, String> write) {
      return Labels.sentence(
          messages.text(words -> write.apply(trap, words)), "#" + id + "-" + part);
    }

    private FlowPane places() {
      var places = Styling.as(new FlowPane(), "trap-places");
      places.getChildren().add(Labels.line(messages.text("traps.show"), "muted"));
      for (var column : trap.columns().stream().limit(MOST_COLUMNS).toList()) {
        var name = new SimpleStringProperty(model.name(column));
        var link = link(name, "column-" + column, () -> look.accept(-1, column));
        Tooltips.install(link, messages.text("traps.column.tip", name.get()));
        places.getChildren().add(Styling.as(link, "data"));
      }
      var column = trap.columns().isEmpty() ? -1 : trap.columns().getFirst();
      for (var row : trap.rows().first()) {
        var name = messages.text("traps.row", row + 1);
        var link = link(name, "row-" + row, () -> look.accept(row, column));
        Tooltips.install(link, messages.text("traps.row.tip", row + 1));
        places.getChildren().add(link);
      }
      var more = trap.rows().count() - trap.rows().first().size();
      if (more > 0) {
        places.getChildren().add(Labels.line(messages.text("traps.more", more), "muted"));
      }
      return places;
    }

    private Hyperlink link(ObservableValue<String> name, String place, Runnable action) {
      return Buttons.link(name, action, "#" + id + "-" + place);
    }

    private Button remedy(Trap.Remedy by) {
      var key = "traps." + Ids.of(by);
      var isMany = by == Trap.Remedy.IGNORE && trap.columns().size() > 1;
      var isOfCopies = by == Trap.Remedy.LEAVE_OUT && trap.kind() == Trap.Kind.DUPLICATES;
      var name = isMany ? "traps.ignore.many" : isOfCopies ? "traps.leave_out.copies" : key;
      var said = messages.text(name, trap.columns().size());
      var button = Buttons.saying(said, () -> model.remedy(trap, by), "#" + id + "-" + Ids.of(by));
      Tooltips.install(button, messages.text(key + ".tip"));
      return button;
    }
  }

  /** How much there is to look at, above the table; a press shows it. Not there for nothing. */
  public static final class Line extends ToggleButton {

    public Line(TrapsViewModel model, Messages messages) {
      Styling.as(this, "#traps-line", "traps-line");
      setGraphic(new IconView(Icon.WARNING));
      setMinWidth(USE_PREF_SIZE);
      textProperty()
          .bind(messages.text(model.found, (words, it) -> words.text("traps.line", it.size())));
      Tooltips.install(this, messages.text("traps.line.tip"));
      selectedProperty().bindBidirectional(model.open);
      Visibility.when(this, model.found.map(it -> !it.isEmpty()));
    }
  }
}
