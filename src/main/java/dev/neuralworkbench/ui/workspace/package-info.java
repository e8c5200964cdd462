/**
 * What the screens share: the open document with its undo, the run, and the settings. A screen
 * reads properties here and calls commands, and never writes otherwise, so that everything a user
 * does can be undone in one place. Belongs to the FX thread; an event bus lost, because nobody
 * could then follow who changes what.
 */
package dev.neuralworkbench.ui.workspace;
