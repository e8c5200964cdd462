package dev.neuralworkbench.cli;

import dev.neuralworkbench.metrics.ConfusionMatrix;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A confusion matrix in columns: a row for each true class, a column for each predicted one. */
final class ConfusionText {

  private ConfusionText() {}

  static String of(ConfusionMatrix confusion, List<String> classes) {
    var width = Math.max(6, classes.stream().mapToInt(String::length).max().orElse(0)) + 2;
    var head = padded("", width) + joined(classes.stream().map(name -> padded(name, width)));
    var rows =
        IntStream.range(0, classes.size())
            .mapToObj(
                actual ->
                    padded(classes.get(actual), width)
                        + joined(
                            IntStream.range(0, classes.size())
                                .mapToObj(
                                    predicted ->
                                        padded(
                                            String.valueOf(confusion.count(actual, predicted)),
                                            width))))
            .collect(Collectors.joining(System.lineSeparator()));
    return head + System.lineSeparator() + rows;
  }

  private static String joined(Stream<String> cells) {
    return cells.collect(Collectors.joining());
  }

  private static String padded(String cell, int width) {
    return " ".repeat(Math.max(0, width - cell.length())) + cell;
  }
}
