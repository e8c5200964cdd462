package dev.neuralworkbench.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.testing.Strangers;
import dev.neuralworkbench.ui.workspace.backup.KeepingProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnFolderTest {

  private static final int OPEN = 0777;

  @TempDir private Path folder;

  private static void assertRefused(OwnFolder own, String key) {
    var failure = assertThrows(NotSavedException.class, own::ready);
    assertEquals(key, failure.problem().key());
    assertFalse(own.isThere());
  }

  /** The program's files while it runs, as it sees them under a umask that takes nothing. */
  private List<String> kept(Map<String, String> environment) throws Exception {
    var temporary = Files.createDirectory(folder.resolve("tmp"));
    var builder =
        new ProcessBuilder(
            "sh",
            "-c",
            "umask 000; exec \"$@\"",
            "sh",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Djava.io.tmpdir=" + temporary,
            "-cp",
            System.getProperty("java.class.path"),
            KeepingProgram.class.getName(),
            folder.toString());
    builder.environment().putAll(environment);
    var process = builder.redirectErrorStream(true).start();
    var told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), told);
    return told.lines().toList();
  }

  @Test
  void everyPathIsListedAndTheUsersAloneWhateverTheUmask() throws Exception {
    var home = Map.of("XDG_CONFIG_HOME", folder.resolve("config").toString());
    var seen = EnumSet.noneOf(OwnPlace.class);
    var told = kept(home);
    for (var line : told) {
      var mode = line.substring(0, line.indexOf(' '));
      var path = Path.of(line.substring(line.indexOf(' ') + 1));
      if (path.equals(folder.resolve("tmp"))) {
        continue;
      }
      var temporary = path.startsWith(folder.resolve("tmp"));
      assertEquals(
          mode.startsWith("d") ? "d700" : "f600",
          mode,
          () -> line + "\n" + String.join("\n", told));
      var base = folder.resolve(temporary ? "tmp" : "config/neural-workbench");
      if (!base.startsWith(path)) {
        seen.add(place(base.relativize(path), temporary));
      }
    }
    assertEquals(
        EnumSet.complementOf(EnumSet.of(OwnPlace.SAVING)), seen, "all but a file that is written");
  }

  private static OwnPlace place(Path path, boolean temporary) {
    // One name may fit two patterns, of which the longer one is meant.
    return List.of(OwnPlace.values()).reversed().stream()
        .filter(it -> it.temporary == temporary)
        .filter(it -> path.getFileSystem().getPathMatcher("glob:" + it.names).matches(path))
        .findFirst()
        .orElseThrow(() -> new AssertionError("not listed: " + path));
  }

  @Test
  void nothingIsKeptWhereTheMachineIsSoSet() throws Exception {
    var home =
        Map.of("XDG_CONFIG_HOME", folder.resolve("config").toString(), OwnFolder.SWITCH, "1");
    assertTrue(
        kept(home).stream().noneMatch(line -> line.contains("config")),
        "nothing but what a test" + " of the program keeps for itself while it lasts");
    assertFalse(Files.exists(folder.resolve("config")));
    var own = OwnFolder.of("Linux", folder.toString(), Map.of(OwnFolder.SWITCH, "yes"));
    assertRefused(own, "file.keptOff");
    assertRefused(own.in("unsaved"), "file.keptOff");
    assertFalse(OwnFolder.of("Linux", folder.toString(), Map.of(OwnFolder.SWITCH, " ")).off());
  }

  @Test
  void anOlderFolderIsClosedAndItsContentStays() throws IOException {
    var old = Files.createDirectory(folder.resolve("old"));
    Files.writeString(old.resolve("settings.json"), "{}");
    Strangers.mode(old, 0755);
    assertEquals(old, new OwnFolder(old).ready());
    assertEquals("700", Strangers.mode(old));
    assertEquals("{}", Files.readString(old.resolve("settings.json")));
    for (var less : new String[] {"500", "0"}) {
      Strangers.mode(old, Integer.parseInt(less, 8) | 055);
      new OwnFolder(old).ready();
      assertEquals(less, Strangers.mode(old), "nothing is allowed that was not");
    }
  }

  @Test
  void aLinkIsNotUsed() throws IOException {
    var elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Strangers.mode(elsewhere, OPEN);
    var link = Files.createSymbolicLink(folder.resolve("link"), elsewhere);
    assertRefused(new OwnFolder(link), "file.notOwn");
    assertRefused(new OwnFolder(link).in("unsaved"), "file.notOwn");
    assertEquals("777", Strangers.mode(elsewhere));
    assertRefused(new OwnFolder(Files.writeString(folder.resolve("file"), "")), "file.notOwn");
  }

  @Test
  void aFolderOfSomebodyElsesIsNotUsedNorOneInIt() throws IOException {
    var theirs = Strangers.own(Files.createDirectory(folder.resolve("theirs")));
    Strangers.mode(theirs, OPEN);
    assertRefused(new OwnFolder(theirs), "file.notOwn");
    assertRefused(new OwnFolder(theirs).in("unsaved"), "file.notOwn");
    assertEquals("777", Strangers.mode(theirs), "it is left as it is");
    assertEquals(0, theirs.toFile().list().length);
  }

  @Test
  void folderIsTheOneOfTheSystem() {
    var windows = Map.of("APPDATA", "C:/Users/x/AppData/Roaming");
    assertEquals(
        Path.of("C:/Users/x/AppData/Roaming/Neural Workbench"),
        OwnFolder.of("Windows 11", "C:/Users/x", windows).path());
    assertEquals(
        Path.of("/Users/x/Library/Application Support/Neural Workbench"),
        OwnFolder.of("Mac OS X", "/Users/x", Map.of()).path());
    assertEquals(
        Path.of("/home/x/.config/neural-workbench"),
        OwnFolder.of("Linux", "/home/x", Map.of()).path());
    assertEquals(
        Path.of("/etc/x/neural-workbench"),
        OwnFolder.of("Linux", "/home/x", Map.of("XDG_CONFIG_HOME", "/etc/x")).path());
  }

  /** Whoever cares for machines reads it there. */
  @Test
  void thePageForAdministratorsNamesEveryPlaceAndTheSwitch() throws IOException {
    var page = Files.readString(Path.of(".github", "SECURITY.md"));
    var missing = new TreeSet<String>();
    for (var place : OwnPlace.values()) {
      if (!page.contains("`" + place.names + "`")) {
        missing.add(place.names);
      }
    }
    assertEquals(new TreeSet<>(), missing);
    assertTrue(page.contains(OwnFolder.SWITCH));
  }

  /** While it was open to others: a log is written through a link, too. */
  @Test
  void aFolderWithWhatSomebodyElseHasPutThereIsNotUsed() throws IOException {
    var own = new OwnFolder(folder.resolve("own"));
    var link = own.ready().resolve("neural-workbench.log");
    Files.createSymbolicLink(link, folder.resolve(".bashrc"));
    assertEquals(own.path(), own.ready(), "a link of the user's own");
    Strangers.own(link);
    assertRefused(own, "file.notOwn");
  }

  /** Whoever opened it would wait for its other end. */
  @Test
  void aFolderWithAPipeIsNotUsed() throws Exception {
    var own = new OwnFolder(folder.resolve("own"));
    var pipe = own.ready().resolve("settings.json").toString();
    assertEquals(0, new ProcessBuilder("mkfifo", pipe).start().waitFor());
    assertRefused(own, "file.notOwn");
  }
}
