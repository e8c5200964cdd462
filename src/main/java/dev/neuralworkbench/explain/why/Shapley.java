package dev.neuralworkbench.explain.why;

/**
 * Shapley values of a game, from the value of every coalition (Shapley 1953):
 *
 * <p>φᵢ = Σ_{S without i} |S|! (M − |S| − 1)! / M! · (v(S ∪ i) − v(S)),
 *
 * <p>what player i adds, averaged over all orders in which the M players may come. They add up to
 * v(all) − v(none), whatever v is; with v(S) the mean of f(x_S, b_rest) over background rows b they
 * are the interventional values of Lundberg and Lee 2017, Janzing, Minorics and Blöbaum 2020.
 */
final class Shapley {

  private Shapley() {}

  /**
   * The value of each player.
   *
   * @param v of each coalition, 2^M of them; bit i of an index says whether player i is in it. Not
   *     modified.
   */
  static double[] values(int players, double[] v) {
    var weights = new double[players]; // by |S|: 1 / (M · binomial(M − 1, |S|))
    var binomial = 1.0;
    for (var size = 0; size < players; size++) {
      weights[size] = 1 / (players * binomial);
      binomial = binomial * (players - 1 - size) / (size + 1);
    }
    var values = new double[players];
    for (var player = 0; player < players; player++) {
      for (var s = 0; s < v.length; s++) {
        if ((s >> player & 1) == 0) {
          values[player] += weights[Integer.bitCount(s)] * (v[s | 1 << player] - v[s]);
        }
      }
    }
    return values;
  }
}
