package dev.neuralworkbench.study;

import dev.neuralworkbench.model.answer.Judgement;
import dev.neuralworkbench.train.StopReason;

/**
 * What one fold came to.
 *
 * @param repetition which draw of the folds, from 0 on
 * @param fold which fold of the draw, from 0 on
 * @param trainingRows rows learned from
 * @param validationRows rows that decided when to stop
 * @param judgement scores on the fold's own rows, which the run has not seen
 * @param epochs epochs trained
 * @param stopReason why the run ended; a diverged one is judged by its last good weights
 */
public record FoldResult(
    int repetition,
    int fold,
    int trainingRows,
    int validationRows,
    Judgement judgement,
    int epochs,
    StopReason stopReason) {}
