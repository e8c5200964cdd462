package dev.neuralworkbench.walk;

import java.util.random.RandomGenerator;

/**
 * One thing that a user does.
 *
 * @param kind what
 * @param choice a number from which the player takes the file, the column, the amount …
 * @param hasty whether the user goes on before anything that it started has ended
 */
record Action(Kind kind, int choice, boolean hasty) {

  /** What a user does, and how often in comparison. */
  enum Kind {
    OPEN_DATA(4),
    OPEN_MODEL(5),
    OPEN_SAMPLE(2),
    OPEN_DAMAGED(1),
    TRAIN(8),
    PAUSE(3),
    STOP(2),
    STEP_EPOCH(3),
    STEP_BATCH(2),
    RESET(2),
    UNDO(10),
    REDO(5),
    SAVE(7),
    SAVE_AS(3),
    SAVE_TABLE(1),
    SCRUB(5),
    BACK(2),
    BRANCH(2),
    WEIGHT(2),
    TARGET(2),
    ROLE(3),
    UNITS(3),
    EPOCHS(3),
    RATE(3),
    SEED(1),
    UNREADABLE(2),
    ANOTHER_WRITES(3),
    RESTORE(1),
    SCREEN(6),
    LANGUAGE(1),
    LOOK(1),
    SIZE(1),
    PRESENTER(1),
    FIELD(5),
    CHOICE(5),
    BUTTON(6),
    KEYS(2),
    FORM(3),
    PART(2),
    PAINT(1),
    DROP(1);

    private final int weight;

    Kind(int weight) {
      this.weight = weight;
    }

    private static Kind draw(RandomGenerator random) {
      var sum = 0;
      for (var kind : values()) {
        sum += kind.weight;
      }
      var left = random.nextInt(sum);
      for (var kind : values()) {
        left -= kind.weight;
        if (left < 0) {
          return kind;
        }
      }
      throw new AssertionError("weights add up");
    }
  }

  static Action draw(RandomGenerator random) {
    return new Action(Kind.draw(random), random.nextInt(1000), random.nextInt(5) == 0);
  }

  /** One of so many. */
  int of(int count) {
    return choice % count;
  }

  @Override
  public String toString() {
    return kind + "(" + choice + ")" + (hasty ? "!" : "");
  }
}
