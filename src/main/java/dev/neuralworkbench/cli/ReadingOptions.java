package dev.neuralworkbench.cli;

import dev.neuralworkbench.cli.terminal.CommandFailure;
import dev.neuralworkbench.cli.terminal.NamedChoices;
import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.data.table.ReadingChoices.CellType;
import dev.neuralworkbench.data.table.Table;
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

  /** The option by which a component of the choices is given. */
  private static final Map<String, String> OPTIONS =
      Map.of(
          "delimiter", "--delimiter",
          "encoding", "--encoding",
          "decimal", "--decimal",
          "skippedLines", "--skip-lines",
          "missing", "--missing",
          "types", "--type");

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
    if (encoding != null) {
      choices = choices.withEncoding(encoding);
    }
    if (decimal != null) {
      choices = choices.withDecimal(DECIMALS.getOrDefault(decimal, decimal));
    }
    if (header != null) {
      choices = choices.withHeader(NamedChoices.of("--header", Answer.class, header) == Answer.YES);
    }
    if (skipLines != null) {
      choices = choices.withSkippedLines(skipLines);
    }
    if (sheet != null) {
      choices = choices.withSheet(sheet);
    }
    if (flatten) {
      choices = choices.withFlatten(true);
    }
    if (!missing.isEmpty()) {
      choices = choices.withMissing(missing);
    }
    for (var type : types) {
      choices = withType(choices, type);
    }
    for (var problem : choices.problems()) {
      var option = OPTIONS.getOrDefault(problem.component(), problem.component());
      throw CommandFailure.option(problem.ofField(option));
    }
    return choices;
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
    for (var type : change(ReadingChoices.NONE).types()) {
      if (table.indexOf(type.column()) < 0) {
        throw CommandFailure.option("cli.target", "--type", names(table), type.column());
      }
    }
  }

  static List<String> names(Table table) {
    return table.columns().stream().map(column -> column.name()).toList();
  }
}
