package dev.neuralworkbench.data.prepare;

import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.nn.function.ProblemType;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.problem.Range;
import dev.neuralworkbench.problem.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a table becomes numbers: the user's choices, without anything learned from the rows.
 *
 * @param columns one plan for each column of the table, in its order
 * @param scaling how numbers are scaled; {@link Scaling#STANDARDIZE} unless chosen otherwise
 * @param missing what stands in for missing inputs; {@link MissingValues#MEAN} unless chosen
 *     otherwise
 * @param split how the rows are divided; {@link Split#DEFAULT} unless chosen otherwise
 * @param rare a category of fewer training rows has no input of its own, in {@link #RARE}; null
 *     where each has one
 * @param features engineered inputs beside the columns, each of numeric inputs; null for none
 * @param balanced whether the classes count the same in the loss, however many rows each has; null
 *     for no. Without effect on a numeric target.
 * @param priorCorrected whether what {@code balanced} did to the predicted probabilities is taken
 *     back, so that they are those of classes as frequent as the rows have them; null for no, and
 *     where nothing is balanced
 * @param leftOut rows that are no data; null for none
 */
public record Preparation(
    List<ColumnPlan> columns,
    Scaling scaling,
    MissingValues missing,
    Split split,
    @Nullable Integer rare,
    @Nullable List<Feature> features,
    @Nullable Boolean balanced,
    @Nullable Boolean priorCorrected,
    @Nullable RowFilter leftOut) {

  /** Training rows that a category may be asked to have; 1 for any. */
  public static final Range RARE = Range.whole(1, 1_000_000);

  /** Copies the lists. A row is what each category has anyhow. */
  public Preparation {
    columns = List.copyOf(columns);
    rare = rare != null && rare == 1 ? null : rare;
    features = features == null || features.isEmpty() ? null : List.copyOf(features);
    balanced = Boolean.TRUE.equals(balanced) ? balanced : null;
    var isCorrected = balanced != null && Boolean.TRUE.equals(priorCorrected);
    priorCorrected = isCorrected ? true : null;
    leftOut = leftOut == null || leftOut.equals(RowFilter.NONE) ? null : leftOut;
  }

  /** Choices by which each category has an input of its own, and nothing else has. */
  public Preparation(
      List<ColumnPlan> columns, Scaling scaling, MissingValues missing, Split split) {
    this(columns, scaling, missing, split, null, null, null, null, null);
  }

  /** The choices for a new table, by the rules of {@link PreparationDefaults}. */
  public static Preparation defaults(Table table) {
    return new Preparation(
        PreparationDefaults.plans(table),
        Scaling.STANDARDIZE,
        PreparationDefaults.missing(table),
        PreparationDefaults.split(table.rows()));
  }

  /** Classification if the target is a category, regression otherwise. */
  public ProblemType problemType() {
    return target().map(ColumnPlan::kind).orElse(ColumnKind.NUMBER) == ColumnKind.CATEGORY
        ? ProblemType.CLASSIFICATION
        : ProblemType.REGRESSION;
  }

  public Optional<ColumnPlan> target() {
    return columns.stream().filter(plan -> plan.role() == ColumnRole.TARGET).findFirst();
  }

  /** Index of the target, or −1 if none is chosen. */
  public int targetIndex() {
    return IntStream.range(0, columns.size())
        .filter(i -> columns.get(i).role() == ColumnRole.TARGET)
        .findFirst()
        .orElse(-1);
  }

  public List<ColumnPlan> inputs() {
    return columns.stream().filter(plan -> plan.role() == ColumnRole.INPUT).toList();
  }

  public int[] inputIndices() {
    return IntStream.range(0, columns.size())
        .filter(i -> columns.get(i).role() == ColumnRole.INPUT)
        .toArray();
  }

  /**
   * The same with one column in another role. A column that becomes the target is understood as
   * {@link PreparationDefaults} would; the former target becomes an input.
   */
  public Preparation withRole(int column, ColumnRole role, Table table) {
    var changed = new ArrayList<>(columns);
    if (role == ColumnRole.TARGET) {
      var former = targetIndex();
      if (former >= 0 && former != column) {
        changed.set(former, read(former, PreparationDefaults.input(table.column(former))));
      }
      changed.set(column, read(column, PreparationDefaults.target(cleaned(table).column(column))));
    } else if (columns.get(column).role() == ColumnRole.TARGET) {
      changed.set(
          column, read(column, PreparationDefaults.input(table.column(column)).withRole(role)));
    } else {
      changed.set(column, columns.get(column).withRole(role));
    }
    return withColumns(changed);
  }

  private ColumnPlan read(int column, ColumnPlan as) {
    return columns.get(column).withRole(as.role()).withKind(as.kind());
  }

  public Preparation withKind(int column, ColumnKind kind) {
    return withPlan(column, columns.get(column).withKind(kind));
  }

  public Preparation withPlan(int column, ColumnPlan plan) {
    var changed = new ArrayList<>(columns);
    changed.set(column, plan);
    return withColumns(changed);
  }

  public Preparation withScaling(Scaling scaling) {
    return Records.with(this, "scaling", scaling);
  }

  /** The same with another treatment of missing values; without such rows no lack can tell. */
  public Preparation withMissing(MissingValues missing) {
    var isDropped = missing == MissingValues.DROP_ROW;
    var kept =
        engineered().stream()
            .filter(it -> !isDropped || it.kind() != Feature.Kind.MISSING)
            .toList();
    return Records.with(Records.with(this, "missing", missing), "features", kept);
  }

  public Preparation withSplit(Split split) {
    return Records.with(this, "split", split);
  }

  /**
   * The same with rows divided by a column, or by chance with null. The column is no longer an
   * input, as it tells of the rows and not of what is to be predicted, unless it is a time in
   * numbers; one that was ignored for that alone is an input again.
   */
  public Preparation dividedBy(@Nullable SplitRule rule, Table table) {
    var free = withoutRule(table);
    if (rule == null) {
      return free.withSplit(split.withBy(null));
    }
    var index = index(rule);
    var isInput = index >= 0 && free.columns.get(index).role() == ColumnRole.INPUT;
    var givesUp = isInput && free.inputs().size() > 1;
    var by = new SplitRule(rule.kind(), rule.column(), givesUp);
    return (givesUp ? free.withRole(index, ColumnRole.IGNORED, table) : free)
        .withSplit(split.withBy(by));
  }

  private Preparation withoutRule(Table table) {
    var rule = split.by();
    var index = rule == null ? -1 : table.indexOf(rule.column());
    return rule != null
            && rule.gaveUpInput()
            && index >= 0
            && columns.get(index).role() == ColumnRole.IGNORED
        ? withRole(index, ColumnRole.INPUT, table)
        : this;
  }

  /** The column that is not to be an input beside a rule; −1 for none. */
  private int index(SplitRule rule) {
    var index = columns.stream().map(ColumnPlan::name).toList().indexOf(rule.column());
    var isNumber = index >= 0 && columns.get(index).kind() == ColumnKind.NUMBER;
    return rule.kind() == SplitRule.Kind.TIME && isNumber ? -1 : index;
  }

  /** Training rows that a category needs for an input of its own; 1 for any. */
  public int rareRows() {
    return rare == null ? 1 : rare;
  }

  /** Whether the classes count the same in the loss, however many rows each has. */
  public boolean isBalanced() {
    return balanced != null;
  }

  /** Whether probabilities are corrected for how frequent the classes are. */
  public boolean isPriorCorrected() {
    return priorCorrected != null;
  }

  /** The same with classes that count the same, or rows that do. */
  public Preparation withBalanced(boolean balanced) {
    return Records.with(this, "balanced", balanced);
  }

  public List<Feature> engineered() {
    return features == null ? List.of() : features;
  }

  /** The same with an engineered input more, or without it where it is there already. */
  public Preparation toggled(Feature feature) {
    var others = engineered().stream().filter(it -> !it.equals(feature)).toList();
    return withFeatures(
        others.size() < engineered().size()
            ? others
            : Stream.concat(others.stream(), Stream.of(feature)).toList());
  }

  public Preparation withFeatures(List<Feature> features) {
    return Records.with(this, "features", features);
  }

  /** The same with other columns, and those engineered inputs that can still be made. */
  public Preparation withColumns(List<ColumnPlan> changed) {
    var numbers =
        changed.stream()
            .filter(it -> it.role() == ColumnRole.INPUT && it.kind() == ColumnKind.NUMBER)
            .map(ColumnPlan::name)
            .collect(Collectors.toSet());
    var kept = engineered().stream().filter(it -> numbers.containsAll(it.columns())).toList();
    return Records.with(Records.with(this, "columns", changed), "features", kept);
  }

  /** The rows that are no data. */
  public RowFilter filter() {
    return leftOut == null ? RowFilter.NONE : leftOut;
  }

  public Preparation withLeftOut(RowFilter leftOut) {
    return Records.with(this, "leftOut", leftOut);
  }

  /** How cells are read otherwise than they stand, column by column. */
  public List<Cleaning> cleaning() {
    return columns.stream().map(ColumnPlan::cleaning).flatMap(Optional::stream).toList();
  }

  /** The table with its cells as they are to be read; the same where all are read as they stand. */
  public Table cleaned(Table table) {
    return Cleaning.clean(table, cleaning());
  }

  public Cases cases() {
    return new Cases(cleaning(), filter());
  }

  /** What stands in for the missing values of an input; where rows are left out, nothing. */
  public MissingValues missing(ColumnPlan column) {
    var own = column.missing();
    return own == null || missing == MissingValues.DROP_ROW ? missing : own;
  }

  /** What keeps these choices from being carried out on the table; empty if nothing does. */
  public List<Problem> problems(Table table) {
    return PreparationProblems.of(this, table);
  }
}
