package dev.neuralworkbench.model.file;

import static java.util.Map.entry;

import dev.neuralworkbench.data.encode.CategoryInput;
import dev.neuralworkbench.data.encode.ClassTarget;
import dev.neuralworkbench.data.encode.DateInput;
import dev.neuralworkbench.data.encode.NumberInput;
import dev.neuralworkbench.data.encode.NumberTarget;
import dev.neuralworkbench.data.prepare.DatePart;
import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.model.DataSource;
import dev.neuralworkbench.model.RunCurve;
import dev.neuralworkbench.model.RunLog;
import dev.neuralworkbench.model.json.RecordMapping;
import dev.neuralworkbench.model.json.RecordMapping.Most;
import dev.neuralworkbench.model.json.RecordMapping.Parts;
import dev.neuralworkbench.nn.DenseDesign;
import dev.neuralworkbench.nn.DropoutDesign;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.train.Intervention;
import dev.neuralworkbench.train.Stopping;
import dev.neuralworkbench.train.TrainingConfig;
import dev.neuralworkbench.train.optimizer.OptimizerConfig;
import dev.neuralworkbench.train.schedule.LearningRateSchedule;
import java.util.HashMap;
import java.util.Map;

/** How the records of a document stand in its file: names of kinds, and what is no plain record. */
final class FileMapping {

  /** Names in files; they never change. */
  private static final Map<Class<?>, String> FIXED =
      Map.ofEntries(
          entry(DataSource.FromFile.class, "file"),
          entry(DataSource.Embedded.class, "embedded"),
          entry(DataSource.Recipe.class, "recipe"),
          entry(DataSource.Bundled.class, "bundled"),
          entry(NumberInput.class, "number"),
          entry(CategoryInput.class, "category"),
          entry(DateInput.class, "date"),
          entry(NumberTarget.class, "number"),
          entry(ClassTarget.class, "class"),
          entry(DenseDesign.class, "dense"),
          entry(DropoutDesign.class, "dropout"),
          entry(Intervention.RateChange.class, "rate_change"),
          entry(Intervention.WeightEdit.class, "weight_edit"),
          entry(Intervention.RowStep.class, "row_step"),
          entry(Intervention.Stop.class, "stop"));

  /** Most inputs of a network, units of a layer, and categories of a column. */
  static final int MOST_UNITS = (int) DenseDesign.UNITS.most();

  /** Most columns of a table: as many inputs as a network may have, and a target. */
  static final int MOST_COLUMNS = MOST_UNITS + 1;

  /** Most classes of a target. */
  static final int MOST_CLASSES = 1000;

  /** Most layers of a network. */
  static final int MOST_LAYERS = (int) NetworkDesign.HIDDEN_LAYERS.most() + 1;

  /** Most things that are done to a run while it goes. */
  static final int MOST_INTERVENTIONS = 1_000_000;

  /** What a number of a list takes, which is an object there. */
  private static final int BOXED = 28;

  /** What a weight takes: as it is read, and in the layer made of it. */
  private static final int WEIGHT = 9;

  /** Bounds of arrays. A draft may have more layers than can be trained. */
  private static final Map<String, Most> MOST =
      Map.ofEntries(
          entry("columns", items(MOST_COLUMNS)),
          entry("hidden", items(4 * MOST_LAYERS)),
          entry("layers", items(MOST_LAYERS)),
          entry("inputs", new Most(MOST_UNITS, BOXED)),
          entry("targets", new Most(MOST_CLASSES, BOXED)),
          entry("categories", items(MOST_UNITS)),
          entry("others", items(10_000_000)),
          entry("features", items(MOST_UNITS)),
          entry("parts", items(DatePart.values().length)),
          entry("weights", new Most(MOST_UNITS, WEIGHT)),
          entry("bias", new Most(MOST_UNITS, WEIGHT)),
          entry("classes", items(MOST_CLASSES)),
          entry("folds", items((int) TrainingConfig.FOLDS.most())),
          entry("interventions", items(MOST_INTERVENTIONS)),
          entry("missing", items(ReadingChoices.MOST_MARKS)),
          entry("types", items(MOST_COLUMNS)),
          entry("runs", items(RunLog.MOST)),
          entry("epochs", items(RunCurve.MOST)),
          entry("training", new Most(RunCurve.MOST, BOXED)),
          entry("validation", new Most(RunCurve.MOST, BOXED)),
          entry("trainingLoss", ofEpochs(0)),
          entry("validationLoss", ofEpochs(0)),
          entry("trainingScore", ofEpochs(0)),
          entry("validationScore", ofEpochs(0)),
          // Of every epoch there is one, and a row of the history, however many others exist.
          entry("learningRate", ofEpochs(6 * Double.BYTES)),
          entry("seconds", ofEpochs(0)),
          entry(
              "slots",
              items(
                  OptimizerConfig.kinds().stream()
                      .mapToInt(OptimizerConfig::slots)
                      .max()
                      .orElse(0))));

  /** The mapping of every record of the file. */
  static final RecordMapping MAPPING =
      new RecordMapping(
          types(), MOST, Map.of(NetworkWeights.class, new Parts(SavedWeights.class, MOST_LAYERS)));

  private FileMapping() {}

  /** The names with those of optimizers and schedules, which are called by their ids. */
  private static Map<Class<?>, String> types() {
    var types = new HashMap<>(FIXED);
    OptimizerConfig.kinds().forEach(kind -> types.put(kind.getClass(), kind.id()));
    LearningRateSchedule.kinds().forEach(kind -> types.put(kind.getClass(), kind.id()));
    return types;
  }

  private static Most items(int most) {
    return new Most(most, 0);
  }

  private static Most ofEpochs(int more) {
    return new Most((int) Stopping.EPOCHS.most(), Double.BYTES + more);
  }
}
