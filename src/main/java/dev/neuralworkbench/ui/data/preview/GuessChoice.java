package dev.neuralworkbench.ui.data.preview;

import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.ui.common.form.Choice;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** One of the choices of how a file is read, as a text; empty where it is left to be guessed. */
final class GuessChoice implements Choice<String> {

  private final PreviewViewModel model;
  private final String component;
  private final ObservableValue<String> value;
  private final Set set;

  @FunctionalInterface
  interface Get {

    @Nullable Object of(ReadingChoices choices);
  }

  @FunctionalInterface
  interface Set {

    ReadingChoices in(ReadingChoices choices, @Nullable String value);
  }

  GuessChoice(PreviewViewModel model, String component, Get get, Set set) {
    this.model = model;
    this.component = component;
    this.set = set;
    value =
        model
            .choices()
            .map(
                choices -> {
                  var chosen = get.of(choices);
                  return chosen == null ? "" : chosen.toString();
                });
  }

  @Override
  public String component() {
    return "preview." + component;
  }

  @Override
  public ObservableValue<String> value() {
    return value;
  }

  /** What is wrong shows beside the rows. */
  @Override
  public ObservableValue<List<Problem>> problems() {
    return new SimpleObjectProperty<>(List.of());
  }

  @Override
  public Observable reverted() {
    return model.choices();
  }

  @Override
  public void choose(String next) {
    model.change(it -> set.in(it, next.isEmpty() ? null : next));
  }

  @Override
  public void unreadable(Problem problem) {}

  @Override
  public void settled() {}
}
