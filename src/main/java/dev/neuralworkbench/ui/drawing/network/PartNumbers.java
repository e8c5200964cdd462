package dev.neuralworkbench.ui.drawing.network;

import java.util.Map;
import java.util.Set;

/**
 * Numbers that stand in a drawing; parts that have none yet are left out.
 *
 * @param areWanted whether units are to be large enough for numbers, those to come too
 * @param dropped units that are taken out: crossed
 */
public record PartNumbers(
    boolean areWanted, Map<NetworkPart, Text> texts, Set<NetworkPart.Unit> dropped) {

  public static final PartNumbers NONE = new PartNumbers(false, Map.of(), Set.of());

  public PartNumbers {
    texts = Map.copyOf(texts);
    dropped = Set.copyOf(dropped);
  }

  /** A number as written, and its symbol; of several the larger size finds room first. */
  public record Text(String symbol, String number, double size) {

    Text bare() {
      return new Text("", number, size);
    }
  }
}
