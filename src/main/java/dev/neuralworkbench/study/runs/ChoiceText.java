package dev.neuralworkbench.study.runs;

import dev.neuralworkbench.data.cell.SpreadsheetText;
import dev.neuralworkbench.nn.DenseDesign;
import dev.neuralworkbench.nn.DropoutDesign;
import dev.neuralworkbench.nn.LayerDesign;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.problem.Word;
import dev.neuralworkbench.train.Intervention.RateChange;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a run has, as a file names it: the same in every language. */
final class ChoiceText {

  private ChoiceText() {}

  /**
   * A value as a cell: numbers in full, a {@link Word} by the last part of its key ({@code adam} of
   * {@code optimizer.adam}), hidden layers one after another with units, activation and first
   * weights, likewise rates with the epochs in which they were changed; empty for nothing.
   */
  static String of(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Word word -> word.key().substring(word.key().lastIndexOf('.') + 1);
      case List<?> layers when layers.isEmpty() -> "none";
      case List<?> several ->
          several.stream().map(ChoiceText::of).collect(Collectors.joining(", "));
      case LayerDesign layer -> layer(layer);
      case RateChange change -> change.after() + " from epoch " + (change.epoch() + 1);
      case Number number -> number.toString();
      default -> SpreadsheetText.guarded(value.toString());
    };
  }

  private static String layer(LayerDesign layer) {
    return switch (layer) {
      case DenseDesign dense ->
          "%d %s %s"
              .formatted(dense.units(), Ids.of(dense.activation()), Ids.of(dense.initializer()));
      case DropoutDesign dropout -> "dropout " + dropout.rate();
    };
  }
}
