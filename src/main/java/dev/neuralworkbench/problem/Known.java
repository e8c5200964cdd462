package dev.neuralworkbench.problem;

/** A failure that says in the user's words what is wrong, and where. */
public interface Known {

  Problem problem();
}
