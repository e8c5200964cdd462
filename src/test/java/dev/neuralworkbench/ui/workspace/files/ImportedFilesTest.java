package dev.neuralworkbench.ui.workspace.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.prepare.ColumnRole;
import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.data.table.TableWriter;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.testing.TestDialogs;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Notices;
import dev.neuralworkbench.ui.common.dialog.WindowServices;
import dev.neuralworkbench.ui.workspace.InlineTasks;
import dev.neuralworkbench.ui.workspace.Trainer;
import dev.neuralworkbench.ui.workspace.Workspace;
import dev.neuralworkbench.ui.workspace.preferences.ComputingPreferences;
import dev.neuralworkbench.ui.workspace.preferences.Engine;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network of another program and its table, opened in either order or together. */
class ImportedFilesTest {

  @TempDir Path folder;

  private final InlineTasks tasks = new InlineTasks();
  private final Notices notices = new Notices();
  private final Workspace workspace =
      new Workspace(Document.of(DataReference.of(BundledSample.IRIS)), tasks);
  private final WindowServices services =
      new WindowServices(
          new Messages(Sentences::of, Language.ENGLISH), new TestDialogs(), tasks, notices);
  private final Remembering listener = new Remembering();
  private final FileCommands files =
      new FileCommands(
          workspace,
          new Requests(
              new Saving(
                  workspace,
                  new Trainer(workspace, tasks, new ComputingPreferences(Engine.PORTABLE, 1)),
                  services,
                  listener,
                  "test"),
              Runnable::run),
          new ReadTables(),
          services,
          listener);

  private Path table;
  private Path model;

  @BeforeEach
  void write() throws Exception {
    var text = new StringWriter();
    TableWriter.write(BundledSample.IRIS.table(), text);
    table = Files.writeString(folder.resolve("iris.csv"), text.toString());
    var there = "/dev/neuralworkbench/exchange/onnx/torch_relu_logits.onnx";
    model = Path.of(Objects.requireNonNull(getClass().getResource(there)).toURI());
  }

  private Document open(Path... of) {
    files.open(List.of(of));
    assertNull(notices.error.get());
    return workspace.document().get();
  }

  private String told() {
    return Objects.requireNonNull(notices.message.get()).getValue();
  }

  @Test
  void aModelAloneHasNoRowsNotEvenThoseOfASample() {
    assertNull(open(model).data().table());
    assertTrue(told().startsWith("Imported torch_relu_logits.onnx. Open its table"), told());
    assertTrue(told().endsWith("they are called 0 to 2."), told());
    assertFalse(workspace.document().get().inUse().isEmpty());
  }

  @Test
  void aTableThatIsOpenedNextIsTheModels() {
    open(model);
    var document = open(table);
    assertNotNull(document.data().table());
    var trained = Objects.requireNonNull(document.trained());
    assertEquals(List.of("setosa", "versicolor", "virginica"), trained.classNames());
  }

  @Test
  void aTableThatIsOpenIsTheModels() {
    open(table);
    var document = open(model);
    assertEquals("iris.csv", document.data().name());
    assertNotNull(document.trained());
    assertTrue(told().contains("uses the rows of iris.csv"), told());
  }

  @Test
  void aTableThatComesWithTheModelIsItsOwn() {
    assertEquals("iris.csv", open(model, table).data().name());
  }

  @Test
  void rowsThatAreNotTheModelsAreToBePredicted() throws Exception {
    var rows = Files.writeString(folder.resolve("rows.csv"), "x1,x2,x3,x4\n1,2,3,4\n2,3,4,5\n");
    assertNull(open(model, rows).data().table());
    assertEquals(rows, listener.asked);
  }

  /** The last column is another one by count alone; the first is what the user has chosen. */
  @Test
  void theTargetThatIsChosenIsTheModels() throws Exception {
    var lines = Files.readAllLines(table);
    var turned =
        IntStream.range(0, lines.size())
            .mapToObj(
                i -> {
                  var cells = lines.get(i).split(",");
                  var last = i == 0 ? "pot" : "abc".charAt(i % 3);
                  var rest = String.join(",", List.of(cells).subList(0, 4));
                  return cells[4] + "," + rest + "," + last;
                })
            .toList();
    var open = open(Files.write(folder.resolve("turned.csv"), turned));
    var preparation = open.draft().preparation();
    var chosen = preparation.withRole(0, ColumnRole.TARGET, open.data().table());
    workspace.editDraft("x", it -> it.withPreparation(chosen));
    var document = open(model);
    assertEquals("species", document.draft().preparation().target().orElseThrow().name(), told());
    assertTrue(told().contains("in this order: setosa, versicolor, virginica"), told());
    assertTrue(told().contains("in this order: sepal_length_cm, sepal_width_cm"), told());
  }

  @Test
  void aTableOfSomethingElseIsTold() throws Exception {
    open(model);
    files.open(List.of(Files.writeString(folder.resolve("xy.csv"), "x,y\n1,2\n2,3\n4,4\n")));
    assertEquals("xy.csv", workspace.document().get().data().name());
    var error = Objects.requireNonNull(notices.error.get()).getValue();
    assertTrue(error.startsWith("xy.csv does not fit this model. It needs 4 numeric"), error);
  }

  @Test
  void whatIsNoNetworkIsSaidAndChangesNothing() throws Exception {
    var before = workspace.document().get();
    files.open(List.of(Files.writeString(folder.resolve("m.onnx"), "?")));
    assertEquals(before, workspace.document().get());
    assertTrue(
        Objects.requireNonNull(notices.error.get()).getValue().startsWith("Not an ONNX file"));
  }
}
