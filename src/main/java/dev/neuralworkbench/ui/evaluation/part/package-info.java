/**
 * Parts of the Evaluate screen that answer one question each about the model, beside its scores.
 * They know the rows that are looked at from the screen's view model and work out the rest
 * themselves, in the background and only while they are seen; one view model for all of them lost,
 * since nobody needs them together.
 */
package dev.neuralworkbench.ui.evaluation.part;
