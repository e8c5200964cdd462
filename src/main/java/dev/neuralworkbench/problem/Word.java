package dev.neuralworkbench.problem;

/**
 * Something expected or found that has a name in the user's language.
 *
 * @param key key of the name in the message bundles
 */
public record Word(String key) {}
