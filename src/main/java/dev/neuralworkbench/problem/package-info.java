/**
 * What is wrong with a user's choice or file, without words: a key, the form field, the place, what
 * was expected and what was found. The room depends on nothing, so that every other room can speak
 * of problems; the sentences are made in {@code text}. Exceptions with finished sentences lost,
 * because a sentence has one language and a window switches between two.
 */
package dev.neuralworkbench.problem;
