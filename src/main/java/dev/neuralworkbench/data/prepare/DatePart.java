package dev.neuralworkbench.data.prepare;

import dev.neuralworkbench.problem.Ids;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** A number that a day, or a moment of it, has; what comes back every year or week shows in it. */
public enum DatePart {
  YEAR,
  /** The month, from 1 to 12. */
  MONTH,
  /** The day of the month, from 1 to 31. */
  DAY,
  /** The day of the week, from 1, Monday, to 7, as ISO 8601 counts. */
  WEEKDAY,
  /** The hour, from 0 to below 24, with minutes as its fraction. */
  HOUR;

  private static final long SECONDS_A_DAY = 86_400;
  private static final double SECONDS_AN_HOUR = 3_600;

  public double of(double secondsSince1970) {
    var seconds = (long) Math.floor(secondsSince1970);
    var time = LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC);
    return switch (this) {
      case YEAR -> time.getYear();
      case MONTH -> time.getMonthValue();
      case DAY -> time.getDayOfMonth();
      case WEEKDAY -> time.getDayOfWeek().getValue();
      case HOUR -> Math.floorMod(seconds, SECONDS_A_DAY) / SECONDS_AN_HOUR;
    };
  }

  /** Name of the part of a column: {@code day.month}. */
  public String name(String column) {
    return column + "." + Ids.of(this);
  }
}
