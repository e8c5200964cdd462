package dev.neuralworkbench.cli;

import dev.neuralworkbench.text.Sentences;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Calls the program as a script would, and keeps what it wrote. */
public final class Calls {

  private final Locale language;
  private volatile StringWriter out = new StringWriter();
  private volatile StringWriter err = new StringWriter();

  public Calls(Locale language) {
    this.language = language;
  }

  /** Names of options by the name of their command, earlier names too; those of none by "". */
  public static Map<String, Set<String>> options() {
    var root = new Calls(Locale.ENGLISH).program().spec();
    var options = new TreeMap<>(Map.of("", Set.copyOf(root.optionsMap().keySet())));
    root.subcommands()
        .forEach(
            (name, command) ->
                options.put(name, Set.copyOf(command.getCommandSpec().optionsMap().keySet())));
    return options;
  }

  /** Carries out a call; gives its status. */
  public int call(String... arguments) {
    return program().run(arguments);
  }

  /** The first run without a window; gives its status. */
  int withoutWindow(Path model, String... files) {
    return program().runWithoutWindow(List.of(files), model);
  }

  private CommandLineProgram program() {
    out = new StringWriter();
    err = new StringWriter();
    var words = Sentences.of(language);
    return new CommandLineProgram(
        new PrintWriter(out), new PrintWriter(err), words, false, List.of("test"), List.of());
  }

  /** What the last call wrote as its result. */
  public String out() {
    return out.toString();
  }

  /** What the last call told beside it. */
  public String err() {
    return err.toString();
  }
}
