/** The form that prepares the data, and the screen that shows the table. */
package dev.neuralworkbench.ui.data;
