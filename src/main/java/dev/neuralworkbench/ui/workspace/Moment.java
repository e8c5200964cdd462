package dev.neuralworkbench.ui.workspace;

import dev.neuralworkbench.model.Model;

/**
 * A moment of a run that is looked at.
 *
 * @param epochs epochs done by then
 * @param model the model as it was; training can go on from it
 */
public record Moment(int epochs, Model model) {}
