package dev.neuralworkbench.app.menu;

import dev.neuralworkbench.ui.common.Icon;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/**
 * Something that the user can have done, in the menu and perhaps among the tools.
 *
 * @param id id of its button
 * @param text what it is called now
 * @param tip what it does, in a sentence
 * @param icon its icon now; null for none
 * @param keys its keys; null for none
 * @param whyNot why it cannot be done now, in a sentence; empty while it can
 * @param action does it
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
