package dev.neuralworkbench.model;

import dev.neuralworkbench.data.prepare.ColumnRole;
import dev.neuralworkbench.data.prepare.Feature;
import dev.neuralworkbench.data.prepare.MissingValues;
import dev.neuralworkbench.data.prepare.Scaling;
import dev.neuralworkbench.data.prepare.SplitRule;
import dev.neuralworkbench.data.read.TableReader;
import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.model.RunLog.RunMark;
import dev.neuralworkbench.model.file.ModelFile;
import dev.neuralworkbench.nn.LayerDesign;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.LayerDesign.DropoutDesign;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.problem.Records;
import dev.neuralworkbench.train.Chosen;
import dev.neuralworkbench.train.Intervention;
import dev.neuralworkbench.train.StopReason;
import dev.neuralworkbench.train.schedule.LearningRateSchedule.ReduceOnPlateau;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Model files of every kind, as the program writes them, for tests that damage them. */
public final class SavedModels {

  private SavedModels() {}

  /** The documents, by what is special about them. */
  static Map<String, Document> documents() {
    var documents = new LinkedHashMap<String, Document>();
    documents.put("classes", TrainedDocuments.iris());
    documents.put("two classes", TrainedDocuments.circles());
    documents.put("number", TrainedDocuments.diabetes());
    documents.put("categories", categories());
    documents.put("counts", counts());
    documents.put("rare", rare());
    documents.put("dates", dates());
    documents.put("interrupted", interrupted());
    documents.put("deep", deep());
    documents.put("logged", logged());
    return documents;
  }

  /** The files' texts. */
  public static Map<String, String> texts(Path folder) throws IOException {
    var texts = new LinkedHashMap<String, String>();
    var file = folder.resolve("saved.nnw");
    for (var document : documents().entrySet()) {
      ModelFile.write(file, document.getValue(), "test");
      texts.put(document.getKey(), Files.readString(file));
    }
    return texts;
  }

  /** Typed rows with a colour, a size, and a price to be answered, some of them missing. */
  private static Document typed(String target) {
    var colours = List.of("red", "green", "blue", "", "10", "9");
    var rows = new StringBuilder("colour,size,price," + target + "\n");
    for (var row = 0; row < 60; row++) {
      rows.append(colours.get(row % 6)).append(',');
      rows.append(row % 7 == 0 ? "" : row * 0.5).append(',').append(row % 10 * 3).append(',');
      rows.append(target.equals("kind") ? row % 3 == 0 ? "A" : "B" : row % 13 * 1.5);
      rows.append('\n');
    }
    try {
      return Document.of(DataReference.ofTyped(TableReader.parse("typed", rows.toString())));
    } catch (TableFormatException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Document categories() {
    var document = typed("weight");
    var draft = document.draft();
    var preparation =
        draft.preparation().withScaling(Scaling.MIN_MAX).withMissing(MissingValues.MEDIAN);
    return TrainedDocuments.trained(document.withDraft(draft.withPreparation(preparation)), 6);
  }

  private static Document counts() {
    var document = typed("weight");
    var draft = document.draft();
    var preparation =
        draft.preparation().withScaling(Scaling.MAX_ABS).withMissing(MissingValues.ZERO);
    return TrainedDocuments.trained(document.withDraft(draft.withPreparation(preparation)), 6);
  }

  /** One colour has an input, the others and a missing one have none; and engineered inputs. */
  private static Document rare() {
    var document = typed("kind");
    var draft = document.draft();
    var preparation =
        draft
            .preparation()
            .withMissing(MissingValues.APART)
            .withFeatures(
                List.of(
                    Feature.product("size", "price"),
                    Feature.of(Feature.Kind.LOG, "price"),
                    Feature.of(Feature.Kind.MISSING, "size")))
            .withBalanced(true);
    var rare = Chosen.withRare(Chosen.withPriorCorrected(preparation, true), 30);
    return TrainedDocuments.trained(document.withDraft(draft.withPreparation(rare)), 4);
  }

  /** A date, some of them missing, whose parts are inputs. */
  private static Document dates() {
    var rows = new StringBuilder("when,size,kind\n");
    for (var row = 0; row < 40; row++) {
      rows.append(row % 9 == 0 ? "" : "%02d.%02d.2024".formatted(1 + row % 28, 1 + row % 12));
      rows.append(',').append(row % 7).append(row % 2 == 0 ? ",a\n" : ",b\n");
    }
    try {
      var document =
          Document.of(DataReference.ofTyped(TableReader.parse("typed", rows.toString())));
      var draft = document.draft();
      var preparation = draft.preparation().withRole(0, ColumnRole.INPUT, document.data().table());
      return TrainedDocuments.trained(document.withDraft(draft.withPreparation(preparation)), 3);
    } catch (TableFormatException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Stopped within an epoch, after interventions, and with another draft. */
  private static Document interrupted() {
    var document = typed("kind");
    var draft = document.draft();
    var ready =
        document.withDraft(
            draft.withTraining(
                draft
                    .training()
                    .withBatchSize(8)
                    .withSchedule(new ReduceOnPlateau(0.5, 1, 0.01, 0.01))));
    var plan = TrainingPlan.of(ready);
    var data =
        PreparedData.of(
            plan.experiment().preparation(), Objects.requireNonNull(ready.data().table()));
    var session = plan.session(data, new PortableProducts());
    for (var batch = 0; batch < 2 * session.batchesPerEpoch() + 2; batch++) {
      session.trainBatch();
    }
    var row = new ArrayList<Float>();
    for (var i = 0; i < data.preprocessor().inputCount(); i++) {
      row.add(0.25f * i);
    }
    session.trainRow(row, List.of(1f));
    var model = plan.model(session, data);
    return ready
        .withTrained(model)
        .withDraft(ready.draft().withTraining(ready.draft().training().withLearningRate(0.5)));
  }

  /** Three runs, the first one's model among them, of rows divided by a column and read as told. */
  private static Document logged() {
    var typed = typed("kind");
    var table = Objects.requireNonNull(typed.data().table());
    var choices =
        ReadingChoices.NONE
            .withDelimiter(",")
            .withMissing(List.of("none"))
            .withType("colour", ReadingChoices.CellType.TEXT);
    var document = Document.of(DataReference.ofFile(table, choices));
    var draft = document.draft();
    var rule = new SplitRule(SplitRule.Kind.GROUP, "colour");
    var preparation = draft.preparation().dividedBy(rule, table);
    var ready = document.withDraft(draft.withPreparation(preparation));
    var first = TrainedDocuments.trained(ready, 2);
    var last = TrainedDocuments.trained(ready, 3);
    var done =
        List.<Intervention>of(
            new Intervention.RateChange(0, 1, 0.01, 0.1),
            new Intervention.WeightEdit(1, 0, 1, 0, 0, 0.5f, 0.25f),
            new Intervention.Stop(2, 0, StopReason.STOPPED));
    var other = record(2, Objects.requireNonNull(first.trained()), "0".repeat(64), 1, done);
    var log =
        RunLog.NONE
            .with(run(1, first))
            .with(new LoggedRun(Records.with(other, "testScore", 0.5), null))
            .with(run(3, last))
            .with(List.of(1), _ -> new RunMark(true, false, "the first"));
    return last.withRuns(log);
  }

  private static LoggedRun run(int number, Document document) {
    var model = Objects.requireNonNull(document.trained());
    return new LoggedRun(record(number, model, document.data().hash(), null, List.of()), model);
  }

  private static RunRecord record(
      int number, Model model, String data, @Nullable Integer from, List<Intervention> done) {
    return new RunRecord(
        number,
        data,
        model.experiment(),
        true,
        from,
        RunResult.of(model),
        RunCurve.of(model.history()),
        done,
        null,
        null);
  }

  /** Every activation, and dropout between them. */
  private static Document deep() {
    var document = Document.of(TrainedDocuments.iris().data());
    var hidden = new ArrayList<LayerDesign>();
    for (var activation : Activation.values()) {
      hidden.add(DenseDesign.of(3, activation));
      hidden.add(new DropoutDesign(0.1));
    }
    var draft = document.draft();
    return TrainedDocuments.trained(
        document.withDraft(
            draft.withNetwork(Chosen.withLabelSmoothing(draft.network().withHidden(hidden), 0.1))),
        3);
  }
}
