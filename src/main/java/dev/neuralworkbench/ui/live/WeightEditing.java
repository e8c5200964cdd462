package dev.neuralworkbench.ui.live;

/** Whether weights can be edited by hand. */
enum WeightEditing {
  POSSIBLE,
  WHEN_PAUSED,
  /** Once the present shows again, or the run is continued from the epoch that shows. */
  IN_THE_PRESENT,
  /** Once the choices have no problem: a model of such choices could be saved and never opened. */
  WITHOUT_PROBLEMS,
  /** While a run is being prepared, or without a network. */
  IMPOSSIBLE
}
