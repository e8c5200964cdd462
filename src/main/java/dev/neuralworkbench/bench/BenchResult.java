package dev.neuralworkbench.bench;

import java.util.Locale;

/**
 * How fast one workload went.
 *
 * @param workload its name
 * @param threads most threads it was given
 * @param samples rows × epochs of a run
 * @param first samples a second of the first run, while the compiler was at work
 * @param soon samples a second of all runs of the first two seconds, what is between them included
 * @param best samples a second of the fastest run
 * @param slowest samples a second of the slowest run after the first
 * @param cores cores kept busy: processor time ÷ time, in the best run, or in all after the first
 *     where a run is too short for the system's clock
 * @param accuracy share of rows hit in the last epoch, as trained
 * @param operations additions and multiplications of a run
 */
public record BenchResult(
    String workload,
    int threads,
    long samples,
    double first,
    double soon,
    double best,
    double slowest,
    double cores,
    double accuracy,
    double operations) {

  /** Floating-point operations a second of the best run, in thousand millions. */
  public double gigaflops() {
    return operations * best / samples * 1e-9;
  }

  /**
   * Eleven fields with tabs between them: {@code ours}, workload, threads, samples, first, best,
   * slowest, cores, accuracy, version, soon.
   */
  public String tsv(String version) {
    return String.format(
        Locale.ROOT,
        "ours\t%s\t%d\t%d\t%.0f\t%.0f\t%.0f\t%.2f\t%.4f\t%s\t%.0f",
        workload,
        threads,
        samples,
        first,
        best,
        slowest,
        cores,
        accuracy,
        version,
        soon);
  }
}
