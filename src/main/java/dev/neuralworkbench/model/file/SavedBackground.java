package dev.neuralworkbench.model.file;

import dev.neuralworkbench.data.encode.InputEncoder.CategoryInput;
import dev.neuralworkbench.data.encode.Preprocessor;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.Background;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.DataSource;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.json.JsonException;
import dev.neuralworkbench.model.json.Spot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The training rows that predictions are compared with, of a model whose table is a file elsewhere:
 * without it nothing could be explained. Where the table comes with the model they are drawn again.
 *
 * @param seed what they were drawn with
 * @param csv first the number of each row in the table, from 1 on, then the input columns
 */
record SavedBackground(long seed, String csv) {

  static @Nullable SavedBackground of(Model model, DataReference data) {
    return data.source() instanceof DataSource.FromFile
        ? Background.of(model, data)
            .map(it -> new SavedBackground(Background.seed(model), csv(it)))
            .orElse(null)
        : null;
  }

  private static String csv(Background background) {
    var values = background.values();
    var name = "row";
    while (values.column(name) != null) {
      name = "_" + name;
    }
    var columns = new ArrayList<Column>();
    columns.add(
        NumberColumn.of(
            name, background.rows().stream().mapToDouble(Integer::doubleValue).toArray()));
    columns.addAll(values.columns());
    return SavedData.csv(new Table(values.name(), columns, values.rows()));
  }

  Background read(Spot at, Model model, DataReference data) throws JsonException {
    at.member("seed").expect(Background.seed(model), seed);
    var member = at.member("csv");
    var table = SavedData.table(member, "", csv, data.textColumns());
    at.refuse(table.rows() < 1, "model.atLeast", 1, 0);
    at.refuse(
        table.rows() > Background.MOST_ROWS, "model.atMost", Background.MOST_ROWS, table.rows());
    var rows = new ArrayList<Integer>();
    for (var i = 0; i < table.rows(); i++) {
      var row = table.column(0).value(i);
      var before = i == 0 ? 0 : rows.getLast();
      member.refuse(!(row > before), "model.atLeast", before + 1, row);
      member.refuse(row > data.rows(), "model.atMost", data.rows(), row);
      member.refuse(row != (int) row, "model.whole", null, row);
      rows.add((int) row);
    }
    return new Background(rows, columns(member, model.preprocessor(), table));
  }

  private static Table columns(Spot at, Preprocessor preprocessor, Table table)
      throws JsonException {
    var columns = new ArrayList<Column>();
    for (var input : preprocessor.inputs()) {
      var column = at.given(input.name(), table.column(input.name()));
      var refuses = input.refuses(column);
      var wrong = IntStream.range(0, table.rows()).filter(refuses).findFirst();
      if (wrong.isPresent()) {
        throw at.problem("model.holds", null, input.problem(column, wrong.getAsInt()));
      }
      if (input instanceof CategoryInput category) {
        var known = new HashSet<>(category.categories());
        known.addAll(Objects.requireNonNullElse(category.others(), List.of()));
        for (var row = 0; row < table.rows(); row++) {
          var found = column.text(row);
          at.refuse(
              !column.isMissing(row) && !known.contains(found), "model.noCategory", null, found);
        }
      }
      columns.add(column);
    }
    return new Table(table.name(), List.copyOf(columns), table.rows());
  }
}
