package dev.neuralworkbench.ui.workspace.preferences;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.neuralworkbench.file.OwnFolder;
import dev.neuralworkbench.problem.Records;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.ui.common.Appearance;
import dev.neuralworkbench.ui.common.TextSize;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreferencesFileTest {

  @TempDir private Path folder;
  private Path path;
  private PreferencesFile file;

  @BeforeEach
  void place() {
    path = folder.resolve("测试 目录").resolve("settings.json");
    file = new PreferencesFile(new OwnFolder(path.getParent()));
  }

  @Test
  void writtenSettingsReadBackTheSame() {
    var settings =
        new Preferences(
            Appearance.DARK,
            Language.CHINESE,
            new Preferences.Folders(Path.of("数据"), null),
            new Preferences.WindowSize(1600, 1000, true, -800, 40, TextSize.PERCENT_150),
            List.of(Path.of("a.csv"), Path.of("b.nnw")),
            Set.of("training"),
            new Preferences.Forms(23.5, Set.of("evaluate"), Set.of("live", "data")),
            new ComputingPreferences(Engine.PORTABLE, 3),
            new Preferences.Views("runs", Map.of("data.花 1", 7.5, "runs.Note", 20.0)));
    file.write(settings);
    assertEquals(settings, file.read());
  }

  @Test
  void writingLeavesOneFile() throws IOException {
    file.write(Preferences.DEFAULT);
    file.write(Records.with(Preferences.DEFAULT, "appearance", Appearance.LIGHT));
    try (var files = Files.list(path.getParent())) {
      assertEquals(List.of(path), files.toList());
    }
  }

  @Test
  void aFileThatIsNoneIsSetAside() throws IOException {
    for (var broken : List.of("{\"appearance\": \"DARK\"", "[]", "\u00e4")) {
      Files.createDirectories(path.getParent());
      Files.write(path, broken.getBytes(StandardCharsets.ISO_8859_1));
      assertEquals(Preferences.DEFAULT, file.read());
      assertFalse(Files.exists(path));
      var aside = path.resolveSibling("settings.json.broken");
      assertEquals(broken, Files.readString(aside, StandardCharsets.ISO_8859_1));
    }
  }

  @Test
  void aSizeOfTextThatThereIsNotIsTheUsualOne() throws IOException {
    Files.createDirectories(path.getParent());
    Files.writeString(path, "{\"textPercent\": 93, \"x\": \"left\"}");
    assertEquals(Preferences.DEFAULT, file.read());
  }

  @Test
  void missingFileGivesTheDefault() {
    assertEquals(Preferences.DEFAULT, file.read());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "null",
        "{\"appearance\": \"PINK\"}",
        "{\"width\": \"wide\", \"height\": -3}",
        "{\"width\": 1e999}",
        "{\"recentFiles\": 7}",
        "{\"openParts\": true}",
        "{\"formWidth\": 3, \"formsShown\": 1}",
        "{\"language\": [1, 2]}",
        "{\"maximized\": {}}"
      })
  void brokenSettingsCountAsNotSet(String text) throws IOException {
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
    assertEquals(Preferences.DEFAULT, file.read());
  }

  @Test
  void lastFileOpenedComesFirstAndOnce() {
    var settings = Preferences.DEFAULT;
    for (var i = 0; i < 12; i++) {
      settings = settings.withRecent(Path.of(i + ".csv"));
    }
    settings = settings.withRecent(Path.of("5.csv"));
    assertEquals(Preferences.RECENT, settings.recentFiles().size());
    assertEquals(Path.of("5.csv"), settings.recentFiles().getFirst());
    assertEquals(Path.of("11.csv"), settings.recentFiles().get(1));
  }
}
