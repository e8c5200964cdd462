package dev.neuralworkbench.app.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.app.screen.AppScreen;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.text.Sentences;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The terms, and which one the words of a label lead to. */
class GlossaryTest {

  /** Where the window's names of choices, scores and columns are; not sentences about them. */
  private static final List<String> NAMES =
      List.of(
          "activation.",
          "optimizer.",
          "loss.",
          "schedule.",
          "scaling.",
          "missingvalues.",
          "initializer.",
          "monitor.",
          "preset.",
          "columns.",
          "column.",
          "columnkind.",
          "columnrole.",
          "dividedby.",
          "training.",
          "network.",
          "headline.",
          "evaluate.of.",
          "evaluate.linear.",
          "evaluate.constant.",
          "backprop.ledger.column.",
          "backprop.check.column.",
          "runs.column.");

  private static final Set<String> NOT_NAMES =
      Set.of("tip", "problem", "empty", "save", "title", "axis", "what", "rows", "more", "image");

  /** Words that everybody knows. */
  private static final Set<String> PLAIN =
      Set.of(
          "activation.none",
          "optimizer.none",
          "scaling.none",
          "columnrole.ignored",
          "column.fromTo",
          "column.interval",
          "columns.repeated.first",
          "columns.repeated.none",
          "runs.column.of",
          "runs.column.preparation.columns.role",
          "backprop.check.column.right",
          "backprop.check.column.wrong",
          "training.stopping",
          "columnkind.date",
          "columnkind.image");

  private final Glossary english = new Glossary(Sentences.of(Language.ENGLISH));
  private final Glossary chinese = new Glossary(Sentences.of(Language.CHINESE));

  @Test
  void labelLeadsToTheTermThatItNamesOrTheLongestOneInIt() {
    assertEquals(Optional.of("rate"), english.find("Learning rate"));
    assertEquals(Optional.of("l2"), english.find("L2 penalty"));
    assertEquals(Optional.of("unit"), english.find("neurons"));
    assertEquals(Optional.of("loss"), english.find("Validation loss"), "the last name");
    assertEquals(Optional.of("epoch"), english.find("Finished: all 200 epochs done"));
    assertEquals(Optional.of("rate"), chinese.find("学习率"));
    assertEquals(Optional.of("cross"), english.find("5-fold CV"));
    assertEquals(Optional.of("cross"), chinese.find("5 折交叉验证"));
    assertEquals(Optional.of("l1"), chinese.find("L1 正则化"));
  }

  @Test
  void wordWithinAnotherIsNone() {
    assertEquals(Optional.empty(), english.find("Groupon weather unitary"));
    assertEquals(Optional.empty(), english.find("the"), "not the initializer He");
    assertEquals(Optional.empty(), english.find(""));
    assertEquals(Optional.empty(), chinese.find("进行中"), "a single sign is a word by itself only");
  }

  @ParameterizedTest
  @EnumSource
  void everyNameOfAChoiceAScoreAndAColumnLeadsToATerm(Language language) {
    var words = Sentences.of(language);
    var glossary = new Glossary(words);
    var lost = new TreeSet<String>();
    var found = 0;
    for (var prefix : NAMES) {
      for (var rest : words.keys(prefix)) {
        var key = prefix + rest;
        var parts = List.of(firstPart(rest), lastPart(rest));
        if (PLAIN.contains(key) || parts.stream().anyMatch(NOT_NAMES::contains)) {
          continue;
        }
        var text = words.text(key, 1, 2, 3, 4);
        found++;
        if (!text.endsWith(".") && !text.endsWith("。") && glossary.find(text).isEmpty()) {
          lost.add(key + " = " + text);
        }
      }
    }
    assertEquals(Set.of(), lost);
    assertTrue(found > 120, "names: " + found);
  }

  private static String firstPart(String key) {
    return key.replaceFirst("\\..*", "");
  }

  private static String lastPart(String key) {
    return key.substring(key.lastIndexOf('.') + 1);
  }

  @ParameterizedTest
  @EnumSource
  void everyTextOfTheGlossaryIsShown(Language language) {
    var words = Sentences.of(language);
    var terms =
        new Glossary(words).groups.stream().flatMap(group -> group.terms().stream()).toList();
    var ids = new TreeSet<String>();
    terms.forEach(term -> assertTrue(ids.add(term.id()), term.id() + " is told twice"));
    var written = new TreeSet<String>();
    words.keys("glossary.").stream()
        .filter(key -> !key.startsWith("group."))
        .forEach(key -> written.add(key.replaceFirst("\\..*", "")));
    assertEquals(written, ids);
    assertTrue(ids.size() > 130);
  }

  /** Each part that says in two sentences what it is: the link below them leads to a page. */
  @Test
  void everyPartThatIsExplainedHasAPageOfHelp() {
    var words = Sentences.of(Language.ENGLISH);
    var items =
        Map.of("evaluate.", AppScreen.EVALUATE.items(), "predict.", AppScreen.PREDICT.items());
    var parts = new TreeSet<String>();
    items.forEach(
        (screen, pages) ->
            words.keys(screen).stream()
                .filter(key -> key.endsWith(".what") || key.endsWith(".explain"))
                .map(key -> key.replaceFirst("\\..*", ""))
                .forEach(
                    part -> {
                      assertTrue(pages.contains(part), screen + part);
                      parts.add(part);
                    }));
    assertEquals(11, parts.size(), parts.toString());
  }

  /** Two terms of one name, and the second could not be reached by it. */
  @ParameterizedTest
  @EnumSource
  void everyNameIsThatOfOneTerm(Language language) {
    var owners = new HashMap<String, String>();
    var twice = new ArrayList<String>();
    for (var group : new Glossary(Sentences.of(language)).groups) {
      for (var term : group.terms()) {
        for (var name : Set.copyOf(term.names())) {
          var other = owners.put(name.strip().toLowerCase(Locale.ROOT), term.id());
          if (other != null && !other.equals(term.id())) {
            twice.add(name + ": " + other + ", " + term.id());
          }
        }
      }
    }
    assertEquals(List.of(), twice);
  }
}
