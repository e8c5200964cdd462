package dev.neuralworkbench.walk;

import java.util.List;

/** Does a user's actions, and says what does not hold afterwards. */
interface Player extends AutoCloseable {

  /** Does it, or nothing where a user could not. */
  void play(Action action) throws Exception;

  /** Lets all end that was started, and says what does not hold then. */
  List<String> settle() throws Exception;

  /** Says what does not hold at the end of a walk: all undone, all done again, saved and opened. */
  List<String> end() throws Exception;

  @Override
  void close();
}
