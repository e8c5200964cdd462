package dev.neuralworkbench.model;

import dev.neuralworkbench.nn.DenseDesign;
import dev.neuralworkbench.nn.LayerWeights;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.train.StopReason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the next training takes over from the trained model. A change of target, preparation or loss
 * carries nothing over; a change of layers keeps the weights of the layers that were not touched
 * and still fit; all other choices keep every weight.
 */
public sealed interface CarryOver {

  /** Why a training starts anew. */
  enum Reason {
    /** Nothing is trained yet. */
    FIRST,
    /** Another column is the target, or it is read otherwise. */
    TARGET,
    /** Other inputs, scales or rows. */
    PREPARATION,
    /** Another loss. */
    LOSS,
    /** No layer is as it was. */
    LAYERS
  }

  /**
   * The training starts from drawn weights.
   *
   * @param reason why
   */
  record Anew(Reason reason) implements CarryOver {}

  /** The same run goes on where it ended, optimizer and all: only its end was moved. */
  record GoesOn() implements CarryOver {}

  /**
   * A new run starts from trained weights.
   *
   * @param sources for each dense layer of the draft, output layer included, the dense layer of the
   *     trained network whose weights it takes; {@link #DRAWN} for drawn ones
   */
  record KeepsWeights(List<Integer> sources) implements CarryOver {

    /** Stands for a layer that starts from drawn weights. */
    public static final int DRAWN = -1;

    /** Copies the list. */
    public KeepsWeights {
      sources = List.copyOf(sources);
    }

    /** Layers that keep their weights. */
    public int kept() {
      return (int) sources.stream().filter(source -> source != DRAWN).count();
    }

    /** Whether every layer does. */
    public boolean all() {
      return kept() == sources.size();
    }

    /**
     * The weights that the run starts from.
     *
     * @param trained weights of the trained network
     * @param drawn drawn weights of the draft's network
     */
    public NetworkWeights start(NetworkWeights trained, NetworkWeights drawn) {
      var layers = new ArrayList<LayerWeights>();
      for (var i = 0; i < sources.size(); i++) {
        layers.add(sources.get(i) == DRAWN ? drawn.layer(i) : trained.layer(sources.get(i)));
      }
      return new NetworkWeights(layers);
    }
  }

  /** What the next training of the document's draft takes over. */
  static CarryOver of(Document document) {
    var trained = document.trained();
    if (trained == null) {
      return new Anew(Reason.FIRST);
    }
    var before = trained.experiment();
    var draft = document.draft();
    if (!before.preparation().equals(draft.preparation())) {
      var sameTarget = before.preparation().target().equals(draft.preparation().target());
      return new Anew(sameTarget ? Reason.PREPARATION : Reason.TARGET);
    }
    if (before.network().loss() != draft.network().loss()) {
      return new Anew(Reason.LOSS);
    }
    if (goesOn(trained, draft)) {
      return new GoesOn();
    }
    var sources = sources(dense(before, trained.outputs()), dense(draft, trained.outputs()));
    var keeps = new KeepsWeights(sources);
    return keeps.kept() == 0 ? new Anew(Reason.LAYERS) : keeps;
  }

  private static boolean goesOn(Model trained, Experiment draft) {
    return trained.checkpoint() != null
        && hasMoreToDo(trained.history().stopReason())
        && draft.network().equals(trained.experiment().network())
        && draft.training().continues(trained.experiment().training());
  }

  /** Whether a run with this end, or none yet, would not end at once if it went on. */
  private static boolean hasMoreToDo(@Nullable StopReason reason) {
    return switch (reason) {
      case null -> true;
      case COMPLETED, STOPPED -> true;
      case THRESHOLD_REACHED, NO_IMPROVEMENT, TIME, DIVERGED -> false;
    };
  }

  private static List<DenseDesign> dense(Experiment experiment, int outputs) {
    return experiment.network().layers(outputs).stream()
        .filter(DenseDesign.class::isInstance)
        .map(DenseDesign.class::cast)
        .toList();
  }

  /**
   * Matches layers from the input on and from the output back, for as long as a layer and the one
   * that feeds it are the same.
   */
  private static List<Integer> sources(List<DenseDesign> before, List<DenseDesign> after) {
    var sources = new ArrayList<>(Collections.nCopies(after.size(), KeepsWeights.DRAWN));
    var shorter = Math.min(before.size(), after.size());
    var front = 0;
    while (front < shorter && matches(before, front, after, front)) {
      sources.set(front, front);
      front++;
    }
    for (var back = 1; back <= shorter - front; back++) {
      if (!matches(before, before.size() - back, after, after.size() - back)) {
        break;
      }
      sources.set(after.size() - back, before.size() - back);
    }
    return sources;
  }

  /** Whether two layers have the same design and the same number of inputs. */
  private static boolean matches(List<DenseDesign> before, int i, List<DenseDesign> after, int j) {
    var fedAlike =
        (i == 0 || j == 0) ? i == j : before.get(i - 1).units() == after.get(j - 1).units();
    return fedAlike && Objects.equals(before.get(i), after.get(j));
  }
}
