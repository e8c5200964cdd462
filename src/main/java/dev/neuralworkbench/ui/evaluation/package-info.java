/**
 * The Evaluate screen: how good the trained model is on the rows it learned from and on those held
 * out, always beside answers that need no network. Scores are computed in the background once for
 * each model and part of the rows, and only while the screen is seen; computing them as training
 * goes lost, since the live screen shows that already.
 */
package dev.neuralworkbench.ui.evaluation;
