package dev.neuralworkbench.train;

/**
 * What one epoch came to. A number that does not exist is NaN.
 *
 * @param trainingLoss mean loss of the epoch's rows as trained: weights changing from batch to
 *     batch, dropout on, penalties left out
 * @param validationLoss mean loss of the validation rows after the epoch, dropout off
 * @param trainingScore accuracy or R² of the epoch's rows as trained
 * @param validationScore accuracy or R² of the validation rows after the epoch
 * @param learningRate rate of the epoch's last batch, schedule included
 * @param seconds training time from the start of the run to the end of the epoch, pauses left out
 */
public record EpochResult(
    double trainingLoss,
    double validationLoss,
    double trainingScore,
    double validationScore,
    double learningRate,
    double seconds) {}
