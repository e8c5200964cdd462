package dev.neuralworkbench.data.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Names for the columns of a file. A column without a name gets one made of its position; a name
 * that occurs again gets a number behind it, {@code x, x (2)}, since a file with two equal names is
 * common and harmless, and refusing it would help nobody.
 */
public final class ColumnNames {

  private ColumnNames() {}

  /** Name of a column without one: {@code column_1} for the first, index 0. */
  public static String generated(int index) {
    return "column_" + (index + 1);
  }

  public static List<String> generatedNames(int count) {
    return IntStream.range(0, count).mapToObj(ColumnNames::generated).toList();
  }

  /** Name of a pixel of an image, {@code pixel_ROW_COLUMN}; index 0 is the upper left. */
  public static String pixel(int index, int width) {
    return "pixel_" + (index / width + 1) + "_" + (index % width + 1);
  }

  /** The names of a header, none empty, none twice. */
  public static List<String> unique(List<String> header) {
    var taken = new HashSet<>(header);
    var used = new HashSet<String>();
    var last = new HashMap<String, Integer>();
    var names = new ArrayList<String>(header.size());
    for (var i = 0; i < header.size(); i++) {
      var wanted = header.get(i).isEmpty() ? generated(i) : header.get(i);
      var name = wanted;
      while (!used.add(name)) {
        // Numbers that were passed over for this name before cannot be free again.
        var numbered = wanted + " (" + last.merge(wanted, 2, (n, _) -> n + 1) + ")";
        // A later column may carry this very name; it keeps it.
        if (!taken.contains(numbered)) {
          name = numbered;
        }
      }
      names.add(name);
    }
    return names;
  }
}
