package dev.neuralworkbench.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.prepare.ColumnRole;
import dev.neuralworkbench.data.prepare.Feature;
import dev.neuralworkbench.data.prepare.RowFilter;
import dev.neuralworkbench.data.prepare.SplitRule;
import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.model.setting.Settings;
import dev.neuralworkbench.nn.LayerDesign;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.LayerDesign.DropoutDesign;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.problem.MessageKey;
import dev.neuralworkbench.problem.Records;
import dev.neuralworkbench.study.runs.RunColumn;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.text.RunWords;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.train.Chosen;
import dev.neuralworkbench.train.EarlyStopping;
import dev.neuralworkbench.train.TrainingConfig;
import dev.neuralworkbench.train.optimizer.OptimizerConfig;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Adam;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Sgd;
import dev.neuralworkbench.train.schedule.LearningRateSchedule;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExperimentDifferenceTest {

  private static final Experiment IRIS = Defaults.experiment(BundledSample.IRIS.table());
  private static final Sentences ENGLISH = Sentences.of(Locale.ENGLISH);

  @Test
  void equalExperimentsDoNotDiffer() {
    assertEquals(List.of(), words(IRIS, Defaults.experiment(BundledSample.IRIS.table())));
  }

  @Test
  void changesAreToldInTheOrderOfTheForms() {
    var training = IRIS.training().withOptimizer(Sgd.DEFAULT);
    var before = hidden(IRIS.withTraining(training), dense(8));
    var after = hidden(IRIS.withTraining(training.withLearningRate(0.01)), dense(16));
    assertEquals(
        List.of("layer 1: 8 → 16 units", "learning rate 0.1 → 0.01"), words(before, after));
  }

  @Test
  void anotherOptimizerIsToldWithItsRate() {
    var before = IRIS.withTraining(IRIS.training().withOptimizer(Sgd.DEFAULT));
    var after = IRIS.withTraining(IRIS.training().withOptimizer(Adam.DEFAULT));
    assertEquals(
        List.of("optimizer: SGD → Adam", "learning rate 0.1 → 0.001"), words(before, after));
  }

  @Test
  void layersBetweenEqualOnesAreAddedAndRemoved() {
    var one = hidden(IRIS, dense(8), dense(4));
    var two = hidden(IRIS, dense(8), new DropoutDesign(0.2), dense(4));
    assertEquals(List.of("layer 2 added: dropout 0.2"), words(one, two));
    assertEquals(List.of("layer 2 removed: dropout 0.2"), words(two, one));
    assertEquals(List.of("layer 2 removed: 4 units"), words(one, hidden(IRIS, dense(8))));
    assertEquals(
        List.of("layer 1: 8 → 6 units", "layer 2: ReLU → Tanh"),
        words(
            hidden(IRIS, dense(8), dense(4)),
            hidden(IRIS, dense(6), new DenseDesign(4, Activation.TANH, dense(4).initializer()))));
    assertEquals(
        List.of("layer 1 removed: 8 units", "layer 1 added: dropout 0.5"),
        words(hidden(IRIS, dense(8)), hidden(IRIS, new DropoutDesign(0.5))));
  }

  @Test
  void columnsAreNamedUnlessTheyAreMany() {
    var table = BundledSample.IRIS.table();
    var preparation = IRIS.preparation();
    var less = preparation.withRole(1, ColumnRole.IGNORED, table);
    assertEquals(
        List.of("column sepal_width_cm: Input → Ignored"), words(IRIS, IRIS.withPreparation(less)));
    var digits = Defaults.experiment(BundledSample.DIGITS.table());
    var few = digits.preparation();
    for (var i = 0; i < 10; i++) {
      few = few.withRole(i, ColumnRole.IGNORED, BundledSample.DIGITS.table());
    }
    assertEquals(List.of("input columns: 64 → 54"), words(digits, digits.withPreparation(few)));
  }

  /** Every component of every record of an experiment is changed on its own, and found. */
  @Test
  void noChoiceIsForgottenAndEachHasItsWords() throws ReflectiveOperationException {
    var stopping =
        Chosen.withTimeLimit(
            Chosen.withLossThreshold(
                IRIS.training().stopping().withEarlyStopping(EarlyStopping.DEFAULT), 0.5),
            Duration.ofSeconds(9));
    var base = IRIS.withTraining(Chosen.withMaxNorm(IRIS.training().withStopping(stopping), 2));
    base = hidden(base, dense(8), new DropoutDesign(0.2));
    base = base.withNetwork(Chosen.withLabelSmoothing(base.network(), 0.1));
    base =
        base.withPreparation(
            Chosen.withRare(base.preparation(), 3)
                .withSplit(
                    Records.with(base.preparation().split(), "together", true)
                        .withUsed(0.5)
                        .withBy(new SplitRule(SplitRule.Kind.GROUP, "species", true)))
                .withBalanced(true)
                .withLeftOut(
                    RowFilter.NONE
                        .and(3)
                        .withWhere(
                            new RowFilter.Condition(
                                "species", RowFilter.Comparison.EQUAL, "setosa")))
                .withFeatures(List.of(Feature.of(Feature.Kind.LOG, "petal_width_cm"))));
    base = base.withPreparation(Chosen.withPriorCorrected(base.preparation(), true));
    var found = new ArrayList<String>();
    for (var optimizer : OptimizerConfig.kinds()) {
      for (var schedule : LearningRateSchedule.kinds()) {
        TrainingConfig training = base.training().withOptimizer(optimizer).withSchedule(schedule);
        changeEach(
            base.withTraining(training), Function.identity(), base.withTraining(training), found);
      }
    }
    assertTrue(found.contains("training.stopping.earlyStopping.patience"), found::toString);
    assertTrue(found.contains("network.hidden.rate"), found::toString);
    assertTrue(found.contains("training.schedule.minDelta"), found::toString);
    assertTrue(found.contains("preparation.split.seed"), found::toString);
    assertTrue(found.contains("preparation.split.used"), found::toString);
    assertTrue(found.contains("preparation.split.by.column"), found::toString);
    assertTrue(found.contains("preparation.features"), found::toString);
  }

  @Test
  void whatIsSwitchedOnWasOffBefore() {
    var split = IRIS.preparation().split();
    var rule = new SplitRule(SplitRule.Kind.GROUP, "species");
    var kept = IRIS.withPreparation(IRIS.preparation().withSplit(split.withBy(rule)));
    isOffThenOn("preparation.split.by.wasInput", kept);
    var balanced = IRIS.withPreparation(IRIS.preparation().withBalanced(true));
    for (var setting : Settings.ALL) {
      if (Boolean.FALSE.equals(setting.values().usual())) {
        var isOfBalanced = setting.equals(Settings.PRIOR_CORRECTED);
        isOffThenOn(setting.component(), isOfBalanced ? balanced : IRIS);
      }
    }
  }

  private static void isOffThenOn(String component, Experiment off) {
    var on = Records.with(off, component, true);
    var before = new MessageKey("difference.off");
    var after = new MessageKey("difference.on");
    assertEquals(
        List.of(new ExperimentDifference.Change(component, null, before, after)),
        ExperimentDifference.between(off, on).changes());
    assertEquals(
        List.of(new ExperimentDifference.Change(component, null, after, before)),
        ExperimentDifference.between(on, off).changes());
  }

  private static void changeEach(
      Record part, Function<Record, Record> into, Experiment base, List<String> found)
      throws ReflectiveOperationException {
    for (var component : part.getClass().getRecordComponents()) {
      var value = component.getAccessor().invoke(part);
      assertNotNull(
          value,
          () ->
              "the experiment that this test begins with has no value of "
                  + component
                  + ": choose one in base");
      Function<Record, Record> deeper = inner -> into.apply(with(part, component, inner));
      if (value instanceof Record inner && inner.getClass().getRecordComponents().length > 0) {
        changeEach(inner, deeper, base, found);
      }
      var changed = (Experiment) into.apply(with(part, component, other(component, value)));
      var changes = ExperimentDifference.between(base, changed).changes();
      assertTrue(!changes.isEmpty(), component + " of " + part.getClass());
      for (var change : changes) {
        for (var language : Language.values()) {
          told(change, Sentences.of(language));
        }
        found.add(change.component());
      }
    }
  }

  /** Each constant of each enum that is chosen anywhere; made inputs are told by their names. */
  @Test
  void everyValueThatCanBeChosenHasItsWord() {
    var found = new HashSet<Class<?>>(Set.of(Feature.class));
    collect(Experiment.class, found);
    assertTrue(found.contains(SplitRule.Kind.class) && found.contains(Activation.class));
    for (var type : found) {
      for (var value : type.isEnum() ? type.getEnumConstants() : new Object[0]) {
        var key = MessageKey.of((Enum<?>) value).key();
        assertTrue(ENGLISH.has(key), key);
      }
    }
  }

  private static void collect(Type type, Set<Class<?>> found) {
    if (type instanceof ParameterizedType list) {
      collect(list.getActualTypeArguments()[0], found);
    } else if (type instanceof Class<?> kind && found.add(kind)) {
      for (var each : kind.isSealed() ? kind.getPermittedSubclasses() : new Class<?>[0]) {
        collect(each, found);
      }
      for (var part : kind.isRecord() ? kind.getRecordComponents() : new RecordComponent[0]) {
        collect(part.getGenericType(), found);
      }
    }
  }

  /** As a part of a sentence, and as a column of the list of runs; a lack is logged, and fails. */
  private static void told(ExperimentDifference.Change change, Sentences words) {
    var text = words.text(change.key(), change.subject(), change.before(), change.after());
    assertFalse(text.contains("{") || text.contains(change.key()), text);
    var column =
        new RunColumn(
            change.component(), change.subject(), change.before(), Map.of(2, change.after()));
    var head = new RunWords(words).head(column);
    assertFalse(head.isEmpty() || new RunWords(words).value(column, 2).isEmpty(), head);
  }

  /** Another value of the same type than the one given. */
  private static Object other(RecordComponent component, Object value) {
    return switch (value) {
      case Integer number -> number + 1;
      case Long number -> number + 1;
      case Double number -> number + 0.25;
      case Boolean on -> !on;
      case String text -> text + "x";
      case Duration limit -> limit.plusSeconds(1);
      case EarlyStopping _ -> null;
      case Sgd _ -> Adam.DEFAULT;
      case OptimizerConfig _ -> Sgd.DEFAULT;
      case LearningRateSchedule schedule ->
          LearningRateSchedule.kinds().stream()
              .filter(it -> !it.id().equals(schedule.id()))
              .findFirst()
              .orElseThrow();
      case Enum<?> choice ->
          Arrays.stream(choice.getDeclaringClass().getEnumConstants())
              .filter(it -> it != choice)
              .findFirst()
              .orElseThrow();
      case List<?> list when component.getName().equals("hidden") ->
          List.of(dense(9), new DropoutDesign(0.3));
      case List<?> list -> list.subList(0, list.size() - 1);
      case Record part -> {
        var first = part.getClass().getRecordComponents()[0];
        yield with(part, first, other(first, get(first, part)));
      }
      default -> throw new AssertionError("no other value of " + component);
    };
  }

  private static Object get(RecordComponent component, Record part) {
    try {
      return component.getAccessor().invoke(part);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  private static Record with(Record part, RecordComponent component, Object value) {
    try {
      var components = part.getClass().getRecordComponents();
      Constructor<? extends Record> constructor =
          part.getClass()
              .getDeclaredConstructor(
                  Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      var values =
          Stream.of(components)
              .map(it -> it.getName().equals(component.getName()) ? value : get(it, part))
              .toArray();
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  private static List<String> words(Experiment before, Experiment after) {
    return ExperimentDifference.between(before, after).changes().stream()
        .map(it -> ENGLISH.text(it.key(), it.subject(), it.before(), it.after()))
        .toList();
  }

  private static Experiment hidden(Experiment experiment, LayerDesign... layers) {
    return experiment.withNetwork(experiment.network().withHidden(List.of(layers)));
  }

  private static DenseDesign dense(int units) {
    return DenseDesign.of(units, Activation.RELU);
  }
}
