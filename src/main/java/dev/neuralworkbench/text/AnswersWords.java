package dev.neuralworkbench.text;

import dev.neuralworkbench.data.encode.RowRemark;
import dev.neuralworkbench.data.encode.TargetEncoder.NumberTarget;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.metrics.ConfusionMatrix;
import dev.neuralworkbench.model.answer.RowsAnswer;
import dev.neuralworkbench.model.answer.Scores;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the answers for many rows come to, in sentences that window and command line share. */
public final class AnswersWords {

  private static final int MOST_NAMES = 12;
  private static final int DIGITS = 4;

  private AnswersWords() {}

  /** How many rows of what are answered, and how many are not. */
  public static String facts(RowsAnswer.Given given, Words words) {
    var rows = Numbers.count(given.table().rows());
    return given.unanswered() == 0
        ? words.text("answers.facts", given.table().name(), rows)
        : words.text(
            "answers.facts.some",
            given.table().name(),
            Numbers.count(given.answers().answered()),
            rows,
            Numbers.count(given.unanswered()));
  }

  /** The remarks on rows that come out as wanted, a sentence each. */
  public static List<String> remarks(
      RowsAnswer.Given given, Predicate<RowRemark.Outcome> wanted, Words words) {
    return given.answers().remarks().stream()
        .filter(remark -> wanted.test(remark.outcome()))
        .map(remark -> sentence(remark, given.table(), words))
        .toList();
  }

  /** The first remarks on rows with a target, a sentence each, and how many more there are. */
  public static List<String> targetRemarks(RowsAnswer.Given given, int most, Words words) {
    var all = given.answers().targetRemarks();
    var said = all.stream().limit(most).map(it -> sentence(it, given.table(), words));
    var more = all.size() - most;
    return Stream.concat(
            said,
            more <= 0
                ? Stream.of()
                : Stream.of(words.text("answers.moreRemarks", Numbers.count(more))))
        .toList();
  }

  private static String sentence(RowRemark remark, Table table, Words words) {
    var first = remark.first();
    var sentence = words.sentence(first.at(first.place().in(table.name())));
    if (remark.rows() == 1 && remark.columns() == 1) {
      return sentence;
    }
    return remark.columns() == 1
        ? words.text("answers.moreRows", sentence, Numbers.count(remark.rows() - 1))
        : words.text(
            "answers.moreColumns",
            sentence,
            Numbers.count(remark.columns() - 1L),
            Numbers.count(remark.rows()));
  }

  /** How good the answers are, beside one that looks at no input; empty if that is not known. */
  public static String score(RowsAnswer.Given given, Words words) {
    var judgement = given.judgement();
    if (judgement == null) {
      return "";
    }
    return switch (judgement.network()) {
      case Scores.OfClasses model -> {
        var constant = (Scores.OfClasses) judgement.constant();
        var confusion = model.confusion();
        yield words.text(
            "answers.score.classes",
            Numbers.share(confusion.accuracy()),
            Numbers.count(confusion.correct()),
            Numbers.count(confusion.rows()),
            given.answers().answers().classes().get(onlyClass(constant.confusion())),
            Numbers.share(constant.confusion().accuracy()));
      }
      case Scores.OfNumbers model -> {
        var constant = (Scores.OfNumbers) judgement.constant();
        yield words.text(
            "answers.score.numbers",
            Numbers.share(model.report().r2()),
            Numbers.significant(model.report().rmse(), DIGITS),
            Numbers.told(((NumberTarget) judgement.target()).mean(), DIGITS),
            Numbers.significant(constant.report().rmse(), DIGITS));
      }
    };
  }

  /** The class that every row is predicted as. */
  private static int onlyClass(ConfusionMatrix constant) {
    return IntStream.range(0, constant.classes())
        .filter(c -> constant.predicted(c) > 0)
        .findFirst()
        .orElseThrow();
  }

  /** That the model was trained on rows of the table; empty if it was not. */
  public static String trained(RowsAnswer.Given given, Words words) {
    return given.trained() == 0
        ? ""
        : words.text(
            "answers.trained", Numbers.count(given.trained()), Numbers.count(given.table().rows()));
  }

  /** The columns that are not asked for; empty if there are none. */
  public static String unused(RowsAnswer.Given given, Words words) {
    return given.unused().isEmpty() ? "" : words.text("answers.unused", few(given.unused(), words));
  }

  public static List<?> few(List<String> names, Words words) {
    return few(names, MOST_NAMES, words);
  }

  /** The first names, and how many more there are. */
  public static List<?> few(List<?> names, int most, Words words) {
    var more = names.size() - most;
    return more <= 0
        ? names
        : Stream.concat(
                names.stream().limit(most),
                Stream.of(words.text("answers.more", Numbers.count(more))))
            .toList();
  }
}
