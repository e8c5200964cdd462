package dev.neuralworkbench.model.file;

import dev.neuralworkbench.data.encode.Preprocessor;
import dev.neuralworkbench.data.prepare.ColumnKind;
import dev.neuralworkbench.data.prepare.ColumnPlan;
import dev.neuralworkbench.data.prepare.MissingValues;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.prepare.RowFilter;
import dev.neuralworkbench.data.prepare.Scaling;
import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.model.Bookmark;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.DataSource;
import dev.neuralworkbench.model.Decision;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.file.ModelFile.ModelHead;
import dev.neuralworkbench.model.json.JsonException;
import dev.neuralworkbench.model.json.Spot;
import dev.neuralworkbench.model.json.Unbuilt;
import dev.neuralworkbench.train.Checkpoint;
import dev.neuralworkbench.train.TrainingHistory;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A document as it stands in its file.
 *
 * @param version the lowest that can say it
 * @param writtenBy name and version of the program
 * @param draft the choices being edited, where they differ
 */
record SavedDocument(
    String format,
    long version,
    String writtenBy,
    SavedData data,
    Experiment experiment,
    @Nullable Experiment draft,
    @Nullable Bookmark bookmark,
    @Nullable List<SavedRun> runs,
    Preprocessor preprocessor,
    SavedNetwork network,
    SavedHistory history,
    @Nullable Unbuilt<Checkpoint> checkpoint,
    @Nullable SavedBackground background,
    @Nullable Decision decision) {

  private static final Set<MissingValues> MISSING_OF_THE_FIRST =
      Set.of(MissingValues.MEAN, MissingValues.MEDIAN, MissingValues.MODE, MissingValues.DROP_ROW);

  private static final Set<Scaling> SCALINGS_OF_THE_FIRST =
      Set.of(Scaling.STANDARDIZE, Scaling.MIN_MAX, Scaling.NONE);

  static SavedDocument of(Document document, String program) {
    var trained = document.trained();
    if (trained == null) {
      throw new IllegalArgumentException("expected a trained model in " + document.data().name());
    }
    var experiment = trained.experiment();
    var runs = document.runs();
    var model = SavedModel.of(trained);
    var background = SavedBackground.of(trained, document.data());
    return new SavedDocument(
        ModelHead.FORMAT,
        background == null ? version(document, trained) : trained.decision() == null ? 3 : 4,
        program,
        SavedData.of(document.data()),
        experiment,
        document.draft().equals(experiment) ? null : document.draft(),
        document.bookmark(),
        runs.present().isEmpty() ? null : SavedRun.of(runs, document.data(), trained),
        model.preprocessor(),
        model.network(),
        model.history(),
        model.checkpoint(),
        background,
        trained.decision());
  }

  /** What is known of a document but for its many numbers, rows and earlier runs. */
  static SavedDocument described(Document document, Model trained, String program) {
    return new SavedDocument(
        ModelHead.FORMAT,
        ModelHead.VERSION,
        program,
        SavedData.described(document.data()),
        trained.experiment(),
        null,
        null,
        null,
        trained.preprocessor(),
        SavedNetwork.of(trained.experiment().network(), trained.weights()).withoutNumbers(),
        SavedHistory.of(new TrainingHistory()),
        null,
        null,
        trained.decision());
  }

  /**
   * The lowest version that can say it: averages of weights, folds, shares of the training rows,
   * bookmarks, runs, how a table was read, splits by a column, dates, engineered inputs, balanced
   * classes, rows left out, cells read otherwise, and what is done with rare and missing categories
   * came with the second, the rows that predictions are compared with came with the third,
   * decisions with the fourth, models of other programs with the fifth.
   */
  private static long version(Document document, Model trained) {
    if (document.data().source() instanceof DataSource.Elsewhere) {
      return 5;
    } else if (trained.decision() != null) {
      return 4;
    }
    return document.bookmark() != null
            || !document.data().source().choices().equals(ReadingChoices.NONE)
            || document.data().source().usualDecimal() != null
            || !trained.preprocessor().cleanings().isEmpty()
            || !document.runs().present().isEmpty()
            || Stream.of(document.draft(), trained.experiment())
                .anyMatch(SavedDocument::isOfTheSecond)
        ? 2
        : 1;
  }

  private static boolean isOfTheSecond(Experiment experiment) {
    var training = experiment.training();
    return training.average() > 0
        || training.foldCount() > 0
        || isOfTheSecond(experiment.preparation());
  }

  private static boolean isOfTheSecond(Preparation preparation) {
    return preparation.split().usedShare() < 1
        || preparation.split().by() != null
        || preparation.split().keepsEqualRows()
        || preparation.rareRows() > 1
        || !preparation.engineered().isEmpty()
        || preparation.isBalanced()
        || !preparation.filter().equals(RowFilter.NONE)
        || preparation.columns().stream().anyMatch(SavedDocument::isOfTheSecond)
        || !MISSING_OF_THE_FIRST.contains(preparation.missing())
        || !SCALINGS_OF_THE_FIRST.contains(preparation.scaling());
  }

  private static boolean isOfTheSecond(ColumnPlan plan) {
    return plan.kind() == ColumnKind.DATE || plan.missing() != null || plan.cleaning().isPresent();
  }

  /** Rows that were learned from, at most. */
  private static int rows(DataReference known) {
    return known.source() instanceof DataSource.Elsewhere ? ExperimentCheck.ANY : known.rows();
  }

  Document read(Spot at) throws JsonException {
    at.refuse(!format.equals(ModelHead.FORMAT), "model.format", ModelHead.FORMAT, null);
    at.refuse(version > ModelHead.VERSION, "model.version", ModelHead.VERSION, version);
    at.member("version").refuse(version < 1, "model.atLeast", 1, version);
    var known = data.read(at.member("data"));
    var choices = at.member("experiment");
    ExperimentCheck.trained(choices, experiment, known);
    if (draft != null) {
      ExperimentCheck.draft(at.member("draft"), draft, known);
    }
    var trained =
        new SavedModel(preprocessor, network, history, checkpoint)
            .read(at, choices, experiment, rows(known));
    if (background != null) {
      trained = trained.withBackground(background.read(at.member("background"), trained, known));
    }
    if (decision != null) {
      var member = at.member("decision");
      member.refuse(trained.classes() == 0, "model.needless", null, null);
      member.holds(decision.problems("decision", trained.classNames()));
      trained = trained.withDecision(decision);
    }
    var document = new Document(known, draft == null ? experiment : draft, trained);
    if (runs != null) {
      document = document.withRuns(SavedRun.read(at.member("runs"), runs, known, trained));
    }
    if (bookmark != null) {
      at.member("bookmark").member("row").within(Bookmark.ROWS, bookmark.row());
      at.member("bookmark").member("step").within(Bookmark.STEPS, (double) bookmark.step());
      if (bookmark.presses() != null) {
        at.member("bookmark").member("presses").within(Bookmark.PRESSES, bookmark.presses());
      }
      document = document.withBookmark(bookmark);
    }
    return document;
  }
}
