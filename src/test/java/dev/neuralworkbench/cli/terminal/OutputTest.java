package dev.neuralworkbench.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.cli.Calls;
import dev.neuralworkbench.testing.Patience;
import dev.neuralworkbench.testing.Strangers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code --output} may replace, and what it leaves alone. */
class OutputTest {

  @TempDir private Path folder;

  private final Calls calls = new Calls(Locale.ENGLISH);
  private Path data;
  private Path model;

  @BeforeEach
  void make() {
    data = folder.resolve("xor.csv");
    model = folder.resolve("m.nnw");
    assertEquals(0, calls.call("samples", "xor", "-o", data.toString()), calls.err());
    assertEquals(0, train(data, model), calls.err());
  }

  private int train(Path from, Path to, String... more) {
    var call = new ArrayList<>(List.of("train", from.toString(), "-o", to.toString()));
    call.addAll(more.length == 0 ? List.of("--epochs", "2") : List.of(more));
    return calls.call(call.toArray(String[]::new));
  }

  private int predict(Path to) {
    return calls.call("predict", model.toString(), data.toString(), "-o", to.toString());
  }

  private void assertRefused(String sentence, int status, Path file, byte[] before)
      throws IOException {
    assertEquals(1, status, calls.err());
    assertTrue(calls.err().startsWith(sentence), calls.err());
    assertEquals(1, calls.err().lines().count(), calls.err() + "told before the work");
    assertEquals(-1, Arrays.mismatch(before, Files.readAllBytes(file)));
  }

  @Test
  void aLinkThatSomebodyElsePutThereIsNotFollowed() throws IOException {
    var rc = Files.writeString(folder.resolve(".bashrc"), "umask 022\n");
    var open = Files.createDirectory(folder.resolve("tmp"));
    var link = Files.createSymbolicLink(open.resolve("out.csv"), rc);
    Strangers.own(link);
    Strangers.mode(open, 01777);
    var before = Files.readAllBytes(rc);
    assertRefused("out.csv was not saved: a link or file in the folder", predict(link), rc, before);
    var status = calls.call("samples", "iris", "-o", link.toString());
    assertRefused("out.csv was not saved: a link or file in the folder", status, rc, before);
  }

  @Test
  void whatMayNotBeLookedAtIsNotTakenForNothing() throws IOException {
    var loop = Files.createSymbolicLink(folder.resolve("loop"), Path.of("loop"));
    assertThrows(IOException.class, () -> FileContent.TABLE.mayReplace(loop));
    var nothing = Files.createSymbolicLink(folder.resolve("nothing"), Path.of("none"));
    assertTrue(FileContent.TABLE.mayReplace(nothing));
  }

  @Test
  void dataOfTheCommandIsNeverReplaced() throws IOException {
    var before = Files.readAllBytes(data);
    var link = Files.createSymbolicLink(folder.resolve("link.csv"), data);
    var spelled = folder.resolve(".").resolve("xor.csv");
    var hard = Files.createLink(folder.resolve("hard.csv"), data);
    for (var name : List.of(data, link, spelled, hard)) {
      assertRefused(name + " is an input of this command", train(data, name), data, before);
      assertRefused(data + " is an input of this command", train(name, data), data, before);
      assertRefused(name + " is an input of this command", predict(name), data, before);
    }
  }

  @Test
  void modelThatPredictsIsNeverReplacedByItsAnswers() throws IOException {
    var before = Files.readAllBytes(model);
    var link = Files.createSymbolicLink(folder.resolve("link.nnw"), model);
    assertRefused(model + " is an input of this command", predict(model), model, before);
    assertRefused(link + " is an input of this command", predict(link), model, before);
  }

  @Test
  void filesOfAnotherKindAreNotReplaced() throws IOException {
    var table = Files.writeString(folder.resolve("other.txt"), "a,b\n1,2\n");
    var before = Files.readAllBytes(table);
    assertRefused(table + " exists and is not a model", train(data, table), table, before);
    var other = folder.resolve("other.nnw");
    assertEquals(0, train(data, other), calls.err());
    before = Files.readAllBytes(other);
    assertRefused(other + " exists and is not a text table", predict(other), other, before);
    var images = Files.write(folder.resolve("images"), new byte[] {0, 0, 8, 3, 0});
    before = Files.readAllBytes(images);
    assertRefused(images + " exists and is not a text table", predict(images), images, before);
  }

  @Test
  void filesOfItsKindAndEmptyOnesAreReplaced() throws IOException {
    assertEquals(0, train(data, model), "a model by a model: " + calls.err());
    assertEquals(0, train(data, model, "--resume", model.toString(), "--epochs", "4"), calls.err());
    var empty = Files.createFile(folder.resolve("empty"));
    assertEquals(0, train(data, empty), calls.err());
    var answers = Files.writeString(folder.resolve("answers.csv"), "a,b\n1,2\n");
    assertEquals(0, predict(answers), calls.err());
    assertEquals(5, Files.readAllLines(answers).size());
    assertEquals(0, calls.call("samples", "iris", "-o", answers.toString()), calls.err());
    assertEquals(151, Files.readAllLines(answers).size());
  }

  @Test
  void whatIsReplacedIsTold() throws IOException {
    var answers = folder.resolve("answers.csv");
    assertEquals(0, predict(answers), calls.err());
    assertFalse(calls.err().contains("Replaced"), calls.err());
    assertEquals(0, predict(answers), calls.err());
    assertTold("Replaced the existing file " + answers + ".");
    var sample = folder.resolve("sample.csv");
    Files.createFile(sample);
    assertEquals(0, calls.call("samples", "xor", "-o", sample.toString()), calls.err());
    assertFalse(calls.err().contains("Replaced"), "nothing was in it: " + calls.err());
    assertEquals(0, calls.call("samples", "xor", "-o", sample.toString()), calls.err());
    assertTold("Replaced the existing file " + sample + ".");
    assertEquals(0, train(data, model), calls.err());
    assertTold("Replaced the existing file " + model + ".");
    for (var command : List.of("predict", "samples", "train")) {
      assertEquals(0, calls.call(command, "--help"));
      var help = calls.out().replaceAll("\\s+", " ");
      assertTrue(help.contains("An existing file of that kind and name"), help);
    }
  }

  private void assertTold(String line) {
    assertTrue(calls.err().lines().toList().contains(line), calls.err());
  }

  @Test
  void pipeIsSaidToWaitForAReader() throws Exception {
    var pipe = folder.resolve("pipe");
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
    var status = new CompletableFuture<Integer>();
    var writer = Thread.ofPlatform().daemon().start(() -> status.complete(predict(pipe)));
    try {
      var line = pipe + " is a pipe: it is written once a program reads it.";
      Patience.until(line, () -> calls.err().contains(line));
      assertFalse(status.isDone());
    } finally {
      assertEquals(5, lines(pipe).size());
      assertTrue(writer.join(Patience.LONG));
    }
    assertEquals(0, status.get(Patience.SECONDS, TimeUnit.SECONDS));
  }

  @Test
  void pipeIsSaidToWaitForAWriter() throws Exception {
    var pipe = folder.resolve("rows.csv");
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
    var status = new CompletableFuture<Integer>();
    Thread.ofPlatform()
        .daemon()
        .start(() -> status.complete(calls.call("inspect", pipe.toString())));
    try {
      var line = pipe + " is a pipe: waiting for a program to write to it.";
      Patience.until(line, () -> calls.err().contains(line));
    } finally {
      Files.write(pipe, Files.readAllBytes(data), StandardOpenOption.WRITE);
    }
    assertEquals(0, status.get(Patience.SECONDS, TimeUnit.SECONDS), calls.err());
  }

  @Test
  void nameOfASampleIsFreeForItsOwnModel() {
    var iris = folder.resolve("iris");
    assertEquals(0, calls.call("train", "iris", "--epochs", "1", "-o", iris.toString()));
    assertTrue(Files.exists(iris));
  }

  @Test
  void placeThatTakesNoFileIsToldBeforeTraining() throws IOException {
    assertRefused(
        "no.nnw was not saved: the folder ",
        train(data, folder.resolve("no/no.nnw")),
        data,
        Files.readAllBytes(data));
    assertRefused(
        folder.getFileName() + " is a folder.",
        train(data, folder),
        data,
        Files.readAllBytes(data));
    assertRefused(
        "no.csv was not saved: the folder ",
        predict(folder.resolve("no/no.csv")),
        data,
        Files.readAllBytes(data));
    assertEquals(1, calls.call("samples", "iris", "-o", folder.toString()));
    assertEquals(1, calls.call("train", data.toString(), "-o", "a\0b"));
    assertTrue(calls.err().contains("cannot be used as a file name"), calls.err());
  }

  @Test
  void pipeIsWrittenIntoAndStaysAPipe() throws Exception {
    var pipe = folder.resolve("pipe");
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
    var read = CompletableFuture.supplyAsync(() -> lines(pipe));
    assertEquals(0, predict(pipe), calls.err());
    assertEquals(5, read.get(Patience.SECONDS, TimeUnit.SECONDS).size());
    read = CompletableFuture.supplyAsync(() -> lines(pipe));
    assertEquals(0, train(data, pipe), calls.err());
    assertEquals("{", read.get(Patience.SECONDS, TimeUnit.SECONDS).getFirst());
    assertIsOther(pipe);
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void devicesAreWrittenIntoAndStayDevices() throws Exception {
    var nothing = device("null", 3);
    var full = device("full", 7);
    assertEquals(0, predict(nothing), calls.err());
    assertEquals(0, train(data, nothing), calls.err());
    assertEquals(1, predict(full), calls.err());
    assertTrue(calls.err().startsWith("full was not saved: the disk is full."), calls.err());
    assertIsOther(nothing);
    assertIsOther(full);
  }

  /**
   * One of our own where we may make one: whoever may could lose the system's one if this test were
   * red.
   */
  private Path device(String name, int number) throws Exception {
    var own = folder.resolve(name);
    var make = List.of("mknod", own.toString(), "c", "1", Integer.toString(number));
    return new ProcessBuilder(make).start().waitFor() == 0 ? own : Path.of("/dev", name);
  }

  private static void assertIsOther(Path file) throws IOException {
    assertTrue(Files.readAttributes(file, BasicFileAttributes.class).isOther());
  }

  @Test
  void standardOutputByItsNameIsWrittenAsWithoutAName() {
    assertEquals(0, calls.call("predict", model.toString(), data.toString()), calls.err());
    var answers = calls.out();
    assertEquals(0, predict(Path.of("/dev/stdout")), calls.err());
    assertEquals(answers, calls.out());
  }
}
