package dev.neuralworkbench.data.table;

import dev.neuralworkbench.data.table.ReadingChoices.CellType;
import dev.neuralworkbench.data.table.ReadingReport.Remark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Remarks that say the same of several columns, or a single remark.
 *
 * @param remarks one of each column, at least one
 * @param mark what all of them name, such as a text among numbers; empty where each has its own
 */
public record RemarkGroup(List<Remark> remarks, String mark) {

  /** Groups of one kind, of which the last has whatever is in no other. */
  private static final int MOST_OF_A_KIND = 4;

  /** Longer texts are shortened in remarks, so no cell is compared with them. */
  private static final int LONGEST_MARK = 40;

  /** The remarks that can be told of several columns at once. */
  private static final Map<String, Kind> KINDS =
      Map.of(
          "reading.slips", new Kind("reading.several.slips", 3, Remedy.MISSING, Remedy.NUMBER),
          "reading.rareMark", new Kind("reading.several.rareMark", 1, Remedy.MISSING),
          "reading.refused", new Kind("reading.several.refused", 2, Remedy.FOUND),
          "reading.padded", new Kind("reading.several.padded", 0, Remedy.TEXT),
          "reading.rounded", new Kind("reading.several.rounded", 0, Remedy.TEXT),
          "reading.units", new Kind("reading.several.units", 0),
          "reading.unit", new Kind("reading.several.unit", 1),
          "reading.unit.some", new Kind("reading.several.unit.some", 1));

  /** A change of the choices that puts right how columns were read. */
  public enum Remedy {
    /** The mark is taken for a missing value. */
    MISSING,
    NUMBER,
    TEXT,
    /** What was chosen for the columns is guessed again. */
    FOUND
  }

  /**
   * A remark of which there may be many.
   *
   * @param key of the sentence on several columns
   * @param mark place of the argument that they have to share; 0 for none
   */
  private record Kind(String key, int mark, List<Remedy> remedies) {

    Kind(String key, int mark, Remedy... remedies) {
      this(key, mark, List.of(remedies));
    }
  }

  private record Said(String key, boolean doubtful, String column, String mark) {

    static Said by(Remark remark) {
      var kind = KINDS.get(remark.key());
      return kind == null
          ? new Said(remark.key(), remark.doubtful(), remark.column(), "")
          : new Said(remark.key(), remark.doubtful(), "", mark(remark, kind));
    }

    private static String mark(Remark remark, Kind kind) {
      return kind.mark == 0 ? "" : String.valueOf(remark.arguments().get(kind.mark));
    }

    Said kind() {
      return new Said(key, doubtful, column, "");
    }
  }

  public RemarkGroup {
    remarks = List.copyOf(remarks);
  }

  /**
   * The remarks in groups, in the order of the first of each kind. Where there are many groups of
   * one kind, the largest stay and the others become one without a mark.
   */
  public static List<RemarkGroup> of(List<Remark> remarks) {
    var alike = new LinkedHashMap<Said, List<Remark>>();
    remarks.forEach(it -> alike.computeIfAbsent(Said.by(it), _ -> new ArrayList<>()).add(it));
    var kinds = new LinkedHashMap<Said, List<RemarkGroup>>();
    alike.forEach(
        (said, same) ->
            kinds
                .computeIfAbsent(said.kind(), _ -> new ArrayList<>())
                .add(new RemarkGroup(same, said.mark)));
    return kinds.values().stream().flatMap(RemarkGroup::few).toList();
  }

  private static Stream<RemarkGroup> few(List<RemarkGroup> groups) {
    if (groups.size() <= MOST_OF_A_KIND) {
      return groups.stream();
    }
    var largest = new ArrayList<>(groups);
    largest.sort(Comparator.comparingInt(it -> -it.remarks.size()));
    var others = largest.subList(MOST_OF_A_KIND - 1, largest.size());
    var left = others.stream().flatMap(it -> it.remarks.stream()).toList();
    others.clear();
    return Stream.concat(largest.stream(), Stream.of(new RemarkGroup(left, "")));
  }

  private Remark first() {
    return remarks.getFirst();
  }

  public boolean doubtful() {
    return first().doubtful();
  }

  /** Key of the sentence that tells of all of them. */
  public String key() {
    var kind = KINDS.get(first().key());
    return kind == null || remarks.size() == 1 ? first().key() : kind.key;
  }

  /** Names of the columns. */
  public List<String> columns() {
    return remarks.stream().map(Remark::column).toList();
  }

  /** What puts all of the columns right, the likeliest first. */
  public List<Remedy> remedies() {
    var kind = KINDS.get(first().key());
    return kind == null
        ? List.of()
        : kind.remedies.stream().filter(it -> it != Remedy.MISSING || isWhole()).toList();
  }

  private boolean isWhole() {
    return !mark.isEmpty() && mark.length() <= LONGEST_MARK;
  }

  public ReadingChoices remedied(Remedy remedy, ReadingChoices choices) {
    return switch (remedy) {
      case MISSING ->
          choices.withMissing(
              Stream.concat(choices.missing().stream(), Stream.of(mark)).distinct().toList());
      case NUMBER -> choices.withTypes(columns(), CellType.NUMBER);
      case TEXT -> choices.withTypes(columns(), CellType.TEXT);
      case FOUND -> choices.withTypes(columns(), null);
    };
  }
}
