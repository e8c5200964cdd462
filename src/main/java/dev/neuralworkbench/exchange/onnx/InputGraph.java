package dev.neuralworkbench.exchange.onnx;

import dev.neuralworkbench.data.cell.NumberParser;
import dev.neuralworkbench.data.encode.FeatureInput;
import dev.neuralworkbench.data.encode.InputEncoder.CategoryInput;
import dev.neuralworkbench.data.encode.InputEncoder.NumberInput;
import dev.neuralworkbench.data.encode.Preprocessor;
import dev.neuralworkbench.data.prepare.Cleaning;
import dev.neuralworkbench.data.prepare.Feature;
import dev.neuralworkbench.data.prepare.Replacement;
import dev.neuralworkbench.exchange.onnx.Tensor.ValueType;
import dev.neuralworkbench.problem.Ids;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * From the columns of a table to the network's inputs, (rows × inputs) of floats.
 *
 * <p>Numbers stay double until they are scaled: a float holds no more than seven digits, and of
 * 20260101.5 none behind the point. All columns of numbers are one block, so a graph of 784 pixels
 * has as many nodes as one of two columns; a missing number is NaN. A text becomes the index of its
 * category, and that is compared with the index of each.
 *
 * @param numbers the inputs that are numbers
 */
record InputGraph(GraphBuilder graph, Preprocessor preprocessor, List<NumberInput> numbers) {

  /** Adds the inputs of the graph, and gives the name of those of the network. */
  static String add(GraphBuilder graph, Preprocessor preprocessor) {
    for (var input : preprocessor.inputs()) {
      graph.input(input.name(), input instanceof NumberInput ? ValueType.DOUBLE : ValueType.STRING);
    }
    var numbers =
        preprocessor.inputs().stream()
            .filter(NumberInput.class::isInstance)
            .map(NumberInput.class::cast)
            .toList();
    return new InputGraph(graph, preprocessor, numbers).add();
  }

  private String add() {
    var parts = new ArrayList<String>();
    if (!numbers.isEmpty()) {
      var raw = beside("numbers", numbers.stream().map(this::cleaned).toList());
      var filled =
          graph.add(
              "filled",
              "Where",
              graph.add("missing", "IsNaN", raw),
              row("fill", numbers, NumberInput::fill),
              raw);
      var offset = row("offset", numbers, NumberInput::offset);
      parts.add(scaled("scaled", filled, offset, row("scale", numbers, NumberInput::scale)));
      if (!preprocessor.engineered().isEmpty()) {
        parts.add(engineered(raw, filled));
      }
    }
    for (var input : preprocessor.inputs()) {
      if (input instanceof CategoryInput categories && categories.width() > 0) {
        parts.add(oneHot(categories));
      }
    }
    var all = beside("inputs", parts);
    var places = places();
    return IntStream.range(0, places.length).allMatch(i -> places[i] == i)
        ? all
        : graph.addAlong("ordered", "Gather", all, graph.indices("order", places));
  }

  /**
   * Where each input of the network is in there: numbers, what is engineered of them by its kind,
   * categories.
   */
  private int[] places() {
    var places = new int[preprocessor.inputCount()];
    var engineered = preprocessor.engineered();
    var number = 0;
    var category = numbers.size() + engineered.size();
    var input = 0;
    for (var encoder : preprocessor.inputs()) {
      for (var i = 0; i < encoder.width(); i++) {
        places[input++] = encoder instanceof NumberInput ? number++ : category++;
      }
    }
    var sorted = byKind();
    for (var feature : engineered) {
      places[input++] = numbers.size() + sorted.indexOf(feature);
    }
    return places;
  }

  private List<FeatureInput> byKind() {
    return preprocessor.engineered().stream()
        .sorted(Comparator.comparing(it -> it.feature().kind()))
        .toList();
  }

  /** x′ = (x − offset) / scale, in double, then rounded: a reciprocal would round once more. */
  private String scaled(String name, String numbers, String offset, String scale) {
    var centered = graph.add(name + ".centered", "Sub", numbers, offset);
    var divided = graph.add(name + ".divided", "Div", centered, scale);
    return graph.cast(name, ValueType.FLOAT, divided);
  }

  /** A column of numbers in which the values that are replaced are; the first that fits counts. */
  private String cleaned(NumberInput input) {
    var column = input.name();
    var read = new LinkedHashMap<Double, Double>();
    for (var it : replaced(column)) {
      var value = NumberParser.parse(it.value());
      if (!Double.isNaN(value)) {
        read.putIfAbsent(value + 0.0, it.by() == null ? Double.NaN : NumberParser.parse(it.by()));
      }
    }
    var cleaned = column;
    for (var it : read.entrySet()) {
      var name = column + "." + it.getKey();
      var value = graph.row(name, ValueType.DOUBLE, it.getKey());
      var by = graph.row(name + ".by", ValueType.DOUBLE, it.getValue());
      cleaned =
          graph.add(
              name + ".read",
              "Where",
              graph.add(name + ".is", "Equal", column, value),
              by,
              cleaned);
    }
    return cleaned;
  }

  private List<Replacement> replaced(String column) {
    return preprocessor.cleanings().stream()
        .filter(it -> it.column().equals(column))
        .map(Cleaning::replaced)
        .findFirst()
        .orElse(List.of());
  }

  private String engineered(String raw, String filled) {
    var values = new ArrayList<String>();
    var all = byKind();
    for (var kind : Feature.Kind.values()) {
      var some = all.stream().map(FeatureInput::feature).filter(it -> it.kind() == kind).toList();
      if (!some.isEmpty()) {
        values.add(engineered(kind, some, kind == Feature.Kind.MISSING ? raw : filled));
      }
    }
    return scaled(
        "engineered",
        beside("features", values),
        row("features.offset", all, FeatureInput::offset),
        row("features.scale", all, FeatureInput::scale));
  }

  private String engineered(Feature.Kind kind, List<Feature> features, String from) {
    var name = Ids.of(kind);
    var x = columns(name + ".x", from, features.stream().map(Feature::column).toList());
    return switch (kind) {
      case SQUARE -> graph.add(name, "Mul", x, x);
      case PRODUCT -> {
        var others = features.stream().map(it -> it.columns().getLast()).toList();
        yield graph.add(name, "Mul", x, columns(name + ".y", from, others));
      }
      case SINE -> graph.add(name, "Sin", x);
      case LOG -> { // sgn(x) · ln(1 + |x|)
        var one = graph.row("one", ValueType.DOUBLE, 1);
        var more = graph.add(name + ".more", "Add", one, graph.add(name + ".size", "Abs", x));
        var logarithm = graph.add(name + ".size.log", "Log", more);
        yield graph.add(name, "Mul", graph.add(name + ".sign", "Sign", x), logarithm);
      }
      case MISSING -> graph.cast(name, ValueType.DOUBLE, graph.add(name + ".is", "IsNaN", x));
    };
  }

  private String columns(String name, String from, List<String> columns) {
    var names = numbers.stream().map(NumberInput::name).toList();
    var places = columns.stream().mapToInt(names::indexOf).toArray();
    return graph.addAlong(name, "Gather", from, graph.indices(name + ".columns", places));
  }

  /** One number for each category: 1 for the row's own; all 0 for one that is unknown. */
  private String oneHot(CategoryInput input) {
    var column = input.name();
    var known = spellings(input);
    var spellings = List.copyOf(known.keySet());
    var of = Stream.concat(known.values().stream(), Stream.of(-1)); // −1 for any other text
    var spelling =
        graph.addLearned(
            column + ".spelling",
            "LabelEncoder",
            Map.of("classes_strings", spellings, "default_int64", (long) spellings.size()),
            column);
    var table = graph.indices(column + ".categories", of.mapToInt(it -> it).toArray());
    var own = IntStream.range(0, input.width()).asDoubleStream().toArray();
    var each = graph.row(column + ".each", ValueType.INT64, own);
    var category = graph.add(column + ".category", "Gather", table, spelling);
    var same = graph.add(column + ".same", "Equal", category, each);
    return graph.cast(column + ".one_hot", ValueType.FLOAT, same);
  }

  /** The texts that are read as a category, and which; nothing is read as what stands in. */
  private Map<String, Integer> spellings(CategoryInput input) {
    var all = new LinkedHashMap<String, Integer>();
    replaced(input.name()).forEach(it -> all.putIfAbsent(it.value(), input.indexOf(it.by())));
    input.categories().forEach(it -> all.putIfAbsent(it, input.indexOf(it)));
    all.putIfAbsent("", input.indexOf(null));
    // What other programs write of a column of whole numbers in which some are missing.
    for (var known : List.copyOf(all.keySet())) {
      if (known.matches("-?(0|[1-9]\\d{0,14})")) {
        all.putIfAbsent(known + ".0", all.get(known));
      }
    }
    return all;
  }

  private String beside(String name, List<String> parts) {
    return graph.addAlong(name, "Concat", parts.toArray(String[]::new));
  }

  private <T> String row(String name, List<T> of, ToDoubleFunction<T> value) {
    return graph.row(name, ValueType.DOUBLE, of.stream().mapToDouble(value).toArray());
  }
}
