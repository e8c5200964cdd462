package dev.neuralworkbench.cli;

import dev.neuralworkbench.cli.print.StudyText;
import dev.neuralworkbench.cli.terminal.StudyLine;
import dev.neuralworkbench.cli.terminal.Terminal;
import dev.neuralworkbench.study.CrossValidation;
import dev.neuralworkbench.study.CrossValidationResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "cross-validate")
final class CrossValidateCommand implements Runnable {

  private final Terminal terminal;

  @Option(names = "--folds", paramLabel = "N")
  private int folds = CrossValidation.DEFAULT.folds();

  @Option(names = "--repeats", paramLabel = "N")
  private int repeats = CrossValidation.DEFAULT.repeats();

  @Option(names = "--json")
  private boolean json;

  @Mixin private TrainOptions options = new TrainOptions();

  CrossValidateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void run() {
    TrainCommand.checkThreads(options.threads);
    var reference = CommandInputs.data(options.data, options.reading, terminal);
    var table = CommandInputs.table(reference);
    var experiment = ChosenExperiment.of(options, reference);
    var study = new CrossValidation(folds, repeats);
    ChosenExperiment.refuse(study.problems(experiment, table));
    options.tellReading(table, terminal);
    CrossValidationResult result;
    try (var progress = new StudyLine(terminal)) {
      result =
          study.run(experiment, table, options.computing.products(), options.threads, progress);
    }
    terminal.result(
        json, () -> StudyText.json(result), () -> StudyText.lines(result, terminal.words()));
  }
}
