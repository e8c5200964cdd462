package dev.neuralworkbench.ui.drawing.network;

import java.util.Map;
import java.util.Set;

/** Numbers in a drawing: units are to be large enough if wanted; those dropped are crossed. */
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
