package dev.neuralworkbench.report;

import dev.neuralworkbench.explain.step.Step;
import dev.neuralworkbench.explain.step.StepLetters;
import dev.neuralworkbench.explain.step.StepLine;
import dev.neuralworkbench.explain.step.StepPart;
import dev.neuralworkbench.explain.trace.BackpropTrace;
import dev.neuralworkbench.explain.trace.NetworkLocation;
import dev.neuralworkbench.formula.Brackets;
import dev.neuralworkbench.formula.Decimals;
import dev.neuralworkbench.formula.Expression;
import dev.neuralworkbench.formula.MathsText;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.text.StepWords;
import dev.neuralworkbench.text.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Steps of a walk as a page to be printed: with blanks to be filled in by hand, or solved. What a
 * step needs and no earlier one has worked out is given beside it, so that the page is enough.
 */
public final class Worksheet {

  /** Most weights of a network that is drawn, and has tables of them. */
  private static final int MOST_TOLD = 60;

  /** Most columns of such a table, which is to be no wider than paper. */
  private static final int MOST_COLUMNS = 8;

  /** Most terms of a sum, such as the rows of a mini-batch, that are written one by one. */
  private static final int MOST_TERMS = 64;

  /** The letter of a number that is drawn by chance. */
  private static final String DRAW = "u ";

  /** The letters of a row's number in a mean over rows: of the row followed it may be asked. */
  private static final Set<String> OF_ROWS = Set.of("ℓ", "g");

  private final BackpropTrace trace;
  private final Words words;
  private final Decimals decimals;
  private final boolean solved;
  private final boolean ofUpdate; // with all steps: as short as it can be
  private final Html page;
  private final Map<Expression, String> known = new HashMap<>(); // what a symbol stands for by now
  private final Map<NetworkLocation, StepLine> asked = new HashMap<>(); // the last with blanks
  private final Set<String> told = new HashSet<>(); // a reason is given once

  private Worksheet(Html page, WorkedSteps of, Words words, boolean solved, boolean ofUpdate) {
    this.page = page;
    trace = of.trace();
    this.words = words;
    decimals = of.decimals();
    this.solved = solved;
    this.ofUpdate = ofUpdate;
  }

  /**
   * The page of some steps; their row is not looked at.
   *
   * @param about what they are of, such as the table and the row
   * @param weights the sentence on the weights that they begin with; empty for none
   * @param solved whether with all numbers, otherwise with blanks
   */
  public static String page(
      WorkedSteps worked, String about, String weights, Words words, boolean solved) {
    var title = words.text(solved ? "backprop.sheet.solution" : "backprop.sheet.title");
    var language = words.text("backprop.sheet.language");
    var page = Html.page(language, title + ": " + about, PageStyle.SHEET).element("h1", title);
    return new Worksheet(page, worked, words, solved, worked.steps().size() > 1)
        .page(worked.steps(), about, weights);
  }

  private String page(List<Step> steps, String about, String weights) {
    page.paragraph("about", about + " · " + network());
    if (!solved) {
      page.around(
          "p class=\"who\"",
          MathsText.escaped(words.text("backprop.sheet.name"))
              + " <span></span> "
              + MathsText.escaped(words.text("backprop.sheet.date"))
              + " <span></span>");
    }
    var rounding = words.text("backprop.sheet.rounding", decimals.places());
    page.paragraph("about", (weights + " " + rounding).strip());
    if (ofUpdate && trace.setting().weights().parameterCount() <= MOST_TOLD) {
      page.markup("<div class=\"first\">\n" + new NetworkSvg(trace).markup());
      IntStream.range(0, trace.layers()).forEach(this::weights);
      page.markup("</div>\n");
    }
    page.markup("<div class=\"" + (ofUpdate ? "update" : "step") + "\">\n");
    steps(steps);
    return page.markup("</div>\n</html>\n").toString();
  }

  /** The first weights of a layer: a row for each unit, a column for each input, few a table. */
  private void weights(int layer) {
    var inputs = trace.inputs(layer);
    for (var first = 0; first <= inputs; first += MOST_COLUMNS) {
      var last = Math.min(first + MOST_COLUMNS - 1, inputs);
      var columns = IntStream.rangeClosed(first, last).boxed().toList();
      var rows = new ArrayList<List<String>>();
      var head = Stream.of(words.text("backprop.checked.layer", layer + 1));
      var names = columns.stream().map(input -> input == inputs ? "b" : input + 1 + " →");
      rows.add(Stream.concat(head, names).toList());
      for (var unit = 0; unit < trace.units(layer); unit++) {
        var row = new ArrayList<>(List.of("→ " + (unit + 1)));
        for (var input : columns) {
          var from = input == inputs ? NetworkLocation.BIAS : input;
          var place = NetworkLocation.weight(layer, from, unit);
          row.add(decimals.text(trace.weight(place)));
          known.put(StepLetters.weight(trace, place), row.getLast());
        }
        rows.add(row);
      }
      page.table(rows);
    }
  }

  /** Steps with all numbers, to stand in another page. */
  static String solved(WorkedSteps worked, Words words) {
    var sheet = new Worksheet(new Html(), worked, words, true, false);
    sheet.steps(worked.steps());
    return sheet.page.toString();
  }

  private void steps(List<Step> steps) {
    var said = new StepWords(words, trace);
    for (var i = 0; i < steps.size(); i++) {
      var step = steps.get(i);
      page.markup("<section>\n");
      page.element("h2", i + 1 + ". " + said.heading(step));
      var why = said.whyUntold(step);
      if (!ofUpdate && told.add(why)) {
        page.paragraph("why", why);
      }
      step.parts().stream()
          .filter(part -> part.role() != StepPart.Role.PLAIN)
          .forEach(part -> part(part, step, said));
      page.markup("</section>\n");
    }
  }

  /** 2-2-1 with what each layer is. */
  private String network() {
    var widths =
        IntStream.range(0, trace.layers())
            .mapToObj(l -> "-" + trace.units(l))
            .collect(Collectors.joining("", trace.inputs(0) + "", ""));
    var kinds =
        IntStream.range(0, trace.layers() - 1)
            .mapToObj(l -> words.text("activation." + Ids.of(trace.design(l).activation())))
            .distinct()
            .collect(Collectors.joining(", "));
    var loss = words.text("loss." + Ids.of(trace.setting().design().loss()));
    return widths + (kinds.isEmpty() ? "" : ", " + kinds) + ", " + loss;
  }

  private void part(StepPart part, Step step, StepWords said) {
    if (step.parts().size() > 1) {
      var role = said.role(part);
      // What it means is said once.
      page.paragraph("role", told.add(role) ? role : role.split("[:：]", 2)[0]);
    }
    for (var line : part.lines()) {
      page.markup("<div>\n");
      line(part, new StepLine(line.place(), line.left(), whole(line.right()), line.value()));
      page.markup("</div>\n");
    }
    if (part.hidden() > 0) {
      page.paragraph("about", words.text("explain.more", part.hidden()));
    }
  }

  /** The same with every term of a sum that has not too many. */
  private static Expression whole(Expression maths) {
    return maths instanceof Expression.Sum sum && sum.whole().size() <= MOST_TERMS
        ? new Expression.Sum(sum.whole())
        : maths.map(Worksheet::whole);
  }

  private void line(StepPart part, StepLine line) {
    var several = part.lines().size() > 1;
    var formula = several ? line.right() : part.formula();
    var name = symbols(line.left());
    var isNamed = line.left().equals(formula);
    page.around(
        "p class=\"line\"", math(name + (isNamed ? "" : "<mo>=</mo>" + terms(formula, false))));
    var given = new ArrayList<String>();
    give(line.right(), line, given);
    if (line.isPlain() && !solved && (!given.isEmpty() || isKnown(line.left(), line.value()))) {
      // A number that is looked up, or was worked out before: nothing is left to be done.
      tell("<mo>=</mo>", line);
    } else if (solved) {
      var relation = line.follows(decimals) ? "=" : "≈";
      var numbers = line.isPlain() ? "" : "<mo>=</mo>" + terms(line.right(), true);
      tell(numbers + "<mo>" + (line.isPlain() ? "=" : relation) + "</mo>", line);
    } else {
      if (!given.isEmpty()) {
        page.around(
            "p class=\"given\"",
            MathsText.escaped(words.text("backprop.sheet.given")) + " " + String.join(", ", given));
      }
      asked.put(line.place(), line);
      page.around(
          "p class=\"blank\"",
          (line.isPlain() ? "" : "= <span></span> ") + "= <span class=\"result\"></span>");
    }
    known.put(line.left(), decimals.text(line.value()));
  }

  private void tell(String before, StepLine line) {
    page.around(
        "p class=\"worked\"",
        math(before + "<mn class=\"result\">" + decimals.text(line.value()) + "</mn>"));
  }

  private boolean isKnown(Expression name, double value) {
    return decimals.text(value).equals(known.get(name));
  }

  /** Numbers that no step before has worked out, each once. */
  private void give(Expression maths, StepLine line, List<String> given) {
    switch (maths) {
      case Expression.Quantity quantity -> {
        if (!quantity.name().equals(line.left()) || !line.isPlain()) {
          // The mean μ of another column is another number.
          if (!isKnown(quantity.name(), quantity.value())) {
            known.put(quantity.name(), decimals.text(quantity.value()));
            given.add(math(symbols(quantity.name()) + "<mo>=</mo>" + given(quantity, line)));
          }
        } else {
          given.add(math(numbers(quantity)));
        }
      }
      case Expression.Cases cases -> {
        if (cases.condition().startsWith(DRAW)) {
          // Nobody can know what was drawn.
          given.add(MathsText.escaped(cases.chosenCondition()));
        }
        give(cases.chosen(), line, given);
      }
      case Expression.OmittedTerms rest -> given.add(math(numbers(rest)));
      default ->
          maths.map(
              inner -> {
                give(inner, line, given);
                return inner;
              });
    }
  }

  /** A number; the one of the row followed, if it was asked for, as the name that it had there. */
  private String given(Expression.Quantity quantity, StepLine line) {
    var same = asked.get(line.place());
    return same != null
            && isKnown(same.left(), quantity.value())
            && quantity.name() instanceof Expression.Letter(var letter, _, _)
            && OF_ROWS.contains(letter)
        ? symbols(same.left())
        : numbers(quantity);
  }

  /** A long sum is one formula a term, since within one no browser breaks a line. */
  private String terms(Expression maths, boolean numbers) {
    return switch (maths) {
      case Expression.Sum(var terms) ->
          IntStream.range(0, terms.size())
              .mapToObj(i -> term(terms.get(i), i == 0, numbers))
              .collect(
                  Collectors.joining(
                      "</math> <math displaystyle=\"true\"><mo form=\"infix\">+</mo>"));
      case Expression.Fraction(Expression.Sum sum, Expression.Constant bottom)
          when numbers || sum.terms().size() > MOST_COLUMNS ->
          "<mo>(</mo>" + terms(sum, numbers) + "<mo>)</mo><mo>/</mo>" + numbers(bottom);
      default -> MathsText.markup(maths, decimals, numbers);
    };
  }

  private String term(Expression term, boolean first, boolean numbers) {
    var markup = MathsText.markup(term, decimals, numbers);
    return Brackets.aroundTerm(term, first, numbers)
        ? "<mo>(</mo>" + markup + "<mo>)</mo>"
        : markup;
  }

  private String symbols(Expression maths) {
    return MathsText.markup(maths, decimals, false);
  }

  private String numbers(Expression maths) {
    return MathsText.markup(maths, decimals, true);
  }

  private static String math(String inner) {
    return "<math displaystyle=\"true\">" + inner + "</math>";
  }
}
