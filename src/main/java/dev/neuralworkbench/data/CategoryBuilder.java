package dev.neuralworkbench.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The different texts of a growing column, found by their characters without making a string of
 * each cell: an open hash table of codes.
 */
final class CategoryBuilder {

  /** Bytes of a string beside its characters, and of its places in list and table. */
  private static final int OVERHEAD = 64;

  private final List<String> categories = new ArrayList<>();
  private int[] table = new int[64];
  private long bytes;

  CategoryBuilder() {
    Arrays.fill(table, -1);
  }

  List<String> categories() {
    return categories;
  }

  /** About as many bytes as the texts take. */
  long bytes() {
    return bytes;
  }

  /**
   * The code of a text, a new one if it has not occurred.
   *
   * @param text Not modified.
   */
  int code(char[] text, int offset, int length) {
    var slot = slot(hash(text, offset, length));
    while (table[slot] >= 0) {
      if (matches(categories.get(table[slot]), text, offset, length)) {
        return table[slot];
      }
      slot = (slot + 1) & (table.length - 1);
    }
    var code = categories.size();
    table[slot] = code;
    categories.add(new String(text, offset, length));
    bytes += OVERHEAD + length;
    if (categories.size() * 2 > table.length) {
      grow();
    }
    return code;
  }

  private void grow() {
    table = new int[table.length * 2];
    Arrays.fill(table, -1);
    for (var code = 0; code < categories.size(); code++) {
      // The same hash: String.hashCode is specified as the polynomial that hash() computes.
      var slot = slot(categories.get(code).hashCode());
      while (table[slot] >= 0) {
        slot = (slot + 1) & (table.length - 1);
      }
      table[slot] = code;
    }
  }

  private int slot(int hash) {
    // The top bits of a product with 2³² / golden ratio (Knuth, volume 3, section 6.4).
    return (hash * 0x9E3779B9) >>> (Integer.numberOfLeadingZeros(table.length) + 1);
  }

  private static int hash(char[] text, int offset, int length) {
    var hash = 0;
    for (var i = 0; i < length; i++) {
      hash = 31 * hash + text[offset + i];
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
