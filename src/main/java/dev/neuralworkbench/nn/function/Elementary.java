package dev.neuralworkbench.nn.function;

/**
 * Exponential, logarithm and their kin in plain arithmetic: additions, multiplications, divisions
 * and clamps, without branches or tables (but for {@link #log}). So a loop over them can run on
 * vector registers, and the bits are the same on every machine and Java version; those of {@code
 * Math} are not.
 *
 * <p>Relative error at most 2e-9 for arguments of ordinary size, far inside the 6e-8 of a {@code
 * float}: rounded to {@code float}, a result is within 0.51 ulp of the true value.
 */
public final class Elementary {

  /** Beyond ±110 a float e^x has over- or underflowed; within, a double is in no danger. */
  private static final double EXPONENT_LIMIT = 110;

  private static final double LN_2 = 0.6931471805599453;
  private static final double SQRT_2 = 1.4142135623730951;
  private static final double INVERSE_SQRT_2_PI = 0.3989422804014327;

  private Elementary() {}

  /**
   * eˣ by (e^(x/1024))^1024: a Taylor polynomial, then ten squarings.
   *
   * @param x beyond ±110 the result is that of ±110, as a {@code float} infinity and 0
   */
  public static double exp(double x) {
    var t = clamp(x) * 0x1p-10;
    var power = 1 + t * taylor(t);
    power = square(square(square(square(square(power)))));
    return square(square(square(square(square(power)))));
  }

  /**
   * eˣ − 1, exact for small x too: with E = eᵗ − 1, doubling t makes it (1 + E)² − 1 = E(E + 2).
   *
   * @param x beyond ±110 the result is that of ±110
   */
  public static double expMinus1(double x) {
    var t = clamp(x) * 0x1p-10;
    var e = t * taylor(t);
    e = doubled(doubled(doubled(doubled(doubled(e)))));
    return doubled(doubled(doubled(doubled(doubled(e)))));
  }

  /** tanh x = (e²ˣ − 1) / (e²ˣ + 1). */
  public static double tanh(double x) {
    var e = expMinus1(2 * x);
    return e / (e + 2);
  }

  /** σ(x) = 1 / (1 + e⁻ˣ). */
  public static double sigmoid(double x) {
    return 1 / (1 + exp(-x));
  }

  /**
   * log(1 + u) = 2 artanh(u / (2 + u)), by the series of artanh.
   *
   * @param u in [0, 1]
   */
  public static double log1p(double u) {
    return 2 * artanh(u / (2 + u));
  }

  /**
   * Natural logarithm: log(2ᵏ m) = k log 2 + 2 artanh((m − 1) / (m + 1)), m in [1/√2, √2].
   *
   * @param x positive, normal and finite, otherwise the result is NaN
   */
  public static double log(double x) {
    if (!(x >= Double.MIN_NORMAL && x <= Double.MAX_VALUE)) {
      return Double.NaN;
    }
    var exponent = Math.getExponent(x);
    var mantissa = Math.scalb(x, -exponent);
    if (mantissa > SQRT_2) {
      mantissa /= 2;
      exponent++;
    }
    return exponent * LN_2 + 2 * artanh((mantissa - 1) / (mantissa + 1));
  }

  /** Density of the normal distribution: φ(z) = e^(−z²/2) / √(2π). */
  public static double normalDensity(double z) {
    return INVERSE_SQRT_2_PI * exp(-0.5 * z * z);
  }

  /**
   * Mills' ratio of the normal distribution: M(z) = Φ(−z) / φ(z), by a Chebyshev interpolation of
   * degree 12 in t = 1 / (1 + 0.35 z). Unlike Φ it keeps its relative error far out in the tail.
   *
   * @param z not negative
   */
  public static double millsRatio(double z) {
    var t = 1 / (1 + 0.35 * z);
    var u = 2 * t - 1;
    var p = -1.1084836546303682e-05;
    p = p * u + 1.4157208663539365e-06;
    p = p * u + 8.324092904620117e-05;
    p = p * u - 6.069100420429097e-05;
    p = p * u - 0.0003852497976781518;
    p = p * u + 0.0006125107912851442;
    p = p * u + 0.0017775675506497672;
    p = p * u - 0.004429630742691863;
    p = p * u - 0.01281618756317096;
    p = p * u + 0.025657429721615842;
    p = p * u + 0.1782195312435363;
    p = p * u + 0.4298760336867993;
    p = p * u + 0.6347892507225559;
    return t * p;
  }

  /** (eᵗ − 1) / t = 1 + t/2! + t²/3! + …, for |t| ≤ 0.11. */
  private static double taylor(double t) {
    var p = 1 / 5040.;
    p = p * t + 1 / 720.;
    p = p * t + 1 / 120.;
    p = p * t + 1 / 24.;
    p = p * t + 1 / 6.;
    p = p * t + 1 / 2.;
    return p * t + 1;
  }

  /** artanh s = s + s³/3 + s⁵/5 + …, for |s| ≤ 1/3. */
  private static double artanh(double s) {
    var q = s * s;
    var p = 1 / 23.;
    p = p * q + 1 / 21.;
    p = p * q + 1 / 19.;
    p = p * q + 1 / 17.;
    p = p * q + 1 / 15.;
    p = p * q + 1 / 13.;
    p = p * q + 1 / 11.;
    p = p * q + 1 / 9.;
    p = p * q + 1 / 7.;
    p = p * q + 1 / 5.;
    p = p * q + 1 / 3.;
    p = p * q + 1;
    return s * p;
  }

  private static double clamp(double x) {
    return Math.min(Math.max(x, -EXPONENT_LIMIT), EXPONENT_LIMIT);
  }

  private static double square(double x) {
    return x * x;
  }

  private static double doubled(double e) {
    return e * (e + 2);
  }
}
