/** Two runs side by side: what their networks answered, epoch by epoch. */
package dev.neuralworkbench.ui.runs.pair;
