package dev.neuralworkbench.model;

import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.train.FoldNetworks;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the cross-validation beside a training left: training rows, and the network that has not
 * learned them.
 *
 * @param rows positions among the training rows. Not to be modified.
 * @param model the most probable class is what it predicts
 */
@SuppressWarnings("ArrayRecordComponent") // As many as rows; nobody compares them.
public record ModelFold(int[] rows, Model model) {

  /**
   * The folds of a model, which together hold each of its training rows once.
   *
   * @param training the rows it was trained on
   * @return empty if it was trained without folds
   */
  public static List<ModelFold> of(Model model, Dataset training) {
    var checkpoint = model.checkpoint();
    var left = checkpoint == null ? null : checkpoint.folds();
    if (left == null) {
      return List.of();
    }
    var seed = model.experiment().training().seed();
    var foldOf = FoldNetworks.deal(training, left.size(), seed);
    return IntStream.range(0, left.size())
        .mapToObj(
            fold ->
                new ModelFold(
                    IntStream.range(0, foldOf.length).filter(row -> foldOf[row] == fold).toArray(),
                    model.withWeights(left.get(fold).predicting()).withDecision(null)))
        .toList();
  }
}
