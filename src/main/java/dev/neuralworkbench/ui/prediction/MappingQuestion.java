package dev.neuralworkbench.ui.prediction;

import dev.neuralworkbench.data.encode.Preprocessor;
import dev.neuralworkbench.data.prepare.MissingValues;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.answer.ColumnMapping;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows that lack columns of a model by name.
 *
 * @param file the file that holds them; null for the rows of the open data
 * @param inputs the model's inputs that are lacking
 * @param target the model's target where it is lacking, which only a score needs; empty otherwise
 * @param offered columns that stand for no input of the model yet
 * @param hasSome whether the rows have some input by its name
 * @param canLack whether rows without an input are answered
 * @param likely what seems to stand for what
 */
record MappingQuestion(
    Table table,
    @Nullable Path file,
    List<String> inputs,
    String target,
    List<String> offered,
    boolean hasSome,
    boolean canLack,
    ColumnMapping likely) {

  /** More columns are not to be told one by one. */
  static final int MOST = 40;

  /** Copies the lists. */
  MappingQuestion {
    inputs = List.copyOf(inputs);
    offered = List.copyOf(offered);
  }

  static MappingQuestion of(Preprocessor preprocessor, Table table, @Nullable Path file) {
    var target = preprocessor.target().name();
    var lacking = ColumnMapping.lacking(preprocessor, table);
    var known = new ArrayList<String>();
    preprocessor.inputs().forEach(input -> known.add(input.name()));
    known.add(target);
    return new MappingQuestion(
        table,
        file,
        lacking,
        table.column(target) == null ? target : "",
        table.columns().stream().map(Column::name).filter(it -> !known.contains(it)).toList(),
        lacking.size() < preprocessor.inputs().size(),
        preprocessor.missing() != MissingValues.DROP_ROW,
        ColumnMapping.likely(preprocessor, table));
  }
}
