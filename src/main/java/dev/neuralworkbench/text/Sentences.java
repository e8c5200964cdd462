package dev.neuralworkbench.text;

import dev.neuralworkbench.problem.MessageKey;
import dev.neuralworkbench.problem.Place;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.problem.Range;
import dev.neuralworkbench.train.Intervention.RateChange;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The words of one language, from the bundles of all areas.
 *
 * <p>A sentence is a {@link MessageFormat} pattern whose words may follow its numbers, see {@link
 * Plurals}; a problem's has {0} its place, {1} what was expected, {2} what was found. Whole numbers
 * are written with their thousands separated, others so that they read back the same.
 *
 * <p>A sentence that fails costs itself alone: its key stands in its place, and the log says why.
 */
public final class Sentences implements Words {

  private static final List<String> AREAS =
      List.of(
          ("problem data data-traps setting network training model file answers difference"
               + " diagnosis study cli window ui-chart ui-drawing ui-data ui-statistics ui-network"
               + " ui-training ui-live ui-predict report ui-runs explain ui-backprop ui-evaluate"
               + " exchange page glossary help")
              .split(" ", -1));

  /** The path in a model file to a network that is counted: the words count it from 1. */
  private static final Pattern FOLD = Pattern.compile("checkpoint\\.folds\\[(\\d+)]\\.?(.*)");

  private static final Logger LOG = Logger.getLogger(Sentences.class.getName());

  /** Keys whose sentence failed: each is logged once. */
  private static final Set<String> LACKING = ConcurrentHashMap.newKeySet();

  /** Of each language that was asked for. */
  private static final Map<Language, Sentences> LANGUAGES = new ConcurrentHashMap<>();

  private final Locale locale;
  private final Map<String, String> patterns = new HashMap<>();

  private Sentences(Language language) {
    locale = language.locale();
    AREAS.forEach(area -> load(language.folder + "/" + area));
    for (var each : Language.values()) {
      patterns.put(each.nameKey(), each.ownName);
    }
  }

  public static Sentences of(Language language) {
    return LANGUAGES.computeIfAbsent(language, Sentences::new);
  }

  /** The words of the language nearest to a locale: Chinese for any Chinese, else English. */
  public static Sentences of(Locale locale) {
    return of(Language.nearest(locale));
  }

  private void load(String bundle) {
    try (var in =
        Sentences.class.getResourceAsStream(
            "/dev/neuralworkbench/messages/" + bundle + ".properties")) {
      var properties = new Properties();
      properties.load(
          new InputStreamReader(Objects.requireNonNull(in, bundle), StandardCharsets.UTF_8));
      properties.forEach((key, pattern) -> patterns.put((String) key, (String) pattern));
    } catch (IOException e) {
      throw new UncheckedIOException("the program lacks its words " + bundle, e);
    }
  }

  @Override
  public Set<String> keys(String prefix) {
    return patterns.keySet().stream()
        .filter(key -> key.startsWith(prefix))
        .map(key -> key.substring(prefix.length()))
        .collect(Collectors.toSet());
  }

  @Override
  public boolean has(String key) {
    return patterns.containsKey(key);
  }

  @Override
  public String text(String key, @Nullable Object... arguments) {
    try {
      var words = Arrays.stream(arguments).map(this::word).map(Sentences::inOneLine).toArray();
      return new MessageFormat(Plurals.choose(pattern(key), words), locale).format(words);
    } catch (RuntimeException e) {
      if (LACKING.add(key)) {
        LOG.log(Level.WARNING, "no sentence for " + key, e);
      }
      return key;
    }
  }

  /** A stranger's name may not begin a line of its own, which could say anything. */
  private static Object inOneLine(Object word) {
    return word instanceof String text && text.indexOf('\n') >= 0 ? text.replace('\n', '⏎') : word;
  }

  /** The pattern of a key, as it stands in its bundle. */
  String pattern(String key) {
    return Objects.requireNonNull(patterns.get(key), () -> "expected a key, received " + key);
  }

  @Override
  public String sentence(Problem problem) {
    var sentence = text(problem.key(), problem.place(), problem.expected(), problem.found());
    return beginsWithName(sentence, problem) ? sentence : capitalized(sentence);
  }

  /** A name that is the user's is written as it is, at the head of a sentence too. */
  private boolean beginsWithName(String sentence, Problem problem) {
    var place = problem.place();
    return patterns.getOrDefault(problem.key(), "").startsWith("{")
        && Stream.of(place.file(), place.path(), problem.expected(), problem.found())
            .map(it -> it instanceof List<?> list && !list.isEmpty() ? list.getFirst() : it)
            .anyMatch(it -> it instanceof String name && sentence.startsWith(name));
  }

  private Object word(@Nullable Object argument) {
    return switch (argument) {
      case null -> "";
      case MessageKey word -> text(word.key());
      case RateChange change ->
          text("difference.rate", change.after(), Numbers.count(change.epoch() + 1L));
      case Range range -> RangeWords.of(range, this);
      case Place place -> place(place);
      case Problem problem -> sentence(problem);
      case Long whole -> whole;
      case Integer whole -> whole;
      case Double number when number == StrictMath.rint(number) && StrictMath.abs(number) < 1e15 ->
          number.longValue();
      case Double number when number.isNaN() -> "NaN";
      case Number number -> Numbers.exact(number.doubleValue());
      case List<?> list ->
          list.stream()
              .map(item -> word(item).toString())
              .collect(Collectors.joining(text("list.separator")));
      default -> argument;
    };
  }

  private String place(Place place) {
    var path = Objects.requireNonNullElse(place.path(), "");
    var fold = FOLD.matcher(path);
    var isOfFold = fold.matches();
    return Stream.of(
            place.file() == null ? "" : place.file(),
            place.line() == 0 ? "" : text("place.line", place.line()),
            place.row() == 0 ? "" : text("place.row", place.row()),
            place.column() == null ? "" : text("place.column", place.column()),
            isOfFold ? text("place.fold", Integer.parseInt(fold.group(1)) + 1) : "",
            isOfFold ? fold.group(2) : path)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(text("list.separator")));
  }

  private static String capitalized(String sentence) {
    return sentence.isEmpty()
        ? sentence
        : sentence.substring(0, sentence.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT)
            + sentence.substring(sentence.offsetByCodePoints(0, 1));
  }

  /**
   * Words that follow a number: <code>{0:row|rows}</code> in a pattern becomes the first form where
   * argument 0 is one, else the second. The number itself is written apart, so that a verb can
   * follow it too: <code>{0} {0:row is|rows are} left out</code>. Chinese needs none of this.
   */
  static final class Plurals {

    private static final Pattern FORMS = Pattern.compile("\\{(\\d):([^{}|]*)\\|([^{}|]*)\\}");

    private Plurals() {}

    /**
     * The pattern with each word in the form that its number asks for.
     *
     * @param words the arguments as they will be written. Not modified.
     */
    static String choose(String pattern, Object[] words) {
      if (pattern.indexOf('|') < 0) {
        return pattern;
      }
      return FORMS
          .matcher(pattern)
          .replaceAll(found -> Matcher.quoteReplacement(found.group(form(found, words))));
    }

    private static int form(MatchResult found, Object[] words) {
      var argument = Integer.parseInt(found.group(1));
      return argument < words.length && words[argument].toString().equals("1") ? 2 : 3;
    }
  }
}
