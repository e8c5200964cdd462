package dev.neuralworkbench.ui.live;

import dev.neuralworkbench.nn.Network;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.common.work.Wish;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Draws the weights that a first training will begin with, off the FX thread. */
final class StartingWeights {

  /** Networks with more weights and biases are drawn without them until they are trained. */
  private static final long MOST = 2_000_000;

  record Subject(int inputs, int outputs, NetworkDesign design, long seed) {}

  private final Wish wish;
  private final Supplier<Products> products;
  private final Consumer<NetworkWeights> found;
  private @Nullable Subject last;

  /** Tells what is found on the FX thread. */
  StartingWeights(
      BackgroundTasks tasks,
      Executor executor,
      Supplier<Products> products,
      Consumer<NetworkWeights> found) {
    wish = Wish.unseen(tasks, executor, "starting weights");
    this.products = products;
    this.found = found;
  }

  /** Finds them, if they are others than the last; null for none. */
  void find(@Nullable Subject subject) {
    if (subject == null ? last == null : subject.equals(last)) {
      return;
    }
    last = subject;
    if (subject != null && subject.design.parameterCount(subject.inputs, subject.outputs) <= MOST) {
      wish.ask(_ -> draw(subject), found);
    } else {
      wish.forget();
    }
  }

  private NetworkWeights draw(Subject subject) {
    var network = new Network(subject.inputs, subject.outputs, subject.design, products.get());
    network.initialize(subject.seed);
    return network.weights();
  }
}
