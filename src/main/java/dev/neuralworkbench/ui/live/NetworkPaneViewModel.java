package dev.neuralworkbench.ui.live;

import dev.neuralworkbench.data.encode.Preprocessor;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.KeptLayers;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.LayerWeights;
import dev.neuralworkbench.nn.Network;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.train.Intervention;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.Same;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.common.work.Inquiry;
import dev.neuralworkbench.ui.common.work.LatestTask;
import dev.neuralworkbench.ui.drawing.image.RowImage;
import dev.neuralworkbench.ui.drawing.network.NetworkPart;
import dev.neuralworkbench.ui.drawing.network.NetworkShape;
import dev.neuralworkbench.ui.workspace.RunState;
import dev.neuralworkbench.ui.workspace.Trainer;
import dev.neuralworkbench.ui.workspace.WeightChanges;
import dev.neuralworkbench.ui.workspace.Workspace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The run's network while it is under way; else the design, with the weights it would keep. */
public final class NetworkPaneViewModel {

  /**
   * The network that is drawn.
   *
   * @param layers one a dense layer; empty for one that the next training gives new weights
   * @param isDraft whether it can be redesigned
   * @param isChanged of the draft, whether layers or units were changed since these weights were
   *     learned; of a trained network, whether the draft is another one
   */
  record Drawn(
      NetworkShape shape,
      List<Optional<LayerWeights>> layers,
      @Nullable RowImage image,
      boolean isDraft,
      boolean isChanged) {

    Drawn {
      layers = List.copyOf(layers);
    }

    Optional<Float> number(NetworkPart part) {
      return switch (part) {
        case NetworkPart.Weight(var layer, var input, var unit) ->
            layers.get(layer).map(it -> it.weight(input, unit));
        case NetworkPart.Bias(var layer, var unit) -> layers.get(layer).map(it -> it.bias(unit));
        case NetworkPart.Unit _ -> Optional.empty();
      };
    }

    /** Index of a drawn layer among the trained ones, which may be others; −1 if it is new. */
    int layerAmong(NetworkWeights trained, int layer) {
      var kept = layers.get(layer);
      return kept.isEmpty()
          ? -1
          : IntStream.range(0, trained.layers().size())
              .filter(i -> Same.is(trained.layer(i), kept.get()))
              .findFirst()
              .orElse(-1);
    }
  }

  /** Whether weights can be edited by hand. */
  enum Editing {
    POSSIBLE,
    WHEN_PAUSED,
    /** Once the present shows again, or the run is continued from the epoch that shows. */
    IN_THE_PRESENT,
    /** Once the choices have no problem: such a model could be saved and never opened. */
    WITHOUT_PROBLEMS,
    /** While a run is being prepared, or without a network. */
    IMPOSSIBLE
  }

  /** Networks with more weights and biases are drawn without them until they are trained. */
  private static final long MOST_STARTING = 2_000_000;

  private record StartingSubject(int inputs, int outputs, NetworkDesign design, long seed) {}

  private final Workspace workspace;
  final Trainer trainer;
  private final LiveViewModel live;
  private final Inquiry<StartingSubject, NetworkWeights> starting;
  private final WeightChanges changes;
  final ReadOnlyObjectWrapper<@Nullable Drawn> drawn = new ReadOnlyObjectWrapper<>();
  final ReadOnlyObjectWrapper<Editing> editing = new ReadOnlyObjectWrapper<>(Editing.IMPOSSIBLE);

  /** The weights that a first training would begin with; null where it is not the first. */
  final ReadOnlyObjectWrapper<@Nullable NetworkWeights> start = new ReadOnlyObjectWrapper<>();

  private @Nullable NetworkWeights seen;
  private @Nullable Base base;
  private @Nullable RowImage example;

  record Base(Experiment experiment, Preprocessor preprocessor, boolean trained) {}

  /** The executor draws starting weights, off the FX thread. */
  public NetworkPaneViewModel(
      Workspace workspace,
      Trainer trainer,
      LiveViewModel live,
      BackgroundTasks tasks,
      Executor executor) {
    this.workspace = workspace;
    this.trainer = trainer;
    this.live = live;
    changes = new WeightChanges(workspace, trainer);
    starting =
        new Inquiry<StartingSubject, NetworkWeights>(
                tasks, LatestTask.unseen(tasks, executor, "starting weights"))
            .telling(this::seeStart);
    live.map.subscribe(map -> example = map == null ? null : map.example().orElse(null));
    OnAnyChange.all(
        this::follow,
        live.map,
        workspace.document(),
        workspace.moment,
        workspace.problems(),
        trainer.run(),
        trainer.state());
  }

  private boolean isDraft(Experiment draft) {
    return base != null
        && !trainer.state().get().isActive()
        && draft.preparation().equals(base.experiment.preparation());
  }

  Optional<Float> number(NetworkPart part) {
    var shown = drawn.get();
    return shown == null ? Optional.empty() : shown.number(part);
  }

  void see(NetworkWeights weights) {
    if (base != null && base.trained) {
      seen = weights;
      show();
    }
  }

  /** Adds units to a hidden layer; column 1 is the first. */
  void addUnits(int column, int more) {
    edit("network.hidden.units", design -> LayerEditing.withUnits(design, column, more));
  }

  void addLayer() {
    edit("form.addLayer", LayerEditing::withOneMore);
  }

  void removeLayer() {
    edit("form.removeLayer", LayerEditing::withOneLess);
  }

  /** Changes a weight or bias of the held run, or of the model; a step that can be undone. */
  void change(NetworkPart part, float value) {
    var present = base;
    var shown = drawn.get();
    var weights = seen;
    if (present != null && shown != null && weights != null && editing.get() == Editing.POSSIBLE) {
      var trained = new WeightChanges.Trained(present.experiment, present.preprocessor, weights);
      switch (part) {
        case NetworkPart.Weight(var layer, var input, var unit) ->
            changes.change(trained, shown.layerAmong(weights, layer), input, unit, value);
        case NetworkPart.Bias(var layer, var unit) -> {
          var bias = Intervention.WeightEdit.BIAS;
          changes.change(trained, shown.layerAmong(weights, layer), bias, unit, value);
        }
        case NetworkPart.Unit _ -> {}
      }
    }
  }

  private void edit(String nameKey, UnaryOperator<NetworkDesign> change) {
    workspace.editDraft(
        nameKey,
        draft -> isDraft(draft) ? draft.withNetwork(change.apply(draft.network())) : draft);
  }

  private void seeStart(NetworkWeights weights) {
    if (base != null && !base.trained) {
      seen = weights;
      show();
      start.set(weights);
    }
  }

  private void follow() {
    if (trainer.state().get() == RunState.PREPARING) {
      return;
    }
    var before = base;
    base = base();
    if (base == null || base.trained) {
      start.set(null);
    }
    if (before != null && base != null && before.trained && !base.trained) {
      seen = null;
    }
    var model = workspace.model.getValue();
    if (model != null && (live.isPast() || trainer.state().get() != RunState.RUNNING)) {
      seen = model.weights();
    }
    show();
  }

  private @Nullable Base base() {
    var document = workspace.document().get();
    var run = trainer.shownRun();
    var model = document.trained();
    var map = live.map.getValue();
    if (run != null) {
      return new Base(run.experiment(), run.prepared.preprocessor(), true);
    } else if (model != null) {
      return new Base(model.experiment(), model.preprocessor(), true);
    }
    return map == null ? null : new Base(document.draft(), map.preprocessor(), false);
  }

  private void show() {
    var present = base;
    if (present == null) {
      starting.forget();
      drawn.set(null);
      editing.set(Editing.IMPOSSIBLE);
      return;
    }
    var draft = workspace.document().get().draft();
    var isDraft = isDraft(draft);
    var design = isDraft ? draft.network() : present.experiment.network();
    if (!LayerEditing.isDrawable(design)) {
      return;
    }
    var shape = NetworkShape.of(present.preprocessor, design);
    var inputs = shape.inputs().size();
    var outputs = shape.outputs().size();
    if (present.trained) {
      starting.forget();
    } else {
      findStart(new StartingSubject(inputs, outputs, design, draft.training().seed()));
    }
    var weights = seen;
    var layers =
        weights == null
            ? Collections.nCopies(shape.layers().size(), Optional.<LayerWeights>empty())
            : KeptLayers.of(design, inputs, outputs, weights);
    var isChanged =
        isDraft
            ? present.trained && weights != null && layers.stream().anyMatch(Optional::isEmpty)
            : !draft.network().equals(design)
                || !draft.preparation().equals(present.experiment.preparation());
    drawn.set(new Drawn(shape, layers, example, isDraft, isChanged));
    editing.set(editingNow(present.trained));
  }

  private Editing editingNow(boolean trained) {
    if (live.isPast()) {
      return Editing.IN_THE_PRESENT;
    }
    if (!trained && !workspace.problems().get().isEmpty()) {
      return Editing.WITHOUT_PROBLEMS;
    }
    return switch (trainer.state().get()) {
      case PAUSED, IDLE, FINISHED -> Editing.POSSIBLE;
      case RUNNING -> Editing.WHEN_PAUSED;
      case PREPARING -> Editing.IMPOSSIBLE;
    };
  }

  /** Finds the weights that a first training would begin with; of no network that is too large. */
  private void findStart(StartingSubject subject) {
    if (subject.design.parameterCount(subject.inputs, subject.outputs) > MOST_STARTING) {
      starting.forget();
      return;
    }
    starting.ask(
        subject,
        _ -> {
          var network =
              new Network(subject.inputs, subject.outputs, subject.design, trainer.products());
          network.initialize(subject.seed);
          return network.weights();
        });
  }

  /** Hidden layers and units that come and go in the drawing. */
  private static final class LayerEditing {

    private static final DenseDesign FIRST = DenseDesign.of(4, Activation.TANH);

    private LayerEditing() {}

    /** A network with some units more or less in a column; column 1 is the first dense layer. */
    static NetworkDesign withUnits(NetworkDesign design, int column, int more) {
      var index = dense(design).skip(column - 1L).findFirst().orElse(-1);
      if (index >= 0 && design.hidden().get(index) instanceof DenseDesign dense) {
        var units = dense.units() + more;
        return DenseDesign.UNITS.contains(units)
            ? design.withHidden(index, dense.withUnits(units))
            : design;
      }
      return design;
    }

    static NetworkDesign withOneMore(NetworkDesign design) {
      if (!NetworkDesign.HIDDEN_LAYERS.contains(design.hidden().size() + 1.0)) {
        return design;
      }
      var layers = new ArrayList<>(design.hidden());
      var dense = design.hiddenDense();
      layers.add(dense.isEmpty() ? FIRST : dense.getLast());
      return design.withHidden(layers);
    }

    /** A network without its last dense layer, and without the dropout after it. */
    static NetworkDesign withOneLess(NetworkDesign design) {
      return design.withHidden(design.hidden().subList(0, dense(design).max().orElse(0)));
    }

    /** Whether there is something to draw: while a number is typed, there may not be. */
    static boolean isDrawable(NetworkDesign design) {
      return design.hidden().size() <= NetworkDesign.HIDDEN_LAYERS.most()
          && design.hiddenDense().stream()
              .allMatch(layer -> DenseDesign.UNITS.contains(layer.units()));
    }

    /** Where the dense layers are among the hidden ones. */
    private static IntStream dense(NetworkDesign design) {
      return IntStream.range(0, design.hidden().size())
          .filter(it -> design.hidden().get(it) instanceof DenseDesign);
    }
  }
}
