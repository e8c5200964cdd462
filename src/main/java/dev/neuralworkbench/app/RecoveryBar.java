package dev.neuralworkbench.app;

import atlantafx.base.theme.Styles;
import dev.neuralworkbench.text.DayWords;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.workspace.backup.Recovery;
import dev.neuralworkbench.ui.workspace.backup.UnsavedWork.KeptWork;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/**
 * Says, under the tools, what an earlier start ended without saving, until that is decided. What
 * was discarded can be brought back as long as the bar says so.
 */
final class RecoveryBar extends HBox {

  private final Recovery recovery;
  private final Messages messages;
  private final Label sentence = Labels.sentence("#recovery-sentence");

  RecoveryBar(Recovery recovery, Messages messages) {
    this.recovery = recovery;
    this.messages = messages;
    Styling.as(this, "#recovery", "recovery-bar", "notice");
    sentence
        .textProperty()
        .bind(messages.text(_ -> sentence(), recovery.offered, recovery.discarded));
    getChildren()
        .setAll(
            sentence,
            button("restore", recovery::restore),
            button("forgo", recovery::forgo),
            Styling.as(Space.between(), "apart"),
            // A second click on Discard brings the work back.
            button("discard", recovery::discard),
            button("bringBack", recovery::bringBack));
    OnAnyChange.all(this::refresh, recovery.offered, recovery.discarded);
  }

  private void refresh() {
    var discarded = recovery.discarded.get() != null;
    Visibility.when(this, discarded || recovery.offered.get() != null);
    for (var child : getChildren()) {
      if (child instanceof Button button) {
        var isOfDiscarded = !"recovery-restore recovery-discard".contains(button.getId());
        Visibility.when(button, discarded == isOfDiscarded);
      }
    }
  }

  private String sentence() {
    var discarded = recovery.discarded.get();
    if (discarded != null) {
      return messages.now("recovery.discarded", what(discarded.kept(), messages.words()));
    }
    var kept = recovery.offered.get();
    return kept == null
        ? ""
        : messages.now(
            "recovery.offer", what(kept, messages.words()), when(kept, messages.words()));
  }

  private static String what(KeptWork kept, Words words) {
    var hasFile = !kept.name().equals(kept.data());
    if (kept.epochs() >= 0) {
      return hasFile
          ? words.text("recovery.model.file", kept.name(), kept.data(), kept.epochs())
          : words.text("recovery.model", kept.data(), kept.epochs());
    }
    return kept.typedRows() > 0
        ? words.text("recovery.rows", kept.name(), kept.typedRows())
        : kept.name();
  }

  private static String when(KeptWork kept, Words words) {
    var zone = ZoneId.systemDefault();
    return DayWords.of(LocalDateTime.ofInstant(kept.time(), zone), LocalDate.now(zone), words);
  }

  private Button button(String name, Runnable action) {
    return Buttons.of(messages, "recovery." + name, action, "#recovery-" + name, Styles.SMALL);
  }
}
