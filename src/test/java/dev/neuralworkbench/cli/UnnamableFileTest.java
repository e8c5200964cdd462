package dev.neuralworkbench.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.neuralworkbench.app.Main;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A name that no file can have here is refused in words, whoever asks for the file. */
class UnnamableFileTest {

  /** Half a character, which no file's name can hold anywhere. */
  private static final String HALF = "\uD83D.csv";

  private static final String SENTENCE =
      "the file name has characters that this locale cannot express. Set LC_ALL=C.UTF-8 and try"
          + " again.";

  @TempDir private Path folder;

  @Test
  void everyCommandThatReadsAFileSaysWhy() {
    var calls = new Calls(Locale.ENGLISH);
    var model = folder.resolve("m.nnw").toString();
    assertEquals(0, calls.call("train", "xor", "--epochs", "1", "-o", model), calls.err());
    for (var call :
        List.of(
            "train FILE -o MODEL",
            "train xor --epochs 1 -o FILE",
            "evaluate MODEL FILE",
            "evaluate FILE MODEL",
            "predict MODEL FILE",
            "cross-validate FILE",
            "search FILE --vary learning-rate=0.1",
            "report MODEL -o FILE",
            "inspect FILE")) {
      var words = call.replace("FILE", HALF).replace("MODEL", model).split(" ");
      assertEquals(1, calls.call(words), call);
      assertEquals(HALF + ": " + SENTENCE, calls.err().strip(), call);
    }
  }

  @Test
  void itIsSaidInChineseToo() {
    var calls = new Calls(Locale.CHINESE);
    assertEquals(1, calls.call("inspect", HALF));
    assertEquals(HALF + "：文件名含有当前区域设置无法表示的字符。请设置 LC_ALL=C.UTF-8 后重试。", calls.err().strip());
  }

  /** The names are bytes that the shell passes on, and Java has no letters for. */
  @ParameterizedTest
  @ValueSource(strings = {"inspect", ""})
  void chineseNameWithoutALocaleIsSaidByThePlainJavaCommandToo(String command) throws Exception {
    var shell = Path.of("/bin/sh");
    assumeTrue(Files.exists(shell), "a shell that passes bytes on");
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var plain =
        List.of(
            shell.toString(),
            "-c",
            "exec \"$0\" \"$@\" $(printf '\\346\\226\\207.csv')",
            java,
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-Duser.language=en",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName());
    var call = new ArrayList<>(plain);
    if (!command.isEmpty()) {
      call.add(command);
    }
    var builder = new ProcessBuilder(call).redirectErrorStream(true);
    builder.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY"));
    builder.environment().put("LC_ALL", "C");
    var process = builder.start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertEquals(1, process.waitFor());
    assertTrue(said.endsWith(".csv: " + SENTENCE) && said.lines().count() == 1, said);
  }
}
