package dev.neuralworkbench.cli;

import dev.neuralworkbench.cli.terminal.CommandFailure;
import dev.neuralworkbench.cli.terminal.FileContent;
import dev.neuralworkbench.cli.terminal.Json;
import dev.neuralworkbench.cli.terminal.NamedChoices;
import dev.neuralworkbench.cli.terminal.Output;
import dev.neuralworkbench.cli.terminal.Terminal;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.metrics.BestThreshold;
import dev.neuralworkbench.metrics.BestThreshold.Aim;
import dev.neuralworkbench.metrics.BestThreshold.Score;
import dev.neuralworkbench.model.Decision;
import dev.neuralworkbench.model.Decision.Costs;
import dev.neuralworkbench.model.Decision.Threshold;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.Version;
import dev.neuralworkbench.model.file.ModelFile;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.study.HeldOut;
import dev.neuralworkbench.text.Numbers;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "tune-threshold")
final class TuneThresholdCommand extends ModelCommand {

  private static final int DIGITS = 4;

  @Option(names = "--for", paramLabel = "SCORE")
  private @Nullable String score;

  @Option(names = "--cost-false-positive", paramLabel = "COST")
  private @Nullable Double falsePositive;

  @Option(names = "--cost-false-negative", paramLabel = "COST")
  private @Nullable Double falseNegative;

  @Option(names = "--costs", paramLabel = "FILE.csv")
  private @Nullable String costs;

  @Option(names = "--positive", paramLabel = "CLASS", descriptionKey = "positive.tune")
  private @Nullable String positive;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "MODEL.nnw",
      descriptionKey = "output.tune")
  private @Nullable String output;

  @Option(names = "--json")
  private boolean json;

  TuneThresholdCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public void run() {
    var aim = aim();
    if (costs != null && (positive != null || score != null || aim.score() == Score.COSTS)) {
      throw CommandFailure.option("cli.costs.alone", "--costs", null, null);
    }
    var inputs = List.of(first, second);
    var to = output == null ? null : Output.of(output, FileContent.MODEL, inputs, terminal);
    var pair = CommandInputs.Pair.of(first, second);
    var document = CommandInputs.document(pair.model());
    var model = CommandInputs.trained(document);
    if (model.classNames().isEmpty()) {
      var target = model.preprocessor().target().name();
      throw CommandFailure.of("cli.threshold.numbers", null, target);
    }
    var chosen = costs == null ? positive(model) : 0;
    var mapping = ChosenMapping.of(map, mapCategory, model);
    mapping.refuse();
    var data = CommandInputs.data(pair.data(), document, mapping, reading, terminal);
    CommandInputs.refuseOther(data, data.name(), document);
    var rows = model.prepared(CommandInputs.table(data));
    var decision =
        costs != null
            ? byCosts(CostsFile.read(costs, model.classNames(), terminal))
            : byThreshold(model, rows, chosen, aim);
    if (to != null && output != null) {
      var decided = document.withTrained(model.withDecision(decision));
      to.told(() -> ModelFile.write(Path.of(output), decided, Version.program()));
      terminal.tell("cli.train.saved", output);
    }
    CommandInputs.tellReading(pair.data(), CommandInputs.table(data), terminal);
  }

  private Decision byThreshold(Model model, PreparedData rows, int chosen, Aim aim) {
    var heldOut =
        HeldOut.of(model, rows, computing.products(), Progress.NONE)
            .orElseThrow(() -> CommandFailure.of("threshold.noRows", null, null));
    if (!heldOut.tells(chosen)) {
      throw CommandFailure.of("threshold.oneClass", null, model.classNames().get(chosen));
    }
    var best = heldOut.best(chosen, aim);
    tell(model, heldOut, chosen, aim, best);
    return new Threshold(chosen, best.threshold(), heldOut.rows(), aim);
  }

  /** Nothing is found; what they come to on any rows, evaluate tells. */
  private Decision byCosts(Costs by) {
    var said = new Json().add("for", Ids.of(Score.COSTS));
    terminal.result(json, () -> said, () -> terminal.words().text("decision.costs"));
    return by;
  }

  private Aim aim() {
    var hasCosts = falsePositive != null || falseNegative != null;
    if (hasCosts && score != null) {
      throw CommandFailure.option("cli.threshold.both", "--for", null, null);
    }
    var other = score == null ? Score.F1 : NamedChoices.of("--for", Score.class, score);
    if (!hasCosts && other != Score.COSTS) {
      return new Aim(other, 0, 0);
    }
    var lacking = falsePositive == null ? "--cost-false-positive" : "--cost-false-negative";
    if (falsePositive == null || falseNegative == null) {
      throw CommandFailure.option("cli.threshold.cost", lacking, null, null);
    }
    CommandFailure.refuse(Costs.COSTS.problems("--cost-false-positive", falsePositive));
    CommandFailure.refuse(Costs.COSTS.problems("--cost-false-negative", falseNegative));
    return new Aim(Score.COSTS, falsePositive, falseNegative);
  }

  private int positive(Model model) {
    var names = model.classNames();
    if (names.size() != 2) {
      throw CommandFailure.of("cli.threshold.classes", null, names.size());
    }
    return positive == null ? 1 : positive(names, positive);
  }

  private void tell(Model model, HeldOut heldOut, int chosen, Aim aim, BestThreshold best) {
    var name = model.classNames().get(chosen);
    var before = heldOut.value(chosen, 0.5, aim);
    var sign = aim.score() == Score.COSTS ? -1 : 1;
    var id = Ids.of(aim.score());
    var rows = heldOut.answers().rows();
    if (json) {
      terminal.result(
          new Json()
              .add("rows", Ids.of(heldOut.rows()))
              .add("count", rows)
              .add("positive", name)
              .add("for", id)
              .add("threshold", best.threshold())
              .add("value", sign * best.value())
              .add("value_at_half", sign * before));
      return;
    }
    var words = terminal.words();
    terminal.result(
        words.text("cli.threshold.best", name, Numbers.told(best.threshold(), DIGITS))
            + "\n"
            + words.text(
                "threshold.value." + Ids.of(heldOut.rows()),
                words.text("threshold.aim." + id),
                Numbers.told(sign * best.value(), DIGITS),
                Numbers.told(sign * before, DIGITS),
                rows)
            + "\n"
            + words.text("threshold.test"));
  }
}
