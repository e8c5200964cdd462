package dev.neuralworkbench.ui.workspace;

import dev.neuralworkbench.model.Model;

/**
 * A moment of a run that is looked at.
 *
 * @param epochs epochs done by then
 * @param model the model as it was; training can go on from it
 * @param run the run
 */
public record ViewedMoment(int epochs, Model model, Run run) {

  /** Whether it lies in a run before the model that the run has come to since. */
  boolean isBefore(Run it, Model come) {
    return run.equals(it) && epochs < come.history().epochs();
  }
}
