package dev.neuralworkbench.data.prepare;

import dev.neuralworkbench.data.table.TextColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to become of one column.
 *
 * @param missing what stands in for its missing values; null for what stands in everywhere
 * @param replaced values that are read as others; null for none
 * @param filledDown whether an empty cell has the last value above it; null for no
 */
public record ColumnPlan(
    String name,
    ColumnRole role,
    ColumnKind kind,
    @Nullable MissingValues missing,
    @Nullable List<Replacement> replaced,
    @Nullable Boolean filledDown) {

  public ColumnPlan {
    replaced = replaced == null || replaced.isEmpty() ? null : List.copyOf(replaced);
    filledDown = Boolean.TRUE.equals(filledDown) ? filledDown : null;
  }

  /** A column whose cells are read as they stand. */
  public ColumnPlan(String name, ColumnRole role, ColumnKind kind) {
    this(name, role, kind, null, null, null);
  }

  public ColumnPlan withRole(ColumnRole role) {
    return new ColumnPlan(name, role, kind, missing, replaced, filledDown);
  }

  public ColumnPlan withKind(ColumnKind kind) {
    return new ColumnPlan(name, role, kind, missing, replaced, filledDown);
  }

  /** The same with a stand-in of its own for missing values; null for what stands in everywhere. */
  public ColumnPlan withMissing(@Nullable MissingValues missing) {
    return new ColumnPlan(name, role, kind, missing, replaced, filledDown);
  }

  /** The same with its empty cells filled from above; ignored because of them, it is an input. */
  public ColumnPlan filled() {
    var filled = withFilledDown(true);
    return role == ColumnRole.IGNORED ? filled.withRole(ColumnRole.INPUT) : filled;
  }

  public ColumnPlan withFilledDown(boolean filledDown) {
    return new ColumnPlan(name, role, kind, missing, replaced, filledDown);
  }

  public ColumnPlan withReplaced(List<Replacement> replaced) {
    return new ColumnPlan(name, role, kind, missing, replaced, filledDown);
  }

  /**
   * The same with more values replaced. A value that an earlier replacement made is replaced in
   * that one, too; one that was replaced already is replaced anew.
   */
  public ColumnPlan replacing(List<Replacement> more) {
    var all = new ArrayList<Replacement>();
    for (var old : replacements()) {
      if (more.stream().noneMatch(it -> it.value().equals(old.value()))) {
        var next = more.stream().filter(it -> it.value().equals(old.by())).findFirst();
        all.add(next.map(it -> new Replacement(old.value(), it.by())).orElse(old));
      }
    }
    all.addAll(more);
    return withReplaced(all);
  }

  /** An input of numbers in which texts are missing that are not replaced yet; others stay. */
  public ColumnPlan lacking(List<String> texts) {
    if (role != ColumnRole.INPUT || kind != ColumnKind.NUMBER) {
      return this;
    }
    var known = replacements().stream().map(Replacement::value).toList();
    return replacing(
        texts.stream()
            .filter(it -> !known.contains(it))
            .limit(Math.max(0, Replacement.MOST - known.size()))
            .map(it -> new Replacement(it, null))
            .toList());
  }

  public List<Replacement> replacements() {
    return replaced == null ? List.of() : replaced;
  }

  /** How its cells are read otherwise than they stand; nothing where they are not. */
  public Optional<Cleaning> cleaning() {
    return replaced == null && filledDown == null
        ? Optional.empty()
        : Optional.of(new Cleaning(name, replacements(), filledDown, kind == ColumnKind.NUMBER));
  }

  /** How many different texts it has once some are read as others. */
  public int names(TextColumn column) {
    return (int)
        column.categories().stream()
            .map(it -> cleaning().map(own -> own.text(it)).orElse(it))
            .filter(Objects::nonNull)
            .distinct()
            .count();
  }
}
