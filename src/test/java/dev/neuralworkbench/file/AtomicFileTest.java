package dev.neuralworkbench.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.neuralworkbench.text.Sentences;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AtomicFileTest {

  @TempDir Path folder;

  private static void write(Path file, String text) throws NotSavedException {
    AtomicFile.write(file, to -> to.write(text));
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @Test
  void usersOwnFileWithAnEndingOfOursStays() throws IOException {
    Files.writeString(folder.resolve("m.nnw.saving"), "mine");
    write(folder.resolve("m.nnw"), "new");
    assertEquals(List.of("m.nnw", "m.nnw.saving"), names());
    assertEquals("mine", Files.readString(folder.resolve("m.nnw.saving")));
  }

  @Test
  void permissionsOfTheOldFileAreKeptEvenWhileTheNewOneIsWritten() throws IOException {
    var file = Files.writeString(folder.resolve("m.nnw"), "old");
    for (var mode : List.of("rw-------", "rw-rw-rw-", "rw-r-----", "rwxr-xr-x")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
      AtomicFile.write(
          file,
          text -> {
            for (var name : names()) {
              assertEquals(mode, mode(folder.resolve(name)));
            }
            assertEquals(2, names().size());
          });
      assertEquals(mode, mode(file));
    }
  }

  @ParameterizedTest
  @CsvSource({"rw-r-----, rw-------", "rw-rw-r--, rw-r--r--", "rw----rw-, rw-rw-rw-"})
  void groupThatCouldNotBeKeptIsAllowedNoMoreThanAnybody(String old, String given) {
    var kept = FilePermissions.withGroupAsOthers(PosixFilePermissions.fromString(old));
    assertEquals(given, PosixFilePermissions.toString(kept));
  }

  @Test
  void newFileHasThePermissionsOfAnyNewFile() throws IOException {
    write(folder.resolve("ours"), "new");
    Files.writeString(folder.resolve("any"), "new");
    assertEquals(mode(folder.resolve("any")), mode(folder.resolve("ours")));
  }

  @Test
  void linkStaysAndWhatItLeadsToIsReplaced() throws IOException {
    var elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    var file = Files.writeString(elsewhere.resolve("m.nnw"), "old");
    var inner = Files.createSymbolicLink(elsewhere.resolve("inner"), Path.of("m.nnw"));
    var link = Files.createSymbolicLink(folder.resolve("link"), inner);
    write(link, "new");
    assertEquals("new", Files.readString(file));
    assertTrue(Files.isSymbolicLink(link) && Files.isSymbolicLink(inner));
    assertEquals(List.of("elsewhere", "link"), names());
  }

  @Test
  void linkToNothingStaysAndWhatItLeadsToIsMade() throws IOException {
    var elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    var link = Files.createSymbolicLink(folder.resolve("link"), Path.of("elsewhere", "m.nnw"));
    write(link, "new");
    assertTrue(Files.isSymbolicLink(link));
    assertEquals("new", Files.readString(elsewhere.resolve("m.nnw")));
  }

  @Test
  void failedOrCancelledWritingLeavesTheOldFileAlone() throws IOException {
    var file = Files.writeString(folder.resolve("m.nnw"), "old");
    assertLeftAlone(
        file,
        NotSavedException.class,
        () -> {
          throw new IOException("broken");
        });
    assertLeftAlone(
        file,
        NotSavedException.class,
        () -> {
          throw new UncheckedIOException(new IOException("broken"));
        });
    assertLeftAlone(
        file,
        CancellationException.class,
        () -> {
          throw new CancellationException();
        });
  }

  /** As the system says it in the midst of writing, on Linux and on Windows. */
  @ParameterizedTest
  @ValueSource(strings = {"No space left on device", "There is not enough space on the disk"})
  void diskThatBecomesFullLeavesTheOldFileWholeAndIsTold(String words) throws IOException {
    var file = Files.writeString(folder.resolve("m.nnw"), "old");
    var failure =
        assertThrows(
            NotSavedException.class,
            () ->
                AtomicFile.writeBytes(
                    file,
                    out -> {
                      out.write(new byte[100_000]);
                      throw new IOException(words);
                    }));
    assertEquals(
        "m.nnw was not saved: the disk is full. Free some space, or choose a folder on another"
            + " disk.",
        sentence(failure));
    assertEquals("old", Files.readString(file));
    assertEquals(List.of("m.nnw"), names());
  }

  @Test
  void fullDeviceIsToldAsAFullDisk() {
    var full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "a system with a device that is always full");
    var failure = assertThrows(NotSavedException.class, () -> write(full, "new"));
    assertTrue(sentence(failure).startsWith("full was not saved: the disk is full."));
  }

  private void assertLeftAlone(Path file, Class<? extends Exception> failure, Executable fail)
      throws IOException {
    assertThrows(
        failure,
        () ->
            AtomicFile.writeBytes(
                file,
                out -> {
                  out.write(new byte[100_000]);
                  assertEquals(2, names().size());
                  fail.run();
                }));
    assertEquals("old", Files.readString(file));
    assertEquals(List.of("m.nnw"), names());
  }

  private interface Executable {
    void run() throws IOException;
  }

  /** Each writer has finished its text before the other one begins to move it. */
  @Test
  void twoWritersOfOneFileEachWriteAWholeOne() throws Exception {
    var file = folder.resolve("m.nnw");
    var both = new CountDownLatch(2);
    try (var threads = Executors.newFixedThreadPool(2)) {
      var writers =
          Stream.of("a", "b")
              .map(
                  letter ->
                      threads.submit(
                          () ->
                              AtomicFile.write(
                                  file,
                                  text -> {
                                    text.write(letter.repeat(100_000));
                                    text.flush();
                                    both.countDown();
                                    awaitBoth(both);
                                    text.write(letter.repeat(100_000));
                                  })))
              .toList();
      var stamps = new ArrayList<FileStamp>();
      for (var writer : writers) {
        stamps.add(writer.get());
      }
      var text = Files.readString(file);
      assertEquals(text.substring(0, 1).repeat(200_000), text);
      assertEquals(List.of("m.nnw"), names());
      var last = text.charAt(0) == 'a' ? 0 : 1;
      assertEquals(FileStamp.of(file), stamps.get(last), "whose text is there has its stamp");
      assertTrue(!stamps.get(0).equals(stamps.get(1)), "the other one can notice");
    }
  }

  private static void awaitBoth(CountDownLatch both) throws IOException {
    try {
      both.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @Test
  void targetThatBecameAFolderMeanwhileLosesNothing() throws IOException {
    var file = folder.resolve("m.nnw");
    var failure =
        assertThrows(
            NotSavedException.class,
            () ->
                AtomicFile.write(
                    file,
                    text -> {
                      Files.createDirectory(file);
                      Files.writeString(folder.resolve("m-2.nnw"), "somebody's");
                      text.write("new");
                    }));
    assertEquals(List.of("m-2.nnw", "m-3.nnw", "m.nnw"), names());
    assertEquals("new", Files.readString(folder.resolve("m-3.nnw")));
    assertTrue(sentence(failure).endsWith("as m-3.nnw."), sentence(failure));
  }

  @Test
  void placeThatTakesNoFileIsToldBeforeTheWork() throws IOException {
    var loop = Files.createSymbolicLink(folder.resolve("loop"), Path.of("loop"));
    var nowhere = Files.createSymbolicLink(folder.resolve("nowhere"), Path.of("no", "m.nnw"));
    var file = Files.writeString(folder.resolve("file"), "old");
    assertRefused(folder, folder.getFileName() + " is a folder.");
    assertRefused(Path.of("/"), "/ is a folder.");
    assertRefused(
        folder.resolve("no").resolve("m.nnw"),
        "m.nnw was not saved: the folder " + folder.resolve("no") + " does not exist.");
    assertRefused(
        nowhere, "nowhere was not saved: the folder " + folder.resolve("no") + " does not exist");
    assertRefused(file.resolve("m.nnw"), "m.nnw was not saved: ");
    assertRefused(loop, "loop is a link to itself.");
    assertRefused(folder.resolve("n".repeat(300)), "n".repeat(300) + " could not be written");
    assertEquals(List.of("file", "loop", "nowhere"), names());
  }

  private static void assertRefused(Path file, String sentence) {
    var checked = assertThrows(NotSavedException.class, () -> AtomicFile.check(file));
    assertTrue(sentence(checked).startsWith(sentence), sentence(checked));
    var written =
        assertThrows(
            NotSavedException.class,
            () ->
                AtomicFile.write(
                    file,
                    text -> {
                      throw new AssertionError("worked for nothing");
                    }));
    assertEquals(sentence(checked), sentence(written));
  }

  private static String sentence(NotSavedException failure) {
    return Sentences.of(Locale.ENGLISH).sentence(failure.problem());
  }

  @ParameterizedTest
  @ValueSource(strings = {"old", ""})
  void checkingChangesNothing(String old) throws IOException {
    var file = folder.resolve("m.nnw");
    if (!old.isEmpty()) {
      Files.writeString(file, old);
    }
    var before = FileStamp.of(file);
    var names = names();
    AtomicFile.check(file);
    assertEquals(before, FileStamp.of(file));
    assertEquals(names, names());
  }

  @Test
  void bytesAreWrittenAsTheyAre() throws IOException {
    var bytes = new byte[100_000];
    for (var i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) i;
    }
    AtomicFile.writeBytes(folder.resolve("picture.png"), out -> out.write(bytes));
    assertArrayEquals(bytes, Files.readAllBytes(folder.resolve("picture.png")));
  }
}
