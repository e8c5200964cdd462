package dev.neuralworkbench.ui.prediction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.neuralworkbench.data.prepare.MissingValues;
import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.testing.Faults;
import dev.neuralworkbench.testing.RecordedLog;
import dev.neuralworkbench.train.Stopping;
import dev.neuralworkbench.ui.workspace.InlineTasks;
import dev.neuralworkbench.ui.workspace.Speed;
import dev.neuralworkbench.ui.workspace.Trainer;
import dev.neuralworkbench.ui.workspace.Workspace;
import dev.neuralworkbench.ui.workspace.preferences.ComputingPreferences;
import dev.neuralworkbench.ui.workspace.preferences.Engine;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PredictViewModelTest {

  private final InlineTasks tasks = new InlineTasks();
  private final Document document = Document.of(DataReference.of(BundledSample.IRIS));
  private final Workspace workspace =
      new Workspace(
          document.withDraft(
              document
                  .draft()
                  .withTraining(document.draft().training().withStopping(Stopping.after(2)))),
          tasks);
  private final Trainer trainer =
      new Trainer(workspace, tasks, new ComputingPreferences(Engine.PORTABLE, 1));
  private Supplier<Products> products = PortableProducts::new;
  private final PredictViewModel model =
      new PredictViewModel(workspace, trainer, tasks, Runnable::run, () -> products.get());

  @ParameterizedTest
  @MethodSource("dev.neuralworkbench.testing.Faults#all")
  void rowThatCannotBeAnsweredHasNoAnswerAndTheNextOneIsAnswered(Throwable thrown) {
    try (var log = new RecordedLog()) {
      products = () -> Faults.raise(thrown);
      trainer.speed().set(Speed.FULL);
      trainer.train();
      assertEquals(List.of(thrown), log.faults());
      assertEquals(1, tasks.complaints());
      assertNull(model.answer.get());
      products = PortableProducts::new;
      model.fill(3);
      assertNotNull(model.answer.get());
      assertEquals(1, tasks.complaints());
    }
  }

  /** Where a missing value is a category of its own, nothing in the model counts the others. */
  @Test
  void typicalCategoryIsTheMostFrequentOfTheTrainingRows() {
    var rows = 60;
    var sexes = new String[rows];
    var sizes = new double[rows];
    for (var i = 0; i < rows; i++) {
      sexes[i] = i % 20 == 0 ? null : i % 20 == 1 ? "." : i % 3 == 0 ? "female" : "male";
      sizes[i] = i;
    }
    var table = Table.of("t", TextColumn.of("sex", sexes), NumberColumn.of("size", sizes));
    var draft = Document.of(DataReference.ofTyped(table)).draft();
    workspace.open(
        "data",
        Document.of(DataReference.ofTyped(table))
            .withDraft(
                draft
                    .withPreparation(draft.preparation().withMissing(MissingValues.OWN))
                    .withTraining(draft.training().withStopping(Stopping.after(1)))));
    trainer.speed().set(Speed.FULL);
    trainer.train();
    var form = Objects.requireNonNull(model.form.get());
    assertEquals("male", form.row().text(0));
    model.fill(2);
    model.reset();
    assertEquals("male", form.row().text(0));
  }
}
