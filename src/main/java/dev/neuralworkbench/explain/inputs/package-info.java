/**
 * Which inputs a model's predictions rest on, measured by asking the model again: about rows of
 * which a column is permuted, and about rows of which a column is set to each of its values. What
 * is asked about is a column of the table as the user has it; its one-hot numbers, and what is
 * engineered from it, follow. Weights and gradients as a measure lost: they are of scaled numbers,
 * and none of them tells what a whole column is worth.
 */
package dev.neuralworkbench.explain.inputs;
