package dev.neuralworkbench.walk;

import dev.neuralworkbench.data.prepare.ColumnKind;
import dev.neuralworkbench.data.prepare.MissingValues;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.prepare.Replacement;
import dev.neuralworkbench.data.prepare.RowFilter;
import dev.neuralworkbench.data.prepare.Scaling;
import dev.neuralworkbench.data.prepare.Split;
import dev.neuralworkbench.data.prepare.SplitRule;
import dev.neuralworkbench.data.read.TableReader;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.TrainedDocuments;
import dev.neuralworkbench.model.file.ModelFile;
import dev.neuralworkbench.model.setting.Setting;
import dev.neuralworkbench.model.setting.Settings;
import dev.neuralworkbench.nn.LayerDesign;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.LayerDesign.DropoutDesign;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.nn.function.ProblemType;
import dev.neuralworkbench.problem.Range;
import dev.neuralworkbench.problem.Records;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.train.Chosen;
import dev.neuralworkbench.train.EarlyStopping;
import dev.neuralworkbench.train.Penalty;
import dev.neuralworkbench.train.Stopping;
import dev.neuralworkbench.train.TrainingConfig;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Adam;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/**
 * A small table, an experiment on it, and what came of a short training, all drawn from a seed:
 * classes few and many and of unequal size, or numbers far from 0; holes; groups; every activation,
 * loss and scaling; averaged, smoothed, weighted, penalized; judged by validation rows, folds, or
 * none; with weights as they were learned, or so changed by hand that the network saturates.
 *
 * @param edited whether weights were changed by hand after the training
 * @param table file of the rows
 * @param model file of the document
 */
record DrawnDocument(Document document, boolean edited, Path table, Path model) {

  /** Settings that are drawn by hand, or decide how much there is to be trained. */
  private static final Set<Setting<?>> BY_HAND =
      Set.of(
          Settings.SCALING,
          Settings.MISSING,
          Settings.VALIDATION,
          Settings.TEST,
          Settings.STRATIFIED,
          Settings.SPLIT_SEED,
          Settings.RARE,
          Settings.BALANCED,
          Settings.PRIOR_CORRECTED,
          Settings.HIDDEN,
          Settings.DROPOUT,
          Settings.ACTIVATION,
          Settings.LOSS,
          Settings.LABEL_SMOOTHING,
          Settings.OUTPUT_ACTIVATION,
          Settings.LEARNING_RATE,
          Settings.BATCH_SIZE,
          Settings.EPOCHS,
          Settings.EARLY_STOPPING,
          Settings.UNTIL_LOSS,
          Settings.TIME_LIMIT,
          Settings.L1,
          Settings.L2,
          Settings.AVERAGE,
          Settings.FOLDS,
          Settings.SEED);

  /** Draws one and writes it into a folder. */
  static DrawnDocument of(long seed, Path folder) throws Exception {
    var random = new Random(seed);
    var classes = random.nextInt(3) == 0 ? 0 : 2 + random.nextInt(4) * random.nextInt(2);
    var file = folder.resolve("t" + seed + ".csv");
    Files.writeString(file, rows(random, classes));
    var table = new TableReader().read(file, Progress.NONE);
    var document =
        experiment(
            random, Document.of(DataReference.ofFile(table, ReadingChoices.NONE)), table, classes);
    var edited = random.nextInt(3) == 0;
    if (!edited) {
      document = document.withDraft(others(new Random(~seed), document.draft(), table));
    }
    var trained =
        TrainedDocuments.trained(document, document.draft().training().stopping().epochs());
    if (edited) {
      trained = trained.withTrained(edited(random, Objects.requireNonNull(trained.trained())));
    }
    var model = folder.resolve("m" + seed + ModelFile.EXTENSION);
    ModelFile.write(model, trained, "test");
    return new DrawnDocument(trained, edited, file, model);
  }

  Model trained() {
    return Objects.requireNonNull(document.trained());
  }

  Table rows() {
    return Objects.requireNonNull(document.data().table());
  }

  private static String rows(Random random, int classes) {
    var inputs = 1 + random.nextInt(4);
    var rows = 40 + random.nextInt(80);
    var offset = random.nextInt(3) == 0 ? 1000 * random.nextGaussian() : random.nextGaussian();
    var scale = Math.pow(10, random.nextInt(7) - 3);
    var text = new StringBuilder("who");
    for (var i = 0; i < inputs; i++) {
      text.append(",x").append(i);
    }
    text.append(",kind,y\n");
    for (var row = 0; row < rows; row++) {
      text.append('p').append(random.nextInt(12));
      var sum = 0.3 * random.nextGaussian();
      for (var i = 0; i < inputs; i++) {
        var x = random.nextGaussian();
        sum += i % 2 == 0 ? x : x * x / 2;
        text.append(',').append(random.nextInt(15) == 0 ? "" : String.valueOf(3 * x + i));
      }
      var kind = random.nextInt(4);
      sum += kind == 0 ? 1 : 0;
      text.append(',').append(random.nextInt(15) == 0 ? "" : "k" + kind).append(',');
      if (random.nextInt(25) > 0) {
        var c = (int) Math.clamp(Math.floor(sum + classes / 3.0), 0, Math.max(0, classes - 1));
        text.append(classes == 0 ? String.valueOf(offset + scale * sum) : "c" + c);
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static Document experiment(Random random, Document document, Table table, int classes) {
    var of = classes == 0 ? ProblemType.REGRESSION : ProblemType.CLASSIFICATION;
    while (true) {
      var preparation = preparation(random, document.draft().preparation(), table);
      var network = network(random, one(random, Loss.fitting(of, classes)), classes);
      var drawn =
          document
              .draft()
              .withPreparation(preparation)
              .withNetwork(network)
              .withTraining(training(random, preparation.split()));
      if (preparation.problemType() == of && drawn.problems(table).isEmpty()) {
        return document.withDraft(drawn);
      }
    }
  }

  /** Every other setting of the catalogue now and then has another value. */
  private static Experiment others(Random random, Experiment experiment, Table table) {
    var drawn = experiment;
    for (var setting : Settings.ALL) {
      if (!BY_HAND.contains(setting) && random.nextInt(6) == 0) {
        var changed = other(random, setting, drawn);
        drawn = changed.problems(table).isEmpty() ? changed : drawn;
      }
    }
    return drawn;
  }

  private static <T> Experiment other(Random random, Setting<T> setting, Experiment experiment) {
    var values = setting.values();
    if (setting.get().apply(experiment).isEmpty()) {
      return experiment;
    }
    var range = values.range();
    var text =
        range == null
            ? values.type() == Boolean.class
                ? String.valueOf(random.nextBoolean())
                : one(random, values.names())
            : String.valueOf(number(random, range));
    return setting.with().apply(experiment, values.of(text).orElseThrow());
  }

  /** A small number of a range, not at its ends. */
  private static Number number(Random random, Range range) {
    var reach = Math.min(range.most() - range.least(), range.whole() ? 20 : 2);
    var number = range.least() + (0.1 + 0.8 * random.nextDouble()) * reach;
    if (range.whole()) {
      return Math.round(number);
    }
    return number;
  }

  private static Preparation preparation(Random random, Preparation usual, Table table) {
    var held = new double[] {0, 0.2, 0.3};
    var split =
        new Split(
            held[random.nextInt(3)],
            held[random.nextInt(3)],
            random.nextBoolean(),
            random.nextInt(100));
    var drawn =
        usual
            .withScaling(one(random, List.of(Scaling.values())))
            .withMissing(one(random, List.of(MissingValues.values())))
            .withSplit(split);
    drawn = Chosen.withRare(drawn, 1 + 8 * random.nextInt(2));
    drawn = drawn.withBalanced(random.nextInt(3) == 0);
    drawn = Chosen.withPriorCorrected(drawn, random.nextBoolean());
    // Drawn on its own, so that what is drawn after it is as it was.
    drawn = cleaned(new Random(split.seed()), drawn);
    var isNumber = table.column("y") instanceof NumberColumn;
    drawn = isNumber ? drawn.withKind(table.columns().size() - 1, ColumnKind.NUMBER) : drawn;
    return random.nextInt(4) == 0
        ? drawn.dividedBy(new SplitRule(SplitRule.Kind.GROUP, "who"), table)
        : drawn;
  }

  /** With rows left out, cells read otherwise, and columns that fill their own way. */
  private static Preparation cleaned(Random random, Preparation usual) {
    var column = random.nextInt(usual.columns().size());
    var plan = usual.columns().get(column);
    return switch (random.nextInt(6)) {
      case 0 -> usual.withLeftOut(RowFilter.NONE.and(random.nextInt(9), random.nextInt(9)));
      case 1 ->
          usual.withLeftOut(
              RowFilter.NONE.withWhere(
                  new RowFilter.Condition(plan.name(), RowFilter.Comparison.MISSING, "")));
      case 2 -> usual.withPlan(column, plan.withFilledDown(true));
      case 3 -> usual.withPlan(column, plan.replacing(List.of(new Replacement("1", null))));
      case 4 ->
          Records.with(
              usual.withPlan(
                  column, plan.withMissing(one(random, List.of(MissingValues.values())))),
              "split.together",
              true);
      default -> usual;
    };
  }

  private static NetworkDesign network(Random random, Loss loss, int classes) {
    var hidden = new ArrayList<LayerDesign>();
    for (var layer = random.nextInt(3); layer > 0; layer--) {
      hidden.add(DenseDesign.of(1 + random.nextInt(9), one(random, List.of(Activation.values()))));
      if (random.nextInt(4) == 0) {
        hidden.add(new DropoutDesign(0.3));
      }
    }
    var design = NetworkDesign.of(loss, hidden.toArray(LayerDesign[]::new));
    if (loss.ownsOutputFunction()) {
      return random.nextInt(3) == 0 ? Chosen.withLabelSmoothing(design, 0.1) : design;
    }
    return classes > 0 && random.nextBoolean()
        ? design.withOutputActivation(Activation.SIGMOID)
        : design;
  }

  private static TrainingConfig training(Random random, Split split) {
    var rate = Math.pow(10, -0.5 - 2 * random.nextDouble());
    var epochs = 3 + random.nextInt(20);
    var folds = random.nextInt(3) == 0 ? 2 + random.nextInt(3) : 0;
    var stop = folds > 0 || split.mayValidate() ? EarlyStopping.DEFAULT : null;
    return TrainingConfig.of(
            new Adam(rate, 0.9, 0.999, 1e-8), random.nextBoolean() ? 16 : 0, epochs)
        .withPenalty(random.nextInt(3) == 0 ? new Penalty(0.001, 0.01) : new Penalty(0, 0))
        .withStopping(new Stopping(epochs, null, random.nextInt(3) == 0 ? stop : null, null))
        .withSeed(random.nextInt(1000))
        .withAverage(random.nextInt(3) == 0 ? 4 : 0)
        .withFolds(folds);
  }

  /** One weight made huge, or the last layer as loud as a network is that is sure of everything. */
  private static Model edited(Random random, Model model) {
    var weights = model.weights();
    var last = weights.layers().size() - 1;
    if (random.nextBoolean()) {
      var layer = random.nextInt(last + 1);
      var input = random.nextInt(weights.layer(layer).inputs());
      var unit = random.nextInt(weights.layer(layer).units());
      var huge = (float) (random.nextGaussian() * Math.pow(10, random.nextInt(4)));
      weights = weights.withWeight(layer, input, unit, huge);
    } else {
      weights = louder(weights, last, 300);
    }
    return new Model(model.experiment(), model.preprocessor(), weights, model.history(), null);
  }

  private static NetworkWeights louder(NetworkWeights weights, int layer, float factor) {
    var louder = weights;
    for (var input = 0; input < weights.layer(layer).inputs(); input++) {
      for (var unit = 0; unit < weights.layer(layer).units(); unit++) {
        var weight = weights.layer(layer).weight(input, unit);
        louder = louder.withWeight(layer, input, unit, factor * weight);
      }
    }
    return louder;
  }

  private static <T> T one(Random random, List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
