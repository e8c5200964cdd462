package dev.neuralworkbench.data.table;

import dev.neuralworkbench.data.table.ReadingChoices.CellType;
import dev.neuralworkbench.data.table.ReadingReport.Remark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
          "reading.slips",
              new Kind("reading.several.slips", 3, List.of(Remedy.MISSING, Remedy.NUMBER)),
          "reading.rareMark", new Kind("reading.several.rareMark", 1, List.of(Remedy.MISSING)),
          "reading.refused", new Kind("reading.several.refused", 2, List.of(Remedy.FOUND)),
          "reading.padded", new Kind("reading.several.padded", 0, List.of(Remedy.TEXT)),
          "reading.rounded", new Kind("reading.several.rounded", 0, List.of(Remedy.TEXT)),
          "reading.odd", new Kind("reading.several.odd", 4, List.of(Remedy.MISSING, Remedy.TEXT)),
          "reading.units", new Kind("reading.several.units", 0, List.of()),
          "reading.unit", new Kind("reading.several.unit", 1, List.of()),
          "reading.unit.some", new Kind("reading.several.unit.some", 1, List.of()));

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

    String mark(Remark remark) {
      return mark == 0 ? "" : String.valueOf(remark.arguments().get(mark));
    }
  }

  public RemarkGroup {
    remarks = List.copyOf(remarks);
  }

  /**
   * The remarks in groups, in the order of the first of each kind. Where there are many groups of
   * one kind, the largest of several columns stay and all others become one without a mark.
   */
  public static List<RemarkGroup> of(List<Remark> remarks) {
    var groups = new ArrayList<RemarkGroup>();
    var kinds = new LinkedHashMap<List<Object>, Map<String, List<Remark>>>();
    for (var it : remarks) {
      var kind = KINDS.get(it.key());
      if (kind == null) {
        groups.add(new RemarkGroup(List.of(it), ""));
      } else {
        kinds
            .computeIfAbsent(List.of(it.key(), it.doubtful()), _ -> new LinkedHashMap<>())
            .computeIfAbsent(kind.mark(it), _ -> new ArrayList<>())
            .add(it);
      }
    }
    kinds.values().forEach(marks -> addFew(marks, groups));
    return List.copyOf(groups);
  }

  private static void addFew(Map<String, List<Remark>> marks, List<RemarkGroup> to) {
    var all = new ArrayList<RemarkGroup>();
    marks.forEach((mark, same) -> all.add(new RemarkGroup(same, mark)));
    if (all.size() > MOST_OF_A_KIND) {
      all.sort(Comparator.comparingInt(it -> -it.remarks.size()));
      var several = (int) all.stream().filter(it -> it.remarks.size() > 1).count();
      var others = all.subList(Math.min(several, MOST_OF_A_KIND - 1), all.size());
      var left = others.stream().flatMap(it -> it.remarks.stream()).toList();
      others.clear();
      all.add(new RemarkGroup(left, ""));
    }
    to.addAll(all);
  }

  public boolean doubtful() {
    return remarks.getFirst().doubtful();
  }

  /** Key of the sentence on several columns. */
  public String severalKey() {
    return Objects.requireNonNull(kind(), "alone").key;
  }

  private @Nullable Kind kind() {
    return KINDS.get(remarks.getFirst().key());
  }

  /** Names of the columns. */
  public List<String> columns() {
    return remarks.stream().map(Remark::column).toList();
  }

  /** What puts all of the columns right, the likeliest first. */
  public List<Remedy> remedies() {
    var kind = kind();
    var isWhole = !mark.isEmpty() && mark.length() <= LONGEST_MARK;
    return kind == null
        ? List.of()
        : kind.remedies.stream().filter(it -> it != Remedy.MISSING || isWhole).toList();
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
