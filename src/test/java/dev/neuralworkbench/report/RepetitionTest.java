package dev.neuralworkbench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.cli.Calls;
import dev.neuralworkbench.data.prepare.ColumnPlan;
import dev.neuralworkbench.data.prepare.MissingValues;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.prepare.Replacement;
import dev.neuralworkbench.data.prepare.RowFilter;
import dev.neuralworkbench.data.prepare.RowFilter.Comparison;
import dev.neuralworkbench.data.prepare.RowFilter.Condition;
import dev.neuralworkbench.data.prepare.Scaling;
import dev.neuralworkbench.data.prepare.Split;
import dev.neuralworkbench.data.prepare.SplitRule;
import dev.neuralworkbench.data.read.TableReader;
import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Defaults;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.ExperimentDifference;
import dev.neuralworkbench.model.file.ModelFile;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Initializer;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.problem.Hyperparameter;
import dev.neuralworkbench.problem.Records;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.train.Chosen;
import dev.neuralworkbench.train.EarlyStopping;
import dev.neuralworkbench.train.Monitor;
import dev.neuralworkbench.train.Stopping;
import dev.neuralworkbench.train.TrainingConfig;
import dev.neuralworkbench.train.optimizer.OptimizerConfig;
import dev.neuralworkbench.train.schedule.LearningRateSchedule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command of a report, given to the program, against the experiment that it is to repeat. */
class RepetitionTest {

  private static final int DRAWN = 80;

  private static final Sentences WORDS = Sentences.of(Locale.ENGLISH);

  @TempDir private Path folder;

  @Test
  void theProgramTakesTheCommandAndWhatItCannotSayIsListed() throws Exception {
    var file = folder.resolve("t.csv");
    Files.writeString(file, rows());
    var table = new TableReader().read(file, Progress.NONE);
    var data = DataReference.ofFile(table, ReadingChoices.NONE);
    var complete = 0;
    for (var seed = 0; seed < DRAWN; seed++) {
      var wanted = drawn(new Random(seed), table);
      var repetition = Repetition.of(wanted, data, table);
      var model = folder.resolve(seed + ModelFile.EXTENSION);
      var words = new ArrayList<>(repetition.words().subList(1, repetition.words().size()));
      words.set(1, file.toString());
      words.set(words.indexOf("model.nnw"), model.toString());
      var calls = new Calls(Locale.ENGLISH);
      var command = seed + ": " + repetition.command();
      assertEquals(0, calls.call(words.toArray(String[]::new)), command + "\n" + calls.err());
      var made = ModelFile.read(model).trained().experiment();
      var left = ExperimentDifference.between(counted(made), counted(wanted)).changes();
      assertEquals(left, repetition.missing(), command);
      for (var it : left) {
        if (it.component().startsWith("training.")) {
          assertNotEquals(it.component(), WORDS.text(it.component()));
        }
      }
      complete += left.isEmpty() ? 1 : 0;
    }
    assertTrue(complete > 5 && complete < DRAWN - 5, complete + " said whole");
  }

  /** Without the shares where a column says which row is in which part. */
  private static Experiment counted(Experiment experiment) {
    var split = experiment.preparation().split();
    return split.namesParts()
        ? experiment.withPreparation(
            experiment.preparation().withSplit(split.withValidation(0).withTest(0)))
        : experiment;
  }

  private static String rows() {
    var random = new Random(1);
    var text = new StringBuilder("who,part,x1,x2,y\n");
    for (var row = 0; row < 60; row++) {
      var x = random.nextGaussian();
      text.append('p').append(row % 9).append(',');
      text.append(List.of("training", "validation", "training", "test").get(row % 4)).append(',');
      text.append(x).append(',').append(random.nextGaussian()).append(',');
      text.append(x + 0.3 * random.nextGaussian() > 0 ? "yes\n" : "no\n");
    }
    return text.toString();
  }

  private static Experiment drawn(Random random, Table table) {
    var usual = Defaults.experiment(table);
    while (true) {
      var preparation = preparation(random, usual.preparation(), table);
      var drawn = new Experiment(preparation, network(random), training(random));
      if (drawn.problems(table).isEmpty()) {
        return drawn;
      }
    }
  }

  private static Preparation preparation(Random random, Preparation usual, Table table) {
    var kinds = new ArrayList<SplitRule.@Nullable Kind>(Arrays.asList(SplitRule.Kind.values()));
    kinds.add(null);
    var kind = one(random, kinds);
    var column = kind == SplitRule.Kind.TIME ? "x2" : kind == SplitRule.Kind.PART ? "part" : "who";
    var drawn =
        usual
            .withScaling(one(random, List.of(Scaling.values())))
            .withMissing(
                random.nextInt(4) == 0
                    ? one(random, List.of(MissingValues.values()))
                    : usual.missing())
            .withSplit(
                new Split(
                    0.2 * random.nextInt(2),
                    0.15 * random.nextInt(2),
                    random.nextBoolean(),
                    random.nextInt(9)))
            .withBalanced(random.nextInt(3) == 0)
            .withLeftOut(leftOut(random))
            .withPlan(0, cleaned(random, usual.columns().getFirst()));
    return Chosen.withPriorCorrected(drawn, random.nextBoolean())
        .dividedBy(kind == null ? null : new SplitRule(kind, column), table);
  }

  private static RowFilter leftOut(Random random) {
    var some = random.nextBoolean() ? RowFilter.NONE : RowFilter.NONE.and(3, 4, 5, 9);
    return random.nextBoolean()
        ? some
        : some.withWhere(new Condition("x2", one(random, List.of(Comparison.GREATER)), "0.4"));
  }

  private static ColumnPlan cleaned(Random random, ColumnPlan plan) {
    return switch (random.nextInt(4)) {
      case 0 -> plan.withFilledDown(true);
      case 1 -> plan.replacing(List.of(new Replacement("p=1", null), new Replacement("p2", "p3")));
      case 2 -> plan.withMissing(one(random, List.of(MissingValues.MEDIAN, MissingValues.OWN)));
      default -> plan;
    };
  }

  private static NetworkDesign network(Random random) {
    var first = one(random, List.of(Activation.TANH, Activation.RELU, Activation.GELU));
    var second = random.nextInt(5) == 0 ? Activation.SIGMOID : first;
    var network =
        NetworkDesign.of(
            Loss.CATEGORICAL_CROSS_ENTROPY, DenseDesign.of(4, first), DenseDesign.of(3, second));
    return random.nextInt(5) == 0 ? network : network.withOutputInitializer(Initializer.NORMAL);
  }

  private static TrainingConfig training(Random random) {
    var stop =
        Records.with(
            changed(random, EarlyStopping.HYPERPARAMETERS, EarlyStopping.DEFAULT),
            "monitor",
            random.nextInt(3) == 0
                ? one(random, List.of(Monitor.values()))
                : Monitor.VALIDATION_LOSS);
    var optimizer = one(random, OptimizerConfig.kinds());
    var schedule = one(random, LearningRateSchedule.kinds());
    return Chosen.withMaxNorm(
        Chosen.withShuffle(
                TrainingConfig.of(
                        changed(random, optimizer.hyperparameters(), optimizer)
                            .withLearningRate(0.02),
                        8,
                        1)
                    .withSchedule(changed(random, schedule.hyperparameters(), schedule)),
                random.nextInt(5) > 0)
            .withAverage(3 * random.nextInt(2))
            .withFolds(random.nextInt(3) == 0 ? 2 : 0)
            .withSeed(random.nextInt(1000))
            .withStopping(
                new Stopping(
                    1,
                    random.nextInt(3) == 0 ? 0.0625 : null,
                    random.nextBoolean() ? stop : null,
                    random.nextInt(8) == 0 ? Duration.ofHours(1) : null)),
        random.nextInt(3) == 0 ? 0.75 : 0);
  }

  /** The same with one or none of its numbers and switches otherwise. */
  private static <T> T changed(Random random, List<Hyperparameter> all, T usual) {
    if (all.isEmpty() || random.nextBoolean()) {
      return usual;
    }
    var name = one(random, all).name();
    var value =
        Records.get(usual, name) instanceof Boolean on
            ? (Object) !on
            : name.equals("every") || name.equals("patience") ? 7.0 : 0.125;
    return Records.with(usual, name, value);
  }

  private static <T extends @Nullable Object> T one(Random random, List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
