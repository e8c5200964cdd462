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
import dev.neuralworkbench.model.json.JsonView;
import dev.neuralworkbench.problem.Range;
import dev.neuralworkbench.problem.Word;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/** What was learned from the training rows; it must be what the preparation asks for. */
final class PreprocessorJson {

  private final Preparation preparation;
  private final int rows;

  private PreprocessorJson(Preparation preparation, int rows) {
    this.preparation = preparation;
    this.rows = rows;
  }

  /**
   * Reads a preprocessor.
   *
   * @param preparation with one target and at least one input
   * @param rows rows of the data; no more were learned from
   */
  static Preprocessor read(JsonView view, Preparation preparation, int rows) throws JsonException {
    var preprocessor = FileMapping.MAPPING.read(view, Preprocessor.class);
    var check = new PreprocessorJson(preparation, rows);
    view.member("missing").expect(preparation.missing(), preprocessor.missing());
    check.inputs(view.member("inputs"), preprocessor);
    check.target(view.member("target"), preprocessor.target());
    check.features(view, preprocessor.engineered());
    return preprocessor;
  }

  private void inputs(JsonView view, Preprocessor preprocessor) throws JsonException {
    var plans = preparation.inputs();
    var items = view.items();
    view.expectCount("model.count.inputs", plans.size(), items.size());
    for (var i = 0; i < plans.size(); i++) {
      var input = preprocessor.inputs().get(i);
      items.get(i).member("name").expect(plans.get(i).name(), input.name());
      items.get(i).member("type").expect(plans.get(i).kind(), kind(input));
      input(items.get(i), input);
    }
    if (preprocessor.inputCount() > FileMapping.MOST_UNITS) {
      throw view.problem("model.atMost", FileMapping.MOST_UNITS, preprocessor.inputCount());
    }
  }

  private void features(JsonView view, List<FeatureInput> features) throws JsonException {
    var wanted = preparation.engineered();
    var items = wanted.isEmpty() ? List.<JsonView>of() : view.member("features").items();
    var given = view.optional("features");
    if (given.isPresent()) {
      given.get().expectCount("model.count.inputs", wanted.size(), features.size());
    }
    for (var i = 0; i < items.size(); i++) {
      var feature = features.get(i);
      var kind = items.get(i).member("feature");
      kind.expect(wanted.get(i).name(), feature.feature().name());
      kind.member("kind").expect(wanted.get(i).kind(), feature.feature().kind());
      var learned =
          new LearnedNumbers(items.get(i), feature.minimum(), feature.maximum(), feature.mean());
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

  private void input(JsonView view, InputEncoder input) throws JsonException {
    switch (input) {
      case NumberInput number -> {
        var learned = new LearnedNumbers(view, number.minimum(), number.maximum(), number.mean());
        learned.check();
        learned.checkFill(preparation.missing(), number.fill());
        learned.checkScaling(preparation.scaling(), rows, number.offset(), number.scale());
      }
      case DateInput date -> date(view, date);
      case CategoryInput category -> {
        var categories = category.categories();
        names(view.member("categories"), categories);
        others(view, category);
        // Without categories there is none that could stand in.
        var none = categories.isEmpty() || !preparation.missing().fillsCategories();
        var known = none ? List.of("") : categories;
        if (!known.contains(category.fill())) {
          throw view.member("fill").problem("model.noCategory", null, category.fill());
        }
      }
    }
  }

  /** Categories without an input, which there are only where the rare ones have none. */
  private void others(JsonView view, CategoryInput category) throws JsonException {
    var others = view.optional("others");
    if (others.isPresent()) {
      if (preparation.rareRows() == 1) {
        throw others.get().problem("model.needless", null, null);
      }
      names(others.get(), Objects.requireNonNull(category.others(), "just read"));
      var categories = new HashSet<>(category.categories());
      for (var item : others.get().items()) {
        if (categories.contains(item.text())) {
          throw item.problem("model.twice", null, item.text());
        }
      }
    }
  }

  private void date(JsonView view, DateInput date) throws JsonException {
    var parts = view.member("parts");
    if (date.parts().isEmpty()) {
      throw parts.problem("model.atLeast", 1, 0);
    }
    var items = parts.items();
    for (var i = 0; i < items.size(); i++) {
      var part = date.parts().get(i);
      var learned = new LearnedNumbers(items.get(i), part.minimum(), part.maximum(), part.mean());
      learned.check();
      learned.checkScaling(preparation.scaling(), rows, part.offset(), part.scale());
    }
    if (Double.isNaN(date.style().seconds(date.fill()))) {
      throw view.member("fill").problem("model.noDate", null, date.fill());
    }
  }

  private void target(JsonView view, TargetEncoder target) throws JsonException {
    var plan = preparation.columns().get(preparation.targetIndex());
    view.member("name").expect(plan.name(), target.name());
    var type = view.member("type");
    switch (target) {
      case NumberTarget number -> {
        type.expect(plan.kind(), ColumnKind.NUMBER);
        var learned = new LearnedNumbers(view, number.minimum(), number.maximum(), number.mean());
        learned.check();
        learned.checkScaling(preparation.scaling(), rows, number.offset(), number.scale());
      }
      case ClassTarget classes -> {
        type.expect(plan.kind(), ColumnKind.CATEGORY);
        classes(view.member("classes"), classes);
        weights(view, classes);
      }
    }
  }

  private void weights(JsonView view, ClassTarget target) throws JsonException {
    var given = view.optional("weights");
    if (!preparation.isBalanced()) {
      if (given.isPresent()) {
        throw given.get().problem("model.needless", null, null);
      }
      return;
    }
    var weights = view.member("weights");
    var items = weights.items();
    weights.expectCount("model.count", target.classes().size(), items.size());
    for (var i = 0; i < items.size(); i++) {
      // Of n rows of k classes one of a class counts n / k at most.
      items.get(i).within(Range.above(0, rows), target.weight(i));
    }
  }

  private static void classes(JsonView view, ClassTarget target) throws JsonException {
    names(view, target.classes());
    if (target.classes().size() < 2) {
      throw view.problem("model.atLeast", 2, target.classes().size());
    }
    for (var item : view.items()) {
      if (target.numbers() && !isNumber(item.text())) {
        throw item.problem("model.wrongKind", new Word("model.kind.number"), item.text());
      }
    }
  }

  /** Refuses names that are empty, occur twice, or stand in no order. */
  private static void names(JsonView view, List<String> names) throws JsonException {
    var known = new HashSet<String>();
    var items = view.items();
    for (var i = 0; i < names.size(); i++) {
      if (names.get(i).isEmpty()) {
        throw items.get(i).problem("model.empty", null, null);
      } else if (!known.add(names.get(i))) {
        throw items.get(i).problem("model.twice", null, names.get(i));
      }
    }
    var byValue = names.stream().allMatch(PreprocessorJson::isNumber);
    if (!rise(names, Comparator.naturalOrder())
        && !(byValue && rise(names, Comparator.comparingDouble(NumberParser::parse)))) {
      throw view.problem("model.order", null, null);
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
