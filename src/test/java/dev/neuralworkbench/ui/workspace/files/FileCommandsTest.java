package dev.neuralworkbench.ui.workspace.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.prepare.ColumnKind;
import dev.neuralworkbench.data.prepare.ColumnRole;
import dev.neuralworkbench.data.prepare.Scaling;
import dev.neuralworkbench.data.prepare.SplitRule;
import dev.neuralworkbench.data.read.TableReader;
import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.data.sample.Sample.GeneratedSample;
import dev.neuralworkbench.data.sample.SampleKind;
import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.data.table.ReadingChoices.CellType;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.file.ModelFile;
import dev.neuralworkbench.problem.Records;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.testing.TestDialogs;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Notices;
import dev.neuralworkbench.ui.common.dialog.WindowServices;
import dev.neuralworkbench.ui.workspace.InlineTasks;
import dev.neuralworkbench.ui.workspace.TestModels;
import dev.neuralworkbench.ui.workspace.Trainer;
import dev.neuralworkbench.ui.workspace.Workspace;
import dev.neuralworkbench.ui.workspace.preferences.ComputingPreferences;
import dev.neuralworkbench.ui.workspace.preferences.Engine;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of files that are opened, and of those that are not. */
class FileCommandsTest {

  @TempDir Path folder;

  private final InlineTasks tasks = new InlineTasks();
  private final Notices notices = new Notices();
  private final Workspace workspace =
      new Workspace(Document.of(DataReference.of(GeneratedSample.of(SampleKind.CIRCLES))), tasks);
  private final Trainer trainer =
      new Trainer(workspace, tasks, new ComputingPreferences(Engine.PORTABLE, 1));
  private final WindowServices services =
      new WindowServices(
          new Messages(Sentences::of, Language.ENGLISH), new TestDialogs(), tasks, notices);
  private final Remembering listener = new Remembering();
  private final Saving saving = new Saving(workspace, trainer, services, listener, "test");
  private final ReadTables tables = new ReadTables();
  private final FileCommands files =
      new FileCommands(workspace, new Requests(saving, Runnable::run), tables, services, listener);
  private final ReadingCommands reading =
      new ReadingCommands(workspace, files, tables, services, listener);

  @Test
  void ofSeveralTablesTheOneThatIsOpenedAndTheOthersAreNamed() throws IOException {
    files.open(List.of(table("a.csv", 1), table("b.csv", 2), table("c.csv", 3)));
    assertEquals("c.csv", workspace.document().get().data().name());
    assertError(
        "Opened c.csv, but not a.csv, b.csv. Only one table or one model can be open at a time, or"
            + " a model with a table to predict.");
    files.open(List.of(table("a.csv", 1)));
    assertNull(notices.error.get());
  }

  @Test
  void ofSeveralModelsAndTablesThePairThatIsOpenedAndTheOthersAreNamed() throws Exception {
    var table = table("a.csv", 1);
    files.open(List.of(model("m.nnw", table), table, model("n.nnw", table), table("b.csv", 2)));
    assertEquals("n.nnw", saving.name());
    assertEquals("b.csv", String.valueOf(listener.asked.getFileName()));
    assertError(
        "Opened n.nnw, b.csv, but not m.nnw, a.csv. Only one table or one model can be open at a"
            + " time, or a model with a table to predict.");
    files.open(List.of(model("m.nnw", table), table, table));
    assertNull(notices.error.get(), "a file named twice is opened");
  }

  @Test
  void ofSeveralFilesThoseThatCannotBeReadKeepNoOtherFromBeingOpened() throws Exception {
    var left =
        "Opened b.csv, but not a.csv. Only one table or one model can be open at a time, or a model"
            + " with a table to predict.";
    var gone = folder.resolve("gone.csv");
    files.open(List.of(table("a.csv", 1), table("b.csv", 2), gone));
    assertEquals("b.csv", workspace.document().get().data().name());
    assertError("gone.csv: file not found. Check its name and folder.\n" + left);
    var broken = Files.writeString(folder.resolve("broken.nnw"), "?");
    files.open(List.of(table("a.csv", 1), broken, folder.resolve("gone.nnw"), gone));
    assertEquals("a.csv", workspace.document().get().data().name());
    var three = notices.error.get().getValue().lines().toList();
    assertEquals("gone.nnw: file not found. Check its name and folder.", three.get(0));
    assertEquals("gone.csv: file not found. Check its name and folder.", three.get(1));
    assertTrue(three.get(2).startsWith("broken.nnw"), three.get(2));
    files.open(List.of(gone, folder.resolve("gone.nnw")));
    assertError(
        "gone.csv: file not found. Check its name and folder.\n"
            + "gone.nnw: file not found. Check its name and folder.");
    var a = folder.resolve("a.csv");
    files.open(List.of(folder.resolve("gone.nnw"), model("m.nnw", a), a, gone));
    assertEquals("m.nnw", saving.name());
    assertEquals(a, listener.asked, "the table is answered");
    assertError(
        "gone.nnw: file not found. Check its name and folder.\n"
            + "gone.csv: file not found. Check its name and folder.");
  }

  @Test
  void sentenceAboutAMissingFileGoesOnceAnotherIsOpened() throws Exception {
    var table = table("a.csv", 1);
    var model = model("m.nnw", table);
    for (var next : List.of(table, model, folder.resolve("gone.nnw"), model, table)) {
      files.open(List.of(folder.resolve("gone.csv")));
      assertNotNull(notices.error.get());
      files.open(List.of(next));
      assertEquals(Files.exists(next), notices.error.get() == null, next.toString());
    }
  }

  @Test
  void tableThatChangedSinceTheModelWasTrainedIsSaidToHaveOtherRows() throws Exception {
    files.open(List.of(model("m.nnw", table("a.csv", 1), 5)));
    listener.recent.add(folder.resolve("a.csv"));
    files.missing.find();
    assertNull(workspace.document().get().data().table());
    assertError(
        "a.csv no longer has the rows the model was trained on, so it was not opened. The model"
            + " predicts without them. To continue training, open the original rows; to train on"
            + " the new ones, open a.csv as data.");
  }

  @Test
  void ownTableIsFoundBehindAnotherOfItsName() throws Exception {
    var table = table("a.csv", 1);
    Files.createDirectory(folder.resolve("models"));
    Files.createDirectory(folder.resolve("other"));
    files.open(List.of(model("models/m.nnw", table)));
    assertNull(workspace.document().get().data().table());
    listener.recent.addAll(List.of(table("other/a.csv", 5), table));
    files.missing.find();
    assertNotNull(workspace.document().get().data().table());
    assertNull(notices.error.get());
  }

  @Test
  void modelThatIsOpenedTakesUpItsTableFromBesideIt() throws Exception {
    files.open(List.of(model("m.nnw", table("a.csv", 1))));
    assertNotNull(workspace.document().get().data().table());
  }

  @Test
  void tableOfItsNameBesideAModelThatHasOtherRowsIsLeftAlone() throws Exception {
    files.open(List.of(model("m.nnw", table("a.csv", 1), 5)));
    assertNull(workspace.document().get().data().table());
    assertNull(notices.error.get());
    Files.writeString(folder.resolve("a.csv"), "");
    files.open(List.of(folder.resolve("m.nnw")));
    assertNull(notices.error.get(), "nobody asked for that file");
  }

  @Test
  void modelOfAStrangerLeadsToNoOtherFolder() throws Exception {
    Files.createDirectory(folder.resolve("inner"));
    var model = model("inner/m.nnw", table("a.csv", 1));
    var text = Files.readString(model).replace("\"a.csv\"", "\"../a.csv\"");
    files.open(List.of(Files.writeString(model, text)));
    assertEquals("../a.csv", workspace.document().get().data().name());
    assertNull(workspace.document().get().data().table());
  }

  @Test
  void folderOfPicturesIsATableThatIsFoundAgain() throws Exception {
    var pictures = pictures("pictures");
    files.open(List.of(pictures));
    var data = workspace.document().get().data();
    assertEquals("pictures", data.name());
    assertEquals(65, data.columns().size());
    assertEquals(4, data.rows());
    // Beside the model, and where it was used last.
    files.open(List.of(model("m.nnw", pictures)));
    assertNotNull(workspace.document().get().data().table());
    workspace.open("command.openData", Document.of(DataReference.of(BundledSample.XOR)));
    Files.createDirectory(folder.resolve("models"));
    files.open(List.of(model("models/m.nnw", pictures)));
    assertNull(workspace.document().get().data().table());
    ((TestDialogs) services.dialogs()).pictures = Optional.of(pictures);
    files.missing.ask();
    assertNotNull(workspace.document().get().data().table());
    workspace.open("command.openData", Document.of(DataReference.of(BundledSample.XOR)));
    listener.recent.clear();
    files.open(List.of(folder.resolve("models/m.nnw")));
    assertNull(workspace.document().get().data().table());
    listener.recent.add(pictures);
    files.missing.find();
    assertNotNull(workspace.document().get().data().table());
    assertNull(notices.error.get());
  }

  @Test
  void modelOfAStrangerLeadsToNoFolderAroundIt() throws Exception {
    var inner = pictures("pictures").resolve("inner");
    Files.createDirectory(inner);
    var model = model("pictures/inner/m.nnw", folder.resolve("pictures"));
    var text = Files.readString(model).replace("\"pictures\"", "\"..\"");
    files.open(List.of(Files.writeString(model, text)));
    assertEquals("..", workspace.document().get().data().name());
    assertNull(workspace.document().get().data().table());
  }

  private Path pictures(String name) throws IOException {
    for (var i = 0; i < 4; i++) {
      var image = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
      image.getRaster().setSample(i, i, 0, 200);
      var file = folder.resolve(name).resolve(i % 2 == 0 ? "cat" : "dog").resolve(i + ".png");
      Files.createDirectories(file.getParent());
      ImageIO.write(image, "png", file.toFile());
    }
    return folder.resolve(name);
  }

  @Test
  void aTableThatIsReadOtherwiseIsAStepThatKeepsTheChoicesForWhatStays() throws Exception {
    var text = new StringBuilder("x,z,kind\n");
    for (var i = 0; i < 40; i++) {
      text.append(i == 7 ? "7x" : i)
          .append(',')
          .append(3 * i % 7)
          .append(i % 2 == 0 ? ",a\n" : ",b\n");
    }
    var file = Files.writeString(folder.resolve("slip.csv"), text);
    files.open(List.of(file));
    workspace.prepare("preparation.scaling", it -> it.withScaling(Scaling.MIN_MAX));
    assertFalse(workspace.document().get().data().columns().getFirst().numeric());
    reading.changeReading(it -> it.withType("x", CellType.NUMBER));
    var read = workspace.document().get();
    assertTrue(read.data().columns().getFirst().numeric());
    assertEquals(1, read.data().table().column(0).missing());
    assertEquals(Scaling.MIN_MAX, read.draft().preparation().scaling());
    assertEquals(CellType.NUMBER, read.data().source().choices().type("x").orElseThrow());
    assertEquals("command.readAgain", workspace.undoName.get());

    var model = folder.resolve("m.nnw");
    ModelFile.write(model, read.withTrained(TestModels.untrained(read)), "test");
    workspace.undo();
    assertFalse(workspace.document().get().data().columns().getFirst().numeric());
    files.open(List.of(model));
    assertNotNull(workspace.document().get().data().table(), "read as it was");
  }

  @Test
  void howMuchMemoryALargeFileTakesIsToldBefore() throws IOException {
    var large = folder.resolve("large.csv");
    try (var file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(123_456_789);
    }
    files.outcome.begins(large);
    var said = notices.message.get().getValue();
    assertTrue(said.startsWith("large.csv is 123 MB."), said);
  }

  @Test
  void aSplitByAColumnThatIsNoMoreIsOneByChance() throws Exception {
    var text = new StringBuilder("who,x,y\n");
    for (var i = 0; i < 40; i++) {
      text.append("p").append(i % 9).append(i % 2 == 0 ? ",1,a\n" : ",2,b\n");
    }
    files.open(List.of(Files.writeString(folder.resolve("who.csv"), text)));
    var table = workspace.document().get().data().table();
    var rule = new SplitRule(SplitRule.Kind.GROUP, "who");
    workspace.prepare("form.by", it -> it.dividedBy(rule, table).withScaling(Scaling.MIN_MAX));
    reading.changeReading(it -> Records.with(it, "header", false));
    var preparation = workspace.document().get().draft().preparation();
    assertNull(preparation.split().by());
    assertEquals(Scaling.MIN_MAX, preparation.scaling(), "what stays is kept");
    assertEquals(List.of(), workspace.problems().get());
  }

  @Test
  void theTargetStaysTheTargetWhateverItIsReadAs() throws Exception {
    var text = new StringBuilder("price,size,kind\n");
    for (var i = 0; i < 40; i++) {
      text.append(i == 7 ? "x" : i * 1.5)
          .append(',')
          .append(i % 9)
          .append(i % 2 == 0 ? ",a\n" : ",b\n");
    }
    var file = Files.writeString(folder.resolve("prices.csv"), text);
    files.open(List.of(file));
    var table = workspace.document().get().data().table();
    workspace.prepare("form.role", it -> it.withRole(0, ColumnRole.TARGET, table));
    workspace.prepare("form.role", it -> it.withRole(2, ColumnRole.IGNORED, table));
    reading.changeReading(it -> it.withType("price", CellType.NUMBER));
    var preparation = workspace.document().get().draft().preparation();
    assertEquals(0, preparation.targetIndex());
    assertEquals(ColumnKind.NUMBER, preparation.target().orElseThrow().kind());
    assertEquals(ColumnRole.IGNORED, preparation.columns().get(2).role());
    assertEquals(List.of(), workspace.problems().get());
  }

  @Test
  void aFileThatIsRefusedForHowItIsReadCanBeLookedAt() throws IOException {
    var file = Files.writeString(folder.resolve("colons.txt"), "a:b\n1:2\n3:4\n");
    files.open(List.of(file));
    var remedy = notices.remedy.get();
    assertNotNull(remedy);
    remedy.action().run();
    assertEquals(file, listener.previewed);
    reading.read(file, ReadingChoices.NONE.withDelimiter(":"));
    assertEquals(2, workspace.document().get().data().columns().size());
    assertNull(notices.error.get());
    files.open(List.of(folder.resolve("gone.csv")));
    assertNull(notices.remedy.get(), "nothing to be looked at");
  }

  @Test
  void aTableIsReadAgainFromItsOwnFileAmongThoseOfItsName() throws IOException {
    Files.createDirectory(folder.resolve("other"));
    var own = table("a.csv", 1);
    var other = table("other/a.csv", 5);
    files.open(List.of(own));
    // The one used last has its name, and other rows.
    listener.recent.addAll(List.of(other, own));
    reading.changeReading();
    assertEquals(own, listener.previewed);
    reading.changeReading(it -> it.withType("x", CellType.TEXT));
    var read = workspace.document().get().data().table();
    assertNotNull(read);
    assertEquals("1", read.column(0).text(0));
  }

  @Test
  void anotherFileOfItsNameIsOpenedInItsPlaceAndNotTakenForIt() throws IOException {
    Files.createDirectory(folder.resolve("other"));
    files.open(List.of(table("a.csv", 1)));
    workspace.prepare("preparation.scaling", it -> it.withScaling(Scaling.MIN_MAX));
    var other = table("other/a.csv", 5);
    reading.read(other, ReadingChoices.NONE);
    var document = workspace.document().get();
    assertEquals("5", document.data().table().column(0).text(0));
    assertEquals("command.openData", workspace.undoName.get());
  }

  @Test
  void whatIsWrongWithAFileIsLookedAtInThatFile() throws IOException {
    Files.createDirectory(folder.resolve("other"));
    files.open(List.of(table("a.csv", 1)));
    var wrong = Files.writeString(folder.resolve("other/a.csv"), "a:b\n1:2\n3:4\n");
    reading.read(wrong, ReadingChoices.NONE);
    var remedy = notices.remedy.get();
    assertNotNull(remedy);
    remedy.action().run();
    assertEquals(wrong, listener.previewed);
  }

  @Test
  void nestedObjectsAreLookedAtFlattened() throws IOException {
    var nested = Files.writeString(folder.resolve("a.json"), "[{\"a\": {\"b\": 1}, \"y\": 2}]");
    files.open(List.of(nested));
    notices.remedy.get().action().run();
    assertEquals(nested, listener.previewed);
    assertTrue(listener.choices.flattens());
  }

  private void assertError(String sentence) {
    var error = notices.error.get();
    assertNotNull(error);
    assertEquals(sentence, error.getValue());
  }

  private Path table(String name, int first) throws IOException {
    var text = new StringBuilder("x,y\n");
    for (var i = first; i < first + 30; i++) {
      text.append(i).append(i % 2 == 0 ? ",even\n" : ",odd\n");
    }
    return Files.writeString(folder.resolve(name), text);
  }

  private Path model(String name, Path table) throws IOException, TableFormatException {
    var rows = new TableReader().read(table, Progress.NONE);
    var document = Document.of(DataReference.ofFile(rows, ReadingChoices.NONE));
    var file = folder.resolve(name);
    ModelFile.write(file, document.withTrained(TestModels.untrained(document)), "test");
    return file;
  }

  /** A model of a table that has other rows by now. */
  private Path model(String name, Path table, int first) throws IOException, TableFormatException {
    var file = model(name, table);
    table(String.valueOf(table.getFileName()), first);
    return file;
  }
}
