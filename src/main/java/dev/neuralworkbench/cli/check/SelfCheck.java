package dev.neuralworkbench.cli.check;

/** One thing that the installed program tries of itself. */
public interface SelfCheck {

  /** What it is called; {@code cli.check.} before it is the key of its name. */
  String id();

  /**
   * Tries it.
   *
   * @throws Exception if the program is not whole
   */
  Finding run() throws Exception;

  /**
   * What came of it.
   *
   * @param isThere false if this system lacks what it needs, which is no fault of the program
   * @param detail what was found, in a few words
   */
  record Finding(boolean isThere, String detail) {}
}
