package dev.neuralworkbench.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.testing.Strangers;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.text.Sentences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What another user has put where this one saves. */
class PlantedTest {

  private static final int STICKY = 01777;
  private static final int SHARED = 0775;

  @TempDir Path folder;

  private Path open;
  private Path victim;

  @BeforeEach
  void make() throws IOException {
    open = Files.createDirectory(folder.resolve("open"));
    victim = Files.writeString(folder.resolve(".bashrc"), "mine");
  }

  private static void write(Path file) throws NotSavedException {
    AtomicFile.write(file, to -> to.write("new"));
  }

  private void assertRefused(Path file) throws IOException {
    var checked = assertThrows(NotSavedException.class, () -> AtomicFile.check(file));
    assertEquals("file.planted", checked.problem().key());
    for (var language : Language.values()) {
      var sentence = Sentences.of(language.locale()).sentence(checked.problem());
      assertTrue(sentence.contains(open.toString()), sentence);
    }
    assertThrows(NotSavedException.class, () -> write(file));
    assertEquals("mine", Files.readString(victim));
  }

  /** The kernel asks the same of sticky folders, if it is told to. */
  @ParameterizedTest
  @ValueSource(ints = {STICKY, 01775, 01757, 0777, SHARED})
  void aLinkOfAStrangersInAFolderThatOthersWriteIsNotFollowed(int mode) throws IOException {
    var link = open.resolve("out.csv");
    Strangers.own(Files.createSymbolicLink(link, victim));
    Strangers.mode(open, mode);
    assertRefused(link);
  }

  @Test
  void everyLinkOfAChainIsLookedAt() throws IOException {
    var inner = Strangers.own(Files.createSymbolicLink(open.resolve("inner"), victim));
    Strangers.mode(open, STICKY);
    assertRefused(Files.createSymbolicLink(folder.resolve("outer"), inner));
    Files.delete(victim);
    var failure = assertThrows(NotSavedException.class, () -> write(inner));
    assertEquals("file.planted", failure.problem().key(), "a link to what is not there yet");
    assertTrue(Files.notExists(victim));
  }

  @Test
  void linksAmongTheFoldersAboveAreLookedAt() throws IOException {
    Strangers.own(Files.createSymbolicLink(open.resolve("results"), folder));
    Strangers.mode(open, STICKY);
    assertRefused(open.resolve("results").resolve(".bashrc"));
    var way = Files.createSymbolicLink(folder.resolve("way"), open.resolve("results"));
    assertRefused(way.resolve(".bashrc"));
  }

  @Test
  void filesAndPipesOfAStrangersInAStickyFolderStay() throws Exception {
    var file = Strangers.own(Files.writeString(open.resolve("out.csv"), "theirs"));
    var pipe = open.resolve("pipe");
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
    Strangers.own(pipe);
    Strangers.mode(open, STICKY);
    assertRefused(file);
    assertRefused(pipe);
    assertEquals("theirs", Files.readString(file));
  }

  @Test
  void whatIsTheUsersOrTheFoldersOwnersIsWrittenAsEver() throws IOException {
    var own = Files.createSymbolicLink(open.resolve("own"), victim);
    Strangers.mode(open, STICKY);
    write(own);
    assertEquals("new", Files.readString(victim));
    // The folder's owner could do anything to what is in it anyway.
    var theirs = Strangers.own(Files.createDirectory(folder.resolve("theirs")));
    Strangers.own(Files.createSymbolicLink(theirs.resolve("way"), folder));
    Strangers.mode(theirs, STICKY);
    write(theirs.resolve("way").resolve("out.csv"));
    assertEquals("new", Files.readString(folder.resolve("out.csv")));
  }

  /** Anybody can make a folder below /tmp where a script expects its own. */
  @ParameterizedTest
  @ValueSource(ints = {STICKY, 0777, SHARED, 0755})
  void aLinkThatChoosesTheFileIsNotFollowedInAStrangersOwnFolderEither(int mode)
      throws IOException {
    var theirs = Strangers.own(Strangers.mode(open, mode));
    assertRefused(Strangers.own(Files.createSymbolicLink(theirs.resolve("out.csv"), victim)));
  }

  @Test
  void aTeamReplacesEachOthersFiles() throws IOException {
    var file = Strangers.own(Files.writeString(open.resolve("out.csv"), "theirs"));
    Strangers.mode(open, SHARED);
    write(file);
    assertEquals("new", Files.readString(file));
  }

  /** Whoever may write in the folder too can exchange what is in it at any moment. */
  @Test
  void aFileThatIsExchangedForALinkOpensNothing() throws IOException {
    Strangers.mode(Files.writeString(open.resolve("out.csv"), "theirs"), 0666);
    Strangers.mode(victim, 0600);
    Files.createSymbolicLink(open.resolve("made"), victim);
    try (var folder = OpenFolder.of(open)) {
      var permissions = FilePermissions.of(folder, Path.of("out.csv"));
      assertThrows(IOException.class, () -> permissions.giveTo(folder, Path.of("made")));
      assertEquals("600", Strangers.mode(victim));
      var ofLink = FilePermissions.of(folder, Path.of("made"));
      assertEquals(0, ofLink.whenMade().length, "a link allows everything");
    }
  }

  /** Looked at, exchanged, and only then opened. */
  @Test
  void aFolderThatIsExchangedForALinkBeforeTheWritingIsNotWrittenTo() throws IOException {
    Strangers.mode(open, STICKY);
    Files.move(open, folder.resolve("away"));
    Files.createSymbolicLink(open, Files.createDirectory(folder.resolve("private")));
    assertThrows(IOException.class, () -> OpenFolder.of(open).close());
    assertThrows(IOException.class, () -> OpenFolder.of(open.resolve("inner")).close());
  }

  /** While it is written: the file is where it was to be, whatever is called so now. */
  @Test
  void aFolderThatIsExchangedForALinkMeanwhileKeepsItsFile() throws IOException {
    var secret = Files.createDirectory(folder.resolve("private"));
    var mine = Files.writeString(secret.resolve("out.csv"), "mine");
    var away = folder.resolve("away");
    AtomicFile.write(
        open.resolve("out.csv"),
        to -> {
          to.write("new");
          Files.move(open, away);
          Files.createSymbolicLink(open, secret);
        });
    assertEquals("mine", Files.readString(mine));
    assertEquals("new", Files.readString(away.resolve("out.csv")));
    try (var left = Files.list(secret)) {
      assertEquals(1, left.count());
    }
  }

  @Test
  void aPipeThatIsExchangedForALinkIsNotWrittenTo() throws Exception {
    var pipe = open.resolve("pipe");
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
    var target = WriteTarget.of(pipe);
    assertTrue(target.straight);
    Files.delete(pipe);
    Files.createSymbolicLink(pipe, victim);
    assertThrows(IOException.class, () -> target.open().close());
    assertEquals("mine", Files.readString(victim));
  }

  @Test
  void aPipeWhoseFolderIsExchangedForALinkIsNotWrittenTo() throws Exception {
    var pipe = open.resolve(victim.getFileName());
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
    var target = WriteTarget.of(pipe);
    Files.move(open, folder.resolve("away"));
    Files.createSymbolicLink(open, folder);
    assertThrows(IOException.class, () -> target.open().close());
    assertEquals("mine", Files.readString(victim));
  }

  @Test
  void whatTookThePlaceOfAnotherKindWhileItWasLookedAtIsPlanted() throws IOException {
    var link = Files.createSymbolicLink(open.resolve("link"), victim);
    assertTrue(Ownership.isPlanted(victim, true, false), "a link before");
    assertTrue(Ownership.isPlanted(link, false, true), "a file before");
    assertFalse(Ownership.isPlanted(link, true, true));
    assertFalse(Ownership.isPlanted(victim, false, true));
  }
}
