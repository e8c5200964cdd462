package dev.neuralworkbench.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.neuralworkbench.text.Sentences;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Model.CommandSpec;

/**
 * No name reaches the terminal as a command: each command, as the command line itself lists them,
 * on names that set colors and titles or turn the direction of a line.
 */
class TerminalTest {

  private static final String NAME = "a\u001b[31m\u0007b\u007f\u009b2J\u202ec\u2066";

  /** Of a file; a system with plain ASCII names has less. */
  private static final String FILE_NAME =
      Charset.forName(System.getProperty("sun.jnu.encoding")).newEncoder().canEncode(NAME)
          ? NAME
          : "a\u001b[31m\u0007b\u007f";

  private static final Pattern ACTS =
      Pattern.compile(
          "[\\p{Cc}&&[^\\r\\n\\t]]|[\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]");

  /** Calls that carry out their work; M is a model, D its table. */
  private static final Map<String, List<String>> WORKING =
      Map.ofEntries(
          Map.entry("train", List.of("D -o N --epochs 2", "D -o N --epochs 2 --resume M")),
          Map.entry("evaluate", List.of("M D", "M D --rows training", "M D --json")),
          Map.entry("predict", List.of("M D -o O")),
          Map.entry("importance", List.of("M D", "M D --json", "M D --group-correlated 0.5 -o O")),
          Map.entry(
              "cross-validate", List.of("D --epochs 2 --folds 2", "D --epochs 2 --folds 2 --json")),
          Map.entry("tune-threshold", List.of("M D -o N", "M D --json", "M D --costs E")),
          Map.entry("compare", List.of("M D --folds 2", "M M D --folds 2 --json", "M D E")),
          Map.entry("search", List.of("D --epochs 2 --seeds 1 --vary learning-rate=0.1,0.2 -o O")),
          Map.entry("report", List.of("M D -o O")),
          Map.entry("export", List.of("M --to onnx -o O")),
          Map.entry("inspect", List.of("D", "D --json", "D --target E")),
          Map.entry("import", List.of("E -o O")),
          Map.entry("samples", List.of("E", "xor -o O")),
          Map.entry("bench", List.of("E")),
          Map.entry("self-test", List.of("E")));

  @TempDir private Path folder;

  private final Calls calls = new Calls(Locale.ENGLISH);
  private final CommandSpec commands =
      new CommandLineProgram(
              new PrintWriter(new StringWriter()),
              new PrintWriter(new StringWriter()),
              Sentences.of(Locale.ENGLISH),
              false,
              List.of("test"),
              List.of())
          .spec();

  private Path data;
  private Path model;

  @BeforeEach
  void make() throws IOException {
    data = folder.resolve(FILE_NAME + ".json");
    model = folder.resolve(FILE_NAME + ".nnw");
    var rows = new JsonArray();
    for (var row = 0; row < 60; row++) {
      var cells = new JsonObject();
      cells.addProperty("x" + NAME, row % 7);
      cells.addProperty("z" + NAME, "k" + row % 3 + NAME);
      cells.addProperty("y" + NAME, (row % 2 == 0 ? "p" : "q") + NAME);
      rows.add(cells);
    }
    Files.writeString(data, rows.toString());
    var made = calls.call("train", data.toString(), "-o", model.toString(), "--epochs", "2");
    assertEquals(0, made, calls.err());
    assertTrue(Files.readString(model).contains("\u202e"), "the names are kept as they are");
  }

  private int call(String command, List<String> arguments) {
    var all = new ArrayList<>(List.of(command));
    all.addAll(arguments);
    var status = calls.call(all.toArray(String[]::new));
    assertFalse(ACTS.matcher(calls.err()).find(), () -> shown(all, calls.err()));
    var isTable = command.equals("predict") && status == 0;
    assertFalse(!isTable && ACTS.matcher(calls.out()).find(), () -> shown(all, calls.out()));
    return status;
  }

  private static String shown(List<String> call, String text) {
    return call + " prints " + ACTS.matcher(text).replaceAll("<ACTS>");
  }

  private List<String> words(String command, String call) {
    return List.of(call.split(" ")).stream()
        .map(
            word ->
                switch (word) {
                  case "D" -> data.toString();
                  case "M" -> model.toString();
                  case "N" -> folder.resolve("new" + FILE_NAME + ".nnw").toString();
                  case "O" -> folder.resolve(command + FILE_NAME).toString();
                  case "E" -> NAME;
                  default -> word;
                })
        .toList();
  }

  @Test
  void workIsToldWithoutWhatActsOnTheTerminal() {
    var names = new HashSet<>(commands.subcommands().keySet());
    assertTrue(names.remove("study"), "search under its name from before");
    assertEquals(WORKING.keySet(), names);
    WORKING.forEach(
        (command, all) ->
            all.forEach(
                arguments -> {
                  var status = call(command, words(command, arguments));
                  assertEquals(arguments.matches(".*\\bE\\b.*"), status != 0, calls.err());
                }));
  }

  @Test
  void wrongCallsAreToldWithoutIt() {
    var other = folder.resolve("missing" + FILE_NAME).toString();
    var tried = new HashSet<String>();
    for (var command : commands.subcommands().values()) {
      var name = command.getCommandName();
      call(name, List.of("--" + NAME));
      call(name, List.of(data.toString(), model.toString(), NAME, NAME));
      call(name, List.of(other, other, "-o", folder.resolve("o").toString()));
      for (var option : command.getCommandSpec().options()) {
        if (!tried.add(option.longestName())) {
          continue; // Options of several commands are one mixin's.
        }
        var isFile = option.longestName().equals("--output");
        var value = isFile ? folder.resolve(name + FILE_NAME).toString() : NAME;
        call(name, given(command.getCommandSpec(), option.longestName() + "=" + value));
      }
    }
    assertTrue(calls.call(NAME) != 0);
    assertFalse(ACTS.matcher(calls.err()).find());
  }

  /** A call of a command that lacks nothing, and has an option more. */
  private List<String> given(CommandSpec command, String option) {
    var words = new ArrayList<>(List.of(option, data.toString()));
    if (command.positionalParameters().size() > 1) {
      words.add(model.toString());
    }
    var more = Map.of("--output", folder.resolve("o").toString(), "--epochs", "1", "--seeds", "1");
    more.forEach(
        (name, value) -> {
          if (command.findOption(name) != null && !option.startsWith(name)) {
            words.addAll(List.of(name, value));
          }
        });
    return words;
  }

  @Test
  void filesAreToldWithoutIt() throws IOException {
    var damaged = Files.readString(model).replaceFirst("\"format\"", "\"for" + NAME + "\"");
    var file = folder.resolve("damaged" + FILE_NAME + ".nnw");
    for (var text : List.of("{\"" + NAME + "\": 1}", damaged, "[" + NAME, NAME)) {
      Files.writeString(file, text);
      for (var name : commands.subcommands().keySet()) {
        call(name, List.of(file.toString(), data.toString()));
        call(name, List.of(file.toString()));
      }
    }
    assertEquals(1, calls.withoutWindow(model, "missing" + FILE_NAME));
    assertFalse(ACTS.matcher(calls.err()).find());
  }

  @Test
  void resultsForProgramsKeepTheirNames() {
    assertEquals(0, calls.call("predict", model.toString(), data.toString()), calls.err());
    assertTrue(calls.out().contains("x" + NAME), calls.out());
    assertEquals(0, calls.call("inspect", "--json", data.toString()), calls.err());
    var told = JsonParser.parseString(calls.out()).getAsJsonObject();
    var first = told.getAsJsonArray("columns").get(0).getAsJsonObject();
    assertEquals("x" + NAME, first.get("name").getAsString(), "escaped, and so the same");
  }

  /** The one sequence that acts is the program's own: back to an empty line. */
  @Test
  void theLineOfProgressIsDrawnInItsPlace() {
    var err = new StringWriter();
    var watched =
        new CommandLineProgram(
            new PrintWriter(new StringWriter()),
            new PrintWriter(err),
            Sentences.of(Locale.ENGLISH),
            true,
            List.of("test"),
            List.of());
    var to = folder.resolve("watched.nnw").toString();
    assertEquals(0, watched.run("train", data.toString(), "-o", to, "--epochs", "2"));
    assertTrue(err.toString().contains("\r\u001b[K██"), err.toString());
    assertFalse(ACTS.matcher(err.toString().replace("\r\u001b[K", "")).find());
  }

  /** Another's file of words is no part of a call. */
  @Test
  void aWordThatBeginsWithAnAtSignStaysAWord() throws IOException {
    var words = folder.resolve("words.txt");
    Files.writeString(words, "xor -o " + folder.resolve("made.csv"));
    assertEquals(1, calls.call("inspect", "@" + words), calls.out());
    assertTrue(calls.err().startsWith("words.txt: file not found"), calls.err());
    assertEquals(2, calls.call("samples", "@" + words), calls.out());
    assertTrue(calls.err().contains("@" + words), calls.err());
    assertFalse(Files.exists(folder.resolve("made.csv")));
  }
}
