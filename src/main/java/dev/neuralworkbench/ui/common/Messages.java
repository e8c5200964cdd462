package dev.neuralworkbench.ui.common;

import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.text.Words;
import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/**
 * Texts that follow the chosen language: what a label binds to. Used on the FX thread only.
 *
 * <p>The observables keep no label alive: they watch the language only while they are watched
 * themselves, and a binding holds its target weakly.
 */
public record Messages(Function<Language, Words> languages, ObjectProperty<Language> language) {

  /** Texts in a language that can be switched, which switches the window. */
  public Messages(Function<Language, Words> languages, Language language) {
    this(languages, new SimpleObjectProperty<>(language));
  }

  public Words words() {
    return languages.apply(language.get());
  }

  public String now(String key, Object... arguments) {
    return words().text(key, arguments);
  }

  public ObservableValue<String> text(String key, Object... arguments) {
    return language.map(chosen -> languages.apply(chosen).text(key, arguments));
  }

  public ObservableValue<String> sentence(Problem problem) {
    return language.map(chosen -> languages.apply(chosen).sentence(problem));
  }

  public <T> ObservableValue<String> text(
      ObservableValue<T> value, BiFunction<Words, T, String> write) {
    return text(words -> write.apply(words, value.getValue()), value);
  }

  /**
   * A text that follows several values as well as the language. Each is read at every writing, for
   * a mapped value that nobody reads tells of its first change only.
   */
  public ObservableValue<String> text(Function<Words, String> write, Observable... values) {
    var followed = Arrays.copyOf(values, values.length + 1);
    followed[values.length] = language;
    return Bindings.createStringBinding(
        () -> {
          for (var value : values) {
            if (value instanceof ObservableValue<?> followable) {
              followable.getValue();
            }
          }
          return write.apply(words());
        },
        followed);
  }
}
