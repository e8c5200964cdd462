package dev.neuralworkbench.ui.prediction;

import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.text.DecisionWords;
import dev.neuralworkbench.ui.chart.curve.ChartFiles;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.ScreenView;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.common.form.ProblemLabel;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.drawing.map.DecisionPicture;
import dev.neuralworkbench.ui.prediction.why.WhyPane;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The predict screen: what the trained model answers for what is entered. */
public final class PredictView extends StackPane implements ScreenView {

  private final PredictViewModel model;
  private final RowsViewModel rowsModel;
  private final Messages messages;
  private final Label outdated = Labels.sentence("#predict-outdated", "notice");
  private final AnswerPane answer;
  private final AnswerScroll scroll;
  private final RowsPane rows;
  private final VBox filled = Styling.as(new VBox(), "screen");
  private final PadPane pad;
  private final VBox empty = Styling.as(new VBox(), "empty-state");

  public PredictView(
      PredictViewModel model,
      RowsViewModel rowsModel,
      BackgroundTasks tasks,
      ChartFiles files,
      DecisionPicture picture,
      Node export) {
    this.model = model;
    this.rowsModel = rowsModel;
    messages = files.messages();
    var sure = new SurePane(model, tasks, messages);
    var worked = new WorkedPane(model, rowsModel.services);
    answer = new AnswerPane(messages, sure);
    answer.getChildren().add(worked);
    scroll = new AnswerScroll(answer);
    sure.said.visibleProperty().subscribe(it -> scroll.reveal(it ? List.of(sure) : List.of()));
    model.answer.subscribe(
        it -> {
          answer.show(it, model.blank.get());
          var told = Stream.<Node>of(sure.said).filter(Node::isVisible);
          scroll.reveal(Stream.concat(told, answer.predicted().stream()).toList());
        });
    pad = new PadPane(model, rowsModel.services);
    rows =
        new RowsPane(rowsModel, messages, export, (given, row) -> model.fill(given.table(), row));
    setId("predict");
    layOutEmpty();
    layOutFilled(
        new FormPane(model, tasks, messages),
        new RowPicture(model, messages, picture),
        pad,
        new WhyPane(model.why, files, model::fill, model.row::getValue));
    var why = Buttons.name(new ToggleButton(), messages, "predict.why");
    why.selectedProperty().bindBidirectional(model.why.open);
    answer.addTool(Styling.as(why, "#predict-why", "small"));
    answer.addTool(worked.sheet);
    answer.addTool(sure.head);
    bind();
  }

  @Override
  public void shown() {
    rowsModel.seen(true);
  }

  @Override
  public void hidden() {
    rowsModel.seen(false);
  }

  public Node rowsArea() {
    return rows;
  }

  /** Whether a file is a picture for the pad. */
  public boolean takes(Path file) {
    return pad.takes(file);
  }

  public void openPicture(Path file) {
    pad.open(file);
  }

  private void layOutEmpty() {
    var said =
        messages.text(
            model.training(),
            (words, training) -> words.text(training ? "predict.training" : "predict.empty"));
    var sentence = Labels.wrapped(said, "#predict-empty");
    var train = Buttons.of(messages, "predict.train", model.trainer::train, "#predict-train");
    model.training().subscribe(training -> Visibility.when(train, !training));
    train.disableProperty().bind(model.workspace.problems().map(problems -> !problems.isEmpty()));
    var problem = ProblemLabel.elsewhere(messages);
    problem.setId("predict-train-problem");
    model.workspace.problems().subscribe(problem::show);
    empty.getChildren().setAll(sentence, train, problem);
  }

  private void layOutFilled(FormPane form, RowPicture picture, PadPane pad, WhyPane why) {
    outdated.setMaxWidth(Double.MAX_VALUE);
    var parts = new PredictLayout(form, scroll, rows, picture, pad, why);
    filled.getChildren().setAll(outdated, Space.tall(parts));
    getChildren().setAll(empty, filled);
  }

  private void bind() {
    outdated.textProperty().bind(messages.text("predict.outdated"));
    Visibility.when(outdated, model.workspace.document().map(Document::draftDiffers));
    var isEmpty = model.form.isNull();
    filled.visibleProperty().bind(isEmpty.not());
    empty.visibleProperty().bind(isEmpty);
    model.actual.subscribe(it -> answer.show(it));
    model.blank.subscribe(it -> answer.show(model.answer.get(), it));
    var decision =
        messages.text(
            model.workspace.model, (words, of) -> of == null ? "" : DecisionWords.of(of, words));
    answer.decision.textProperty().bind(decision);
  }

  /**
   * Form and answer, rows below with half the height if answered, and a square picture aside, or
   * below the answer where it is larger there; what can be drawn comes first, its form folded above
   * the answer. An explanation has the right side, in the place of the picture, or that of the
   * rows.
   */
  private static final class PredictLayout extends Pane {

    private static final double MOST_FOR_FORM = 0.62;
    private static final double MOST_ABOVE_ROWS = 0.5;
    private static final double LEAST_ABOVE_ROWS = 0.3;

    /** The square: a share of the width, its heading and choices, and from when on it shows. */
    private static final double MOST_FOR_PICTURE = 0.38;

    private static final double MOST_FOR_PAD = 0.5;
    private static final double LEAST_PAD_IN_EM = 14;
    private static final double HEAD_IN_EM = 4.5;
    private static final double WIDE_IN_EM = 66;
    private static final double LEAST_PICTURE_IN_EM = 15;
    private static final double ANSWER_IN_EM = 20;
    private static final double LEAST_WHY_IN_EM = 25;
    private static final double LEAST_ANSWER_IN_EM = 16;

    private final FormPane form;
    private final Region answer;
    private final RowsPane rows;
    private final RowPicture picture;
    private final PadPane pad;
    private final WhyPane why;

    /** The width of all but the explanation, which has the right side for itself. */
    private double room;

    private final Label ruler = new Label();

    PredictLayout(
        FormPane form, Region answer, RowsPane rows, RowPicture picture, PadPane pad, WhyPane why) {
      this.form = form;
      this.answer = answer;
      this.rows = rows;
      this.picture = picture;
      this.pad = pad;
      this.why = why;
      why.visibleProperty().subscribe(_ -> requestLayout());
      getStyleClass().add("predict-parts");
      ruler.setVisible(false);
      getChildren().setAll(ruler, form, answer, rows, picture, pad, why);
    }

    /** The width that the square takes. */
    private double squareWidth(double gap) {
      var em = ruler.getFont().getSize();
      var isPad = pad.hasImage();
      var ofForm = (form.isFolded() ? 0 : form.prefWidth(-1)) + ANSWER_IN_EM * em + gap;
      var beside = Math.max(ofForm, isPad ? rows.minWidth(-1) : 0) + 2 * gap;
      var most = Math.min((isPad ? MOST_FOR_PAD : MOST_FOR_PICTURE) * room, room - beside);
      var tallest = isPad ? most : getHeight() - HEAD_IN_EM * em;
      var side = Math.rint(Math.max(0, Math.min(most, tallest)));
      var isWide = room >= WIDE_IN_EM * em && side >= LEAST_PICTURE_IN_EM * em;
      pad.setVisible(isPad && side >= LEAST_PAD_IN_EM * em);
      picture.setVisible(!isPad && isWide && picture.hasMap() && room == getWidth());
      if (pad.isVisible()) {
        var width = pad.fit(side, getHeight());
        pad.resizeRelocate(0, 0, width, getHeight());
        return width + 2 * gap;
      } else if (picture.isVisible()) {
        picture.resizeRelocate(room - side, 0, side, side + Math.rint(HEAD_IN_EM * em));
        return side + 2 * gap;
      }
      return 0;
    }

    /** Where the column of the answer begins if a larger picture fits below it; 0 if not. */
    private double belowAnswer(double gap, double beside) {
      var head = Math.rint(HEAD_IN_EM * ruler.getFont().getSize());
      var least = Math.max(beside, LEAST_PICTURE_IN_EM * ruler.getFont().getSize());
      var left = snapSizeX(Math.max(form.prefWidth(-1), rows.minWidth(-1)) + gap);
      var width = Math.min(answer.maxWidth(-1), room - left);
      var top = answer.prefHeight(width) + gap;
      var side = Math.rint(Math.min(width, getHeight() - top - head));
      if (pad.hasImage()
          || !picture.hasMap()
          || why.isVisible()
          || rows.hasAnswers()
          || side < least) {
        return 0;
      }
      picture.setVisible(true);
      // A larger window, with the picture aside, is to show no less of it.
      width = Math.min(width, Math.max(side, MOST_FOR_PICTURE * room));
      picture.resizeRelocate(left, top, Math.rint(width), side + head);
      return left;
    }

    /** The width that an explanation takes beside the others; 0 where it stands below them. */
    private double roomForWhy(double gap) {
      var em = ruler.getFont().getSize();
      var width = snapSizeX(Math.max(LEAST_WHY_IN_EM * em, MOST_FOR_PICTURE * getWidth()));
      // An image is drawn on while it is explained.
      var least =
          pad.hasImage()
              ? LEAST_PAD_IN_EM * em + 2 * gap + rows.minWidth(-1)
              : LEAST_ANSWER_IN_EM * em;
      var others = (form.isFolded() ? 0 : form.prefWidth(-1)) + least + 2 * gap;
      if (!why.isVisible() || getWidth() - width < others) {
        return 0;
      }
      why.resizeRelocate(getWidth() - width, 0, width, getHeight());
      return width + 2 * gap;
    }

    @Override
    protected double computePrefHeight(double width) {
      return 0;
    }

    @Override
    protected void layoutChildren() {
      var gap = snapSpaceX(rows.getInsets().getTop());
      room = getWidth() - roomForWhy(gap);
      var isWhyBelow = why.isVisible() && room == getWidth();
      var taken = squareWidth(gap);
      var column = belowAnswer(gap, taken - 2 * gap);
      var isBelow = column > 0;
      var left = pad.isVisible() ? taken : 0;
      var width = room - (isBelow ? 0 : taken);
      var isAbove = form.isFolded();
      var most = isBelow ? column - gap : MOST_FOR_FORM * width;
      var formWidth = isAbove ? width : snapSizeX(Math.min(form.prefWidth(-1), most));
      var formHeight = form.prefHeight(formWidth);
      var answerLeft = isBelow ? column : isAbove ? 0 : formWidth + gap;
      var answerTop = isAbove ? formHeight + gap : 0;
      var answerWidth = Math.min(answer.maxWidth(-1), width - answerLeft);
      var answerHeight = answer.prefHeight(answerWidth);
      var rowsWidth = isBelow ? column - gap : width;
      var wanted = isBelow ? formHeight : Math.max(formHeight, answerTop + answerHeight);
      var height = getHeight();
      // Half the height, or less where the rows could not show a few of their lines.
      var above =
          rows.hasAnswers() || isWhyBelow
              ? Math.clamp(
                  height - rows.minHeight(width),
                  LEAST_ABOVE_ROWS * height,
                  MOST_ABOVE_ROWS * height)
              : height - rows.prefHeight(rowsWidth);
      var top = snapSizeY(Math.min(wanted, above));
      form.resizeRelocate(left, 0, formWidth, isAbove ? formHeight : top);
      answer.resizeRelocate(
          left + answerLeft, answerTop, answerWidth, isBelow ? answerHeight : top - answerTop);
      rows.setVisible(!isWhyBelow);
      (isWhyBelow ? why : rows).resizeRelocate(left, top, rowsWidth, getHeight() - top);
    }
  }
}
