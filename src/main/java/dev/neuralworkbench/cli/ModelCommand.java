package dev.neuralworkbench.cli;

import dev.neuralworkbench.cli.terminal.CommandFailure;
import dev.neuralworkbench.cli.terminal.PortableOption;
import dev.neuralworkbench.cli.terminal.Terminal;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A command on a model and a table, whose columns and categories may have other names. */
abstract class ModelCommand implements Runnable {

  final Terminal terminal;

  @Parameters(index = "0", paramLabel = "MODEL", descriptionKey = "model")
  String first = "";

  @Parameters(index = "1", paramLabel = "DATA", descriptionKey = "data")
  String second = "";

  @Option(names = "--map", paramLabel = "MODEL=FILE")
  List<String> map = new ArrayList<>();

  @Option(names = "--map-category", paramLabel = "COLUMN:MODEL=FILE")
  List<String> mapCategory = new ArrayList<>();

  @Mixin ReadingOptions reading = new ReadingOptions();

  @Mixin PortableOption computing = new PortableOption();

  ModelCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Index of the positive class that is asked for. */
  static int positive(List<String> classes, String name) {
    if (!classes.contains(name)) {
      throw CommandFailure.option("cli.choice", "--positive", classes, name);
    }
    return classes.indexOf(name);
  }
}
