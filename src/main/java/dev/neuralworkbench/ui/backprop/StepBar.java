package dev.neuralworkbench.ui.backprop;

import atlantafx.base.theme.Styles;
import dev.neuralworkbench.formula.Decimals;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.backprop.walk.AppliedStep;
import dev.neuralworkbench.ui.backprop.walk.ChosenRows.BackpropState;
import dev.neuralworkbench.ui.backprop.walk.StepWalker.Reveal;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Icon;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Visibility;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/** What stands below the steps: the ways through them, to apply the step, and to be asked. */
final class StepBar extends FlowPane {

  private final BackpropViewModel model;
  private final Messages messages;
  private final Label count = Labels.whole("#backprop-count", "muted");
  private final Button first;
  private final Button back;
  private final Button next;
  private final Button last;
  private final Button apply;
  private final Label why = Labels.wrapped("#backprop-apply-why", "muted");
  private final ToggleButton asks;
  private final BooleanProperty presenting = new SimpleBooleanProperty();
  private final Label classRow;
  private final Label classKeys;

  StepBar(BackpropViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    first = button("first", Icon.FIRST, model.walker::first);
    back = button("back", Icon.LEFT, model.walker::back);
    next = button("next", Icon.RIGHT, model.walker::next);
    last = button("last", Icon.LAST, model.walker::last);
    Styling.as(Buttons.name(next, messages, "backprop.next"), Styles.ACCENT);
    apply = Buttons.of(messages, "backprop.apply", model::apply, "#backprop-apply");
    asks = Buttons.name(new ToggleButton(), messages, "backprop.asks");
    asks.selectedProperty().bindBidirectional(model.walker.asks);
    var applying = Styling.as(new HBox(apply, why), "tool-pair");
    var marks = Styling.as(new HBox(applying, Styling.as(asks, "#backprop-asks")), "step-marks");
    classRow =
        Labels.sentence(
            messages.text(_ -> row(), model.rows.subject, model.walker.focus),
            "#backprop-class-row",
            "muted");
    classKeys =
        Labels.sentence(
            messages.text(this::keys, presenting, model.walker.reveal, model.walker.asks),
            "#backprop-class-keys",
            "muted");
    Visibility.when(classKeys, classKeys.textProperty().isNotEmpty());
    present(false);
    classRow.maxWidthProperty().bind(widthProperty());
    classKeys.maxWidthProperty().bind(widthProperty());
    setMinWidth(0);
    getStyleClass().add("step-bar");
    var buttons = Styling.as(new HBox(first, back, next, last, count), "step-buttons");
    getChildren().setAll(buttons, marks, classRow, classKeys);
    OnAnyChange.all(
        this::refreshApply,
        model.trainer.state(),
        model.rows.state,
        model.beyond,
        messages.language());
  }

  private Button button(String id, Icon icon, Runnable action) {
    return Buttons.icon(icon, messages, "backprop." + id, action, "#backprop-" + id);
  }

  void present(boolean now) {
    Visibility.when(asks, !now);
    Visibility.when(classRow, now);
    presenting.set(now);
  }

  private String keys(Words words) {
    var blank = model.walker.reveal.get() == Reveal.BLANKS;
    if (presenting.get()) {
      return words.text(blank ? "backprop.class.keys.blank" : "backprop.class.keys");
    }
    return blank && !model.walker.asks.get() ? words.text("backprop.keys.blank") : "";
  }

  /** Whose numbers they are, where the fields that choose it are hidden. */
  private String row() {
    var subject = model.rows.subject.get();
    return subject == null ? "" : model.about(subject, messages.words());
  }

  private void refreshApply() {
    var reason = model.whyNotApply();
    apply.setDisable(!reason.isEmpty() || model.rows.state.get() != BackpropState.READY);
    why.setText(reason.isEmpty() ? "" : messages.now(reason));
  }

  void refresh() {
    var walk = model.walker.walk.get();
    var size = walk == null ? 0 : walk.size();
    var at = model.walker.index.get();
    count.setText(
        walk == null
            ? ""
            : messages.now("backprop.count", Numbers.count(at + 1), Numbers.count(size)));
    var waits = model.walker.hides();
    first.setDisable(at == 0);
    back.setDisable(at == 0 && model.walker.stage.get() == 0);
    next.setDisable(at >= size - 1 && !waits);
    last.setDisable(at >= size - 1);
  }

  /** Says what the step that was applied last did, while the model is as it made it. */
  static Label applied(BackpropViewModel model, Messages messages) {
    var label = Labels.sentence("#backprop-applied");
    OnAnyChange.all(
        () -> {
          var applied = model.applied.get();
          Visibility.when(label, applied != null);
          label.setText(applied == null ? "" : said(applied, model.decimals.get(), messages));
        },
        model.applied,
        model.decimals,
        messages.language());
    return label;
  }

  private static String said(AppliedStep applied, Decimals decimals, Messages messages) {
    var said =
        messages.now(
            applied.key(),
            Numbers.count(applied.number()),
            decimals.text(applied.before()),
            decimals.text(applied.after()));
    return applied.drops()
        ? messages.words().joined(said, messages.now("backprop.applied.drops"))
        : said;
  }
}
