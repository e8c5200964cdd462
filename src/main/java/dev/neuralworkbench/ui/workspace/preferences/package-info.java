/**
 * What the program remembers between two starts, and what of the machine it may use. Read once,
 * written at each change; the system's preference store lost, because nobody can look into it or
 * carry it along.
 */
package dev.neuralworkbench.ui.workspace.preferences;
