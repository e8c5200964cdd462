package dev.neuralworkbench.cli;

import dev.neuralworkbench.cli.terminal.Output;
import dev.neuralworkbench.cli.terminal.ProgressLine;
import dev.neuralworkbench.cli.terminal.Terminal;
import dev.neuralworkbench.cli.terminal.TextCurve;
import dev.neuralworkbench.data.sample.Sample.GeneratedSample;
import dev.neuralworkbench.data.sample.SampleKind;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.TrainingPlan;
import dev.neuralworkbench.model.Version;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.model.answer.Prediction;
import dev.neuralworkbench.model.file.ModelFile;
import dev.neuralworkbench.nn.blas.BlasProducts;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.train.RunControl;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The window's first start, told in a terminal: the sample trained with a progress bar and a curve,
 * the model saved, three rows predicted.
 *
 * @param file where the model is saved
 */
record FirstRun(Terminal terminal, Path file) {

  void run() {
    var document = Document.of(DataReference.of(GeneratedSample.of(SampleKind.CIRCLES)));
    var table = Objects.requireNonNull(document.data().table(), "a sample has rows");
    tell("cli.first.data", table.name(), table.rows());
    var plan = TrainingPlan.of(document);
    var data = PreparedData.of(plan.experiment().preparation(), table);
    for (var layer : plan.experiment().network().hiddenDense()) {
      tell("cli.first.network", data.preprocessor().inputCount(), layer.units(), 1);
    }
    var session = plan.session(data, BlasProducts.best());
    var epochs = plan.experiment().training().stopping().epochs();
    var line = ProgressLine.start(terminal, session.history(), epochs);
    session.run(new RunControl());
    line.close();
    tell("cli.first.curve");
    var history = session.history();
    terminal.result(TextCurve.draw(history.epochs(), history::trainingLoss));
    var model = plan.model(session, data);
    var trained = document.withTrained(model);
    Output.saved(() -> ModelFile.write(file, trained, Version.program()));
    tell("cli.first.saved", file.toString());
    predict(model, table);
    tell("cli.first.next");
  }

  private void predict(Model model, Table table) {
    tell("cli.first.predict");
    var answers =
        new ModelPredictor(model, BlasProducts.best())
            .predict(table, new int[] {0, 1, 2}, Progress.NONE);
    for (var row = 0; row < answers.rows(); row++) {
      var at = row;
      var inputs =
          model.preprocessor().inputs().stream()
              .map(input -> input.name() + " = " + table.named(input.name()).text(at))
              .collect(Collectors.joining(", "));
      if (answers.prediction(row) instanceof Prediction.OfClass answer) {
        var share = Numbers.percent(answer.probabilities().get(answer.index()), 3);
        var actual = table.named(model.preprocessor().target().name()).text(row);
        tell("cli.first.row", inputs, answer.answer(), share, actual);
      }
    }
  }

  private void tell(String key, Object... arguments) {
    terminal.result(terminal.words().text(key, arguments));
  }
}
