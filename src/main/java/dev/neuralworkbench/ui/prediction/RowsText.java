package dev.neuralworkbench.ui.prediction;

import dev.neuralworkbench.data.Column;
import dev.neuralworkbench.model.Evaluation;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.common.Messages;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;

/** What the answers for many rows come to, in sentences. */
final class RowsText {

  private static final int MOST_NAMES = 12;
  private static final int DIGITS = 4;

  private RowsText() {}

  /** Why no row can be answered. */
  static ObservableValue<String> refusal(RowsAnswer.Refused refused, Messages messages) {
    if (refused.lacking().isEmpty()) {
      var first = refused.problems().getFirst();
      return messages.sentence(first.at(first.place().in(refused.table().name())));
    }
    var present = refused.table().columns().stream().map(Column::name).toList();
    return messages
        .language()
        .map(
            _ ->
                messages.now(
                    "predict.rows.lacks",
                    refused.table().name(),
                    few(refused.lacking(), messages.words()),
                    few(present, messages.words())));
  }

  /** How many rows of what are answered. */
  static String facts(RowsAnswer.Given given, Words words) {
    var rows = Numbers.count(given.table().rows());
    return given.unanswered() == 0
        ? words.text("predict.rows.facts", given.table().name(), rows)
        : words.text(
            "predict.rows.facts.some",
            given.table().name(),
            Numbers.count(given.answers().answered()),
            rows);
  }

  /** How good the answers are, beside one that looks at no input; empty if that is not known. */
  static String score(RowsAnswer.Given given, Words words) {
    var score = given.score();
    if (score == null) {
      return "";
    }
    return switch (score.model()) {
      case Evaluation.OfClasses model -> {
        var constant = (Evaluation.OfClasses) score.constant();
        var confusion = model.report().confusion();
        yield words.text(
            "predict.rows.score.classes",
            share(model.report().accuracy()),
            Numbers.count(confusion.correct()),
            Numbers.count(confusion.rows()),
            given.answers().answers().classes().get((int) score.answer()),
            share(constant.report().accuracy()));
      }
      case Evaluation.OfNumbers model -> {
        var constant = (Evaluation.OfNumbers) score.constant();
        yield words.text(
            "predict.rows.score.numbers",
            share(model.report().r2()),
            digits(model.report().rmse()),
            Numbers.rounded(score.answer(), DIGITS),
            digits(constant.report().rmse()));
      }
    };
  }

  /** The first few of many names. */
  static List<String> few(List<String> names, Words words) {
    var more = names.size() - MOST_NAMES;
    return more <= 0
        ? names
        : Stream.concat(
                names.stream().limit(MOST_NAMES),
                Stream.of(words.text("predict.rows.more", Numbers.count(more))))
            .toList();
  }

  /** Four significant digits, zeros at the end kept, so that two can be compared. */
  private static String digits(double value) {
    if (!Double.isFinite(value)) {
      return "–";
    }
    var rounded = new BigDecimal(value).round(new MathContext(DIGITS));
    var exponent = rounded.precision() - rounded.scale() - 1;
    return exponent < -4 || exponent > 8
        ? Numbers.rounded(value, DIGITS)
        : rounded
            .setScale(Math.max(0, DIGITS - 1 - exponent), RoundingMode.HALF_EVEN)
            .toPlainString();
  }

  private static String share(double value) {
    return !Double.isFinite(value)
        ? "–"
        : String.format(Locale.ROOT, "%.3f", Math.round(value * 1000) / 1000.0).replace('-', '−');
  }
}
