package dev.neuralworkbench.model;

import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.sample.Sample;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is open: data, the experiment being edited, and the trained model. One immutable value; undo
 * is a list of them.
 *
 * @param trained the model of the last training, with the choices it was trained with; null before
 *     the first
 * @param bookmark where a walk through backpropagation was when this was saved; null for nowhere
 * @param runs every training that was started, and what is said of them
 */
public record Document(
    DataReference data,
    Experiment draft,
    @Nullable Model trained,
    @Nullable Bookmark bookmark,
    RunLog runs) {

  public Document(DataReference data, Experiment draft, @Nullable Model trained) {
    this(data, draft, trained, null, RunLog.NONE);
  }

  /** New data with the choices that they begin with; nothing trained. */
  public static Document of(DataReference data) {
    var table = data.table();
    if (table == null) {
      throw new IllegalArgumentException("expected the rows of " + data.name());
    }
    var preparation = Preset.divided(data, Preparation.defaults(table));
    return new Document(data, Preset.experiment(data, preparation, table), null);
  }

  /** A sample of the program with the choices of its {@linkplain Preset#of(Sample) preset}. */
  public static Document of(Sample sample) {
    return of(DataReference.of(sample));
  }

  /** The same with other choices; what is trained stays. */
  public Document withDraft(Experiment draft) {
    return new Document(data, draft, trained, bookmark, runs);
  }

  public Document withTrained(@Nullable Model trained) {
    return new Document(data, draft, trained, bookmark, runs);
  }

  /** Whether how the model of the same data decided is lost with that model. */
  public boolean dropsDecision(Document before) {
    var past = before.trained;
    return past != null
        && past.decision() != null
        && data.hash().equals(before.data.hash())
        && (trained == null || (trained.decision() == null && !trained.isButDecided(past)));
  }

  /** The same with other data; what is trained stays, since it carries all that it needs. */
  public Document withData(DataReference data) {
    return new Document(data, draft, trained, bookmark, runs);
  }

  /** The same choices for other rows: nothing is trained on them. */
  public Document withOtherData(DataReference data) {
    return new Document(data, draft, null, null, runs);
  }

  public Document withBookmark(@Nullable Bookmark bookmark) {
    return new Document(data, draft, trained, bookmark, runs);
  }

  public Document withRuns(RunLog runs) {
    return new Document(data, draft, trained, bookmark, runs);
  }

  /** The same with the rows of other data, if they are its own; otherwise as it is. */
  public Document withRowsOf(DataReference other) {
    return data.table() == null && other.table() != null && data.hash().equals(other.hash())
        ? withData(data.sameWith(other))
        : this;
  }

  /** The trained model, where the draft has its network and its preparation. */
  public Optional<Model> inUse() {
    return Optional.ofNullable(trained)
        .filter(it -> it.experiment().network().equals(draft.network()))
        .filter(it -> it.experiment().preparation().equals(draft.preparation()));
  }

  /**
   * Whether the choices were changed since the model was trained. The number of epochs does not
   * count: it says how long to train, not what.
   */
  public boolean draftDiffers() {
    if (trained == null) {
      return false;
    }
    var last = trained.lastChoices();
    var epochs = last.training().stopping().epochs();
    return !last.equals(draft.withTraining(draft.training().withEpochs(epochs)));
  }
}
