package dev.neuralworkbench.ui.prediction.why;

import dev.neuralworkbench.data.encode.InputEncoder.CategoryInput;
import dev.neuralworkbench.data.encode.Pixels;
import dev.neuralworkbench.data.encode.RawRow;
import dev.neuralworkbench.data.table.TableWriter;
import dev.neuralworkbench.explain.why.Explainer;
import dev.neuralworkbench.explain.why.Explanation;
import dev.neuralworkbench.explain.why.Flip;
import dev.neuralworkbench.explain.why.NearestRows.Near;
import dev.neuralworkbench.model.Background;
import dev.neuralworkbench.model.answer.Prediction;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.WhyWords;
import dev.neuralworkbench.ui.chart.Ink;
import dev.neuralworkbench.ui.chart.curve.ChartFiles;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.common.WhatIsThis;
import dev.neuralworkbench.ui.drawing.image.RowImage;
import dev.neuralworkbench.ui.drawing.image.RowImageView;
import dev.neuralworkbench.ui.prediction.why.WhyViewModel.Found;
import dev.neuralworkbench.ui.prediction.why.WhyViewModel.Question;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Why the row that is entered is predicted as it is. */
public final class WhyPane extends VBox {

  /** An explanation that takes longer than this says how long, in seconds. */
  private static final double SHORT = 0.3;

  private final WhyViewModel model;
  private final Messages messages;
  private final ChartFiles files;
  private final IntConsumer fill;
  private final IntSupplier entered;
  private final VBox content = Styling.as(new VBox(), "why-content");

  /**
   * @param fill enters a row of the table, by its number
   * @param entered the number of the row that is entered; 0 for another
   */
  public WhyPane(WhyViewModel model, ChartFiles files, IntConsumer fill, IntSupplier entered) {
    this.model = model;
    this.messages = files.messages();
    this.files = files;
    this.fill = fill;
    this.entered = entered;
    Styling.as(this, "#why", "why-pane");
    var what = new WhatIsThis(messages.text("predict.why.explain"), "predict.why", messages);
    var blank = model.found.map(it -> it.explanation().isEmpty()).orElse(true);
    var save = files.menuButton("why", blank, this::savePicture, this::saveNumbers);
    var heading = Labels.whole(messages.text("predict.why.heading"), "chart-heading");
    var head = Styling.as(new HBox(heading, what.button, Space.between(), save), "section-head");
    var wait =
        Labels.wrapped(
            messages.text(
                model.seconds,
                (words, it) ->
                    words.text("predict.why.wait", Numbers.rounded(it.doubleValue(), 1))),
            "#why-wait",
            "muted");
    Visibility.when(wait, model.found.busy().and(model.seconds.greaterThan(SHORT)));
    var scroll = Styling.as(new ScrollPane(content), "edge-to-edge");
    scroll.setFitToWidth(true);
    getChildren().setAll(head, what, wait, Space.tall(scroll));
    visibleProperty().bind(model.open);
    OnAnyChange.all(this::show, model.found, messages.language());
  }

  private void show() {
    var found = model.found.get();
    content.getChildren().clear();
    if (found == null) {
      return;
    }
    var background = found.background();
    if (background.isEmpty()) {
      say("predict.why.noBackground");
    } else if (found.explanation().isEmpty()) {
      say("answers.none");
    } else {
      show(found, background.get(), found.explanation().get());
    }
  }

  private void show(Found found, Background background, Explanation of) {
    var rows = background.rows();
    var seed = String.valueOf(Background.seed(found.question().model()));
    var compared = say("predict.why.compared", rows.size(), seed);
    var numbers = rows.stream().map(Numbers::count).collect(Collectors.joining(", "));
    compared.setId("why-compared");
    Tooltips.install(compared, new SimpleStringProperty(numbers));
    var pixels = found.question().model().preprocessor().pixels();
    pixels.ifPresent(
        it -> {
          content.getChildren().add(images(it, found.question(), of));
          say("predict.why.pixels");
        });
    content.getChildren().add(bars(of));
    var decision = found.question().model().decision();
    if (decision != null && of.prediction() instanceof Prediction.OfClass it) {
      content
          .getChildren()
          .add(Labels.sentence(messages.text(words -> WhyWords.decision(decision, it, words))));
    }
    if (!of.others().isEmpty()) {
      say("predict.why.many", of.others().size() + Explainer.ALONE, Explainer.ALONE);
    }
    if (of.prediction() instanceof Prediction.OfClass) {
      found
          .flip()
          .ifPresentOrElse(it -> show(it, found.question()), () -> say("predict.why.flip.none"));
    }
    if (found.question().data().table() == null) {
      say("predict.why.noTable");
    }
    var near = found.nearest().stream().filter(it -> it.row() != entered.getAsInt());
    list("predict.why.nearest", near.limit(WhyViewModel.NEAREST).toList(), pixels);
    list("predict.why.other", found.other(), pixels);
  }

  private Node say(String key, Object... arguments) {
    var label = Labels.sentence(messages.text(key, arguments));
    content.getChildren().add(label);
    return label;
  }

  /** The row as an image, and beside it what those pixels add that stand alone. */
  private Node images(Pixels pixels, Question asked, Explanation of) {
    var inputs = asked.model().preprocessor();
    var shares = new float[pixels.side() * pixels.side()];
    var alone = of.contributions().stream().filter(it -> !it.column().isEmpty()).toList();
    var most = alone.stream().mapToDouble(it -> Math.abs(it.amount())).max().orElse(0);
    for (var each : alone) {
      if (most > 0) {
        shares[inputs.indexOf(each.column())] = (float) (each.amount() / most);
      }
    }
    var row = image(pixels, asked.row(), "#why-row");
    row.accessibleTextProperty().bind(messages.text("predict.image"));
    var added = Styling.as(new RowImageView(Ink.POSITIVE, Ink.NEGATIVE), "#why-pixels");
    added.show(new RowImage(pixels.side(), shares));
    added.accessibleTextProperty().bind(messages.text("predict.why.pixels"));
    return Styling.as(new HBox(row, added), "why-images");
  }

  private static RowImageView image(Pixels pixels, RawRow row, String... names) {
    var view = Styling.as(new RowImageView(), names);
    view.show(new RowImage(pixels, row::number));
    return view;
  }

  private SumBars bars(Explanation of) {
    var lines = new WhyWords(of, messages.words()).lines();
    var ends = lines.stream().flatMapToDouble(it -> DoubleStream.of(it.from(), it.to()));
    var isClass = of.prediction() instanceof Prediction.OfClass;
    var whole = isClass ? DoubleStream.of(0, 1) : DoubleStream.empty();
    var span = DoubleStream.concat(ends, whole).summaryStatistics();
    var bars = new SumBars(span.getMin(), span.getMax());
    bars.add(lines.getFirst(), messages.now("predict.why.base.tip"));
    lines.stream().skip(1).forEach(it -> bars.add(it, it.name()));
    return bars;
  }

  private String shown(String cell) {
    return WhyWords.value(cell, messages.words());
  }

  private void show(Flip flip, Question asked) {
    var inputs = asked.model().preprocessor();
    var isCategory = inputs.inputs().get(inputs.indexOf(flip.column())) instanceof CategoryInput;
    say(
        isCategory ? "predict.why.flip.category" : "predict.why.flip",
        flip.prediction().answer(),
        flip.column() + " = " + shown(flip.to()),
        shown(flip.from()),
        Numbers.rounded(100 * flip.share(), 2));
  }

  private void list(String key, List<Near> rows, Optional<Pixels> pixels) {
    if (rows.isEmpty()) {
      return;
    }
    content.getChildren().add(Labels.whole(messages.text(key), "why-sum"));
    for (var row : rows) {
      var truth = row.prediction() instanceof Prediction.OfClass ? row.truth() : shown(row.truth());
      var answer = WhyWords.predicted(row.prediction());
      var text =
          messages.text(
              answer.equals(truth) ? "predict.why.near" : "predict.why.near.wrong",
              Numbers.count(row.row()),
              truth,
              Numbers.rounded(row.distance(), 3),
              answer);
      var link = Buttons.link(text, () -> fill.accept(row.row()), "#why-near-" + row.row());
      link.setWrapText(true);
      pixels.ifPresent(it -> Styling.as(link, "row-thumbnail").setGraphic(image(it, row.cells())));
      content.getChildren().add(link);
    }
  }

  private void savePicture() {
    var row = entered.getAsInt();
    var of = row == 0 ? "" : " · " + messages.now("place.row", Numbers.count(row));
    files.savePicture(content, messages.now("predict.why.heading") + of, "why.png");
  }

  private void saveNumbers() {
    var row = entered.getAsInt();
    Optional.ofNullable(model.found.get())
        .flatMap(Found::explanation)
        .ifPresent(
            of ->
                files.saveNumbers(
                    "chart.saving", "why.csv", to -> TableWriter.write(of.table(row), to)));
  }
}
