/**
 * Numbers that judge predictions against targets. The room knows arrays and matrices only, so that
 * networks, baselines and cross-validation are judged by the same code. Log loss and ROC are taken
 * from logits wherever there are any: scikit-learn's {@code log_loss}, which limits probabilities
 * instead, hides how sure a mistake was. What is undefined, such as the AUC of a single class, is
 * NaN rather than a convenient 0 or 1, because a number that looks like a result would be read as
 * one.
 */
package dev.neuralworkbench.metrics;
