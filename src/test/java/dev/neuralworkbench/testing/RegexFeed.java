package dev.neuralworkbench.testing;

import dev.neuralworkbench.testing.Regexes.Regex;
import dev.neuralworkbench.testing.Regexes.Use;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;

/**
 * Feeds a regular expression with repeats of its own pieces: characters that stand in it or that
 * its classes have, pairs of them, and beginnings of what it matches, found by asking it how each
 * may go on. Looks at characters are counted, which neither a busy machine nor a fast one changes.
 */
public final class RegexFeed {

  private static final int LENGTH = 8192;
  private static final int LONG = 1_000_000;

  /** Looks at each character, some of which several parts of an expression want to see. */
  private static final int MOST_LOOKS = 20;

  private static final int WALKS = 20;
  private static final int STEPS = 20;
  private static final int MOST_BEGINNINGS = 40;
  private static final String USUAL = "aZ7 .\n\"x中";

  /** Nothing matches it, so that what was matched so far is given back. */
  private static final String WRONG = "\u0000";

  /** So little that a call for each character does not fit. */
  private static final int STACK = 1 << 18;

  private final Regex regex;
  private final Set<String> characters;
  private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);

  private Piece hardest = new Piece("", "a");
  private long most;

  private RegexFeed(Regex regex) {
    this.regex = regex;
    characters =
        (USUAL + regex.pattern().pattern())
            .codePoints()
            .mapToObj(Character::toString)
            .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** What makes an expression look too often, or call itself too deeply; empty if nothing does. */
  public static Optional<String> tooMuch(Regex regex) {
    var feed = new RegexFeed(regex);
    var found = new ArrayList<String>();
    var thread = new Thread(null, () -> feed.feedAll(found), "feed", STACK);
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    if (found.isEmpty()) {
      // As long as a hostile file has it, with the stack that the program has.
      feed.problem(feed.hardest, LONG).ifPresent(found::add);
    }
    return found.stream().findFirst();
  }

  private void feedAll(List<String> found) {
    for (var piece : pieces()) {
      var problem = problem(piece, LENGTH);
      if (problem.isPresent()) {
        found.add(problem.get());
        return;
      }
    }
  }

  /**
   * Something to repeat.
   *
   * @param begin what stands once before it
   */
  private record Piece(String begin, String repeated) {}

  private Set<Piece> pieces() {
    var pieces = new LinkedHashSet<Piece>();
    for (var one : characters) {
      for (var two : characters) {
        // The other way round is the same but for its first character.
        if (one.compareTo(two) <= 0) {
          pieces.add(new Piece("", one.equals(two) ? one : one + two));
        }
      }
    }
    for (var begin : beginnings()) {
      pieces.add(new Piece("", begin));
      for (var character : characters) {
        if (goesOn(begin + character.repeat(3))) {
          pieces.add(new Piece(begin, character));
        }
      }
      for (var from = 1; from < begin.length(); from++) {
        pieces.add(new Piece(begin.substring(0, from), begin.substring(from)));
      }
    }
    return pieces;
  }

  /** Beginnings of what the expression matches. */
  private Set<String> beginnings() {
    var found = new LinkedHashSet<String>();
    var all = List.copyOf(characters);
    for (var walk = 0; walk < WALKS && found.size() < MOST_BEGINNINGS; walk++) {
      var begin = "";
      for (var step = 0; step < STEPS; step++) {
        var now = begin;
        var next = all.stream().filter(it -> goesOn(now + it)).toList();
        if (next.isEmpty()) {
          break;
        }
        begin += preferred(begin, next);
        found.add(begin);
      }
    }
    return found;
  }

  /** Half of the time what follows in the expression, where whole words stand. */
  private String preferred(String begin, List<String> next) {
    if (!begin.isEmpty() && random.nextBoolean()) {
      var text = regex.pattern().pattern();
      var last = begin.charAt(begin.length() - 1);
      for (var i = text.indexOf(last);
          i >= 0 && i + 1 < text.length();
          i = text.indexOf(last, i + 1)) {
        var following = text.substring(i + 1, i + 2);
        if (next.contains(following)) {
          return following;
        }
      }
    }
    return next.get(random.nextInt(next.size()));
  }

  /** Whether more characters could make it match, which nothing else tells. */
  @SuppressWarnings("JdkObsolete")
  private boolean goesOn(String begin) {
    var matcher = regex.pattern().matcher(begin);
    return matcher.matches() || matcher.hitEnd();
  }

  private Optional<String> problem(Piece piece, int length) {
    for (var end : length == LONG ? List.of(WRONG) : List.of("", WRONG)) {
      var repeated = piece.repeated.repeat(length / piece.repeated.length());
      var text = new CountedText(piece.begin + repeated + end);
      try {
        ask(text);
      } catch (TooManyLooksError e) {
        return Optional.of(told("looks at each character again and again", piece));
      } catch (StackOverflowError e) {
        return Optional.of(told("calls itself for each character", piece));
      }
      if (length == LENGTH && text.looks > most) {
        most = text.looks;
        hardest = piece;
      }
    }
    return Optional.empty();
  }

  private String told(String what, Piece piece) {
    return "%s: %s %s: “%s” and repeated “%s”"
        .formatted(regex.where(), regex.pattern(), what, piece.begin, piece.repeated);
  }

  private void ask(CharSequence text) {
    var matcher = regex.pattern().matcher(text);
    if (regex.use() == Use.WHOLE) {
      matcher.matches();
    } else if (regex.use() == Use.FROM_THE_START) {
      matcher.lookingAt();
    } else {
      while (matcher.find()) {
        // Until the end.
      }
    }
  }

  private static final class TooManyLooksError extends Error {

    private static final long serialVersionUID = 1;
  }

  /** Counts looks at its characters. */
  private static final class CountedText implements CharSequence {

    private final String text;
    private long looks;

    CountedText(String text) {
      this.text = text;
    }

    @Override
    public char charAt(int index) {
      looks++;
      if (looks > (long) MOST_LOOKS * text.length()) {
        throw new TooManyLooksError();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
