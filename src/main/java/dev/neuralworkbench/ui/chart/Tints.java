package dev.neuralworkbench.ui.chart;

import java.util.List;

/** What the colours of a plane stand for. */
public sealed interface Tints {

  /**
   * Classes, each with a colour and a marker of its own; a shade is the index of a class.
   *
   * @param names what the classes are called
   */
  record Classes(List<String> names) implements Tints {

    /** Copies the list. */
    public Classes {
      names = List.copyOf(names);
    }
  }

  /**
   * Numbers on one scale from low to high; a shade is the number itself.
   *
   * @param name what the numbers are, with their unit
   * @param range the ends of the scale
   */
  record Values(String name, Span range) implements Tints {}

  /**
   * Numbers with a sign on one scale: negative, neutral at zero, positive; a shade is the number.
   *
   * @param name what the numbers are
   * @param end the scale goes from −end to end
   */
  record Signed(String name, double end) implements Tints {}

  /** Nothing: ink alone, for rows whose part of the split their form tells. */
  record Plain() implements Tints {}
}
