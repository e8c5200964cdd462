package dev.neuralworkbench.data.read.cells;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The different texts of a growing column, found by their characters without making a string of
 * each cell: an open hash table of codes.
 */
public final class CategoryBuilder {

  /** Bytes of a string beside its characters, and of its places in list and table. */
  private static final int OVERHEAD = 64;

  /** 2³² / golden ratio, made odd, so that no two numbers have the same product. */
  private static final int MULTIPLIER = 0x9E3779B9;

  private static final int SHIFT = 15;

  public final List<String> categories = new ArrayList<>();
  private final int seed = System.identityHashCode(categories);
  private int[] table = new int[64];
  private int[] hashes = new int[64];
  private long bytes;

  public CategoryBuilder() {
    Arrays.fill(table, -1);
  }

  public long bytes() {
    return bytes;
  }

  /** The code of a text, which is not modified; a new one if it has not occurred. */
  public int code(char[] text, int offset, int length) {
    var hash = hash(seed, text, offset, length);
    var slot = slot(hash);
    while (table[slot] >= 0) {
      var known = table[slot];
      if (hashes[known] == hash && matches(categories.get(known), text, offset, length)) {
        return known;
      }
      slot = (slot + 1) & (table.length - 1);
    }
    var code = categories.size();
    table[slot] = code;
    hashes[code] = hash;
    categories.add(new String(text, offset, length));
    bytes += OVERHEAD + length;
    if (categories.size() * 2 > table.length) {
      grow();
    }
    return code;
  }

  private void grow() {
    table = new int[table.length * 2];
    hashes = Arrays.copyOf(hashes, table.length);
    Arrays.fill(table, -1);
    for (var code = 0; code < categories.size(); code++) {
      var slot = slot(hashes[code]);
      while (table[slot] >= 0) {
        slot = (slot + 1) & (table.length - 1);
      }
      table[slot] = code;
    }
  }

  private int slot(int hash) {
    // The top bits of a product with 2³² / golden ratio (Knuth, volume 3, section 6.4).
    return (hash * MULTIPLIER) >>> (Integer.numberOfLeadingZeros(table.length) + 1);
  }

  /**
   * Multiplies like FNV-1a and shifts after each character, so that the high bits come down again.
   * String.hashCode would not do: anybody can write thousands of texts that share one, such as all
   * words of {@code Aa} and {@code BB}, and each would be compared with all before it.
   */
  static int hash(int seed, char[] text, int offset, int length) {
    var hash = seed;
    for (var i = offset; i < offset + length; i++) {
      hash = (hash ^ text[i]) * MULTIPLIER;
      hash ^= hash >>> SHIFT;
    }
    return hash;
  }

  private static boolean matches(String category, char[] text, int offset, int length) {
    if (category.length() != length) {
      return false;
    }
    for (var i = 0; i < length; i++) {
      if (category.charAt(i) != text[offset + i]) {
        return false;
      }
    }
    return true;
  }
}
