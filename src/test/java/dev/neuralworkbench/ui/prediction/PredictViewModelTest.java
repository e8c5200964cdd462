package dev.neuralworkbench.ui.prediction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.neuralworkbench.data.prepare.MissingValues;
import dev.neuralworkbench.data.read.TableReader;
import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.testing.Faults;
import dev.neuralworkbench.testing.RecordedLog;
import dev.neuralworkbench.train.Stopping;
import dev.neuralworkbench.ui.workspace.InlineTasks;
import dev.neuralworkbench.ui.workspace.Speed;
import dev.neuralworkbench.ui.workspace.Trainer;
import dev.neuralworkbench.ui.workspace.Workspace;
import dev.neuralworkbench.ui.workspace.preferences.ComputingPreferences;
import dev.neuralworkbench.ui.workspace.preferences.Engine;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PredictViewModelTest {

  @TempDir private Path folder;

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
    train(table);
    var form = Objects.requireNonNull(model.form.get());
    assertEquals("male", form.row().text(0));
    model.fill(2);
    model.reset();
    assertEquals("male", form.row().text(0));
  }

  /** Digits of a table are found in a picture; pictures of a folder are learned as a whole. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void pictureIsReadAsThoseWereThatTheModelLearned(boolean isFolder) throws Exception {
    var colors = new Color[] {Color.BLACK, Color.WHITE, Color.LIGHT_GRAY, Color.DARK_GRAY};
    for (var i = 0; i < 24; i++) {
      var image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
      var drawing = image.createGraphics();
      drawing.setColor(colors[i % 4]);
      drawing.fillRect(0, 0, 8, 8);
      drawing.setColor(colors[(i + 1) % 4]);
      drawing.fillRect(i % 5, i % 3, 3, 2);
      drawing.dispose();
      var file = folder.resolve(i % 2 == 0 ? "1" : "2").resolve(i + ".png");
      Files.createDirectories(file.getParent());
      ImageIO.write(image, "png", file.toFile());
    }
    var read = new TableReader().read(folder, Progress.NONE);
    var columns = new ArrayList<>(read.columns());
    if (!isFolder) {
      var digits = IntStream.range(0, 24).mapToDouble(i -> i < 12 ? 1 : 2);
      columns.set(64, NumberColumn.of("label", digits.toArray()));
    }
    train(new Table("pictures", columns, 24));
    model.fill(3);
    var learned = Objects.requireNonNull(model.pad.image.getValue()).shares();
    var as = Objects.requireNonNull(model.pad.seen.get());
    model.pad.open(PadViewModel.read(folder.resolve("1").resolve("4.png"), as));
    var opened = Objects.requireNonNull(model.pad.image.getValue()).shares();
    assertEquals(isFolder, Arrays.equals(learned, opened));
  }

  private void train(Table table) {
    var read = Document.of(DataReference.ofTyped(table));
    var draft = read.draft();
    workspace.open(
        "data",
        read.withDraft(
            draft
                .withPreparation(draft.preparation().withMissing(MissingValues.OWN))
                .withTraining(draft.training().withStopping(Stopping.after(1)))));
    trainer.speed().set(Speed.FULL);
    trainer.train();
  }
}
