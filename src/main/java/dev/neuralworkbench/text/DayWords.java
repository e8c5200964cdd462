package dev.neuralworkbench.text;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** A moment that has passed, in words: today at 14:03, yesterday at 9:30, on 2026-11-23 at 9:30. */
public final class DayWords {

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("H:mm");

  private DayWords() {}

  public static String of(LocalDateTime moment, LocalDate today, Words words) {
    var clock = CLOCK.format(moment);
    var day = moment.toLocalDate();
    return switch (Math.clamp(ChronoUnit.DAYS.between(day, today), -1, 2)) {
      case 0 -> words.text("day.today", clock);
      case 1 -> words.text("day.yesterday", clock);
      default -> words.text("day.date", day.toString(), clock);
    };
  }
}
