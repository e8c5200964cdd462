package dev.neuralworkbench.ui.drawing.network;

import java.util.Map;
import java.util.Set;

/**
 * Numbers that stand in a drawing.
 *
 * @param areWanted whether units are to be large enough for numbers, those to come too
 * @param texts the number of a unit, a weight or a bias, with its symbol; parts that have none yet
 *     are left out
 * @param dropped units that are taken out: crossed
 */
public record PartNumbers(
    boolean areWanted, Map<NetworkPart, Text> texts, Set<NetworkPart.Unit> dropped) {

  public static final PartNumbers NONE = new PartNumbers(false, Map.of(), Set.of());

  public PartNumbers {
    texts = Map.copyOf(texts);
    dropped = Set.copyOf(dropped);
  }

  /**
   * A number as it is written, and its symbol before or above it.
   *
   * @param size how large it is; of several the larger find room first
   */
  public record Text(String symbol, String number, double size) {

    Text bare() {
      return new Text("", number, size);
    }
  }
}
