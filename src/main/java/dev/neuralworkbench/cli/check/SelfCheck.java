package dev.neuralworkbench.cli.check;

import java.util.concurrent.Callable;

/**
 * One thing that the installed program tries of itself.
 *
 * @param id what it is called; {@code cli.check.} before it is the key of its name
 * @param trial tries it; fails if the program is not whole
 */
public record SelfCheck(String id, Callable<Finding> trial) {

  /**
   * What came of it.
   *
   * @param isThere false if this system lacks what it needs, which is no fault of the program
   * @param detail what was found, in a few words
   */
  public record Finding(boolean isThere, String detail) {}
}
