/**
 * The samples to choose from, and the knobs of a generated one. Knows samples and the workspace. A
 * dialog of recipes lost, because the picture should follow the knob.
 */
package dev.neuralworkbench.ui.data.sample;
