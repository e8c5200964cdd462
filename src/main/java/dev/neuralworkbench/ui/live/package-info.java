/**
 * The screen that shows a run as it goes: loss and score as curves, where the run is and how it
 * ended in words. A timer that runs only while the screen is seen pulls from the run's history once
 * a frame; events pushed by the run lost, because a fast run would flood the window with them.
 */
package dev.neuralworkbench.ui.live;
