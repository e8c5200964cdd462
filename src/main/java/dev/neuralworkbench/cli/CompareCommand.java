package dev.neuralworkbench.cli;

import dev.neuralworkbench.cli.print.CompareText;
import dev.neuralworkbench.cli.terminal.PortableOption;
import dev.neuralworkbench.cli.terminal.StudyLine;
import dev.neuralworkbench.cli.terminal.Terminal;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.study.CrossValidation;
import dev.neuralworkbench.study.compare.ComparedModel;
import dev.neuralworkbench.study.compare.ComparisonResult;
import dev.neuralworkbench.study.compare.ModelComparison;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "compare")
final class CompareCommand implements Runnable {

  private final Terminal terminal;

  @Parameters(
      arity = "2..*",
      paramLabel = "MODEL... DATA",
      hideParamSyntax = true,
      descriptionKey = "models")
  private List<String> names = new ArrayList<>();

  @Option(names = "--folds", paramLabel = "N")
  private int folds = CrossValidation.DEFAULT.folds();

  @Option(names = "--repeats", paramLabel = "N")
  private int repeats = CrossValidation.DEFAULT.repeats();

  @Option(names = "--with-linear")
  private boolean withLinear;

  @Option(names = "--json")
  private boolean json;

  @Option(names = "--threads", paramLabel = "N")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Mixin private ReadingOptions reading = new ReadingOptions();

  @Mixin private PortableOption computing = new PortableOption();

  CompareCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void run() {
    TrainCommand.checkThreads(threads);
    var data = CommandInputs.Pair.of(names.getFirst(), names.getLast()).data();
    var files = new ArrayList<>(names);
    files.remove(files.lastIndexOf(data));
    var documents = files.stream().map(CommandInputs::document).toList();
    var models = models(files, documents);
    var first = documents.getFirst();
    var own = ChosenMapping.of(List.of(), List.of(), CommandInputs.trained(first));
    var table = CommandInputs.table(CommandInputs.data(data, first, own, reading, terminal));
    var comparison = new ModelComparison(new CrossValidation(folds, repeats));
    ChosenExperiment.refuse(comparison.problems(models, table));
    ComparisonResult result;
    try (var progress = new StudyLine(terminal)) {
      result = comparison.run(models, table, computing.products(), threads, progress);
    }
    terminal.result(
        json, () -> CompareText.json(result), () -> CompareText.lines(result, terminal.words()));
    CommandInputs.tellReading(data, table, terminal);
  }

  /** The models of the files, and the linear one where it is asked for or there is no other. */
  private List<ComparedModel> models(List<String> files, List<Document> documents) {
    var models = new ArrayList<ComparedModel>();
    for (var i = 0; i < files.size(); i++) {
      var experiment = CommandInputs.trained(documents.get(i)).experiment();
      models.add(new ComparedModel(files.get(i), experiment, false));
    }
    if (withLinear || models.size() == 1) {
      var name = terminal.words().text("compare.linear");
      models.add(new ComparedModel(name, models.getFirst().experiment(), true));
    }
    return models;
  }
}
