package dev.neuralworkbench.model.file;

import dev.neuralworkbench.data.cell.NumberParser;
import dev.neuralworkbench.data.encode.CategoryInput;
import dev.neuralworkbench.data.encode.ClassTarget;
import dev.neuralworkbench.data.encode.DateInput;
import dev.neuralworkbench.data.encode.FeatureInput;
import dev.neuralworkbench.data.encode.InputEncoder;
import dev.neuralworkbench.data.encode.NumberInput;
import dev.neuralworkbench.data.encode.NumberTarget;
import dev.neuralworkbench.data.encode.Preprocessor;
import dev.neuralworkbench.data.encode.TargetEncoder;
import dev.neuralworkbench.data.prepare.ColumnKind;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.model.json.JsonException;
import dev.neuralworkbench.model.json.Spot;
import dev.neuralworkbench.problem.Range;
import dev.neuralworkbench.problem.Word;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/** What was learned from the training rows; it must be what the preparation asks for. */
final class PreprocessorCheck {

  private final Preparation preparation;
  private final int rows;

  private PreprocessorCheck(Preparation preparation, int rows) {
    this.preparation = preparation;
    this.rows = rows;
  }

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
  }

  private void inputs(Spot at, Preprocessor preprocessor) throws JsonException {
    var plans = preparation.inputs();
    at.expectCount("model.count.inputs", plans.size(), preprocessor.inputs().size());
    for (var i = 0; i < plans.size(); i++) {
      var input = preprocessor.inputs().get(i);
      var item = at.item(i);
      item.member("name").expect(plans.get(i).name(), input.name());
      item.member("type").expect(plans.get(i).kind(), kind(input));
      input(item, input);
    }
    if (preprocessor.inputCount() > FileMapping.MOST_UNITS) {
      throw at.problem("model.atMost", FileMapping.MOST_UNITS, preprocessor.inputCount());
    }
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
      var learned = new LearnedNumbers(item, feature.minimum(), feature.maximum(), feature.mean());
      learned.check();
      learned.checkScaling(
          FeatureInput.scaling(feature.feature(), preparation.scaling()),
          rows,
          feature.offset(),
          feature.scale());
    }
  }

  private static ColumnKind kind(InputEncoder input) {
    return switch (input) {
      case NumberInput _ -> ColumnKind.NUMBER;
      case CategoryInput _ -> ColumnKind.CATEGORY;
      case DateInput _ -> ColumnKind.DATE;
    };
  }

  private void input(Spot at, InputEncoder input) throws JsonException {
    switch (input) {
      case NumberInput number -> {
        var learned = new LearnedNumbers(at, number.minimum(), number.maximum(), number.mean());
        learned.check();
        learned.checkFill(preparation.missing(), number.fill());
        learned.checkScaling(preparation.scaling(), rows, number.offset(), number.scale());
      }
      case DateInput date -> date(at, date);
      case CategoryInput category -> {
        var categories = category.categories();
        names(at.member("categories"), categories);
        others(at, category);
        // Without categories there is none that could stand in.
        var none = categories.isEmpty() || !preparation.missing().fillsCategories();
        var known = none ? List.of("") : categories;
        if (!known.contains(category.fill())) {
          throw at.member("fill").problem("model.noCategory", null, category.fill());
        }
      }
    }
  }

  /** Categories without an input, which there are only where the rare ones have none. */
  private void others(Spot at, CategoryInput category) throws JsonException {
    var others = category.others();
    if (others == null) {
      return;
    }
    var member = at.member("others");
    if (preparation.rareRows() == 1) {
      throw member.problem("model.needless", null, null);
    }
    names(member, others);
    var categories = new HashSet<>(category.categories());
    for (var i = 0; i < others.size(); i++) {
      if (categories.contains(others.get(i))) {
        throw member.item(i).problem("model.twice", null, others.get(i));
      }
    }
  }

  private void date(Spot at, DateInput date) throws JsonException {
    var parts = at.member("parts");
    if (date.parts().isEmpty()) {
      throw parts.problem("model.atLeast", 1, 0);
    }
    for (var i = 0; i < date.parts().size(); i++) {
      var part = date.parts().get(i);
      var learned = new LearnedNumbers(parts.item(i), part.minimum(), part.maximum(), part.mean());
      learned.check();
      learned.checkScaling(preparation.scaling(), rows, part.offset(), part.scale());
    }
    if (Double.isNaN(date.style().seconds(date.fill()))) {
      throw at.member("fill").problem("model.noDate", null, date.fill());
    }
  }

  private void target(Spot at, TargetEncoder target) throws JsonException {
    var plan = preparation.columns().get(preparation.targetIndex());
    at.member("name").expect(plan.name(), target.name());
    var type = at.member("type");
    switch (target) {
      case NumberTarget number -> {
        type.expect(plan.kind(), ColumnKind.NUMBER);
        var learned = new LearnedNumbers(at, number.minimum(), number.maximum(), number.mean());
        learned.check();
        learned.checkScaling(preparation.scaling(), rows, number.offset(), number.scale());
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
      if (target.weights() != null) {
        throw member.problem("model.needless", null, null);
      }
      return;
    }
    var weights = at.given("weights", target.weights());
    member.expectCount("model.count", target.classes().size(), weights.size());
    for (var i = 0; i < weights.size(); i++) {
      // Of n rows of k classes one of a class counts n / k at most.
      member.item(i).within(Range.above(0, rows), target.weight(i));
    }
  }

  private static void classes(Spot at, ClassTarget target) throws JsonException {
    names(at, target.classes());
    if (target.classes().size() < 2) {
      throw at.problem("model.atLeast", 2, target.classes().size());
    }
    for (var i = 0; target.numbers() && i < target.classes().size(); i++) {
      var name = target.classes().get(i);
      if (!isNumber(name)) {
        throw at.item(i).problem("model.wrongKind", new Word("model.kind.number"), name);
      }
    }
  }

  /** Refuses names that are empty, occur twice, or stand in no order. */
  private static void names(Spot at, List<String> names) throws JsonException {
    var known = new HashSet<String>();
    for (var i = 0; i < names.size(); i++) {
      if (names.get(i).isEmpty()) {
        throw at.item(i).problem("model.empty", null, null);
      } else if (!known.add(names.get(i))) {
        throw at.item(i).problem("model.twice", null, names.get(i));
      }
    }
    var byValue = names.stream().allMatch(PreprocessorCheck::isNumber);
    if (!rise(names, Comparator.naturalOrder())
        && !(byValue && rise(names, Comparator.comparingDouble(NumberParser::parse)))) {
      throw at.problem("model.order", null, null);
    }
  }

  private static boolean isNumber(String name) {
    return !Double.isNaN(NumberParser.parse(name));
  }

  private static boolean rise(List<String> names, Comparator<String> order) {
    for (var i = 1; i < names.size(); i++) {
      if (order.compare(names.get(i - 1), names.get(i)) > 0) {
        return false;
      }
    }
    return true;
  }
}
