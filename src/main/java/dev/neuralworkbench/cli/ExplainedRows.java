package dev.neuralworkbench.cli;

import dev.neuralworkbench.cli.terminal.CommandFailure;
import dev.neuralworkbench.cli.terminal.Json;
import dev.neuralworkbench.cli.terminal.StudyLine;
import dev.neuralworkbench.cli.terminal.Terminal;
import dev.neuralworkbench.data.encode.InputEncoder;
import dev.neuralworkbench.data.encode.RawRow;
import dev.neuralworkbench.explain.why.Explainer;
import dev.neuralworkbench.explain.why.Explanation;
import dev.neuralworkbench.model.Background;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.answer.AnswersFile;
import dev.neuralworkbench.model.answer.Prediction;
import dev.neuralworkbench.model.answer.TableAnswers;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why each row of a table is predicted as it is, beside the predictions or as JSON. */
final class ExplainedRows {

  private final Explainer explainer;
  private final List<Optional<Explanation>> rows;
  private final List<String> columns;

  /**
   * Explains the rows that have a prediction, and tells beforehand what they are compared with and
   * how long it takes.
   *
   * @param other the model's table, where its file has no rows to compare with; null for none
   */
  ExplainedRows(
      Document document,
      Products products,
      @Nullable DataReference other,
      TableAnswers answers,
      Terminal terminal) {
    var model = CommandInputs.trained(document);
    var background =
        Background.of(model, document.data())
            .or(() -> other == null ? Optional.empty() : Background.of(model, other))
            .orElseThrow(
                () -> CommandFailure.option("cli.explain.background", "--explain", null, null));
    var threads = Runtime.getRuntime().availableProcessors();
    explainer = new Explainer(model, products, background, threads);
    var size = background.rows().size();
    terminal.tell(
        "cli.explain",
        size,
        String.valueOf(Background.seed(model)),
        answers.answered(),
        Numbers.rounded(
            Math.max(0.1, answers.answered() * Explainer.estimate(model, size, threads)), 1));
    rows = new ArrayList<>();
    var count = answers.table().rows();
    try (var progress = new StudyLine(terminal)) {
      for (var row = 0; row < count; row++) {
        progress.goOn(row, count);
        var raw = RawRow.of(model.preprocessor(), answers.read(), row);
        rows.add(answers.position(row) < 0 ? Optional.empty() : explainer.explain(raw, progress));
      }
    }
    columns = new ArrayList<>();
    model.preprocessor().inputs().stream().map(InputEncoder::name).forEach(columns::add);
    if (columns.size() > Explainer.MOST_COLUMNS) {
      columns.add("");
    }
  }

  /** What is beside the predictions: the base, then what each column adds, empty for none. */
  AnswersFile.Beside beside() {
    var heads = new ArrayList<>(List.of("base"));
    columns.forEach(it -> heads.add("contribution " + key(it)));
    return new AnswersFile.Beside(heads, row -> rows.get(row).map(this::cells).orElse(List.of()));
  }

  private List<String> cells(Explanation of) {
    var cells = new ArrayList<>(List.of(Double.toString(of.base())));
    for (var column : columns) {
      cells.add(
          of.contributions().stream()
              .filter(it -> it.column().equals(column))
              .findFirst()
              .map(it -> Double.toString(it.amount()))
              .orElse(""));
    }
    return cells;
  }

  /** The others together have a name that no column has. */
  private String key(String column) {
    var name = column.isEmpty() ? "others" : column;
    while (column.isEmpty() && columns.contains(name)) {
      name = "_" + name;
    }
    return name;
  }

  Json json() {
    var all = rows.stream().map(it -> it.map(this::json).orElseGet(ExplainedRows::none)).toList();
    return new Json()
        .add("background", new Json().add("rows", explainer.background().rows()))
        .add("rows", all);
  }

  private static Json none() {
    return new Json()
        .addOrNull("prediction", null)
        .addOrNull("output", null)
        .addOrNull("base", null)
        .add("contributions", new Json());
  }

  private Json json(Explanation of) {
    var contributions = new Json();
    of.contributions().forEach(it -> contributions.add(key(it.column()), it.amount()));
    Object prediction =
        switch (of.prediction()) {
          case Prediction.OfClass it -> it.answer();
          case Prediction.OfNumber it -> it.value();
          case Prediction.None _ -> Double.NaN;
        };
    return new Json()
        .addOrNull("prediction", prediction)
        .add("output", of.output())
        .add("base", of.base())
        .add("contributions", contributions)
        .add("others", of.others().isEmpty() ? null : of.others());
  }
}
