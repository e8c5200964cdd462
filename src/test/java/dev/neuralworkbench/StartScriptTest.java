package dev.neuralworkbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that starts the program, and those that make its packages. */
class StartScriptTest {

  private static final Path SCRIPT = Path.of("src/main/scripts/neural-workbench");

  /** A change of folder that a variable of the user's may lead elsewhere, and that prints it. */
  private static final Pattern LED = Pattern.compile("(?m)(^|\\(|&& |; )\\s*cd ");

  @TempDir private Path folder;

  private static void make(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    assertTrue(file.toFile().setExecutable(true));
  }

  @Test
  void aPathOfFoldersForTheShellDoesNotLeadItAstray() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")));
    make(folder.resolve("app/bin/neural-workbench"), Files.readString(SCRIPT));
    make(folder.resolve("java/bin/java"), "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
    make(folder.resolve("java/release"), "JAVA_VERSION=\"25.0.1\"\n");
    make(folder.resolve("elsewhere/app/bin/file"), "");
    var builder =
        new ProcessBuilder("sh", "app/bin/neural-workbench", "--version")
            .directory(folder.toFile())
            .redirectErrorStream(true);
    builder.environment().put("CDPATH", folder.resolve("elsewhere") + ":.");
    builder.environment().put("JAVA_HOME", folder.resolve("java").toString());
    var process = builder.start();
    var told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), told);
    var words = told.lines().toList();
    assertTrue(words.contains("@" + folder.resolve("app/bin/java-options")), told);
    assertEquals("--version", words.getLast());
  }

  @Test
  void noScriptFollowsThatPath() throws IOException {
    var led = new ArrayList<String>();
    for (var place : List.of("src/main/scripts", "installer", ".ci", "src/bench", "src/test")) {
      try (var files = Files.walk(Path.of(place))) {
        for (var file : files.filter(Files::isRegularFile).toList()) {
          var bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
          if (bytes.startsWith("#!") && LED.matcher(bytes).find()) {
            led.add(file.toString());
          }
        }
      }
    }
    assertEquals(List.of(), led);
  }
}
