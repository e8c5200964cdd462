/**
 * Why a model predicts what it does for one row: exact Shapley values of the table's columns, the
 * smallest change that flips a class, the nearest training rows. It asks a trained model and
 * changes nothing. All passes are in double, over many mixed rows at once. LIME lost: its surrogate
 * model and its kernel are two more things to doubt. Sampled Shapley values lost too: the bars
 * would not add up, and differ from one time to the next.
 */
package dev.neuralworkbench.explain.why;
