/**
 * Opens and saves what the window shows, and asks before anything would be lost. Knows the
 * workspace and is known by screens only where they open something. Commands in each screen lost,
 * because each asked a different question.
 */
package dev.neuralworkbench.ui.workspace.files;
