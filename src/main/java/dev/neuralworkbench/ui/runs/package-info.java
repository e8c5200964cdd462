/** The screen of the runs: every training that was started, side by side. */
package dev.neuralworkbench.ui.runs;
