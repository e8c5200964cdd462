package dev.neuralworkbench.exchange.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.encode.RawRow;
import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.explain.why.Explainer;
import dev.neuralworkbench.model.Background;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.TrainingPlan;
import dev.neuralworkbench.model.TrainingPlan.TrainingStart;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.train.RunControl;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** With a table a model of another program is one like any other, and predicts what it did. */
class ImportedRowsTest {

  private static final PortableProducts PRODUCTS = new PortableProducts();

  private static OnnxImport read(String name) throws Exception {
    return OnnxImport.read(OnnxImportTest.file(name + ".onnx"));
  }

  private static DataReference iris() {
    return DataReference.of(BundledSample.IRIS);
  }

  private static double[] first(Model model, Table table) {
    var answers = new ModelPredictor(model, PRODUCTS).predict(table, new int[] {0}, Progress.NONE);
    return model.classes() == 0 ? new double[] {answers.number(0)} : answers.probabilities(0);
  }

  private static Document train(Document document) {
    var plan = TrainingPlan.of(document);
    assertInstanceOf(TrainingStart.FromWeights.class, plan.start());
    var table = Objects.requireNonNull(document.data().table());
    var prepared = PreparedData.of(plan.experiment().preparation(), table);
    var session = plan.session(prepared, PRODUCTS);
    session.run(new RunControl());
    return document.withTrained(plan.model(session, prepared));
  }

  @Test
  void theModelPredictsWithRowsWhatItPredictedWithoutThem() throws Exception {
    for (var name : List.of("torch_relu_logits", "keras_softmax", "torch_gelu_mish")) {
      var read = read(name);
      var with = OnnxImportTest.model(read.with(iris(), null));
      var flower = new double[] {5.1, 3.5, 1.4, 0.2};
      var alone = OnnxImportTest.model(read.document);
      var expected = first(alone, OnnxImportTest.table(alone, List.of(flower)));
      assertEquals(List.of("setosa", "versicolor", "virginica"), with.classNames());
      assertArrayEquals(expected, first(with, OnnxImportTest.table(with, List.of(flower))), 1e-5);
    }
  }

  /** The file names its classes, so the column that has them is the target wherever it stands. */
  @Test
  void theColumnOfTheClassesIsTheTarget() throws Exception {
    var iris = BundledSample.IRIS.table();
    var columns = new ArrayList<>(iris.columns());
    columns.addFirst(columns.removeLast());
    var table = Table.of("t", columns.toArray(Column[]::new));
    var document =
        read("sklearn_texts").with(DataReference.ofFile(table, ReadingChoices.NONE), null);
    assertEquals("species", document.draft().preparation().target().orElseThrow().name());
  }

  @Test
  void itIsTrainedOnEvaluatedAndExplained() throws Exception {
    var document = read("torch_relu_logits").with(iris(), "species");
    var longer = document.draft().training().withEpochs(1);
    document = document.withDraft(document.draft().withTraining(longer));
    var before = OnnxImportTest.model(document);
    var after = OnnxImportTest.model(train(document));
    assertEquals(1, after.history().epochs());
    var table = Objects.requireNonNull(iris().table());
    var rows = before.prepared(table).training();
    var old = new ModelPredictor(before, PRODUCTS);
    assertTrue(new ModelPredictor(after, PRODUCTS).loss(rows) < old.loss(rows));
    var background = Background.of(before, iris()).orElseThrow();
    var why =
        new Explainer(before, PRODUCTS, background, 1)
            .explain(RawRow.of(before.preprocessor(), table, 0), Progress.NONE)
            .orElseThrow();
    assertEquals(4, why.contributions().size());
  }

  @Test
  void aNumberIsInTheUnitsOfTheTable() throws Exception {
    var read = read("sklearn_regressor");
    var all =
        OnnxImportTest.expected().stream().filter(it -> it.name().equals("sklearn_regressor"));
    var of = all.findFirst().orElseThrow();
    var columns = new NumberColumn[4];
    for (var i = 0; i < 4; i++) {
      var column = i;
      // Others' names, in the order of the file.
      columns[i] =
          NumberColumn.of(
              "c" + i,
              IntStream.range(0, of.rows().size())
                  .mapToDouble(
                      row -> column < 3 ? of.rows().get(row)[column] : 3 * of.values().get(row)[0])
                  .toArray());
    }
    var data = DataReference.ofFile(Table.of("t", columns), ReadingChoices.NONE);
    var document = read.with(data, null);
    var model = OnnxImportTest.model(document);
    for (var row = 0; row < of.rows().size(); row++) {
      var one = OnnxImportTest.table(model, List.of(of.rows().get(row)));
      assertArrayEquals(of.values().get(row), first(model, one), 1e-5);
    }
    assertEquals(100, OnnxImportTest.model(train(document)).history().epochs());
  }

  @Test
  void rowsOfSomethingElseAreRefused() throws Exception {
    var texts = read("sklearn_texts");
    assertEquals(3, texts.with(iris(), null).data().columns().size() - 2);
    for (var name : List.of("torch_images", "sklearn_scaled", "labels_only", "torch_regression")) {
      var read = read(name);
      var e = assertThrows(OnnxException.class, () -> read.with(iris(), null), name);
      assertTrue(e.problem().key().startsWith("exchange.import.rows."), name);
    }
  }
}
