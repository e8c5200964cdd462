package dev.neuralworkbench.ui.workspace;

import dev.neuralworkbench.model.Model;

/** A moment of a run that is looked at, after so many epochs; training can go on from its model. */
public record ViewedMoment(int epochs, Model model, Run run) {

  /** Whether it lies in a run before the model that the run has come to since. */
  boolean isBefore(Run it, Model come) {
    return run.equals(it) && epochs < come.history().epochs();
  }
}
