package dev.neuralworkbench.cli;

import dev.neuralworkbench.cli.terminal.CommandFailure;
import dev.neuralworkbench.cli.terminal.NamedChoices;
import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.data.table.ReadingChoices.CellType;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.problem.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how a file is to be read; what is not given is guessed. */
final class ReadingOptions {

  /** Characters that are hard to write in a shell, by their names. */
  private static final Map<String, String> DELIMITERS =
      Map.of(
          "comma", ",",
          "semicolon", ";",
          "tab", "\t",
          "\\t", "\t",
          "bar", "|",
          "blanks", " ",
          "space", " ");

  private static final Map<String, String> DECIMALS = Map.of("point", ".", "comma", ",");

  /** The option by which a component of the choices is given, where it has another name. */
  private static final Map<String, String> OPTIONS =
      Map.of("skippedLines", "--skip-lines", "types", "--type");

  private enum Kind {
    NUMBER,
    TEXT,
    CATEGORY
  }

  private enum Answer {
    YES,
    NO
  }

  @Option(names = "--delimiter", paramLabel = "C")
  private @Nullable String delimiter;

  @Option(names = "--encoding", paramLabel = "NAME")
  private @Nullable String encoding;

  @Option(names = "--decimal", paramLabel = "C")
  private @Nullable String decimal;

  @Option(names = "--header", paramLabel = "YES|NO")
  private @Nullable String header;

  @Option(names = "--skip-lines", paramLabel = "N")
  private @Nullable Integer skipLines;

  @Option(names = "--sheet", paramLabel = "NAME")
  private @Nullable String sheet;

  @Option(names = "--missing", paramLabel = "TEXT")
  private List<String> missing = new ArrayList<>();

  @Option(names = "--type", paramLabel = "NAME=TYPE")
  private List<String> types = new ArrayList<>();

  @Option(names = "--flatten")
  private boolean flatten;

  ReadingChoices change(ReadingChoices before) {
    var choices = before;
    if (delimiter != null) {
      choices = choices.withDelimiter(DELIMITERS.getOrDefault(delimiter, delimiter));
    }
    choices = with(choices, "encoding", encoding);
    if (decimal != null) {
      choices = choices.withDecimal(DECIMALS.getOrDefault(decimal, decimal));
    }
    if (header != null) {
      var isThere = NamedChoices.of("--header", Answer.class, header) == Answer.YES;
      choices = with(choices, "header", isThere);
    }
    choices = with(choices, "skippedLines", skipLines);
    choices = with(choices, "sheet", sheet);
    choices = with(choices, "flatten", flatten ? true : null);
    choices = with(choices, "missing", missing.isEmpty() ? null : missing);
    for (var type : types) {
      choices = withType(choices, type);
    }
    for (var problem : choices.problems()) {
      var option = OPTIONS.getOrDefault(problem.component(), "--" + problem.component());
      throw CommandFailure.option(problem.ofField(option));
    }
    return choices;
  }

  private static ReadingChoices with(
      ReadingChoices before, String component, @Nullable Object given) {
    return given == null ? before : Records.with(before, component, given);
  }

  /** The name may hold an equals sign; the type holds none. */
  private static ReadingChoices withType(ReadingChoices choices, String given) {
    var end = given.lastIndexOf('=');
    if (end <= 0) {
      throw CommandFailure.option("cli.type", "--type", null, given);
    }
    var kind = NamedChoices.of("--type", Kind.class, given.substring(end + 1));
    return choices.withType(
        given.substring(0, end), kind == Kind.NUMBER ? CellType.NUMBER : CellType.TEXT);
  }

  void check(Table table) {
    change(ReadingChoices.NONE).types().forEach(it -> index("--type", it.column(), table));
  }

  /** The index of the column that an option names. */
  static int index(String option, String name, Table table) {
    var index = table.indexOf(name);
    if (index < 0) {
      throw CommandFailure.option("cli.target", option, names(table), name);
    }
    return index;
  }

  static List<String> names(Table table) {
    return table.columns().stream().map(column -> column.name()).toList();
  }
}
