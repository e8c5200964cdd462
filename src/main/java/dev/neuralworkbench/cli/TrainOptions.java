package dev.neuralworkbench.cli;

import dev.neuralworkbench.cli.terminal.PortableOption;
import dev.neuralworkbench.cli.terminal.Terminal;
import dev.neuralworkbench.data.table.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * What is learned from, and the options that choose an experiment: its settings, its columns, and
 * what is made of them.
 */
final class TrainOptions {

  @Parameters(paramLabel = "DATA", descriptionKey = "data")
  String data = "";

  @Mixin ReadingOptions reading = new ReadingOptions();

  @Mixin PortableOption computing = new PortableOption();

  final SettingOptions settings = new SettingOptions();

  @Mixin ColumnOptions columns = new ColumnOptions();

  @Option(names = "--task", paramLabel = "TASK")
  @Nullable String task;

  @Option(names = "--feature", paramLabel = "KIND=COLUMN")
  List<String> features = new ArrayList<>();

  @Option(names = "--split-by", paramLabel = "KIND=COLUMN")
  @Nullable String splitBy;

  @Option(names = "--threads", paramLabel = "N")
  int threads = Runtime.getRuntime().availableProcessors();

  /** Tells how the data was read, and which options came to nothing. */
  void tellReading(Table table, Terminal terminal) {
    CommandInputs.tellReading(data, table, terminal);
    columns.cleaning.idle.forEach(given -> terminal.tell("cli.replace.none", given));
  }

  boolean choosesColumns() {
    return columns.isGiven() || task != null || splitBy != null || !features.isEmpty();
  }
}
