/**
 * Rows of forms for the settings of the catalogue, and what their fields choose in the document.
 */
package dev.neuralworkbench.ui.setting;
