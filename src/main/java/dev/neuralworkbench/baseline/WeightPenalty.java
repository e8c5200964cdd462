package dev.neuralworkbench.baseline;

/**
 * A penalty on weights, not on biases, as scikit-learn's {@code LogisticRegression} has it: λ/2 Σ
 * w². Of two classes there is one vector of weights. Of more there is one for each class, of which
 * any vector may be taken without changing a probability; so the penalty of {@link SoftmaxModel}'s
 * differences v is that of the shortest weights that differ by them, λ/2 Σ (v_c − v̄)² with v̄ the
 * mean of all classes' v.
 *
 * @param strength λ, 1 / (C rows); 0 for none
 */
record WeightPenalty(double strength) {

  static final WeightPenalty NONE = new WeightPenalty(0);

  /** The penalty that stands beside a mean loss, where C weighs the sum of all rows' losses. */
  static WeightPenalty of(double c, int rows) {
    return new WeightPenalty(1 / (c * rows));
  }

  /** Σ (v_c − v̄)² = Σ v_c² − share · (Σ v_c)². */
  private static double share(SoftmaxModel model) {
    return model.classes() > 2 ? 1.0 / model.classes() : 0;
  }

  double loss(SoftmaxModel model) {
    var squares = 0.0;
    for (var j = 0; j < model.inputs(); j++) {
      var sum = 0.0;
      for (var c = 1; c < model.classes(); c++) {
        var weight = model.weight(j, c);
        squares += weight * weight;
        sum += weight;
      }
      squares -= share(model) * sum * sum;
    }
    return strength / 2 * squares;
  }

  /**
   * Adds the penalty's derivatives with respect to the parameters.
   *
   * @param gradient Modified.
   * @param hessian columns; above the diagonal alone. Modified.
   */
  void addDerivatives(SoftmaxModel model, double[] gradient, double[][] hessian) {
    var width = model.inputs() + 1;
    var share = share(model);
    for (var j = 0; j < model.inputs(); j++) {
      var sum = 0.0;
      for (var c = 1; c < model.classes(); c++) {
        sum += model.weight(j, c);
      }
      for (var c = 1; c < model.classes(); c++) {
        var at = (c - 1) * width + j;
        gradient[at] += strength * (model.weight(j, c) - share * sum);
        for (var d = c; d < model.classes(); d++) {
          hessian[at][(d - 1) * width + j] += strength * ((c == d ? 1 : 0) - share);
        }
      }
    }
  }
}
