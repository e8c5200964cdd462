package dev.neuralworkbench.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.encode.DateInput;
import dev.neuralworkbench.data.encode.InputEncoder;
import dev.neuralworkbench.data.encode.InputEncoder.CategoryInput;
import dev.neuralworkbench.data.encode.InputEncoder.NumberInput;
import dev.neuralworkbench.data.encode.RawRow;
import dev.neuralworkbench.data.encode.RowsToPredict;
import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.data.encode.TargetEncoder.NumberTarget;
import dev.neuralworkbench.data.prepare.ColumnPlan;
import dev.neuralworkbench.data.prepare.MissingValues;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.model.file.ModelFile;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.nn.function.ProblemType;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.study.runs.RunCurvesFile;
import dev.neuralworkbench.study.runs.RunListFile;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether what a file holds can be true, and works: it answers, is saved and opened again the same,
 * and can be trained on.
 *
 * @param again where it is saved again
 */
public record OpenedFile(Path again) {

  /** Rows that are answered. */
  private static final int ROWS = 64;

  /** A form that nothing is entered in. */
  private static final RawRow EMPTY =
      new RawRow() {
        @Override
        public double number(int input) {
          return Double.NaN;
        }

        @Override
        public @Nullable String text(int input) {
          return null;
        }
      };

  public void judge(Document document) throws Exception {
    var model = document.trained();
    assertNotNull(model);
    agrees(document, model);
    answers(document, model);
    runs(document);
    ModelFile.write(again, document, "test");
    var text = Files.readString(again);
    ModelFile.write(again, ModelFile.read(again), "test");
    assertEquals(text, Files.readString(again));
    goesOn(document);
  }

  private static void agrees(Document document, Model model) {
    var preprocessor = model.preprocessor();
    var preparation = model.experiment().preparation();
    assertEquals(preparation.target().orElseThrow().name(), preprocessor.target().name());
    assertTrue(model.inputs() >= 1 && model.inputs() <= 65_536);
    assertTrue(model.weights().fits(model.experiment().network(), model.inputs(), model.outputs()));
    assertTrue(model.weights().isFinite());
    for (var input : preprocessor.inputs()) {
      assertTrue(document.data().columns().stream().anyMatch(it -> it.name().equals(input.name())));
      assertTrue(!input.name().equals(preprocessor.target().name()));
      var names = preparation.columns().stream().map(ColumnPlan::name).toList();
      isPossible(
          input, preparation.missing(preparation.columns().get(names.indexOf(input.name()))));
    }
    switch (preprocessor.target()) {
      case NumberTarget number -> {
        assertTrue(number.minimum() <= number.maximum());
        assertTrue(number.scale() > 0 && number.scale() < 1e31);
      }
      case ClassTarget classes -> assertTrue(differ(classes.classes()) && model.classes() > 1);
    }
    var split = preparation.split();
    assertTrue(split.validation() + split.test() < 1);
    var checkpoint = model.checkpoint();
    if (checkpoint != null) {
      assertEquals(model.history().epochs(), checkpoint.epoch());
    }
    var table = document.data().table();
    if (table != null) {
      assertEquals(table.rows(), document.data().rows());
    }
  }

  private static void isPossible(InputEncoder input, MissingValues missing) {
    switch (input) {
      case NumberInput number -> {
        assertTrue(number.minimum() <= number.maximum());
        assertTrue(
            missing == MissingValues.ZERO
                ? number.fill() == 0
                : number.minimum() <= number.fill() && number.fill() <= number.maximum());
        assertTrue(number.scale() > 0 && number.scale() < 1e31);
        assertTrue(Math.abs(number.maximum()) <= 1e30 && Math.abs(number.minimum()) <= 1e30);
      }
      case CategoryInput category -> {
        var hasOwn = missing == MissingValues.OWN && category.categories().indexOf("") == 0;
        var names = category.categories();
        assertTrue(differ(hasOwn ? names.subList(1, names.size()) : names));
      }
      case DateInput date -> assertTrue(!date.parts().isEmpty());
    }
  }

  private static boolean differ(List<String> names) {
    return new HashSet<>(names).size() == names.size() && !names.contains("");
  }

  /** What is not finite, as weights of 1e38 lead to, is for those to refuse who show it. */
  private static void answers(Document document, Model model) {
    var predictor = new ModelPredictor(model, new PortableProducts());
    assertNotNull(predictor.predict(EMPTY));
    var table = document.data().table();
    if (table != null) {
      assertEquals(List.of(), model.preprocessor().columnProblems(table));
      var rows = new RowsToPredict(model.preprocessor(), table).answerable();
      var some = Arrays.copyOf(rows, Math.min(rows.length, ROWS));
      assertEquals(some.length, predictor.predict(table, some, Progress.NONE).rows());
    }
  }

  /** What is told of runs can be, and is written as tables. */
  private static void runs(Document document) throws IOException {
    var log = document.runs();
    for (var run : log.runs()) {
      var record = run.record();
      var isClass = record.experiment().preparation().problemType() == ProblemType.CLASSIFICATION;
      for (var score :
          Arrays.asList(
              record.testScore(),
              record.result().trainingScore(),
              record.result().validationScore())) {
        assertTrue(score == null || (score <= 1 && (score >= 0 || !isClass)), () -> "" + score);
      }
      assertTrue(record.result().used() <= record.result().epochs());
    }
    if (!log.runs().isEmpty()) {
      new RunListFile(log.runs(), log.marks()).write(Writer.nullWriter());
      new RunCurvesFile(log.runs()).write(Writer.nullWriter());
    }
  }

  /** Training goes on, or says why not. */
  private static void goesOn(Document document) {
    var table = document.data().table();
    if (table == null || !document.draft().problems(table).isEmpty()) {
      return;
    }
    var plan = TrainingPlan.of(document);
    var data = prepared(plan, table);
    if (plan.problems(data.training().rows()).isEmpty()) {
      plan.session(data, new PortableProducts()).trainBatch();
    }
  }

  private static PreparedData prepared(TrainingPlan plan, Table table) {
    return PreparedData.of(plan.experiment().preparation(), table);
  }
}
