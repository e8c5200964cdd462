package dev.neuralworkbench.explain.diagnosis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the data tell, and what the network makes of them. */
public sealed interface DataDiagnosis extends Diagnosis {

  /**
   * Inputs differ much in size, or are large.
   *
   * @param smallest size of the smallest prepared input, √mean(x²)
   * @param largest size of the largest
   */
  record InputsNotScaled(double smallest, double largest) implements DataDiagnosis {
    @Override
    public String id() {
      return "inputsNotScaled";
    }

    @Override
    public List<Object> evidence() {
      return List.of(smallest, largest);
    }

    @Override
    public Remedy remedy() {
      return new Remedy.Standardize();
    }
  }

  /**
   * A class is rare: hits alone say little.
   *
   * @param rarest its share of the training rows
   * @param commonest share of the most frequent class
   * @param stratified whether every part of the rows has its share of each class
   */
  record ClassesUnbalanced(double rarest, double commonest, boolean stratified)
      implements DataDiagnosis {
    @Override
    public String id() {
      return "classesUnbalanced";
    }

    @Override
    public List<Object> evidence() {
      return List.of(new Percentage(rarest), new Percentage(commonest));
    }

    @Override
    public @Nullable Remedy remedy() {
      return stratified ? null : new Remedy.Stratify();
    }
  }

  /**
   * The nearest other training rows answer a row better than the network does.
   *
   * @param score accuracy or R² of the network on its training rows
   * @param neighbours that of the five nearest other rows
   */
  record ModelTooSmall(double score, double neighbours) implements DataDiagnosis {
    @Override
    public String id() {
      return "modelTooSmall";
    }

    @Override
    public List<Object> evidence() {
      return List.of(score, neighbours);
    }

    @Override
    public Remedy remedy() {
      return new Remedy.Larger();
    }
  }
}
