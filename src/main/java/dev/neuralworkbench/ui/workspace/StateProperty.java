package dev.neuralworkbench.ui.workspace;

import java.util.function.BiPredicate;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectPropertyBase;
import org.jspecify.annotations.Nullable;

/**
 * A part of the state as a property. It keeps no value of its own: whoever reads it, from whatever
 * listener, reads the present state, so no two parts are ever of different states.
 */
final class StateProperty<T extends @Nullable Object> extends ReadOnlyObjectPropertyBase<T> {

  private final Supplier<T> read;
  private final BiPredicate<T, T> same;
  private T told;

  StateProperty(Supplier<T> read, BiPredicate<T, T> same) {
    this.read = read;
    this.same = same;
    told = read.get();
  }

  @Override
  public @Nullable Object getBean() {
    return null;
  }

  @Override
  public String getName() {
    return "";
  }

  @Override
  public T get() {
    return read.get();
  }

  void tell() {
    var now = read.get();
    if (!same.test(told, now)) {
      told = now;
      fireValueChangedEvent();
    }
  }
}
