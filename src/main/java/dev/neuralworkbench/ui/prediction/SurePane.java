package dev.neuralworkbench.ui.prediction;

import dev.neuralworkbench.metrics.Conformal;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.model.answer.Prediction;
import dev.neuralworkbench.study.Sureness;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.SureWords;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.common.WhatIsThis;
import dev.neuralworkbench.ui.common.form.Fields;
import dev.neuralworkbench.ui.common.form.PropertyChoice;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.common.work.Inquiry;
import dev.neuralworkbench.ui.common.work.LatestTask;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * How sure the prediction is: an interval or a set of classes at a level, on request, since the
 * test rows are answered for it.
 */
final class SurePane extends VBox {

  static final String JOB = "job.sure";

  private static final int DIGITS = 4;

  /** What a model's predictions rest on, and the scores of its test rows. */
  @SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
  private record Found(Sureness sureness, double[] test) {}

  private final PredictViewModel model;
  private final PropertyChoice<Double> level =
      new PropertyChoice<>(
          "predict.level",
          new SimpleObjectProperty<>(Conformal.USUAL),
          it -> Conformal.LEVEL.problems("predict.level", it));
  private final Inquiry<Model, Found> found;

  /** The button that asks, and one that explains. */
  final HBox head;

  final Label said;

  SurePane(PredictViewModel model, BackgroundTasks tasks, Messages messages) {
    this.model = model;
    found = new Inquiry<Model, Found>(tasks, LatestTask.seen(tasks, JOB)).lasting();
    var fields = new Fields(messages);
    var start = Buttons.of(messages, "predict.sure", this::ask, "#predict-sure", "small");
    var workspace = model.workspace;
    var hasNoRows = BooleanExpression.booleanExpression(model.rows().map(it -> it == 0));
    start.disableProperty().bind(found.busy().or(hasNoRows));
    var field = fields.number(level, Conformal.LEVEL, "predict.level");
    said =
        Labels.sentence(
            messages.text(this::said, found, level.value(), model.answer), "#predict-sure-said");
    var rest =
        Labels.sentence(
            messages.text(this::rest, found, level.value()), "#predict-sure-rest", "muted");
    for (var part : new Node[] {field, said, rest}) {
      Visibility.when(part, found.isNotNull());
    }
    Styling.as(this, "answer-pane");
    var what = new WhatIsThis(messages.text("predict.sure.what"), "predict.sure", messages);
    head = Styling.as(new HBox(start, what.button), "section-head");
    getChildren().setAll(what, Styling.as(new HBox(field), "study-form"), said, rest);
    Visibility.when(this, found.isNotNull().or(what.visibleProperty()));
    workspace.model.subscribe(found::forget);
    workspace.document().map(it -> it.data().hash()).subscribe(_ -> found.forget());
  }

  private void ask() {
    var asked = model.workspace.model.getValue();
    var table = model.workspace.document().get().data().table();
    if (asked != null && table != null) {
      var products = model.trainer.products();
      found.askAgain(
          asked,
          progress -> {
            var test = asked.prepared(table).test();
            var answers = new ModelPredictor(asked, products).predict(test, progress);
            return new Found(
                Sureness.of(asked, table, products, progress),
                Sureness.scores(answers, test.targets()));
          });
    }
  }

  /** The interval or the set of the prediction that shows. */
  private String said(Words words) {
    var now = found.get();
    var answer = model.answer.get();
    if (now == null || answer == null) {
      return "";
    }
    var at = now.sureness.at(level.value().get());
    var percent = Numbers.percent(at.level(), 3);
    return switch (answer.prediction()) {
      case Prediction.None _ -> "";
      case Prediction.OfNumber(var number) ->
          words.text(
              "predict.sure.interval",
              percent,
              Numbers.told(number - at.margin(), DIGITS),
              Numbers.told(number + at.margin(), DIGITS));
      case Prediction.OfClass of -> {
        var each = of.probabilities().stream().mapToDouble(it -> it).toArray();
        var held = at.classes(each);
        var names =
            IntStream.of(held)
                .mapToObj(of.classes()::get)
                .collect(Collectors.joining(words.text("predict.sure.separator")));
        // The most probable class is in every set that is not empty.
        var isHeld = IntStream.of(held).anyMatch(it -> it == of.index());
        var key = names.isEmpty() ? "none" : isHeld ? "set" : "decided";
        yield words.text("predict.sure." + key, percent, names, of.answer());
      }
    };
  }

  private String rest(Words words) {
    var now = found.get();
    Model of = model.workspace.model.getValue();
    if (now == null || of == null) {
      return "";
    }
    var at = level.value().get();
    var rests = SureWords.of(now.sureness, at, of.preprocessor().target(), words);
    return now.test.length == 0
        ? rests
        : words.joined(rests, SureWords.coverage(now.sureness.at(at), now.test, words));
  }
}
