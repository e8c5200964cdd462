package dev.neuralworkbench.ui.evaluation;

import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.VerdictWords;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.chart.curve.ChartFiles;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.ScreenView;
import dev.neuralworkbench.ui.common.SegmentedButtons;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.common.form.ProblemLabel;
import dev.neuralworkbench.ui.evaluation.EvaluateViewModel.State;
import dev.neuralworkbench.ui.evaluation.ScoresPane.Kind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The evaluate screen: which rows, the scores, and cross-validation of the present choices. */
public final class EvaluateView extends VBox implements ScreenView {

  /** How another file is asked for, and what its columns are where these are called otherwise. */
  public record OtherFile(Runnable open, Region mapping) {}

  private final EvaluateViewModel model;
  private final Messages messages;
  private final Runnable train;
  private final Runnable openData;
  private final ObservableValue<Boolean> training;
  private final OtherFile file;
  private final Label verdict = Labels.sentence("#evaluate-verdict-line", "verdict");
  private final Label warning = Labels.wrapped("#evaluate-verdict", "score-beaten");
  private final Label count = Labels.wrapped("#evaluate-count", "muted");
  private final Label gap = Labels.wrapped("#evaluate-gap", "muted");
  private final Label differs = Labels.wrapped("#evaluate-differs", "muted");
  private final Label sentence = Labels.sentence("#evaluate-state");
  private final Button action = Styling.as(new Button(), "#evaluate-action");
  private final ProblemLabel problem;
  private final VBox empty = Styling.as(new VBox(), "evaluate-empty");
  private final ScoresPane scores;
  private final CellRows rows;
  private final VBox errors = Styling.as(new VBox(), "score-column");
  private final PartsPane parts;
  private final ScrollPane scroll = new ScrollPane();

  public EvaluateView(
      EvaluateViewModel model,
      CrossValidationViewModel study,
      Map<EvaluateTab, Supplier<Region>> parts,
      ChartFiles files,
      Runnable train,
      Runnable openData,
      IntConsumer openRow,
      Node export,
      OtherFile file) {
    this.model = model;
    this.train = train;
    this.openData = openData;
    this.file = file;
    messages = files.messages();
    training = model.training();
    scores = new ScoresPane(model, files, export);
    rows = new CellRows(model, files, openRow);
    problem = ProblemLabel.elsewhere(messages);
    Styling.as(this, "#evaluate", "screen", "evaluate-screen");
    this.parts = new PartsPane(model, messages, with(study, files, parts));
    layOut();
    bind();
  }

  @Override
  public void shown() {
    model.seen(true);
    parts.seen(true);
  }

  @Override
  public void hidden() {
    model.seen(false);
    parts.seen(false);
  }

  /** The parts that are given, with cross-validation and the rows of a large matrix. */
  private Map<EvaluateTab, Supplier<Region>> with(
      CrossValidationViewModel study, ChartFiles files, Map<EvaluateTab, Supplier<Region>> given) {
    var all = new EnumMap<EvaluateTab, Supplier<Region>>(EvaluateTab.class);
    all.putAll(given);
    all.put(EvaluateTab.CURVES, () -> scores.curves);
    all.put(EvaluateTab.CALIBRATION, () -> new CalibrationPane(model, files));
    all.put(
        EvaluateTab.COMPARE,
        () -> below(new CrossValidationPane(study, messages), given.get(EvaluateTab.COMPARE)));
    all.put(EvaluateTab.ERRORS, () -> below(errors, given.get(EvaluateTab.ERRORS)));
    return all;
  }

  private static VBox below(Region own, @Nullable Supplier<Region> given) {
    var both = given == null ? new VBox(own) : new VBox(own, given.get());
    return Styling.as(both, "score-column");
  }

  private void layOut() {
    var which =
        SegmentedButtons.of(
            messages,
            List.of(EvaluatedRows.values()),
            it -> "evaluate.part." + it.id(),
            it -> "evaluate-" + it.id(),
            model.part,
            this::choose);
    var below = Styling.as(new SentenceRow(count, gap, warning, differs), "verdict-below");
    var said = Styling.as(new VBox(verdict, below), "verdict-box");
    said.setMinWidth(0);
    which.setMinWidth(USE_PREF_SIZE);
    var head = Styling.as(new HBox(Space.wide(said), which), "evaluate-head");
    head.setMinHeight(USE_PREF_SIZE);
    problem.setId("evaluate-action-problem");
    empty.getChildren().setAll(sentence, action, problem);
    Space.tall(rows);
    Space.tall(errors);
    var main = Styling.as(new VBox(file.mapping, empty, scores.numbers), "evaluate-content");
    var content = new ScoreColumns(List.of(8, 4), main, parts);
    model.kind.subscribe(
        kind -> {
          var isNumeric = kind == Kind.NUMBERS;
          var hasCurve = kind == Kind.FEW_CLASSES;
          // Numbers alone are narrow: three columns have room before twelve parts of the width do.
          content.divide(isNumeric ? List.of(4, 2) : hasCurve ? List.of(8, 4) : List.of(12, 4));
          VBox.setVgrow(scores.numbers, hasCurve ? Priority.NEVER : Priority.ALWAYS);
          // A large matrix leaves no room below it.
          move(rows, hasCurve || isNumeric ? main : errors);
          Visibility.when(errors, !hasCurve && !isNumeric);
        });
    scroll.setContent(content);
    Styling.as(scroll, "#evaluate-scroll", "evaluate-scroll");
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.AS_NEEDED);
    getChildren().setAll(head, Space.tall(scroll));
  }

  /** A file that is chosen shows again, pressed once more it makes room for another. */
  private void choose(EvaluatedRows wanted) {
    var isOther = wanted == EvaluatedRows.FILE && model.state.get() != State.UNTRAINED;
    if (isOther && (model.file() == null || model.part.get() == wanted)) {
      file.open.run();
    } else {
      model.choose(wanted);
    }
  }

  private static void move(Region part, Pane to) {
    if (!to.equals(part.getParent())) {
      to.getChildren().add(part);
    }
  }

  private void bind() {
    var looks = model.looks.number();
    var isUnknown = model.isUnknown();
    var counted =
        messages.text(
            words ->
                JudgedWords.count(
                    words, model.judged.get(), looks.getValue(), isUnknown.getValue()),
            model.judged,
            looks,
            isUnknown);
    count.textProperty().bind(counted);
    var said =
        messages.text(
            words -> JudgedWords.verdict(words, model.judged.get(), model.linear.get()),
            model.judged,
            model.linear);
    verdict.textProperty().bind(said);
    var warned =
        messages.text(
            model.judged,
            (words, judged) -> judged == null ? "" : VerdictWords.of(judged.judgement(), words));
    warning.textProperty().bind(warned);
    Visibility.when(warning, warning.textProperty().isNotEmpty());
    var compared =
        messages.text(
            words ->
                isUnknown.getValue()
                    ? "" // Which rows it was trained on is not known.
                    : JudgedWords.gap(words, model.judged.get(), model.details.get()),
            model.details,
            model.judged,
            isUnknown);
    gap.textProperty().bind(compared);
    Visibility.when(gap, gap.textProperty().isNotEmpty());
    differs.textProperty().bind(messages.text("evaluate.differs"));
    var draftDiffers = model.differs();
    OnAnyChange.all(
        () -> Visibility.when(differs, model.state.get() == State.READY && draftDiffers.getValue()),
        model.state,
        draftDiffers);
    sentence.textProperty().bind(messages.text(this::sentence, model.state, model.part, training));
    action.textProperty().bind(messages.text(this::offer, model.state, model.part, training));
    Visibility.when(action, action.textProperty().isNotEmpty());
    action.setOnAction(_ -> act());
    OnAnyChange.all(
        this::show,
        model.state,
        model.problems,
        model.listed,
        model.kind,
        file.mapping.visibleProperty());
    model.listed.subscribe(this::reveal);
  }

  /** Scrolls as far as the first of the rows that are listed; where they show, nothing moves. */
  private void reveal(@Nullable Listed listed) {
    if (listed == null || rows.getScene() == null) {
      return;
    }
    scroll.applyCss();
    scroll.layout();
    var room = scroll.getViewportBounds().getHeight();
    var content = scroll.getContent();
    var beyond = content.getLayoutBounds().getHeight() - room;
    var place = content.sceneToLocal(rows.localToScene(rows.getLayoutBounds()));
    var end = place.getMinY() + Math.min(place.getHeight(), room / 2);
    if (beyond > 0 && end > scroll.getVvalue() * beyond + room) {
      scroll.setVvalue(Math.clamp((end - room) / beyond, 0, 1));
    }
  }

  private void show() {
    var state = model.state.get();
    // A question has the room of the scores.
    var isAsked = file.mapping.isVisible();
    var ready = state == State.READY && !isAsked;
    Visibility.when(empty, state != State.READY && !isAsked);
    Visibility.when(scores.numbers, ready);
    Visibility.when(
        rows, ready && (model.kind.get() != Kind.NUMBERS || model.listed.get() != null));
    var inTheWay = state == State.UNTRAINED ? model.problems.getValue() : List.<Problem>of();
    action.setDisable(!inTheWay.isEmpty());
    problem.show(inTheWay);
  }

  private String sentence(Words words) {
    var state = model.state.get();
    return switch (state) {
      case NO_ROWS -> noRows(words, model.part.get());
      case READY -> "";
      case WORKING ->
          words.text(
              model.part.get() == EvaluatedRows.CROSS_VALIDATION
                  ? "evaluate.state.working.folds"
                  : state.key());
      case UNTRAINED -> words.text(training.getValue() ? "evaluate.training" : state.key());
      case NO_DATA, FAILED -> words.text(state.key());
    };
  }

  private String noRows(Words words, EvaluatedRows part) {
    var key = State.NO_ROWS.key() + "." + part.id();
    var folds = model.folds();
    var given = model.file();
    if (part == EvaluatedRows.FILE && given != null) {
      var target = given.model().preprocessor().target().name();
      return words.text(key + ".of", given.table().name(), target);
    }
    return part == EvaluatedRows.VALIDATION && folds > 0
        ? words.text(key + ".folds", Numbers.count(folds))
        : words.text(key);
  }

  private String offer(Words words) {
    var key = model.state.get().key() + ".action";
    return switch (model.state.get()) {
      case NO_ROWS -> words.text(key + "." + model.instead().id());
      case UNTRAINED -> training.getValue() ? "" : words.text(key);
      case NO_DATA, FAILED -> words.text(key);
      case WORKING, READY -> "";
    };
  }

  private void act() {
    switch (model.state.get()) {
      case UNTRAINED -> train.run();
      case NO_DATA -> openData.run();
      case NO_ROWS -> model.choose(model.instead());
      case FAILED -> model.follow();
      case WORKING, READY -> {}
    }
  }
}
