package dev.neuralworkbench.data.read.cells;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CategoryBuilderTest {

  /** All words of sixteen Aa or BB: 65,536 texts with one String.hashCode. */
  private static List<String> colliding() {
    return IntStream.range(0, 1 << 16)
        .mapToObj(
            bits ->
                IntStream.range(0, 16)
                    .mapToObj(bit -> (bits >> bit & 1) == 0 ? "Aa" : "BB")
                    .collect(Collectors.joining()))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 31, -1, 0x5EED5EED})
  void textsWithOneStringHashHaveManyHere(int seed) {
    var texts = colliding();
    assertEquals(1, texts.stream().map(String::hashCode).distinct().count());
    var hashes =
        texts.stream()
            .map(text -> CategoryBuilder.hash(seed, text.toCharArray(), 0, text.length()))
            .distinct()
            .count();
    // 65,536² / 2 pairs of 2³² hashes: half a pair is expected to meet.
    assertTrue(hashes > texts.size() - 20, () -> "%d hashes".formatted(hashes));
  }

  @Test
  void everyTextKeepsItsCode() {
    var builder = new CategoryBuilder();
    var texts = colliding();
    for (var round = 0; round < 2; round++) {
      for (var i = 0; i < texts.size(); i++) {
        var padded = ("x" + texts.get(i) + "y").toCharArray();
        assertEquals(i, builder.code(padded, 1, padded.length - 2));
      }
    }
    assertEquals(texts, builder.categories);
  }
}
