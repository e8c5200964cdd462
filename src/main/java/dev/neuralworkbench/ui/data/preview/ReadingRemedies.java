package dev.neuralworkbench.ui.data.preview;

import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.data.table.RemarkGroup;
import dev.neuralworkbench.data.table.RemarkGroup.Remedy;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Visibility;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.layout.FlowPane;

/** What puts right at one press how columns were read, however many there are. */
public final class ReadingRemedies extends FlowPane {

  private final String id;
  private final Messages messages;
  private final Consumer<UnaryOperator<ReadingChoices>> change;

  /** Buttons whose ids begin with one; what is pressed changes the choices. */
  public ReadingRemedies(
      String id, Messages messages, Consumer<UnaryOperator<ReadingChoices>> change) {
    this.id = id;
    this.messages = messages;
    this.change = change;
    getStyleClass().add("reading-remedies");
    Visibility.when(this, false);
  }

  public void show(List<RemarkGroup> groups) {
    getChildren().clear();
    groups.forEach(group -> group.remedies().forEach(remedy -> add(group, remedy)));
    Visibility.when(this, !getChildren().isEmpty());
  }

  private void add(RemarkGroup group, Remedy remedy) {
    var text = messages.text("reading.remedy." + Ids.of(remedy), group.mark());
    Runnable remedied = () -> change.accept(it -> group.remedied(remedy, it));
    getChildren().add(Buttons.saying(text, remedied, "#" + id + "-" + Ids.of(remedy)));
  }
}
