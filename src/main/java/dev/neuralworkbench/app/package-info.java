/**
 * Start-up and wiring, by constructors: the only room that knows every part, and is known by none,
 * so that each part can be tested alone. A container that finds parts by itself lost, because
 * nobody could then read in what order the program begins.
 */
package dev.neuralworkbench.app;
