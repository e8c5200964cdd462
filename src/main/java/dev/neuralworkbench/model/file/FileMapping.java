package dev.neuralworkbench.model.file;

import static java.util.Map.entry;

import dev.neuralworkbench.data.encode.DateInput;
import dev.neuralworkbench.data.encode.InputEncoder.CategoryInput;
import dev.neuralworkbench.data.encode.InputEncoder.NumberInput;
import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.data.encode.TargetEncoder.NumberTarget;
import dev.neuralworkbench.data.prepare.DatePart;
import dev.neuralworkbench.data.prepare.Replacement;
import dev.neuralworkbench.data.prepare.RowFilter;
import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.model.DataSource;
import dev.neuralworkbench.model.Decision;
import dev.neuralworkbench.model.RunCurve;
import dev.neuralworkbench.model.RunLog;
import dev.neuralworkbench.model.json.RecordMapping;
import dev.neuralworkbench.model.json.RecordMapping.Most;
import dev.neuralworkbench.model.json.RecordMapping.Parts;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.LayerDesign.DropoutDesign;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.train.Intervention;
import dev.neuralworkbench.train.Stopping;
import dev.neuralworkbench.train.TrainingConfig;
import dev.neuralworkbench.train.optimizer.OptimizerConfig;
import dev.neuralworkbench.train.schedule.LearningRateSchedule;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** How the records of a document stand in its file: names of kinds, and what is no plain record. */
final class FileMapping {

  /** Names in files; they never change. */
  private static final Map<Class<?>, String> FIXED =
      Map.ofEntries(
          entry(DataSource.FromFile.class, "file"),
          entry(DataSource.Embedded.class, "embedded"),
          entry(DataSource.Recipe.class, "recipe"),
          entry(DataSource.Bundled.class, "bundled"),
          entry(DataSource.Elsewhere.class, "elsewhere"),
          entry(NumberInput.class, "number"),
          entry(CategoryInput.class, "category"),
          entry(DateInput.class, "date"),
          entry(NumberTarget.class, "number"),
          entry(ClassTarget.class, "class"),
          entry(Decision.Threshold.class, "threshold"),
          entry(Decision.Costs.class, "costs"),
          entry(DenseDesign.class, "dense"),
          entry(DropoutDesign.class, "dropout"),
          entry(Intervention.RateChange.class, "rate_change"),
          entry(Intervention.WeightEdit.class, "weight_edit"),
          entry(Intervention.RowStep.class, "row_step"),
          entry(Intervention.Stop.class, "stop"));

  /** Most inputs of a network, units of a layer, and categories of a column. */
  static final int MOST_UNITS = (int) DenseDesign.UNITS.most();

  static final int MOST_CLASSES = 1000;
  private static final int MOST_LAYERS = (int) NetworkDesign.HIDDEN_LAYERS.most() + 1;
  private static final int MOST_EPOCHS = (int) Stopping.EPOCHS.most();

  // Memory of a number: of an epoch; in a list, as an object; of a weight, here and in its layer.
  private static final int NUMBER = Double.BYTES;
  private static final int BOXED = 28;
  private static final int WEIGHT = 9;

  static final RecordMapping MAPPING =
      new RecordMapping(
          types(),
          bounds(),
          Map.of(NetworkWeights.class, new Parts(SavedWeights.class, MOST_LAYERS)));

  private FileMapping() {}

  /** The names with those of optimizers and schedules, which are called by their ids. */
  private static Map<Class<?>, String> types() {
    var types = new HashMap<>(FIXED);
    OptimizerConfig.kinds().forEach(kind -> types.put(kind.getClass(), kind.id()));
    LearningRateSchedule.kinds().forEach(kind -> types.put(kind.getClass(), kind.id()));
    return types;
  }

  private static Map<String, Most> bounds() {
    var slots = OptimizerConfig.kinds().stream().mapToInt(OptimizerConfig::slots).max();
    var bounds = new HashMap<String, Most>();
    // As many inputs as a network may have, and a target.
    bound(bounds, MOST_UNITS + 1, 0, "columns", "types");
    // A draft may have more layers than can be trained.
    bound(bounds, 4 * MOST_LAYERS, 0, "hidden");
    bound(bounds, MOST_LAYERS, 0, "layers");
    bound(bounds, MOST_UNITS, WEIGHT, "weights", "bias");
    bound(bounds, MOST_UNITS, BOXED, "inputs", "features", "categories");
    bound(bounds, MOST_CLASSES, BOXED, "targets", "classes", "costs");
    bound(bounds, 10_000_000, 0, "others");
    bound(bounds, 1_000_000, 0, "interventions");
    bound(bounds, DatePart.values().length, 0, "parts");
    bound(bounds, ReadingChoices.MOST_MARKS, 0, "missing");
    bound(bounds, Replacement.MOST, 0, "replaced");
    bound(bounds, RowFilter.MOST_SPANS, 0, "rows");
    bound(bounds, MOST_UNITS + 1, 0, "cleaning");
    bound(bounds, (int) TrainingConfig.FOLDS.most(), 0, "folds");
    bound(bounds, slots.orElse(0), 0, "slots");
    bound(bounds, RunLog.MOST, 0, "runs");
    bound(bounds, RunCurve.MOST, BOXED, "epochs", "training", "validation");
    bound(bounds, MOST_EPOCHS, NUMBER, "trainingLoss", "validationLoss", "seconds");
    bound(bounds, MOST_EPOCHS, NUMBER, "trainingScore", "validationScore");
    // Of every epoch there is one, and a row of the history, however many others exist.
    bound(bounds, MOST_EPOCHS, NUMBER + 6 * Double.BYTES, "learningRate");
    return bounds;
  }

  private static void bound(Map<String, Most> bounds, int items, int bytes, String... components) {
    Stream.of(components).forEach(component -> bounds.put(component, new Most(items, bytes)));
  }
}
