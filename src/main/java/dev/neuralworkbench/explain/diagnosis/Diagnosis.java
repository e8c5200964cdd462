package dev.neuralworkbench.explain.diagnosis;

import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.train.Penalty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that keeps a run from learning well, with the numbers that show it. Each kind is
 * declared here, in the order in which they are looked for; the rules say when there is one.
 *
 * @param id name of its kind: the key of its sentence in the message bundles is {@code
 *     diagnosis.ID}
 * @param evidence the numbers of its sentence, in order
 * @param remedy a change that may help; null where there is none to offer
 * @param weightsAreSpoilt whether the change helps from new weights only
 */
public record Diagnosis(
    String id, List<Object> evidence, @Nullable Remedy remedy, boolean weightsAreSpoilt) {

  public Diagnosis {
    evidence = List.copyOf(evidence);
  }

  Diagnosis withoutRemedy() {
    return new Diagnosis(id, evidence, null, weightsAreSpoilt);
  }

  /** One that leaves weights from which a run can go on. */
  private static Diagnosis of(String id, @Nullable Remedy remedy, Object... evidence) {
    return new Diagnosis(id, List.of(evidence), remedy, false);
  }

  /** One that leaves weights from which no run gets better. */
  private static Diagnosis spoilt(String id, @Nullable Remedy remedy, Object... evidence) {
    return new Diagnosis(id, List.of(evidence), remedy, true);
  }

  /**
   * Inputs differ much in size, or are large.
   *
   * @param smallest size of the smallest prepared input, √mean(x²)
   * @param largest size of the largest
   */
  public static Diagnosis inputsNotScaled(double smallest, double largest) {
    return of("inputsNotScaled", Remedy.Fixed.STANDARDIZE, smallest, largest);
  }

  /** The loss grew beyond all numbers. */
  public static Diagnosis diverged(double learningRate, double lower) {
    return spoilt("diverged", new Remedy.LearningRate(lower), learningRate);
  }

  /**
   * The price on weights outweighs the loss: the network answers nearly the same for every row.
   *
   * @param loss training loss of the last epoch
   * @param constant loss of the best answer that looks at no input
   */
  public static Diagnosis penaltyTooHigh(Penalty penalty, double loss, double constant) {
    return spoilt(
        penalty.l1() == 0 ? "penaltyTooHigh.l2" : "penaltyTooHigh.l1",
        Remedy.LighterPenalty.than(penalty),
        Math.max(penalty.l1(), penalty.l2()),
        loss,
        constant);
  }

  /**
   * So many units are dropped that the rest cannot answer.
   *
   * @param rate the largest share dropped
   * @param loss training loss of the last epoch, with dropout
   */
  public static Diagnosis dropoutTooHigh(double rate, double loss, double constant) {
    return spoilt("dropoutTooHigh", Remedy.Fixed.LESS_DROPOUT, rate, loss, constant);
  }

  /**
   * ReLU units answer 0 for every row, so they learn nothing any more.
   *
   * @param layer the layer, counted from 1
   * @param epochs epochs done when it was measured
   */
  public static Diagnosis deadUnits(int layer, double share, int epochs) {
    var remedy = new Remedy.Activations(Activation.RELU, Activation.LEAKY_RELU);
    return spoilt("deadUnits", remedy, layer, new Percentage(share), epochs);
  }

  /**
   * ReLU units answer 0 for every row, and steps as long as these throw units there.
   *
   * @param layer the layer, counted from 1
   */
  public static Diagnosis killedUnits(
      int layer, double share, int epochs, double learningRate, double lower) {
    var remedy = new Remedy.LearningRate(lower);
    return spoilt("killedUnits", remedy, layer, new Percentage(share), epochs, learningRate);
  }

  /**
   * The loss jumps about, or is above that of a constant answer.
   *
   * @param epochs number of last epochs
   * @param loss their mean training loss
   */
  public static Diagnosis rateTooHigh(
      double learningRate, double lower, int epochs, double loss, double constant) {
    var remedy = new Remedy.LearningRate(lower);
    return spoilt("rateTooHigh", remedy, learningRate, epochs, loss, constant);
  }

  /**
   * Units are on the flat ends of their curve for nearly every row, so they hardly learn.
   *
   * @param layer the layer, counted from 1
   * @param remedy what may help, by what threw them there
   */
  public static Diagnosis saturated(int layer, double share, int epochs, Remedy remedy) {
    return spoilt("saturated", remedy, layer, new Percentage(share), epochs);
  }

  /**
   * The gradient fades with the penalty, and does not without it.
   *
   * @param gradient length of the gradient of the first layer
   * @param without the loss that a training without the penalty ends with
   * @param with that of as long a training with it
   */
  public static Diagnosis shrunkWeights(double gradient, double without, double with) {
    return spoilt("shrunkWeights", Remedy.LighterPenalty.NONE, gradient, without, with);
  }

  /**
   * The gradient fades on its way back to the first layer.
   *
   * @param first length of the gradient of the first layer
   * @param last that of the output layer
   * @param activation activation of the first layer
   */
  public static Diagnosis vanishingGradient(double first, double last, Activation activation) {
    var remedy = new Remedy.Activations(activation, Activation.RELU);
    return spoilt("vanishingGradient", remedy, first, last);
  }

  /**
   * The training rows are learned by heart: the validation loss rises while the training loss
   * falls. A run that goes on from the last weights would not find the best ones again.
   *
   * @param since epoch of the best validation loss, counted from 1
   * @param best that loss
   * @param validation the validation loss of the last epoch
   * @param training the training loss of the last epoch
   */
  public static Diagnosis overfitting(int since, double best, double validation, double training) {
    return spoilt("overfitting", Remedy.Fixed.STOP_EARLY, since, best, validation, training);
  }

  /**
   * The loss falls in a straight line, and has not come far.
   *
   * @param first training loss of the first epoch
   * @param last that of the last
   */
  public static Diagnosis rateTooLow(
      double learningRate, double higher, double first, double last) {
    return of("rateTooLow", new Remedy.LearningRate(higher), learningRate, first, last);
  }

  /**
   * The loss has stood still, near that of a constant answer.
   *
   * @param since epoch since which it has not become better, counted from 1
   * @param loss training loss of the last epoch
   * @param remedy what may help, by what may be the reason; null where there is nothing to learn
   */
  public static Diagnosis plateau(
      int since, double loss, double constant, @Nullable Remedy remedy) {
    return spoilt("plateau", remedy, since, loss, constant);
  }

  /**
   * The nearest other training rows answer a row better than the network does.
   *
   * @param score accuracy or R² of the network on its training rows
   * @param neighbours that of the five nearest other rows
   */
  public static Diagnosis modelTooSmall(double score, double neighbours) {
    return of("modelTooSmall", Remedy.Fixed.LARGER, score, neighbours);
  }

  /**
   * A class is rare: hits alone say little.
   *
   * @param rarest its share of the training rows
   * @param commonest share of the most frequent class
   * @param stratified whether every part of the rows has its share of each class
   */
  public static Diagnosis classesUnbalanced(double rarest, double commonest, boolean stratified) {
    var remedy = stratified ? Remedy.Fixed.BALANCE : Remedy.Fixed.STRATIFY;
    return of("classesUnbalanced", remedy, new Percentage(rarest), new Percentage(commonest));
  }

  /** A share from 0 to 1, as a number of a {@link Diagnosis}: told in percent. */
  public record Percentage(double value) {}
}
