/**
 * Questions that stop everything else, and files dropped on the window. Behind an interface, so
 * that a test answers instead of a person.
 */
package dev.neuralworkbench.ui.common.dialog;
