/**
 * The form that prepares the data, and the screen that shows the table: what is known of each
 * column, how the rows are divided, and where else rows come from. Typing and samples are rooms of
 * their own ({@code editor}, {@code sample}). A wizard lost, because it hides what was chosen as
 * soon as it is chosen.
 */
package dev.neuralworkbench.ui.data;
