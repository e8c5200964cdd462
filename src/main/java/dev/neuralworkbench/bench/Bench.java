package dev.neuralworkbench.bench;

import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.train.RunControl;
import dev.neuralworkbench.train.TrainingSession;
import java.time.Duration;

/**
 * Times trainings. Each workload runs at least {@value #RUNS} times and for some seconds, so that
 * the compiler has settled; the best run is what the machine can do while nobody else wants it.
 */
public record Bench(Products products) {

  public static final int RUNS = 20;

  private static final long MEASURED_NANOS = 4_000_000_000L;
  private static final long LONGEST_NANOS = 30_000_000_000L;

  /** How long a fresh process is said to be cold. */
  private static final long SOON_NANOS = 2_000_000_000L;

  /** The system counts processor time in hundredths of a second. */
  private static final long SHORT_NANOS = 300_000_000L;

  /**
   * Runs a workload until it has settled. Takes seconds.
   *
   * @param threads most threads it may use
   */
  public BenchResult run(Workload workload, int threads) {
    var data = workload.data();
    var times = new Times();
    var accuracy = 0.0;
    var begun = System.nanoTime();
    while (times.runs < RUNS || System.nanoTime() - begun < MEASURED_NANOS) {
      if (times.runs > 1 && System.nanoTime() - begun > LONGEST_NANOS) {
        break;
      }
      accuracy = times.time(session(workload, data, threads));
      times.passed(System.nanoTime() - begun);
    }
    double samples = workload.samples();
    return new BenchResult(
        workload.name(),
        threads,
        workload.samples(),
        1e9 * samples / times.first,
        1e9 * samples * times.soonRuns / times.soonNanos,
        1e9 * samples / times.best,
        1e9 * samples / times.slowest,
        times.cores(),
        accuracy,
        workload.operations());
  }

  private TrainingSession session(Workload workload, Dataset data, int threads) {
    var session =
        TrainingSession.start(
            workload.design(), workload.training(), data, workload.none(), products);
    session.threads(threads);
    return session;
  }

  private static final class Times {

    private int runs;
    private int soonRuns;
    private long soonNanos;
    private long first;
    private long best = Long.MAX_VALUE;
    private long slowest;
    private double coresOfBest;
    private long allNanos;
    private long allProcessorNanos;

    /** Times a run, from its first batch to its last. */
    double time(TrainingSession session) {
      var processor = processorNanos();
      var start = System.nanoTime();
      session.run(new RunControl());
      var nanos = System.nanoTime() - start;
      processor = processorNanos() - processor;
      if (runs == 0) {
        first = nanos;
      } else {
        slowest = Math.max(slowest, nanos);
        allNanos += nanos;
        allProcessorNanos += processor;
      }
      if (nanos < best) {
        best = nanos;
        coresOfBest = (double) processor / nanos;
      }
      runs++;
      var history = session.history();
      return history.trainingScore(history.epochs() - 1);
    }

    /** Counts the runs until a time since the first began, while it is early. */
    void passed(long nanos) {
      if (soonNanos < SOON_NANOS) {
        soonRuns = runs;
        soonNanos = nanos;
      }
    }

    double cores() {
      return best < SHORT_NANOS && allNanos > 0
          ? (double) allProcessorNanos / allNanos
          : coresOfBest;
    }

    private static long processorNanos() {
      return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
    }
  }
}
