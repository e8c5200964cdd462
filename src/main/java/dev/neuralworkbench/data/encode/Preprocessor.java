package dev.neuralworkbench.data.encode;

import dev.neuralworkbench.data.encode.InputEncoder.CategoryInput;
import dev.neuralworkbench.data.encode.InputEncoder.NumberInput;
import dev.neuralworkbench.data.encode.RowRemark.RowTally;
import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.data.encode.TargetEncoder.NumberTarget;
import dev.neuralworkbench.data.prepare.Cleaning;
import dev.neuralworkbench.data.prepare.ColumnPlan;
import dev.neuralworkbench.data.prepare.ColumnRole;
import dev.neuralworkbench.data.prepare.Feature;
import dev.neuralworkbench.data.prepare.MissingValues;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.table.CategoryIndex;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NamedList;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.problem.Place;
import dev.neuralworkbench.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * A preparation with what it learned from the training rows: raw rows go in, matched by column
 * name, and a network's inputs come out. It is also the schema of what may be asked for a
 * prediction.
 *
 * @param inputs the input columns, in the order of their numbers
 * @param missing what becomes of missing inputs; their stand-ins are in {@code inputs}
 * @param features engineered inputs, whose numbers follow those of the columns; null for none
 * @param cleaning how cells of a table are read otherwise than they stand; null where none is
 */
public record Preprocessor(
    List<InputEncoder> inputs,
    TargetEncoder target,
    MissingValues missing,
    @Nullable List<FeatureInput> features,
    @Nullable List<Cleaning> cleaning) {

  /** Rows whose inputs are written column by column, so that both sides stay in the cache. */
  private static final int BLOCK_ROWS = 256;

  public Preprocessor {
    inputs = new NamedList<>(inputs, InputEncoder::name);
    features = features == null || features.isEmpty() ? null : List.copyOf(features);
    cleaning = cleaning == null || cleaning.isEmpty() ? null : known(cleaning, inputs, target);
  }

  /** Files have not always said which of the columns are of numbers. */
  private static List<Cleaning> known(
      List<Cleaning> cleaning, List<InputEncoder> inputs, TargetEncoder target) {
    var numbers = new HashSet<String>();
    inputs.stream().filter(NumberInput.class::isInstance).forEach(it -> numbers.add(it.name()));
    if (target instanceof NumberTarget) {
      numbers.add(target.name());
    }
    return cleaning.stream().map(it -> it.of(numbers.contains(it.column()))).toList();
  }

  /** A preprocessor whose inputs are columns alone. */
  public Preprocessor(List<InputEncoder> inputs, TargetEncoder target, MissingValues missing) {
    this(inputs, target, missing, null, null);
  }

  /** A table with its cells as they are to be read. */
  public Table cleaned(Table table) {
    return cleaning == null ? table : Cleaning.clean(table, cleaning);
  }

  /** A raw row with its values as they are to be read; no value has another one above it. */
  public RawRow cleaned(RawRow row) {
    if (cleaning == null) {
      return row;
    }
    var of = new HashMap<Integer, Cleaning>();
    cleaning.forEach(it -> of.put(((NamedList<InputEncoder>) inputs).place(it.column()), it));
    return new RawRow() {
      @Override
      public double number(int input) {
        var own = of.get(input);
        return own == null ? row.number(input) : own.number(row.number(input));
      }

      @Override
      public @Nullable String text(int input) {
        var own = of.get(input);
        return own == null ? row.text(input) : own.text(row.text(input));
      }
    };
  }

  public List<Cleaning> cleanings() {
    return cleaning == null ? List.of() : cleaning;
  }

  public List<FeatureInput> engineered() {
    return features == null ? List.of() : features;
  }

  /**
   * Learns scales, categories and stand-ins from the training rows, and nothing from others.
   *
   * @param preparation without {@link Preparation#problems}
   * @param trainingRows Not modified.
   */
  public static Preprocessor fit(Preparation preparation, Table raw, int[] trainingRows) {
    var table = preparation.cleaned(raw);
    var inputs = new ArrayList<InputEncoder>();
    for (var index : preparation.inputIndices()) {
      var column = table.column(index);
      var plan = preparation.columns().get(index);
      var missing = preparation.missing(plan);
      inputs.add(
          switch (plan.kind()) {
            case CATEGORY ->
                CategoryInput.fit(column, trainingRows, preparation.rareRows(), missing);
            case NUMBER ->
                NumberInput.fit(
                    (NumberColumn) column, trainingRows, preparation.scaling(), missing);
            case DATE -> DateInput.fit((TextColumn) column, trainingRows, preparation.scaling());
          });
    }
    var targetIndex = preparation.targetIndex();
    if (targetIndex < 0) {
      throw new IllegalArgumentException("expected a target among the columns");
    }
    var column = table.column(targetIndex);
    var target =
        switch (preparation.columns().get(targetIndex).kind()) {
          case CATEGORY ->
              preparation.isBalanced()
                  ? ClassTarget.of(preparation.cases().column(raw, targetIndex))
                      .balanced(column, trainingRows, preparation.isPriorCorrected())
                  : ClassTarget.of(preparation.cases().column(raw, targetIndex));
          case NUMBER ->
              NumberTarget.fit((NumberColumn) column, trainingRows, preparation.scaling());
          case DATE -> throw new IllegalArgumentException("expected no date as the target");
        };
    var columns = new Preprocessor(inputs, target, preparation.missing());
    return new Preprocessor(
        inputs,
        target,
        preparation.missing(),
        preparation.engineered().stream()
            .map(
                it ->
                    FeatureInput.fit(
                        columns.operands(it, table), trainingRows, preparation.scaling()))
            .toList(),
        cleaning(
            preparation,
            name -> raw.column(name) instanceof NumberColumn numbers ? numbers.odd() : List.of()));
  }

  /**
   * Of the columns that a row to be predicted is asked for, and of the target.
   *
   * @param odd the texts that were missing among the numbers of a column
   */
  public static List<Cleaning> cleaning(
      Preparation preparation, Function<String, List<String>> odd) {
    return preparation.columns().stream()
        .filter(it -> it.role() != ColumnRole.IGNORED)
        .map(it -> it.lacking(odd.apply(it.name())))
        .map(ColumnPlan::cleaning)
        .flatMap(Optional::stream)
        .toList();
  }

  /** A feature with its columns in a table, and what stands in where they are missing. */
  FeatureInput.Operands operands(Feature feature, Table raw) {
    var table = cleaned(raw);
    var x = (NumberInput) inputs.get(indexOf(feature.columns().getFirst()));
    var y = (NumberInput) inputs.get(indexOf(feature.columns().getLast()));
    return new FeatureInput.Operands(feature, x, table.named(x.name()), y, table.named(y.name()));
  }

  /**
   * The numbers that a feature is made of in a raw row: one, or two for a product.
   *
   * @param feature one of {@link #engineered}
   */
  public double[] operands(Feature feature, RawRow row) {
    return feature.columns().stream()
        .mapToInt(this::indexOf)
        .mapToDouble(i -> FeatureInput.operand(feature, (NumberInput) inputs.get(i), row.number(i)))
        .toArray();
  }

  /** Whether something stands in for a number that a feature is made of. */
  public boolean standsIn(Feature feature, RawRow row) {
    return feature.kind() != Feature.Kind.MISSING
        && feature.columns().stream().anyMatch(name -> Double.isNaN(row.number(indexOf(name))));
  }

  /** Index of an input column; it must be one. */
  public int indexOf(String name) {
    var index = ((NamedList<InputEncoder>) inputs).place(name);
    if (index < 0) {
      throw new IllegalArgumentException("expected an input " + name);
    }
    return index;
  }

  public int inputCount() {
    return inputs.stream().mapToInt(InputEncoder::width).sum() + engineered().size();
  }

  /** Pixels of a side of the images that are its inputs; 0 where they are none. */
  public int pictureSide() {
    return pixels().map(Pixels::side).orElse(0);
  }

  /** The inputs as the pixels of an image; empty where they are none. */
  public Optional<Pixels> pixels() {
    var numbers =
        inputs.stream().filter(NumberInput.class::isInstance).map(NumberInput.class::cast).toList();
    return numbers.size() < inputs.size() || features != null
        ? Optional.empty()
        : Pixels.of(
            numbers.stream().map(InputEncoder::name).toList(),
            numbers.stream().mapToDouble(NumberInput::minimum).toArray(),
            numbers.stream().mapToDouble(NumberInput::maximum).toArray());
  }

  /**
   * Writes the inputs of one row. What is missing gets its stand-in, an unknown category is all 0.
   *
   * @param into receives {@link #inputCount()} numbers from {@code offset} on. Modified.
   */
  public void encode(RawRow raw, float[] into, int offset) {
    encodeCleaned(cleaned(raw), into, offset);
  }

  /** The same of a row that is cleaned already. */
  public void encodeCleaned(RawRow row, float[] into, int offset) {
    var position = offset;
    for (var i = 0; i < inputs.size(); i++) {
      inputs.get(i).encode(row, i, into, position);
      position += inputs.get(i).width();
    }
    for (var engineered : engineered()) {
      var feature = engineered.feature();
      into[position++] = engineered.encode(feature.value(operands(feature, row)));
    }
  }

  /**
   * The inputs of some rows of a table, the same bits as row by row.
   *
   * @param raw has the columns of all inputs
   * @param rows Not modified.
   * @return (rows × inputs); the caller's own
   */
  public FMatrixRMaj encode(Table raw, int[] rows) {
    var table = cleaned(raw);
    var width = inputCount();
    var matrix = new FMatrixRMaj(rows.length, width);
    var cells = inputs.stream().map(input -> input.on(table.named(input.name()))).toList();
    for (var from = 0; from < rows.length; from += BLOCK_ROWS) {
      var to = Math.min(from + BLOCK_ROWS, rows.length);
      var position = 0;
      for (var input = 0; input < cells.size(); input++) {
        for (var i = from; i < to; i++) {
          cells.get(input).encode(rows[i], matrix.data, i * width + position);
        }
        position += inputs.get(input).width();
      }
    }
    var position = width - engineered().size();
    for (var engineered : engineered()) {
      var operands = operands(engineered.feature(), table);
      for (var i = 0; i < rows.length; i++) {
        matrix.data[i * width + position] = engineered.encode(operands.value(rows[i]));
      }
      position++;
    }
    return matrix;
  }

  /**
   * Inputs and targets of some rows of a table.
   *
   * @param table has the columns of all inputs and of the target
   * @param rows rows whose target is there. Kept, not copied.
   */
  public Dataset dataset(Table table, int[] rows) {
    var targets = target.encode(cleaned(table).named(target.name()), rows);
    return new Dataset(encode(table, rows), targets, rows);
  }

  /** All input columns that a table lacks, in one sentence; empty if it has them all. */
  public Optional<Problem> lacking(Table table) {
    var names = absent(table);
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Problem.at(
                "data.columns.lacking",
                Place.file(table.name()),
                CategoryIndex.listed(names),
                present(table)));
  }

  /** The inputs that a table lacks by name, in their order. */
  public List<String> absent(Table table) {
    return inputs.stream()
        .map(InputEncoder::name)
        .filter(name -> table.column(name) == null)
        .toList();
  }

  private static List<String> present(Table table) {
    return CategoryIndex.listed(table.columns().stream().map(Column::name).toList());
  }

  /** The input columns that a table lacks: without one, no row of it can be predicted. */
  public List<Problem> columnProblems(Table table) {
    return absent(table).stream().map(name -> missingColumn(name, table)).toList();
  }

  /** What keeps a table's answers from being compared: the target's column and its cells. */
  public List<Problem> targetProblems(Table table) {
    return table.column(target.name()) == null
        ? List.of(missingColumn(target.name(), table))
        : targetRemarks(table).stream().map(RowRemark::first).toList();
  }

  /** The rows whose target is there but none of this model's; nothing without its column. */
  public List<RowRemark> targetRemarks(Table table) {
    var column = cleaned(table).column(target.name());
    return column == null
        ? List.of()
        : RowTally.of(table.rows(), target.refuses(column))
            .remarks(row -> target.problem(column, row), RowRemark.Outcome.UNSCORED);
  }

  /** The table's rows whose target is there and one of this model's, in rising order. */
  public int[] labelledRows(Table table) {
    var column = cleaned(table).named(target.name());
    var refuses = target.refuses(column);
    return IntStream.range(0, table.rows())
        .filter(row -> !column.isMissing(row) && !refuses.test(row))
        .toArray();
  }

  /**
   * Names of the columns whose categories are told apart by how they are written, to be read as
   * texts even where a file has nothing but numbers in them.
   */
  public Set<String> textColumns() {
    var names = new HashSet<String>();
    for (var input : inputs) {
      if (input instanceof CategoryInput categories
          && CategoryIndex.needText(categories.categories())) {
        names.add(input.name());
      } else if (input instanceof DateInput) {
        names.add(input.name());
      }
    }
    if (target instanceof ClassTarget classes && CategoryIndex.needText(classes.classes())) {
      names.add(target.name());
    }
    return Set.copyOf(names);
  }

  /**
   * Whether a column of rows to be answered, by its name, is read as it is written, even where it
   * has nothing but numbers: its categories are told apart so, or it is not used and only copied
   * beside the answers, where an id such as {@code 00012} must be found again.
   */
  public Predicate<String> isText() {
    var used =
        inputs.stream().map(InputEncoder::name).collect(Collectors.toCollection(HashSet::new));
    used.add(target.name());
    used.removeAll(textColumns());
    return column -> !used.contains(column);
  }

  private static Problem missingColumn(String name, Table table) {
    return Problem.at("data.column.absent", Place.column(name), name, present(table));
  }
}
