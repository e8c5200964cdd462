package dev.neuralworkbench.study.vary;

import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.RunLog;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.problem.Range;
import dev.neuralworkbench.random.Purpose;
import dev.neuralworkbench.random.RandomSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Settings of an experiment, each trained with the same seeds: the experiment's own and those that
 * follow it.
 *
 * @param base what is not varied
 * @param settings at least one
 * @param seeds how many runs each setting has, in {@link #SEEDS}
 * @param redealt whether each seed also deals training, validation and test rows anew, alike for
 *     all settings; otherwise all runs have the rows of the base
 */
public record Study(Experiment base, List<Combination> settings, int seeds, boolean redealt) {

  public static final Range SEEDS = Range.whole(1, 1_000);

  public static final Range DRAWN = Range.whole(1, 1_000);

  public static final int MOST_RUNS = RunLog.MOST;

  private static final String VARY = "study.vary";

  public Study {
    settings = List.copyOf(settings);
  }

  /** Every combination of values; the last choice changes the fastest. */
  public static List<Combination> grid(List<Variation<?>> variations) throws StudyException {
    check(variations);
    var settings = List.of(Combination.PLAIN);
    for (var variation : variations) {
      var next = new ArrayList<Combination>();
      for (var setting : settings) {
        variation.levels().forEach(level -> next.add(setting.with(level)));
      }
      settings = next;
    }
    return settings;
  }

  /**
   * Combinations by chance, no two of them alike.
   *
   * @param count how many at most, in {@link #DRAWN}
   * @param seed the same seed draws the same
   */
  public static List<Combination> random(List<Variation<?>> variations, int count, long seed)
      throws StudyException {
    check(variations);
    var settings = new LinkedHashSet<Combination>();
    for (var i = 0; i < count; i++) {
      var random = RandomSource.of(seed, Purpose.SETTINGS, i);
      var setting = Combination.PLAIN;
      for (var variation : variations) {
        setting = setting.with(variation.draw(random));
      }
      settings.add(setting);
    }
    return List.copyOf(settings);
  }

  private static void check(List<Variation<?>> variations) throws StudyException {
    var ids = variations.stream().map(it -> it.setting().id()).toList();
    for (var id : ids) {
      if (ids.indexOf(id) != ids.lastIndexOf(id)) {
        throw new StudyException(Problem.of("study.problem.twice", VARY, null, id));
      }
    }
    var count = variations.stream().mapToLong(it -> it.values().size()).reduce(1, (a, b) -> a * b);
    if (count > MOST_RUNS) {
      throw new StudyException(Problem.of("study.problem.runs", VARY, (long) MOST_RUNS, count));
    }
  }

  public List<StudyRun> runs() {
    var runs = new ArrayList<StudyRun>();
    for (var setting : settings) {
      for (var repeat = 0; repeat < seeds; repeat++) {
        runs.add(new StudyRun(runs.size(), setting, seeded(setting.of(base), repeat)));
      }
    }
    return List.copyOf(runs);
  }

  private Experiment seeded(Experiment experiment, int repeat) {
    var training = experiment.training();
    var seeded = experiment.withTraining(training.withSeed(training.seed() + repeat));
    var preparation = experiment.preparation();
    var split = preparation.split();
    return redealt
        ? seeded.withPreparation(preparation.withSplit(split.withSeed(split.seed() + repeat)))
        : seeded;
  }

  /**
   * Everything that keeps it from starting: of the study, then of the first setting that has any.
   */
  public List<Problem> problems(Table table) {
    var problems = new ArrayList<>(SEEDS.problems("study.seeds", seeds));
    var count = (long) settings.size() * seeds;
    if (problems.isEmpty() && count > MOST_RUNS) {
      problems.add(Problem.of("study.problem.runs", "study.seeds", (long) MOST_RUNS, count));
    }
    problems.addAll(base.preparation().problems(table));
    if (problems.isEmpty()) {
      settings.stream()
          .map(setting -> problems(setting, table))
          .filter(found -> !found.isEmpty())
          .findFirst()
          .ifPresent(problems::addAll);
    }
    return List.copyOf(problems);
  }

  /** With folds, each share of the rows would be judged on other rows. */
  private boolean judgesShares(Combination setting) {
    var experiment = setting.of(base);
    return experiment.training().foldCount() > 0
        && setting.levels().stream().anyMatch(it -> it.setting().id().equals("training-share"));
  }

  private List<Problem> problems(Combination setting, Table table) {
    if (judgesShares(setting)) {
      return List.of(Problem.of("study.problem.share", VARY, null, null));
    }
    for (var level : setting.levels()) {
      if (level.setting().get().apply(setting.of(base)).isEmpty()) {
        var name = level.setting().name();
        return List.of(Problem.of("study.problem.applies", VARY, null, name));
      }
    }
    return setting.of(base).problems(table);
  }
}
