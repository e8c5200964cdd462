/**
 * What every command needs of a terminal: where results and errors go, a line of progress, a curve
 * of characters, and a failure in a sentence. Knows no command. Printing from the commands
 * themselves lost, because a test could then not read what they say.
 */
package dev.neuralworkbench.cli.terminal;
