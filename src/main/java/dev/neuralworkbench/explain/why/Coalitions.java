package dev.neuralworkbench.explain.why;

import dev.neuralworkbench.model.answer.Answers;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.nn.DoublePredictor;
import dev.neuralworkbench.nn.Team;
import dev.neuralworkbench.progress.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;

/**
 * The value of every coalition of players, each of them some columns: v(S) = 1/B Σ_b f(x_S,
 * b_rest), the mean over the B background rows b of what is predicted for the row that has the
 * cells of x in the columns of S and those of b in the others.
 *
 * <p>The first layer is linear, so its sums come apart: each player adds one vector where its cells
 * are those of x and another where they are those of b, and two players of whose columns a product
 * is made add one of four. Players are decided one by one, and what they have added so far is
 * shared by all coalitions that begin alike: 2^(M+1) additions of vectors, in the place of 2^M
 * products of matrices.
 */
final class Coalitions {

  /** The first players, whose decisions are shared out among threads. */
  private static final int SHARED_OUT = 6;

  private final ModelPredictor predictor;
  private final ToDoubleFunction<Answers> f;
  private final int rows;
  private final int players;
  private final double[] start; // the biases
  private final double[][][] own; // [player][bit] (units × rows)
  private final double[][][] pairs; // [q · players + p][bit of q + 2 · bit of p], q < p
  private final double[] values; // [coalition]

  /**
   * Prepares the sums.
   *
   * @param f the mean over rows of what is explained
   * @param groups the columns of each player; together all columns, each once
   */
  Coalitions(
      ModelPredictor predictor, ToDoubleFunction<Answers> f, MixedRows mixed, List<int[]> groups) {
    this.predictor = predictor;
    this.f = f;
    rows = mixed.background().size();
    players = groups.size();
    values = new double[1 << players];
    var pass = predictor.pass(rows);
    var columns = mixed.columnsOfInputs();
    start = pass.sums(new FMatrixRMaj(rows, columns.length));
    own = new double[players][2][start.length];
    pairs = new double[players * players][][];
    var playerOf = new int[mixed.columns()];
    for (var i = 0; i < players; i++) {
      var player = i;
      IntStream.of(groups.get(player)).forEach(column -> playerOf[column] = player);
    }
    var ofBackground = mixed.encode(_ -> false);
    var ofX = mixed.encode(_ -> true);
    for (var k = 0; k < columns.length; k++) {
      var of = IntStream.of(columns[k]).map(it -> playerOf[it]).sorted().toArray();
      var q = of[0];
      var p = of[of.length - 1];
      if (q == p) {
        pass.addInput(k, column(ofBackground, k), own[p][0]);
        pass.addInput(k, column(ofX, k), own[p][1]);
        continue;
      }
      var pair = q * players + p;
      pairs[pair] = pairs[pair] == null ? new double[4][start.length] : pairs[pair];
      for (var bits = 0; bits < 4; bits++) {
        var both = (bits & 1) << q | (bits >> 1) << p;
        var four = mixed.encode(it -> (both >> playerOf[it] & 1) == 1);
        pass.addInput(k, column(four, k), pairs[pair][bits]);
      }
    }
  }

  private static double[] column(FMatrixRMaj of, int k) {
    return IntStream.range(0, of.numRows).mapToDouble(row -> of.get(row, k)).toArray();
  }

  /**
   * Works out the value of each coalition, whose bit p tells whether player p is in it.
   *
   * @param threads how many may help; the values do not depend on it
   * @throws java.util.concurrent.CancellationException if the progress asks for it
   */
  double[] values(int threads, Progress progress) {
    var team = new Team();
    team.threads(threads);
    var pieces = 1 << Math.min(SHARED_OUT, players);
    for (var from = 0; from < pieces; from += threads) {
      progress.goOn(from, pieces);
      var piece = from;
      team.run(Math.min(threads, pieces - from), i -> new Branch().begin(piece + i));
    }
    return values;
  }

  /** All coalitions that begin alike. */
  private final class Branch {

    private final DoublePredictor.Pass pass = predictor.pass(rows);
    private final double[][] sums = new double[players + 1][start.length];

    void begin(int decided) {
      System.arraycopy(start, 0, sums[0], 0, start.length);
      var count = Math.min(SHARED_OUT, players);
      for (var player = 0; player < count; player++) {
        add(player, decided >> player & 1, decided);
      }
      decide(count, decided);
    }

    private void decide(int player, int coalition) {
      if (player == players) {
        values[coalition] = f.applyAsDouble(predictor.answers(pass.outputs(sums[player])));
        return;
      }
      for (var bit = 0; bit < 2; bit++) {
        add(player, bit, coalition);
        decide(player + 1, coalition | bit << player);
      }
    }

    /** The sums with what a player adds, beside those before it decided. */
    private void add(int player, int bit, int coalition) {
      var after = sums[player + 1];
      Arrays.setAll(after, i -> sums[player][i] + own[player][bit][i]);
      for (var q = 0; q < player; q++) {
        if (pairs[q * players + player] != null) {
          var pair = pairs[q * players + player][(coalition >> q & 1) | bit << 1];
          Arrays.setAll(after, i -> after[i] + pair[i]);
        }
      }
    }
  }
}
