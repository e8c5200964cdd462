package dev.neuralworkbench.cli;

import dev.neuralworkbench.cli.print.EvaluationText;
import dev.neuralworkbench.cli.terminal.CommandFailure;
import dev.neuralworkbench.cli.terminal.NamedChoices;
import dev.neuralworkbench.cli.terminal.StudyLine;
import dev.neuralworkbench.cli.terminal.Terminal;
import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.encode.TargetEncoder;
import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.data.prepare.RowPart;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.answer.Answers;
import dev.neuralworkbench.model.answer.ClassProbabilities;
import dev.neuralworkbench.model.answer.Judgement;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.model.answer.ScoreDetails;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.study.HeldOut;
import dev.neuralworkbench.study.Sureness;
import dev.neuralworkbench.text.DecisionWords;
import dev.neuralworkbench.text.SureWords;
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
    TEST,
    /** The training rows, each answered by the network of the fold that left it out. */
    CV
  }

  @Option(names = "--rows", paramLabel = "ROWS", descriptionKey = "evaluate.rows")
  private String rows = "all";

  @Option(names = "--positive", paramLabel = "CLASS")
  private @Nullable String positive;

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
    var wanted = positive(model.preprocessor().target());
    var data = CommandInputs.data(pair.data(), document, mapping, reading, terminal);
    var predictor = new ModelPredictor(model, computing.products());
    if (level != null && chosen != Rows.TEST) {
      throw CommandFailure.option("cli.level.rows", "--level", null, null);
    }
    if (chosen == Rows.ALL) {
      judgeAll(document, mapping.in(CommandInputs.table(data)), predictor, wanted);
    } else {
      mapping.refuse();
      CommandInputs.refuseOther(data, data.name(), document);
      if (chosen == Rows.CV) {
        judgeFolds(model, CommandInputs.table(data), wanted);
      } else {
        judgePart(document, data, predictor, chosen, wanted);
      }
    }
    CommandInputs.tellReading(pair.data(), CommandInputs.table(data), terminal);
  }

  /** Index of the positive class; of numbers there is none. */
  private int positive(TargetEncoder target) {
    if (!(target instanceof ClassTarget classes)) {
      if (positive != null) {
        throw CommandFailure.option("cli.positive.numbers", "--positive", null, target.name());
      }
      return ClassProbabilities.ALL;
    }
    return positive == null
        ? ClassProbabilities.usual(classes.classes())
        : positive(classes.classes(), positive);
  }

  /** Judges the rows of any table, with a word on those that the model has learned from. */
  private void judgeAll(Document document, Table table, ModelPredictor predictor, int positive) {
    var model = CommandInputs.trained(document);
    var given = AskedTable.of(document, predictor, table);
    var rows = model.preprocessor().dataset(table, AskedTable.scored(given));
    var answers = predictor.predict(rows);
    var judged =
        given.trained() > 0
            ? judged(predictor, answers, model.prepared(table), rows)
            : Judgement.onOtherTable(answers, predictor.loss(rows), rows.targets());
    var details = ScoreDetails.of(answers, rows.targets(), positive, Progress.NONE);
    var told = AskedTable.lines(given, terminal.words());
    if (json) {
      terminal.result(
          EvaluationText.json(judged, details, terminal.words())
              .add("trained_rows", given.trained())
              .add("table_rows", table.rows())
              .add("remarks", told));
    } else {
      told.forEach(terminal::result);
      print(judged, details, RowPart.TRAINING);
    }
  }

  private void judgePart(
      Document document, DataReference data, ModelPredictor predictor, Rows chosen, int positive) {
    var model = CommandInputs.trained(document);
    var table = CommandInputs.table(data);
    var own = model.prepared(table);
    var part = RowPart.valueOf(chosen.name());
    var wanted = own.rows(part);
    if (wanted.rows() == 0) {
      throw CommandFailure.option("cli.noRows", "--rows", null, null);
    }
    var answers = predictor.predict(wanted);
    var judged = judged(predictor, answers, own, wanted);
    var details = ScoreDetails.of(predictor, own, part, answers, positive, Progress.NONE);
    var sure =
        level == null ? null : SureColumns.of(model, table, level, computing.products(), terminal);
    var scores =
        sure == null ? new double[0] : Sureness.scores(predictor.predict(wanted), wanted.targets());
    if (json) {
      var result = EvaluationText.json(judged, details, terminal.words());
      result.add("trained_rows", chosen == Rows.TRAINING ? wanted.rows() : 0);
      if (sure != null) {
        result
            .add("level", sure.level())
            .add("margin", sure.margin())
            .add("within", sure.held(scores));
      }
      terminal.result(result);
    } else {
      if (chosen == Rows.TRAINING) {
        terminal.result(terminal.words().text("cli.evaluate.learned"));
      }
      var decided = DecisionWords.of(model, terminal.words());
      if (!decided.isEmpty()) {
        terminal.result(decided);
      }
      print(judged, details, part);
      if (sure != null) {
        terminal.result(SureWords.coverage(sure, scores, terminal.words()));
      }
    }
  }

  private void judgeFolds(Model model, Table table, int positive) {
    var rows = model.prepared(table).training();
    try (var progress = new StudyLine(terminal)) {
      var found =
          HeldOut.crossValidated(model, table, rows, computing.products(), progress)
              .orElseThrow(() -> CommandFailure.option("cli.noRows", "--rows", null, null));
      var answers = found.answers().decided(model.decision());
      var judged = Judgement.of(answers, Double.NaN, rows, rows);
      var details = ScoreDetails.of(answers, rows.targets(), positive, Progress.NONE);
      if (json) {
        terminal.result(
            EvaluationText.json(judged, details, terminal.words()).add("folds", found.folds()));
      } else {
        terminal.result(terminal.words().text("cli.evaluate.folds", found.folds()));
        print(judged, details, RowPart.TRAINING);
      }
    }
  }

  private void print(Judgement judged, ScoreDetails details, RowPart part) {
    terminal.result(EvaluationText.lines(judged, details, part, terminal.words()));
  }

  private static Judgement judged(
      ModelPredictor predictor, Answers answers, PreparedData own, Dataset rows) {
    return Judgement.of(answers, predictor.loss(rows), own.training(), rows)
        .withLinear(own.training(), rows);
  }
}
