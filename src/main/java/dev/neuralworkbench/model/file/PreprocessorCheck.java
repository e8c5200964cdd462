package dev.neuralworkbench.model.file;

import dev.neuralworkbench.data.cell.NumberParser;
import dev.neuralworkbench.data.encode.DateInput;
import dev.neuralworkbench.data.encode.FeatureInput;
import dev.neuralworkbench.data.encode.InputEncoder;
import dev.neuralworkbench.data.encode.InputEncoder.CategoryInput;
import dev.neuralworkbench.data.encode.InputEncoder.NumberInput;
import dev.neuralworkbench.data.encode.Preprocessor;
import dev.neuralworkbench.data.encode.TargetEncoder;
import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.data.encode.TargetEncoder.NumberTarget;
import dev.neuralworkbench.data.prepare.ColumnKind;
import dev.neuralworkbench.data.prepare.MissingValues;
import dev.neuralworkbench.data.prepare.NumberSummary;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.prepare.Replacement;
import dev.neuralworkbench.data.prepare.Scaling;
import dev.neuralworkbench.model.json.JsonException;
import dev.neuralworkbench.model.json.Spot;
import dev.neuralworkbench.problem.MessageKey;
import dev.neuralworkbench.problem.Range;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/** What was learned from the training rows; it must be what the preparation asks for. */
record PreprocessorCheck(Preparation preparation, int rows) {

  /** Numbers that are trained on. */
  private static final Range VALUES = Range.closed(-1e30, 1e30);

  /**
   * Refuses a preprocessor that cannot have been learned.
   *
   * @param preparation with one target and at least one input
   * @param rows rows of the data; no more were learned from
   */
  static void check(Spot at, Preprocessor preprocessor, Preparation preparation, int rows)
      throws JsonException {
    var check = new PreprocessorCheck(preparation, rows);
    at.member("missing").expect(preparation.missing(), preprocessor.missing());
    check.inputs(at.member("inputs"), preprocessor);
    check.target(at.member("target"), preprocessor.target());
    check.features(at, preprocessor.engineered());
    var wanted = Preprocessor.cleaning(preparation, name -> odd(preprocessor, name));
    at.member("cleaning").expect(wanted, preprocessor.cleanings());
  }

  /** The texts that a file says were missing among the numbers of a column. */
  private static List<String> odd(Preprocessor preprocessor, String column) {
    return preprocessor.cleanings().stream()
        .filter(it -> it.column().equals(column))
        .flatMap(it -> it.replaced().stream())
        .filter(it -> it.by() == null && !isNumber(it.value()))
        .map(Replacement::value)
        .toList();
  }

  private void inputs(Spot at, Preprocessor preprocessor) throws JsonException {
    var plans = preparation.inputs();
    at.expectCount("model.count.inputs", plans.size(), preprocessor.inputs().size());
    for (var i = 0; i < plans.size(); i++) {
      var input = preprocessor.inputs().get(i);
      var item = at.item(i);
      item.member("name").expect(plans.get(i).name(), input.name());
      item.member("type").expect(plans.get(i).kind(), kind(input));
      input(item, input, preparation.missing(plans.get(i)));
    }
    var count = preprocessor.inputCount();
    var most = FileMapping.MOST_UNITS;
    at.refuse(count > most, "model.atMost", most, count);
  }

  private void features(Spot at, List<FeatureInput> features) throws JsonException {
    var wanted = preparation.engineered();
    var member = at.member("features");
    member.expectCount("model.count.inputs", wanted.size(), features.size());
    for (var i = 0; i < features.size(); i++) {
      var feature = features.get(i);
      var item = member.item(i);
      var kind = item.member("feature");
      kind.expect(wanted.get(i).name(), feature.feature().name());
      kind.member("kind").expect(wanted.get(i).kind(), feature.feature().kind());
      var learned = learned(item, feature.minimum(), feature.maximum(), feature.mean());
      var scaling = FeatureInput.scaling(feature.feature(), preparation.scaling());
      scaling(item, learned, scaling, feature.offset(), feature.scale());
    }
  }

  /** What the file holds of a column's training values, none of which contradicts another. */
  private static NumberSummary learned(Spot at, double least, double most, double mean)
      throws JsonException {
    at.member("minimum").within(VALUES, least);
    at.member("maximum").within(VALUES, most);
    at.member("minimum").refuse(least > most, "model.atMost", most, least);
    at.member("mean").within(Range.closed(least, most), mean);
    return new NumberSummary(least, most, mean, Double.NaN);
  }

  /** Refuses a scaling that these values do not lead to. */
  private void scaling(Spot at, NumberSummary learned, Scaling scaling, double offset, double scale)
      throws JsonException {
    at.member("offset").expect(scaling.offset(learned), offset);
    at.member("scale").within(scaling.scales(learned, rows, scale), scale);
  }

  /** Refuses a stand-in for missing values that they do not lead to, or that is not among them. */
  private static void fill(Spot at, MissingValues missing, NumberSummary learned, double fill)
      throws JsonException {
    var known = missing.fill(learned);
    if (known.isPresent()) {
      at.expect(known.getAsDouble(), fill);
    } else {
      at.within(Range.closed(learned.minimum(), learned.maximum()), fill);
    }
  }

  private static ColumnKind kind(InputEncoder input) {
    return switch (input) {
      case NumberInput _ -> ColumnKind.NUMBER;
      case CategoryInput _ -> ColumnKind.CATEGORY;
      case DateInput _ -> ColumnKind.DATE;
    };
  }

  private void input(Spot at, InputEncoder input, MissingValues missing) throws JsonException {
    switch (input) {
      case NumberInput number -> {
        var learned = learned(at, number.minimum(), number.maximum(), number.mean());
        fill(at.member("fill"), missing, learned, number.fill());
        scaling(at, learned, preparation.scaling(), number.offset(), number.scale());
      }
      case DateInput date -> date(at, date);
      case CategoryInput category -> {
        var lacks = category.knowsMissing() && missing == MissingValues.OWN;
        var categories =
            lacks ? category.categories().subList(1, category.width()) : category.categories();
        names(at.member("categories"), categories);
        others(at.member("others"), category);
        // Without categories there is none that could stand in.
        var none = categories.isEmpty() || !missing.fillsCategories(lacks);
        var known = none ? List.of("") : categories;
        var fill = category.fill();
        at.member("fill").refuse(!known.contains(fill), "model.noCategory", null, fill);
      }
    }
  }

  /** Categories without an input, which there are only where the rare ones have none. */
  private void others(Spot at, CategoryInput category) throws JsonException {
    var others = category.others();
    if (preparation.rareRows() == 1) {
      at.needless(others);
    } else if (others != null) {
      names(at, others);
      var categories = new HashSet<>(category.categories());
      for (var i = 0; i < others.size(); i++) {
        var name = others.get(i);
        at.item(i).refuse(categories.contains(name), "model.twice", null, name);
      }
    }
  }

  private void date(Spot at, DateInput date) throws JsonException {
    var parts = at.member("parts");
    parts.refuse(date.parts().isEmpty(), "model.atLeast", 1, 0);
    for (var i = 0; i < date.parts().size(); i++) {
      var part = date.parts().get(i);
      var learned = learned(parts.item(i), part.minimum(), part.maximum(), part.mean());
      scaling(parts.item(i), learned, preparation.scaling(), part.offset(), part.scale());
    }
    var isNone = Double.isNaN(date.style().seconds(date.fill()));
    at.member("fill").refuse(isNone, "model.noDate", null, date.fill());
  }

  private void target(Spot at, TargetEncoder target) throws JsonException {
    var plan = preparation.columns().get(preparation.targetIndex());
    at.member("name").expect(plan.name(), target.name());
    var type = at.member("type");
    switch (target) {
      case NumberTarget number -> {
        type.expect(plan.kind(), ColumnKind.NUMBER);
        var learned = learned(at, number.minimum(), number.maximum(), number.mean());
        scaling(at, learned, preparation.scaling(), number.offset(), number.scale());
      }
      case ClassTarget classes -> {
        type.expect(plan.kind(), ColumnKind.CATEGORY);
        classes(at.member("classes"), classes);
        weights(at, classes);
      }
    }
  }

  private void weights(Spot at, ClassTarget target) throws JsonException {
    var member = at.member("weights");
    if (!preparation.isBalanced()) {
      member.needless(target.weights());
      at.member("corrected").needless(target.corrected());
      return;
    }
    at.member("corrected").expect(preparation.isPriorCorrected(), target.isCorrected());
    var weights = at.given("weights", target.weights());
    member.expectCount("model.count", target.classes().size(), weights.size());
    for (var i = 0; i < weights.size(); i++) {
      // Of n rows of k classes one of a class counts n / k at most.
      member.item(i).within(Range.above(0, rows), target.weight(i));
    }
  }

  private static void classes(Spot at, ClassTarget target) throws JsonException {
    var classes = target.classes();
    names(at, classes);
    at.refuse(classes.size() < 2, "model.atLeast", 2, classes.size());
    for (var i = 0; target.numbers() && i < classes.size(); i++) {
      var isNone = !isNumber(classes.get(i));
      at.item(i)
          .refuse(isNone, "model.wrongKind", new MessageKey("model.kind.number"), classes.get(i));
    }
  }

  private static void names(Spot at, List<String> names) throws JsonException {
    var known = new HashSet<String>();
    for (var i = 0; i < names.size(); i++) {
      at.item(i).refuse(names.get(i).isEmpty(), "model.empty", null, null);
      at.item(i).refuse(!known.add(names.get(i)), "model.twice", null, names.get(i));
    }
    var byValue = names.stream().allMatch(PreprocessorCheck::isNumber);
    var isRising =
        rise(names, Comparator.naturalOrder())
            || (byValue && rise(names, Comparator.comparingDouble(NumberParser::parse)));
    at.refuse(!isRising, "model.order", null, null);
  }

  private static boolean isNumber(String name) {
    return !Double.isNaN(NumberParser.parse(name));
  }

  private static boolean rise(List<String> names, Comparator<String> order) {
    return IntStream.range(1, names.size())
        .allMatch(i -> order.compare(names.get(i - 1), names.get(i)) <= 0);
  }
}
