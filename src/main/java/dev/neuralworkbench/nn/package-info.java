/**
 * Networks: what a user designs, and the mathematics that works it out. The conventions, stated
 * once for every room:
 *
 * <ul>
 *   <li>Numbers are {@code float}, matrices row-major {@link org.ejml.data.FMatrixRMaj}. Rows are
 *       samples. Weights are (inputs × units): Y = f(XW + b). What is predicted and scored is
 *       worked out in {@code double} from the same inputs and weights ({@code DoublePredictor}).
 *   <li>The loss is the mean over the batch. Squared, absolute, Huber (delta 1) and binary
 *       cross-entropy are averaged over outputs too; categorical cross-entropy is summed over
 *       classes. Sums of losses are taken in {@code double}.
 *   <li>The cross-entropies own their sigmoid or softmax and work on logits: that is stable, the
 *       gradient is ŷ − y, and loss and output layer cannot disagree. Prediction applies the same
 *       function.
 *   <li>Functions such as exp and tanh are our own plain arithmetic ({@code Elementary}), because
 *       those of {@code Math} differ between Java versions.
 * </ul>
 *
 * A design is an immutable record; a {@code Network} has buffers and one owner thread. One class
 * for both lost: an editor, an undo list and a running session would then share changing state.
 */
package dev.neuralworkbench.nn;
