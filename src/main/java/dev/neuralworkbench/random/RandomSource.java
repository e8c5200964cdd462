package dev.neuralworkbench.random;

import java.util.stream.IntStream;

/**
 * A generator of pseudo-random numbers: SplitMix64 (Steele, Lea, Flood, "Fast splittable
 * pseudorandom number generators", OOPSLA 2014, section 4). State 64 bits; period 2⁶⁴. The same
 * (seed, purpose, position) gives the same draws on every machine and Java version.
 */
public final class RandomSource {

  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private long state;
  private double spareGaussian = Double.NaN;

  private RandomSource(long state) {
    this.state = state;
  }

  /**
   * A fresh generator.
   *
   * @param seed the user's seed; any value
   * @param purpose what the draws are for
   * @param position where in the run, such as epoch and batch; see {@link Purpose}
   */
  public static RandomSource of(long seed, Purpose purpose, long... position) {
    var random = new RandomSource(0).restart(seed, purpose);
    for (var part : position) {
      random.at(part);
    }
    return random;
  }

  /**
   * Makes this generator a fresh one without an allocation, for loops that may not allocate. {@code
   * restart(seed, purpose).at(a).at(b)} draws the same as {@code of(seed, purpose, a, b)}.
   *
   * @return this generator
   */
  public RandomSource restart(long seed, Purpose purpose) {
    state = mix(seed + GOLDEN_GAMMA);
    state = mix(state ^ (purpose.name().hashCode() * GOLDEN_GAMMA));
    spareGaussian = Double.NaN;
    return this;
  }

  /**
   * Goes on to the next part of a position; only between {@link #restart} and the first draw.
   *
   * @return this generator
   */
  public RandomSource at(long part) {
    state = mix(state + GOLDEN_GAMMA * (part + 1));
    return this;
  }

  /** Uniform over all 64-bit numbers. */
  public long nextLong() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /** Uniform in [0, 1), 53 bits. */
  public double nextDouble() {
    return (nextLong() >>> 11) * 0x1.0p-53;
  }

  /**
   * Uniform in [0, 1), 24 bits: of the number that comes after {@code draws} others, without a
   * draw: so threads share a sequence, each with its own part.
   */
  public float floatAt(long draws) {
    return (mix(state + GOLDEN_GAMMA * (draws + 1)) >>> 40) * 0x1.0p-24f;
  }

  /**
   * Uniform in [0, bound), without bias: Lemire's multiplication with rejection ("Fast random
   * integer generation in an interval", 2019, algorithm 5).
   *
   * @throws IllegalArgumentException if {@code bound} is not positive
   */
  public int nextInt(int bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException("expected a positive bound, received " + bound);
    }
    var product = (nextLong() >>> 32) * bound;
    var low = product & 0xFFFFFFFFL;
    if (low < bound) {
      var threshold = (0x100000000L - bound) % bound;
      while (low < threshold) {
        product = (nextLong() >>> 32) * bound;
        low = product & 0xFFFFFFFFL;
      }
    }
    return (int) (product >>> 32);
  }

  /** Normal with mean 0 and variance 1, by Marsaglia's polar method (1964), two at a time. */
  public double nextGaussian() {
    if (!Double.isNaN(spareGaussian)) {
      var spare = spareGaussian;
      spareGaussian = Double.NaN;
      return spare;
    }
    double x;
    double y;
    double square;
    do {
      x = 2 * nextDouble() - 1;
      y = 2 * nextDouble() - 1;
      square = x * x + y * y;
    } while (square >= 1 || square == 0);
    var factor = StrictMath.sqrt(-2 * StrictMath.log(square) / square);
    spareGaussian = y * factor;
    return x * factor;
  }

  /**
   * Shuffles in place, every order equally likely (Fisher and Yates; Knuth, volume 2, algorithm P).
   *
   * @param order Modified.
   */
  public void shuffle(int[] order) {
    for (var i = order.length - 1; i > 0; i--) {
      var j = nextInt(i + 1);
      var held = order[i];
      order[i] = order[j];
      order[j] = held;
    }
  }

  /**
   * Deals positions into parts of about the same size, every stratum spread over them: shuffled,
   * put in order of their stratum, and dealt one by one.
   *
   * @param strata the stratum of each position
   * @return the part of each position, from 0 on
   */
  public int[] deal(int[] strata, int parts) {
    var order = IntStream.range(0, strata.length).toArray();
    shuffle(order);
    var sorted =
        IntStream.of(order)
            .boxed()
            .sorted((a, b) -> Integer.compare(strata[a], strata[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    var partOf = new int[strata.length];
    for (var i = 0; i < sorted.length; i++) {
      partOf[sorted[i]] = i % parts;
    }
    return partOf;
  }

  /**
   * Deals whole units to parts in their own order, each part a run of them of about as many rows,
   * and at least one: for stretches of time, of which neighbours tell of each other.
   *
   * @param units the unit of each position, from 0 on; at least as many as parts
   * @return the part of each position, from 0 on
   */
  public static int[] dealInOrder(int[] units, int parts) {
    var sizes = sizes(units);
    var partOfUnit = new int[sizes.length];
    var part = 0;
    var before = 0;
    for (var unit = 0; unit < sizes.length; unit++) {
      var isDue = before + sizes[unit] / 2.0 >= (part + 1.0) * units.length / parts;
      var isLast = sizes.length - unit <= parts - 1 - part;
      if (unit > 0 && part < parts - 1 && (isDue || isLast)) {
        part++;
      }
      partOfUnit[unit] = part;
      before += sizes[unit];
    }
    return IntStream.of(units).map(unit -> partOfUnit[unit]).toArray();
  }

  private static int[] sizes(int[] units) {
    var sizes = new int[IntStream.of(units).max().orElse(-1) + 1];
    for (var unit : units) {
      sizes[unit]++;
    }
    return sizes;
  }

  /**
   * Deals whole units to parts, in an order that is drawn: each to the part that has the fewest
   * rows by then.
   *
   * @param units the unit of each position, from 0 on
   * @return the part of each position, from 0 on
   */
  public int[] dealUnits(int[] units, int parts) {
    var sizes = sizes(units);
    var order = IntStream.range(0, sizes.length).toArray();
    shuffle(order);
    var rows = new int[parts];
    var partOfUnit = new int[sizes.length];
    for (var unit : order) {
      var fewest = 0;
      for (var part = 1; part < parts; part++) {
        fewest = rows[part] < rows[fewest] ? part : fewest;
      }
      partOfUnit[unit] = fewest;
      rows[fewest] += sizes[unit];
    }
    return IntStream.of(units).map(unit -> partOfUnit[unit]).toArray();
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
