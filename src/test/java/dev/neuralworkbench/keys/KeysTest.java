package dev.neuralworkbench.keys;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.text.Words;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No sentence is missing when it is needed: every key that the code can form has its text. */
class KeysTest {

  /**
   * Keys that cannot be listed (with a star for what is not known), or that could be formed and
   * never are: place and key, and why none is missing all the same.
   */
  private static final Map<String, String> EXCEPTIONS =
      Map.ofEntries(
          // The keys of a list come from the bundles themselves.
          entry(
              "app/help/(Glossary|HelpWindow\\$ScreenPage|CommandEntry).*",
              "what the bundles hold is shown"),
          entry("cli/print/HelpBundle.*", "its keys are those of the bundles"),
          entry("exchange/page/PageModel\\$Spoken.word: .*", "all of the page's words are told"),
          // Asked for only where there is one.
          entry("ui/common/Buttons.describe: .*\\.tip", "a tip where there is one"),
          entry("ui/common/form/Fields.tip: .*", "a tip where there is one"),
          entry("ui/common/form/ProblemLabel.named: .*", "a name where there is one"),
          entry("ui/data/feature/FeatureList\\$FeatureMenu.item: .*", "a name where there is one"),
          entry("ui/backprop/LedgerPane.*: \\*", "a name where there is one"),
          entry("text/StepWords.(heading|why): .*", "the most special text that there is"),
          // Passed on, and looked at where it is made.
          entry("app/menu/Commands.named: \\*", "the name of a step, a literal where it is made"),
          entry("ui/live/LiveView.remark: \\*", "a literal of its view-model"),
          entry("(cli/print|text|ui/data/preview)/.*: .*\\*.*", "keys of words and remarks"),
          entry("problem/Problem.*: .*\\*.*", "the same problem with another place or field"),
          entry(
              "ui/backprop/aid/AidPane\\$SymbolTable.show: \\*",
              "StepLettersTest goes through its letters"),
          // Kinds whose names are components of records: the tests of ExperimentDifference and of
          // the forms' knobs go through all of them.
          entry("problem/MessageKey.of: .*", "ExperimentDifferenceTest"),
          entry(
              "(text/RunWords|ui/live/LiveComparison|report/Report.missing).*: .*",
              "ExperimentDifferenceTest"),
          entry("ui/common/form/Fields\\..*: .*", "MathematicsWordsTest"),
          // States of which the code asks before.
          entry("app/StatusBar.showJob: [a-z -]+", "work that is not shown has no name"),
          entry(".*: cli.study.score.training_.*.folds", "folds judge instead of validation rows"),
          entry(".*: explain.role.update", "an update's part is called by its line's word"),
          entry(".*: study.luck.one_setting", "nothing is said of one setting"),
          entry("ui/backprop/BackpropView.*: backprop.state..*", "states with nothing to offer"),
          entry(".*: backprop.aid.(symbols|weights).none", "these two are no charts"),
          entry("ui/evaluation/EvaluateView.*: evaluate.state..*", "states with nothing to offer"),
          entry(".*: monitors.score(.*)", "the score is called accuracy or R²"),
          entry(".*: live.end.no_improvement", "its own case has both numbers"),
          entry(".*: remedy.activations..*", "only ReLU and leaky ReLU are advised"),
          entry(".*: runs.(landscape|pair).there", "what is there is shown"),
          entry(
              ".*: dialog.(changed|edited|epoch|replace|unsaved).*",
              "each question has its own answers"));

  private static final Pattern UNFILLED = Pattern.compile("\\{\\d");

  @Test
  void keysAreSeenHoweverTheyAreFormed() {
    var seen = new TreeMap<String, String>();
    var files = Stream.of(Asking.class, Asking.Kind.class, Words.class, Ids.class);
    new Texts(new Code(files.map(KeysTest::file).toList()))
        .places()
        .forEach(
            (place, asked) -> {
              if (place.startsWith("keys/Asking.")) {
                seen.merge(
                    place.replaceAll(".*\\.(lambda.)?|\\$0", ""),
                    asked.stream()
                        .map(it -> it.key().replace(Values.HOLE, "*") + " " + it.arguments())
                        .collect(Collectors.joining(", ")),
                    (one, other) -> one + ", " + other);
              }
            });
    assertEquals(
        Map.of(
            "literal", "literal 2",
            "either", "either.no 0, either.yes 0",
            "kinds", "ids.one.tip 0, ids.two.tip 0, kind.one 0, kind.two 0",
            "tip", "form.a.tip 0, form.b.tip 0",
            "field", "held.key 0",
            "list", "list.a 0, list.b 0",
            "unknown", "unknown.* 0"),
        seen);
  }

  private static Path file(Class<?> type) {
    var name = type.getName().substring(type.getPackageName().length() + 1) + ".class";
    return Path.of(URI.create(Objects.requireNonNull(type.getResource(name)).toString()));
  }

  @Test
  void everyKeyThatTheCodeFormsHasItsText() throws Exception {
    var classes = Sentences.class.getProtectionDomain().getCodeSource().getLocation();
    var texts = new Texts(new Code(List.of(Path.of(classes.toURI()))));
    var wrong = new TreeSet<String>();
    var needed = new HashSet<String>();
    texts
        .places()
        .forEach(
            (place, asked) -> {
              for (var each : asked) {
                var lack = lack(each);
                if (!lack.isEmpty()) {
                  var shown = place + ": " + each.key().replace(Values.HOLE, "*");
                  var reasons = EXCEPTIONS.keySet().stream().filter(shown::matches).toList();
                  needed.addAll(reasons);
                  if (reasons.isEmpty()) {
                    wrong.add(shown + ": " + lack);
                  }
                }
              }
            });
    assertEquals("", String.join("\n", wrong));
    assertEquals(
        List.of(),
        EXCEPTIONS.keySet().stream().filter(it -> !needed.contains(it)).toList(),
        "exceptions that nothing needs");
  }

  /** What is wrong with a key; an empty one asks for nothing. */
  private static String lack(Texts.Asked asked) {
    if (asked.key().contains(Values.HOLE)) {
      return "cannot be listed";
    }
    for (var language : Language.values()) {
      var words = Sentences.of(language);
      if (!asked.key().isEmpty() && !words.has(asked.key())) {
        return "no text in " + language;
      }
      var given = IntStream.range(0, asked.arguments()).mapToObj(_ -> (Object) "x").toArray();
      if (asked.arguments() >= 0
          && !asked.key().isEmpty()
          && UNFILLED.matcher(words.text(asked.key(), given)).find()) {
        return given.length + " arguments are too few in " + language;
      }
    }
    return "";
  }
}
