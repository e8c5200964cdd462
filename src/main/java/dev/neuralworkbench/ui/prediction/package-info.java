/**
 * The screen that answers with the trained model: for one row from a form made of the model's own
 * schema, or for a file of rows. It needs nothing but the model. Answers are computed off the FX
 * thread, and only the last question counts; a button to ask lost, because an answer that follows
 * each key shows what an input does.
 */
package dev.neuralworkbench.ui.prediction;
