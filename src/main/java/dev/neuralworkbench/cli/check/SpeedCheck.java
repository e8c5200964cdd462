package dev.neuralworkbench.cli.check;

import dev.neuralworkbench.bench.Bench;
import dev.neuralworkbench.bench.Workload;
import dev.neuralworkbench.nn.blas.BlasProducts;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.Words;

/**
 * How fast a small network trains here, once the compiler has settled. The cache of the start is
 * made by a self-test: without some seconds of training in it, what it remembers of the compiler's
 * first guesses would slow every later training by a fifth.
 *
 * @param words the user's language
 */
public record SpeedCheck(Words words) implements SelfCheck {

  @Override
  public String id() {
    return "speed";
  }

  @Override
  public Finding run() {
    var workload = Workload.named("spiral").orElseThrow();
    var best = new Bench(BlasProducts.best()).run(workload, 1).best();
    return new Finding(
        true, words.text("cli.check.speed.found", Numbers.count(Math.round(best / 1000) * 1000L)));
  }
}
