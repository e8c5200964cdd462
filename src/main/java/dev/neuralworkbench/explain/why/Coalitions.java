package dev.neuralworkbench.explain.why;

import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.nn.LayerWeights;
import dev.neuralworkbench.nn.Team;
import dev.neuralworkbench.progress.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The value of every coalition of players, each of them some columns: v(S) = 1/B Σ_b f(x_S,
 * b_rest), the mean over the background rows b of what is predicted for the row that has the cells
 * of x in the columns of S and those of b in the others.
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

  private final Model model;
  private final Asked asked;
  private final MixedInputs inputs;
  private final LayerWeights first;
  private final int players;
  private final int[] playerOf;
  private final double[][][] own; // [player][bit] (units × rows)
  private final double[][][] pairs; // [q · players + p][bit of q + 2 · bit of p], q < p
  private final double[] values; // [coalition]

  /**
   * Prepares the sums.
   *
   * @param groups the columns of each player; together all columns, each once
   */
  Coalitions(Model model, Asked asked, MixedInputs inputs, List<int[]> groups) {
    this.model = model;
    this.asked = asked;
    this.inputs = inputs;
    first = model.weights().layer(0);
    players = groups.size();
    playerOf = new int[inputs.columns()];
    for (var player = 0; player < players; player++) {
      var it = player;
      IntStream.of(groups.get(player)).forEach(column -> playerOf[column] = it);
    }
    own = new double[players][2][first.units() * inputs.rows()];
    pairs = new double[players * players][][];
    values = new double[1 << players];
    for (var k = 0; k < inputs.inputs(); k++) {
      addInput(k);
    }
  }

  private void addInput(int k) {
    var of = IntStream.of(inputs.columnsOf(k)).map(it -> playerOf[it]).sorted().toArray();
    var q = of[0];
    var p = of[of.length - 1];
    if (q == p) {
      addTo(own[p][0], k, inputs.values(k, _ -> false));
      addTo(own[p][1], k, inputs.values(k, _ -> true));
      return;
    }
    if (pairs[q * players + p] == null) {
      pairs[q * players + p] = new double[4][first.units() * inputs.rows()];
    }
    for (var bits = 0; bits < 4; bits++) {
      var both = (bits & 1) << q | (bits >> 1) << p;
      addTo(
          pairs[q * players + p][bits], k, inputs.values(k, it -> (both >> playerOf[it] & 1) == 1));
    }
  }

  private void addTo(double[] sums, int k, double[] x) {
    for (var unit = 0; unit < first.units(); unit++) {
      WidePass.add(first.weight(k, unit), x, 0, sums, unit * x.length, x.length);
    }
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

    private final WidePass pass = new WidePass(model, inputs.rows());
    private final double[] of = new double[inputs.rows()];
    private final double @Nullable [][] sums = new double[players + 1][];

    void begin(int decided) {
      var start = sums(0);
      for (var unit = 0; unit < first.units(); unit++) {
        Arrays.fill(start, unit * inputs.rows(), (unit + 1) * inputs.rows(), first.bias(unit));
      }
      var count = Math.min(SHARED_OUT, players);
      for (var player = 0; player < count; player++) {
        add(player, decided >> player & 1, decided);
      }
      decide(count, decided);
    }

    private double[] sums(int player) {
      var found = sums[player];
      if (found == null) {
        found = new double[first.units() * inputs.rows()];
        sums[player] = found;
      }
      return found;
    }

    private void decide(int player, int coalition) {
      if (player == players) {
        asked.of(pass.outputs(sums(player)), of.length, of);
        var sum = 0.0;
        for (var value : of) {
          sum += value;
        }
        values[coalition] = sum / of.length;
        return;
      }
      for (var bit = 0; bit < 2; bit++) {
        add(player, bit, coalition);
        decide(player + 1, coalition | bit << player);
      }
    }

    /** The sums with what a player adds, beside those before it decided. */
    private void add(int player, int bit, int coalition) {
      var after = sums(player + 1);
      sum(sums(player), own[player][bit], after);
      for (var q = 0; q < player; q++) {
        var pair = pairs[q * players + player];
        if (pair != null) {
          sum(after, pair[(coalition >> q & 1) | bit << 1], after);
        }
      }
    }

    private static void sum(double[] one, double[] other, double[] into) {
      for (var i = 0; i < into.length; i++) {
        into[i] = one[i] + other[i];
      }
    }
  }
}
