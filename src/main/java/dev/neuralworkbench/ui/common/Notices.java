package dev.neuralworkbench.ui.common;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * What the program tells the user in passing: the last message of the status bar, and an error,
 * which stays until it is closed or the next thing succeeds. Texts follow the language.
 */
public final class Notices {

  public final ReadOnlyObjectWrapper<@Nullable ObservableValue<String>> message =
      new ReadOnlyObjectWrapper<>();
  public final ReadOnlyObjectWrapper<@Nullable ObservableValue<String>> error =
      new ReadOnlyObjectWrapper<>();
  public final ReadOnlyObjectWrapper<@Nullable Remedy> remedy = new ReadOnlyObjectWrapper<>();

  public record Remedy(ObservableValue<String> name, Runnable action) {}

  public void tell(ObservableValue<String> text) {
    dismiss();
    message.set(text);
  }

  public void complain(ObservableValue<String> text) {
    complain(text, null);
  }

  /** Tells that something went wrong, and offers to put it right; what went well before is old. */
  public void complain(ObservableValue<String> text, @Nullable Remedy offered) {
    message.set(null);
    remedy.set(offered);
    error.set(text);
  }

  public void dismiss() {
    remedy.set(null);
    error.set(null);
  }
}
