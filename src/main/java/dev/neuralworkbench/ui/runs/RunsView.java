package dev.neuralworkbench.ui.runs;

import dev.neuralworkbench.model.LoggedRun;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.RunWords;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.chart.curve.ChartFiles;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Dividers;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.ScreenView;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.drawing.map.DecisionPicture;
import dev.neuralworkbench.ui.runs.landscape.LandscapeViewModel;
import dev.neuralworkbench.ui.runs.pair.PairViewModel;
import dev.neuralworkbench.ui.runs.rate.RateViewModel;
import dev.neuralworkbench.ui.runs.study.StudyViewModel;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

public final class RunsView extends StackPane implements ScreenView {

  public record RunsModels(
      RunsViewModel runs,
      GapsViewModel gaps,
      PairViewModel pair,
      LandscapeViewModel landscape,
      RateViewModel rate,
      StudyViewModel study) {}

  /** The most of the screen's height that the list takes of its own accord. */
  private static final double LIST = 0.35;

  private final RunsViewModel model;
  private final Messages messages;
  private final RunList list;
  private final Label sentence = Labels.sentence("#runs-sentence", "muted");
  private final Button open;
  private final Button pin;
  private final Button delete;
  private final Button test;
  private final RunDetails below;
  private final SplitPane parts;
  private boolean moved;

  public RunsView(
      RunsModels models,
      ChartFiles files,
      Supplier<DecisionPicture> pictures,
      Runnable saveReport) {
    model = models.runs();
    messages = files.messages();
    setId("runs");
    list = new RunList(model, messages);
    open = Buttons.of(messages, "runs.open", this::open, "#runs-open");
    open.textProperty().unbind();
    pin = Buttons.of(messages, "runs.pin", this::pin, "#runs-pin");
    delete = Buttons.of(messages, "runs.delete", () -> model.delete(list.chosen()), "#runs-delete");
    test = Buttons.of(messages, "runs.test", () -> model.test(list.chosen()), "#runs-test");
    Runnable saving =
        () -> files.saveNumbers("job.savingRuns", "runs.csv", model.file(list.runs())::write);
    var save = Buttons.of(messages, "runs.save", saving, "#runs-save");
    save.disableProperty().bind(Bindings.isEmpty(list.getItems()));
    var filter = Styling.as(new TextField(), "#runs-filter");
    filter.promptTextProperty().bind(messages.text("runs.filter"));
    Labels.unseen(messages.text("runs.filter"), filter);
    Tooltips.install(filter, messages.text("runs.filter.tip"));
    var bar =
        Styling.as(
            new VBox(
                Styling.as(
                    new HBox(open, pin, test, delete, save, Space.between(), filter),
                    "runs-buttons"),
                sentence),
            "runs-bar");
    var report = Buttons.of(messages, "runs.report", saveReport, "#runs-report");
    below = new RunDetails(models, files, pictures, report, list.colors);
    parts = Styling.as(new SplitPane(list, below), "#runs-parts");
    parts.setOrientation(Orientation.VERTICAL);
    getChildren().setAll(Styling.as(new VBox(bar, Space.tall(parts)), "screen", "runs-filled"));
    filter
        .textProperty()
        .subscribe(
            text -> {
              list.filter(text);
              choose();
            });
    bind();
  }

  private void bind() {
    model.rows.subscribe(_ -> list.refreshRows());
    parts.addEventFilter(MouseEvent.MOUSE_DRAGGED, drag -> moved |= Dividers.isDragged(drag));
    OnAnyChange.all(
        () -> Platform.runLater(this::divide), heightProperty(), model.rows, list.skinProperty());
    model.comparing.subscribe(
        found -> {
          if (found != null) {
            below.show(found);
            list.colors.set(found.runs().colors());
          }
        });
    sentence.fontProperty().subscribe(font -> list.em(font.getSize()));
    messages
        .language()
        .subscribe(
            _ -> {
              list.refreshWords();
              below.draw();
            });
    list.getSelectionModel()
        .getSelectedItems()
        .addListener(
            (ListChangeListener<RunRow>)
                _ -> {
                  if (!list.isChanging()) {
                    choose();
                  }
                });
    OnAnyChange.all(this::choose, messages.language(), model.rows);
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    list.setOnMouseClicked(
        click -> {
          if (click.getButton() == MouseButton.PRIMARY && click.getClickCount() == 2) {
            open();
          }
        });
  }

  /** As high as its rows until somebody moves the divider. */
  private void divide() {
    if (!moved && parts.getHeight() > 0) {
      parts.applyCss();
      parts.layout();
      var wanted = Math.min(list.wantedHeight(), LIST * getHeight());
      var gap = parts.getHeight() - list.getHeight() - below.getHeight();
      parts.setDividerPositions((wanted + gap / 2) / parts.getHeight());
    }
  }

  /** Of the chosen runs the last that can be opened. */
  private Optional<LoggedRun> opened() {
    return list.getSelectionModel().getSelectedItems().stream()
        .filter(RunRow.One.class::isInstance)
        .map(row -> row.runs().getFirst())
        .filter(run -> model.reach(run).canOpen)
        .max(Comparator.comparingInt(LoggedRun::number));
  }

  private void choose() {
    var numbers = list.chosen();
    var next = opened();
    open.setDisable(next.isEmpty());
    open.setText(
        next.filter(_ -> numbers.size() > 1)
            .map(run -> messages.now("runs.open.run", Numbers.count(run.number())))
            .orElseGet(() -> messages.now("runs.open")));
    pin.setDisable(numbers.isEmpty());
    delete.setDisable(!model.canDelete(numbers));
    test.setDisable(!model.canTest(numbers));
    sentence.setText(sentence(messages.words()));
    below.choose(list.picked());
    model.compare(list.compared());
  }

  private String sentence(Words words) {
    var chosen = list.chosen();
    return switch (chosen.size()) {
      case 1 -> reach(run(chosen.getFirst()), words);
      case 2 -> {
        var two = chosen.stream().sorted().map(number -> run(number).record()).toList();
        yield new RunWords(words).difference(two.getFirst(), two.getLast());
      }
      default -> model.table.get().groups().isEmpty() ? "" : count(words);
    };
  }

  private String count(Words words) {
    var all = words.text("runs.count", Numbers.count(model.table.get().runs().count()));
    return model
        .changed()
        .map(run -> words.text("runs.count.changed", all, Numbers.count(run.number())))
        .orElse(all);
  }

  private LoggedRun run(int number) {
    return model.table.get().runs().filter(run -> run.number() == number).findFirst().orElseThrow();
  }

  private String reach(LoggedRun run, Words words) {
    var reach = model.reach(run);
    var isChanged =
        reach == RunsViewModel.Reach.IN_USE && run.model() != null && run.model().isChanged(false);
    return words.text(
        isChanged ? "runs.reach.inUse.changed" : reach.key,
        Numbers.count(run.number()),
        Numbers.count(run.record().result().used()));
  }

  private void press(KeyEvent key) {
    if (key.getTarget() instanceof TextInputControl) {
      return;
    }
    if (key.getCode() == KeyCode.DELETE && model.canDelete(list.chosen())) {
      model.delete(list.chosen());
      key.consume();
    } else if (key.getCode() == KeyCode.ENTER) {
      open();
      key.consume();
    }
  }

  private void open() {
    opened().ifPresent(model::open);
  }

  private void pin() {
    var chosen = list.chosen();
    var all =
        list.getSelectionModel().getSelectedItems().stream()
            .allMatch(row -> row instanceof RunRow.One one && one.mark().pinned());
    model.pin(chosen, !all);
  }

  @Override
  public void shown() {
    model.seen(true);
    below.seen(true);
    list.requestFocus();
  }

  @Override
  public void hidden() {
    model.seen(false);
    below.seen(false);
  }
}
