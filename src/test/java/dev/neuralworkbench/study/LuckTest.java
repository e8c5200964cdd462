package dev.neuralworkbench.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.model.Defaults;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.random.Purpose;
import dev.neuralworkbench.random.RandomSource;
import dev.neuralworkbench.study.Luck.Verdict;
import dev.neuralworkbench.study.vary.Study;
import dev.neuralworkbench.study.vary.StudyException;
import dev.neuralworkbench.study.vary.StudyRun.StudyRow;
import dev.neuralworkbench.study.vary.StudyRunner;
import dev.neuralworkbench.study.vary.StudySummary;
import dev.neuralworkbench.study.vary.Variation;
import dev.neuralworkbench.train.Stopping;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LuckTest {

  private static List<double[]> drawn(long seed, int settings, int seeds, double lead) {
    var random = RandomSource.of(seed, Purpose.GENERATED_DATA);
    return IntStream.range(0, settings)
        .mapToObj(
            i ->
                IntStream.range(0, seeds)
                    .mapToDouble(_ -> random.nextGaussian() + (i == 2 ? lead : 0))
                    .toArray())
        .toList();
  }

  private static long findings(int settings, int seeds, double lead) {
    return IntStream.range(0, 300)
        .filter(
            seed -> Luck.of(drawn(seed, settings, seeds, lead), seed).verdict() == Verdict.NO_LUCK)
        .count();
  }

  /** Where nothing differs, one in twenty is called no luck, and no more than chance allows. */
  @Test
  @Tag("thorough")
  void isSeldomWrongWhereNothingDiffers() {
    for (var found : List.of(findings(10, 3, 0), findings(2, 5, 0), findings(4, 10, 0))) {
      assertTrue(found <= 25, found + " of 300");
    }
  }

  @Test
  @Tag("thorough")
  void findsADifferenceThatIsThere() {
    var few = findings(10, 3, 4);
    assertTrue(few >= 290, few + " of 300");
    var many = findings(3, 10, 3);
    assertTrue(many >= 295, many + " of 300");
  }

  /** Two settings of three runs with a spread of 1, so that the lead is as large in spreads. */
  @Test
  void countsTheRedraws() {
    var scores = List.of(new double[] {1, 2, 3}, new double[] {4, 5, 6});
    var luck = Luck.of(scores, 1);
    assertEquals(1, luck.best());
    assertEquals(0, luck.second());
    assertEquals(3, luck.lead());
    assertEquals(exact(scores, 3), luck.share(), 0.004);
  }

  /** The same by all 6⁶ redraws instead of ten thousand. */
  private static double exact(List<double[]> scores, double lead) {
    var stretch = Math.sqrt(1.5);
    var residuals = new ArrayList<Double>();
    for (var each : scores) {
      for (var score : each) {
        residuals.add((score - each[1]) * stretch);
      }
    }
    var larger = 0;
    for (var code = 0; code < 46656; code++) {
      var drawn = new double[6];
      var rest = code;
      for (var i = 0; i < 6; i++) {
        drawn[i] = residuals.get(rest % 6);
        rest /= 6;
      }
      larger += inSpreads(drawn) >= lead - 1e-9 ? 1 : 0;
    }
    return larger / 46656.0;
  }

  /** How far the means of three and three are apart, in their common spread. */
  private static double inSpreads(double[] of) {
    var one = (of[0] + of[1] + of[2]) / 3;
    var other = (of[3] + of[4] + of[5]) / 3;
    var squares = 0.0;
    for (var i = 0; i < 6; i++) {
      squares += Math.pow(of[i] - (i < 3 ? one : other), 2);
    }
    var apart = Math.abs(one - other);
    return apart < 1e-12 ? 0 : apart / Math.sqrt(squares / 4);
  }

  /**
   * A mean of three is drawn closer to its runs than one of four, so their distances are stretched
   * by √(3 / 2) and √(4 / 3). NumPy counts 69,981 of all 7⁷ redraws with as large a lead; were the
   * stretch turned over, 74,671.
   */
  @Test
  void settingsWithUnequalCountsOfSeedsAreEachStretchedByTheirOwn() {
    var scores = List.of(new double[] {0, 0, 1}, new double[] {1, 1, 1, 2});
    var shares = IntStream.range(0, 60).mapToDouble(seed -> Luck.of(scores, seed).share());
    assertEquals(69_981 / Math.pow(7, 7), shares.average().orElseThrow(), 0.0015);
  }

  /** A setting that is clearly behind, however much it scatters, and a lone run say nothing. */
  @Test
  void whatIsClearlyBehindChangesNothing() {
    var two = List.of(new double[] {0.95, 0.951, 0.949}, new double[] {0.94, 0.941, 0.939});
    var alone = Luck.of(two, 1);
    assertEquals(Verdict.NO_LUCK, alone.verdict());
    var all = new ArrayList<>(two);
    all.add(new double[] {0.2, 0.5, 0.35});
    all.add(new double[] {0.8});
    assertEquals(alone, Luck.of(all, 1));
    all.addFirst(all.removeLast());
    assertEquals(alone.share(), Luck.of(all, 1).share());
  }

  @Test
  void givesNoVerdictOnTooLittle() {
    assertEquals(Verdict.ONE_SETTING, Luck.of(List.of(), 1).verdict());
    assertEquals(Verdict.ONE_SETTING, Luck.of(List.of(new double[] {1, 2, 3}), 1).verdict());
    var few = List.of(new double[] {1, 2, 3}, new double[] {4, 5});
    assertEquals(Verdict.TOO_FEW_SEEDS, Luck.of(few, 1).verdict());
    var equal = List.of(new double[] {1, 1, 1}, new double[] {1, 1, 1});
    assertEquals(Verdict.LUCK, Luck.of(equal, 1).verdict());
  }

  private static Luck trained(String vary, int seeds, int epochs) throws StudyException {
    var iris = BundledSample.IRIS.table();
    var base = Defaults.experiment(iris);
    var study =
        new Study(
            base.withTraining(base.training().withStopping(Stopping.after(epochs))),
            Study.grid(List.of(Variation.read(vary))),
            seeds,
            true);
    var rows = new ArrayList<StudyRow>();
    new StudyRunner(iris, new PortableProducts(), 2)
        .run(
            study.runs(),
            outcome -> rows.add(new StudyRow(outcome.run(), outcome.result())),
            Progress.NONE);
    return StudySummary.of(rows, 0).luck();
  }

  /** Ten settings that change nothing but their seeds: chance is all there is. */
  @Test
  void plantedLuckIsCalledLuck() {
    for (var seed = 0; seed < 5; seed++) {
      assertEquals(Verdict.LUCK, Luck.of(drawn(seed, 10, 3, 0), seed).verdict());
    }
  }

  @Test
  void plantedTruthIsNot() throws StudyException {
    var luck = trained("learning-rate=0.00001,0.01", 3, 40);
    assertEquals(Verdict.NO_LUCK, luck.verdict(), luck.toString());
    assertEquals(1, luck.best());
  }

  /** A limit that no gradient reaches changes nothing at all. */
  @Test
  void settingsThatChangeNothingTie() throws StudyException {
    var luck = trained("clip=1000..10000:10", 3, 5);
    assertEquals(Verdict.LUCK, luck.verdict(), luck.toString());
    assertEquals(0, luck.lead());
  }
}
