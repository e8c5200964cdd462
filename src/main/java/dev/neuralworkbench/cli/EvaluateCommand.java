package dev.neuralworkbench.cli;

import com.google.gson.JsonArray;
import dev.neuralworkbench.cli.print.EvaluationText;
import dev.neuralworkbench.cli.terminal.CommandFailure;
import dev.neuralworkbench.cli.terminal.NamedChoices;
import dev.neuralworkbench.cli.terminal.Terminal;
import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.prepare.RowPart;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.answer.Judgement;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.study.Sureness;
import dev.neuralworkbench.text.SureWords;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "evaluate")
final class EvaluateCommand extends ModelCommand {

  /** Which rows: those of the split need the data that the model was trained on. */
  enum Rows {
    ALL,
    TRAINING,
    VALIDATION,
    TEST
  }

  @Option(names = "--rows", paramLabel = "ROWS")
  private String rows = "all";

  @Option(names = "--json")
  private boolean json;

  @Option(names = "--level", paramLabel = "SHARE", descriptionKey = "evaluate.level")
  private @Nullable Double level;

  EvaluateCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public void run() {
    var chosen = NamedChoices.of("--rows", Rows.class, rows);
    var pair = CommandInputs.Pair.of(first, second);
    var document = CommandInputs.document(pair.model());
    var model = CommandInputs.trained(document);
    var mapping = ChosenMapping.of(map, mapCategory, model);
    var data = CommandInputs.data(pair.data(), document, mapping, reading, terminal);
    var predictor = new ModelPredictor(model, computing.products());
    if (level != null && chosen != Rows.TEST) {
      throw CommandFailure.option("cli.level.rows", "--level", null, null);
    }
    if (chosen == Rows.ALL) {
      judgeAll(document, mapping.in(CommandInputs.table(data)), predictor);
    } else {
      mapping.refuse();
      judgePart(document, data, predictor, chosen);
    }
    CommandInputs.tellReading(pair.data(), CommandInputs.table(data), terminal);
  }

  /** Judges the rows of any table, with a word on those that the model has learned from. */
  private void judgeAll(Document document, Table table, ModelPredictor predictor) {
    var model = CommandInputs.trained(document);
    var given = AskedTable.of(document, predictor, table);
    var rows = model.preprocessor().dataset(table, AskedTable.scored(given));
    var judged =
        given.trained() > 0
            ? judged(predictor, model.prepared(table), rows)
            : Judgement.onOtherTable(predictor, rows);
    var told = AskedTable.lines(given, terminal.words());
    if (json) {
      var result = EvaluationText.json(judged, terminal.words());
      result.addProperty("trained_rows", given.trained());
      result.addProperty("table_rows", table.rows());
      var remarks = new JsonArray();
      told.forEach(remarks::add);
      result.add("remarks", remarks);
      terminal.json(EvaluationText.printed(result));
    } else {
      told.forEach(terminal::result);
      terminal.result(EvaluationText.lines(judged, terminal.words()));
    }
  }

  private void judgePart(
      Document document, DataReference data, ModelPredictor predictor, Rows chosen) {
    var model = CommandInputs.trained(document);
    var table = CommandInputs.table(data);
    CommandInputs.refuseOther(data, data.name(), document);
    var own = model.prepared(table);
    var wanted = own.rows(RowPart.valueOf(chosen.name()));
    if (wanted.rows() == 0) {
      throw CommandFailure.option("cli.noRows", "--rows", null, null);
    }
    var judged = judged(predictor, own, wanted);
    var sure =
        level == null ? null : SureColumns.of(model, table, level, computing.products(), terminal);
    var scores = sure == null ? new double[0] : Sureness.scores(predictor, wanted);
    if (json) {
      var result = EvaluationText.json(judged, terminal.words());
      result.addProperty("trained_rows", chosen == Rows.TRAINING ? wanted.rows() : 0);
      if (sure != null) {
        result.addProperty("level", sure.level());
        EvaluationText.add(result, "margin", sure.margin());
        result.addProperty("within", sure.held(scores));
      }
      terminal.json(EvaluationText.printed(result));
    } else {
      if (chosen == Rows.TRAINING) {
        terminal.result(terminal.words().text("cli.evaluate.learned"));
      }
      terminal.result(EvaluationText.lines(judged, terminal.words()));
      if (sure != null) {
        terminal.result(SureWords.coverage(sure, scores, terminal.words()));
      }
    }
  }

  private static Judgement judged(ModelPredictor predictor, PreparedData own, Dataset rows) {
    return Judgement.of(predictor, own.training(), rows).withLinear(own.training(), rows);
  }
}
