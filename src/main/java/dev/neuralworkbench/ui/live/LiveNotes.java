package dev.neuralworkbench.ui.live;

import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.live.diagnosis.DiagnosisPane;
import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What there is to say besides the numbers, laid over what is there so that nothing moves. */
final class LiveNotes extends VBox {

  private final LiveViewModel model;
  private final Messages messages;

  LiveNotes(
      LiveViewModel model,
      Messages messages,
      Node first,
      Node network,
      ObservableDoubleValue height) {
    this.model = model;
    this.messages = messages;
    getStyleClass().add("live-notes");
    setPickOnBounds(false);
    getChildren()
        .setAll(
            first,
            new DiagnosisPane(model.diagnosis, messages, height),
            remark(),
            network,
            comparison(),
            past());
  }

  private HBox past() {
    var travel = model.travel;
    var back = Buttons.of(messages, "scrubber.end", travel::back, "#scrubber-end", "small");
    var branch =
        Buttons.of(messages, "scrubber.branch", travel::branch, "#scrubber-branch", "small");
    branch.disableProperty().bind(travel.moment().isNull());
    var bar = Styling.as(new HBox(back, branch), "headline-past");
    Visibility.when(bar, travel.moment().isNotNull().or(travel.wanted.isNotNull()));
    return bar;
  }

  private Label remark() {
    var said = messages.text(this::remark, model.reading, model.noPicture());
    var label = Labels.sentence(said, "#live-no-picture", "note");
    Visibility.when(label, label.textProperty().isNotEmpty());
    return label;
  }

  private String remark(Words words) {
    var said = model.reading.get().remark();
    var why = model.noPicture().getValue();
    return said != null ? said.in(words) : why == null ? "" : words.text(why);
  }

  private Label comparison() {
    var said =
        messages.text(
            words -> {
              var found = LiveComparison.of(model.previous.get(), model.present.get());
              return found == null ? "" : found.in(words);
            },
            model.previous,
            model.present,
            model.state);
    var label = Labels.sentence(said, "#live-comparison", "note");
    Visibility.when(label, label.textProperty().isNotEmpty());
    return label;
  }
}
