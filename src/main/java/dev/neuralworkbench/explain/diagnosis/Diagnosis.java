package dev.neuralworkbench.explain.diagnosis;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that keeps a run from learning well, with the numbers that show it.
 *
 * @param evidence the numbers of its sentence, as its kind says, in order
 * @param remedy a change that may help; null where there is none to offer
 */
public record Diagnosis(Kind kind, List<Object> evidence, @Nullable Remedy remedy) {

  public Diagnosis {
    evidence = List.copyOf(evidence);
  }

  public static Diagnosis of(Kind kind, @Nullable Remedy remedy, Object... evidence) {
    return new Diagnosis(kind, List.of(evidence), remedy);
  }

  static Optional<Diagnosis> when(
      boolean isSo, Kind kind, @Nullable Remedy remedy, Object... evidence) {
    return isSo ? Optional.of(of(kind, remedy, evidence)) : Optional.empty();
  }

  Diagnosis withoutRemedy() {
    return new Diagnosis(kind, evidence, null);
  }

  /** Name of its kind: the key of its sentence in the message bundles is {@code diagnosis.ID}. */
  public String id() {
    return kind.id;
  }

  /** Whether the change helps from new weights only. */
  public boolean weightsAreSpoilt() {
    return kind.spoilsWeights;
  }

  /**
   * What there is, in the order in which it is looked for; the rules say when. A constant loss is
   * that of the best answer that looks at no input, a loss without more words the training loss of
   * the last epoch; layers and epochs are counted from 1.
   */
  public enum Kind {
    /** Inputs differ much in size, or are large: √mean(x²) of the smallest and of the largest. */
    INPUTS_NOT_SCALED("inputsNotScaled", false),

    /** The loss grew beyond all numbers: learning rate. */
    DIVERGED("diverged", true),

    /** The price on weights outweighs the loss, so all rows get one answer: it, loss, constant. */
    L1_TOO_HIGH("penaltyTooHigh.l1", true),
    L2_TOO_HIGH("penaltyTooHigh.l2", true),

    /** So many units are dropped that the rest cannot answer: largest rate, loss, constant. */
    DROPOUT_TOO_HIGH("dropoutTooHigh", true),

    /** ReLU units answer 0 for every row, so they learn no more: layer, share, epochs done. */
    DEAD_UNITS("deadUnits", true),

    /** The same, and steps as long as these throw units there; and the learning rate. */
    KILLED_UNITS("killedUnits", true),

    /** The loss jumps, or is above a constant one: rate, last epochs, their mean loss, constant. */
    RATE_TOO_HIGH("rateTooHigh", true),

    /**
     * Units are on the flat ends of their curve for nearly every row: layer, share, epochs done.
     */
    SATURATED("saturated", true),

    /**
     * The gradient fades with the penalty, and does not without it: its length in the first layer,
     * the loss that a training without the penalty ends with, and as long a one with it.
     */
    SHRUNK_WEIGHTS("shrunkWeights", true),

    /** The gradient fades on its way back: its length in the first layer and in the last. */
    VANISHING_GRADIENT("vanishingGradient", true),

    /**
     * The training rows are learned by heart: epoch of the best validation loss, that loss, the
     * last one, loss. A run that goes on from the last weights would not find the best ones again.
     */
    OVERFITTING("overfitting", true),

    /** The loss falls in a straight line, not far: learning rate, loss of the first epoch, loss. */
    RATE_TOO_LOW("rateTooLow", false),

    /** The loss has stood still, near a constant one: epoch since which it has, loss, constant. */
    PLATEAU("plateau", true),

    /** The five nearest other rows answer better: accuracy or R² of the network, and theirs. */
    MODEL_TOO_SMALL("modelTooSmall", false),

    /** A class is rare, so hits say little: shares of the rarest and of the most frequent class. */
    CLASSES_UNBALANCED("classesUnbalanced", false);

    private final String id;
    private final boolean spoilsWeights;

    Kind(String id, boolean spoilsWeights) {
      this.id = id;
      this.spoilsWeights = spoilsWeights;
    }
  }

  /** A share from 0 to 1, as a number of a {@link Diagnosis}: told in percent. */
  public record Percentage(double value) {}
}
