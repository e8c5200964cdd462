package dev.neuralworkbench.ui.drawing.network;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Numbers in a drawing: units are to be large enough if wanted; those dropped are crossed. */
public record PartNumbers(
    boolean areWanted, Map<NetworkPart, Text> texts, Set<NetworkPart.Unit> dropped) {

  public static final PartNumbers NONE = new PartNumbers(false, Map.of(), Set.of());

  public PartNumbers {
    texts = Map.copyOf(texts);
    dropped = Set.copyOf(dropped);
  }

  /**
   * A number with its symbol; of several the larger size finds room first.
   *
   * @param below the symbol's index; empty for none
   * @param numbers as it is written, then with ever fewer digits where there is little room
   */
  public record Text(String symbol, String below, List<String> numbers, double size) {

    public Text {
      numbers = List.copyOf(numbers);
    }

    public String number() {
      return numbers.getFirst();
    }

    Text bare() {
      return new Text("", "", numbers, size);
    }

    /** The longest that fits, or the shortest. */
    Text fitting(Predicate<String> fits) {
      return numbers.size() == 1 || fits.test(number())
          ? this
          : new Text(symbol, below, numbers.subList(1, numbers.size()), size).fitting(fits);
    }
  }
}
