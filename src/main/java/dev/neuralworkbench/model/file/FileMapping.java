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
import dev.neuralworkbench.model.json.RecordMapping;
import dev.neuralworkbench.nn.DenseDesign;
import dev.neuralworkbench.nn.DropoutDesign;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.train.Intervention;
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

  /** The same with optimizers and schedules, which are called by their ids. */
  private static final Map<Class<?>, String> TYPES = types();

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

  /** Most items of lists. A draft may have more layers than can be trained. */
  private static final Map<String, Integer> MOST =
      Map.ofEntries(
          entry("columns", MOST_COLUMNS),
          entry("hidden", 4 * MOST_LAYERS),
          entry("inputs", MOST_UNITS),
          entry("targets", MOST_CLASSES),
          entry("categories", MOST_UNITS),
          entry("others", 10_000_000),
          entry("features", MOST_UNITS),
          entry("parts", DatePart.values().length),
          entry("weights", MOST_CLASSES),
          entry("classes", MOST_CLASSES),
          entry("folds", (int) TrainingConfig.FOLDS.most()),
          entry("interventions", MOST_INTERVENTIONS),
          entry("missing", ReadingChoices.MOST_MARKS),
          entry("types", MOST_COLUMNS),
          entry("epochs", RunCurve.MOST),
          entry("training", RunCurve.MOST),
          entry("validation", RunCurve.MOST),
          entry(
              "slots",
              OptimizerConfig.kinds().stream().mapToInt(OptimizerConfig::slots).max().orElse(0)));

  /** The mapping of every record of the file without weights. */
  static final RecordMapping MAPPING = new RecordMapping(TYPES, Map.of(), MOST);

  private FileMapping() {}

  private static Map<Class<?>, String> types() {
    var types = new HashMap<>(FIXED);
    OptimizerConfig.kinds().forEach(kind -> types.put(kind.getClass(), kind.id()));
    LearningRateSchedule.kinds().forEach(kind -> types.put(kind.getClass(), kind.id()));
    return types;
  }

  /** The mapping of a checkpoint, with weights written in their own way. */
  static RecordMapping with(SharedWeightsJson weights) {
    return new RecordMapping(TYPES, Map.of(NetworkWeights.class, weights), MOST);
  }
}
