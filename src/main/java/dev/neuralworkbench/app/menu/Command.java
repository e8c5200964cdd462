package dev.neuralworkbench.app.menu;

import dev.neuralworkbench.ui.common.Icon;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/**
 * Something that the user can have done, in the menu and perhaps among the tools.
 *
 * @param id that of its button
 * @param tip what it does, in a sentence
 * @param whyNot why it cannot be done now, in a sentence; empty while it can
 */
public record Command(
    String id,
    ObservableValue<String> text,
    ObservableValue<String> tip,
    ObservableValue<@Nullable Icon> icon,
    @Nullable KeyCombination keys,
    ObservableValue<String> whyNot,
    Runnable action) {

  ObservableValue<Boolean> disabled() {
    return whyNot.map(reason -> !reason.isEmpty());
  }
}
