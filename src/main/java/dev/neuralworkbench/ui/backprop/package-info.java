/**
 * The backprop screen: the next step of training taken apart, one small step a key press. What is
 * shown is the step that Train would do next, from the state that training would go on from; a
 * second notion of "the present weights" lost, because applying a step could then not be what the
 * engine does. Formulas are laid out from their trees with the window's font, in {@code
 * FormulaBox}.
 */
package dev.neuralworkbench.ui.backprop;
