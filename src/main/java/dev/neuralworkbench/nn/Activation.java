package dev.neuralworkbench.nn;

import java.util.Optional;

/**
 * The function f of a dense layer, Y = f(XW + b), applied to each element. Its derivative is taken
 * from the output y = f(z) wherever y says enough, so z need not be kept.
 *
 * <p>The loops have no branches (a step is made of {@code signum}), so that the compiler can run
 * them on vector registers.
 */
public enum Activation implements ActivationFunction {
  /** f(z) = z. f′ = 1. */
  IDENTITY {
    @Override
    public void apply(float[] values, int from, int to) {}

    @Override
    public void multiplyByDerivative(float[] outputs, float[] gradient, int from, int to) {}
  },

  /** f(z) = 1 / (1 + e⁻ᶻ). f′ = y(1 − y). */
  SIGMOID {
    @Override
    public void apply(float[] values, int from, int to) {
      for (var i = from; i < to; i++) {
        values[i] = (float) Elementary.sigmoid(values[i]);
      }
    }

    @Override
    public void multiplyByDerivative(float[] outputs, float[] gradient, int from, int to) {
      for (var i = from; i < to; i++) {
        gradient[i] *= outputs[i] * (1 - outputs[i]);
      }
    }
  },

  /** f(z) = tanh z. f′ = 1 − y². */
  TANH {
    @Override
    public void apply(float[] values, int from, int to) {
      for (var i = from; i < to; i++) {
        values[i] = (float) Elementary.tanh(values[i]);
      }
    }

    @Override
    public void multiplyByDerivative(float[] outputs, float[] gradient, int from, int to) {
      for (var i = from; i < to; i++) {
        gradient[i] *= 1 - outputs[i] * outputs[i];
      }
    }
  },

  /** f(z) = max(0, z). f′ = 1 for y > 0, otherwise 0 (at z = 0 too). */
  RELU {
    @Override
    public void apply(float[] values, int from, int to) {
      for (var i = from; i < to; i++) {
        values[i] = Math.max(0, values[i]);
      }
    }

    @Override
    public void multiplyByDerivative(float[] outputs, float[] gradient, int from, int to) {
      for (var i = from; i < to; i++) {
        gradient[i] *= Math.signum(outputs[i]);
      }
    }
  },

  /** f(z) = z for z > 0, otherwise 0.01 z. f′ = 1 for y > 0, otherwise 0.01. */
  LEAKY_RELU {
    @Override
    public void apply(float[] values, int from, int to) {
      for (var i = from; i < to; i++) {
        values[i] = Math.max(values[i], LEAK * values[i]);
      }
    }

    @Override
    public void multiplyByDerivative(float[] outputs, float[] gradient, int from, int to) {
      for (var i = from; i < to; i++) {
        gradient[i] *= Math.max(Math.signum(outputs[i]), LEAK);
      }
    }
  },

  /** f(z) = z for z > 0, otherwise eᶻ − 1. f′ = 1 for y > 0, otherwise y + 1. */
  ELU {
    @Override
    public void apply(float[] values, int from, int to) {
      for (var i = from; i < to; i++) {
        var z = values[i];
        values[i] = Math.max(z, 0) + (float) Elementary.expMinus1(Math.min(z, 0));
      }
    }

    @Override
    public void multiplyByDerivative(float[] outputs, float[] gradient, int from, int to) {
      for (var i = from; i < to; i++) {
        gradient[i] *= 1 + Math.min(outputs[i], 0);
      }
    }
  },

  /**
   * f(z) = z Φ(z) in the exact form, Φ and φ the normal distribution and its density. f′ = Φ(z) + z
   * φ(z); it is taken from z, for f is not monotonic. With M(z) = Φ(−z) / φ(z), f(z) = max(z, 0) −
   * |z| φ(z) M(|z|) holds on both sides of 0 and loses no digit far out on the left.
   */
  GELU {
    @Override
    public void apply(float[] values, int from, int to) {
      for (var i = from; i < to; i++) {
        double z = values[i];
        var size = Math.abs(z);
        var tail = Elementary.normalDensity(z) * Elementary.millsRatio(size);
        values[i] = (float) (Math.max(z, 0) - size * tail);
      }
    }

    @Override
    public boolean derivativeFromOutput() {
      return false;
    }

    @Override
    public void multiplyByDerivative(float[] inputs, float[] gradient, int from, int to) {
      for (var i = from; i < to; i++) {
        double z = inputs[i];
        var size = Math.abs(z);
        var density = Elementary.normalDensity(z);
        // Left of 0 the derivative is left = Φ(−|z|) − |z| φ(z), right of it 1 − left.
        var left = density * (Elementary.millsRatio(size) - size);
        var step = 0.5 + 0.5 * Math.signum(z);
        gradient[i] *= (float) (step + (1 - 2 * step) * left);
      }
    }
  },

  /** f(z) = log(1 + eᶻ). f′ = σ(z) = 1 − e⁻ʸ. */
  SOFTPLUS {
    @Override
    public void apply(float[] values, int from, int to) {
      for (var i = from; i < to; i++) {
        values[i] = (float) Elementary.softplus(values[i]);
      }
    }

    @Override
    public void multiplyByDerivative(float[] outputs, float[] gradient, int from, int to) {
      for (var i = from; i < to; i++) {
        gradient[i] *= -(float) Elementary.expMinus1(-outputs[i]);
      }
    }
  };

  /** Slope of {@link #LEAKY_RELU} left of 0. */
  public static final float LEAK = 0.01f;

  /** Name in files and on the command line: {@code leaky_relu}. */
  public String id() {
    return Ids.of(this);
  }

  /** The activation of that name; empty if there is none. */
  public static Optional<Activation> ofId(String id) {
    return Ids.find(Activation.class, id);
  }

  @Override
  public boolean derivativeFromOutput() {
    return true;
  }
}
