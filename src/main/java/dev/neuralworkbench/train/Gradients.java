package dev.neuralworkbench.train;

import dev.neuralworkbench.nn.Parameter;
import java.util.List;

/** What happens to the gradients of a batch before the optimizer sees them. */
final class Gradients {

  private final List<Parameter> parameters;
  private final Penalty penalty;
  private final boolean penalized;
  final double clipNorm; // above 0 all lengths have to be known before the first is used

  /**
   * @param clipNorm longest gradient; 0 for no limit
   */
  Gradients(List<Parameter> parameters, Penalty penalty, double clipNorm) {
    this.parameters = parameters;
    this.penalty = penalty;
    penalized = !penalty.equals(Penalty.NONE);
    this.clipNorm = clipNorm;
  }

  /** Adds the penalty's gradient, l1 · sign(w) + l2 · w, to that of weights from … to. */
  void penalize(int parameter, int from, int to) {
    var of = parameters.get(parameter);
    if (penalized && of.penalized()) {
      penalize(
          of.value().data,
          of.gradient().data,
          (float) penalty.l1(),
          (float) penalty.l2(),
          from,
          to);
    }
  }

  private static void penalize(float[] w, float[] g, float l1, float l2, int from, int to) {
    for (var i = from; i < to; i++) {
      g[i] += l1 * Math.signum(w[i]) + l2 * w[i];
    }
  }

  /** Scales all gradients by clipNorm / norm where their common norm is above clipNorm. */
  void clip() {
    if (clipNorm == 0) {
      return;
    }
    var norm = norm();
    if (norm > clipNorm) {
      var scale = (float) (clipNorm / norm);
      for (var p = 0; p < parameters.size(); p++) {
        var g = parameters.get(p).gradient().data;
        for (var i = 0; i < g.length; i++) {
          g[i] *= scale;
        }
      }
    }
  }

  /** √Σg² over all parameters. */
  double norm() {
    var sum = 0.0;
    for (var p = 0; p < parameters.size(); p++) {
      var g = parameters.get(p).gradient().data;
      for (var i = 0; i < g.length; i++) {
        sum += (double) g[i] * g[i];
      }
    }
    return Math.sqrt(sum);
  }
}
