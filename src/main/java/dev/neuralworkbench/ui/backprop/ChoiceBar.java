package dev.neuralworkbench.ui.backprop;

import dev.neuralworkbench.explain.step.Step;
import dev.neuralworkbench.explain.step.StepDetail;
import dev.neuralworkbench.file.AtomicFile;
import dev.neuralworkbench.formula.Decimals;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.problem.Range;
import dev.neuralworkbench.report.WorkedSteps;
import dev.neuralworkbench.report.Worksheet;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.WeightsWords;
import dev.neuralworkbench.ui.backprop.BackpropViewModel.StepTab;
import dev.neuralworkbench.ui.backprop.walk.ChosenRows.RowSource;
import dev.neuralworkbench.ui.backprop.walk.StepWalker.Reveal;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.SegmentedButtons;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.common.dialog.WindowServices;
import dev.neuralworkbench.ui.common.form.ChoiceField;
import dev.neuralworkbench.ui.common.form.Fields;
import dev.neuralworkbench.ui.common.form.NumberField;
import dev.neuralworkbench.ui.common.form.PropertyChoice;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

final class ChoiceBar extends FlowPane {

  private final BackpropViewModel model;
  private final Fields fields;
  private final Messages messages;
  private final WindowServices services;
  private final Label rows = Labels.whole("#backprop-rows", "muted");
  private final HBox rowGroup;
  private final Button fill;
  private final HBox focusGroup;
  private final ChoiceField<StepDetail> grain;

  ChoiceBar(BackpropViewModel model, WindowServices services) {
    this.model = model;
    this.messages = services.messages();
    this.services = services;
    fields = new Fields(messages);
    getStyleClass().add("backprop-choices");
    var source =
        choice(
            "source",
            model.rows.source,
            List.of(RowSource.values()),
            it -> "backprop.source." + Ids.of(it));
    rowGroup = group("backprop.row", numberField("row", number(model.rows.row, 0)));
    Runnable refill = () -> model.rows.entry.refill();
    fill = Buttons.of(messages, "backprop.fill", refill, "#backprop-fill");
    focusGroup = group("backprop.focus", numberField("focus", number(model.walker.focus, 1)));
    grain =
        choice(
            "grain",
            model.walker.grain,
            List.of(StepDetail.values()),
            it -> "explain.grain." + Ids.of(it));
    getChildren()
        .setAll(
            SegmentedButtons.of(
                messages,
                List.of(StepTab.values()),
                it -> "backprop.aspect." + Ids.of(it),
                it -> "backprop-" + Ids.of(it),
                model.aspect,
                model.aspect::set),
            source,
            rowGroup,
            focusGroup,
            rows,
            fill,
            group("backprop.grain", grain),
            more());
    OnAnyChange.all(this::refresh, model.rows.source, model.rows.subject);
  }

  /** A number field's view of a whole number that counts from another start. */
  private static ObjectProperty<Double> number(ObjectProperty<Integer> of, int shift) {
    var number = new SimpleObjectProperty<>((double) of.get() + shift);
    of.subscribe(value -> number.set((double) value + shift));
    number.addListener((_, _, value) -> of.set(value.intValue() - shift));
    return number;
  }

  private NumberField numberField(String id, ObjectProperty<Double> value) {
    var key = "backprop." + id;
    var choice =
        new PropertyChoice<>(key, value, number -> Range.whole(1, most(id)).problems(key, number));
    var most = Range.whole(1, Integer.MAX_VALUE);
    return Styling.as(fields.numberField(choice, most, key), "tool-field");
  }

  private int most(String id) {
    var subject = model.rows.subject.get();
    if (id.equals("focus")) {
      return subject == null ? 1 : subject.prepared().size();
    }
    var table = model.workspace.document().get().data().table();
    return table == null ? 1 : table.rows();
  }

  private String ofRows() {
    var subject = model.rows.subject.get();
    if (model.rows.source.get() == RowSource.BATCH) {
      return subject == null || !subject.isBatch() ? "" : model.about(subject, messages.words());
    }
    return messages.now("backprop.row.of", Numbers.count(most("row")));
  }

  void refresh() {
    var ofBatch = model.rows.source.get() == RowSource.BATCH;
    Visibility.when(rowGroup, !ofBatch);
    Visibility.when(focusGroup, ofBatch);
    Visibility.when(fill, model.rows.source.get() == RowSource.HAND);
    rows.setText(ofRows());
    var subject = model.rows.subject.get();
    grain.setDisable(subject != null && subject.isWide());
  }

  private <T> ChoiceField<T> choice(
      String id, ObjectProperty<T> property, List<T> values, Function<T, String> nameKey) {
    var key = "backprop." + id;
    return fields.choiceField(new PropertyChoice<>(key, property), values, nameKey, key);
  }

  private HBox group(String nameKey, Node field) {
    return pair(Labels.whole(messages.text(nameKey)), field);
  }

  static HBox pair(Label name, Node field) {
    name.setLabelFor(field);
    return Styling.as(new HBox(name, field), "tool-pair");
  }

  private Node more() {
    var more = Styling.as(new MenuButton(), "#backprop-more");
    Buttons.name(more, messages, "backprop.more");
    var comma = new CheckMenuItem();
    Runnable choose =
        () -> model.decimals.set(new Decimals(model.decimals.get().places(), comma.isSelected()));
    Buttons.item(comma, messages.text("backprop.comma"), choose, "#backprop-comma");
    more.getItems().setAll(new SheetMenu(), reveal(), places(), comma);
    return more;
  }

  private Menu reveal() {
    var menu = Styling.as(new Menu(), "#backprop-reveal");
    menu.textProperty().bind(messages.text("backprop.reveal"));
    menu.getItems()
        .setAll(
            Buttons.choices(
                List.of(Reveal.values()),
                it -> messages.text("backprop.reveal." + Ids.of(it)),
                it -> "backprop-reveal-" + Ids.of(it),
                model.walker.reveal,
                model.walker.reveal::set));
    return menu;
  }

  private Menu places() {
    var places = Styling.as(new Menu(), "#backprop-places");
    places.textProperty().bind(messages.text("backprop.places"));
    places
        .getItems()
        .setAll(
            Buttons.choices(
                IntStream.rangeClosed(Decimals.LEAST, Decimals.MOST).boxed().toList(),
                count -> new SimpleStringProperty(Integer.toString(count)),
                count -> "backprop-places-" + count,
                model.decimals.map(Decimals::places),
                it -> model.decimals.set(new Decimals(it, model.decimals.get().comma()))));
    return places;
  }

  /** Saves worksheets: of the present step or of the whole update, with blanks or solved. */
  private final class SheetMenu extends Menu {

    SheetMenu() {
      setId("backprop-sheet");
      textProperty().bind(messages.text("backprop.sheet"));
      getItems()
          .setAll(
              item("step", false, false),
              item("step-solved", false, true),
              new SeparatorMenuItem(),
              item("update", true, false),
              item("update-solved", true, true));
    }

    private MenuItem item(String id, boolean all, boolean solved) {
      var name = messages.text("backprop.sheet." + id.replace('-', '.'));
      return Buttons.item(new MenuItem(), name, () -> save(all, solved), "#backprop-sheet-" + id);
    }

    private void save(boolean all, boolean solved) {
      var subject = model.rows.subject.get();
      var walk = model.walker.walk.get();
      var present = model.walker.step();
      if (subject == null || walk == null || present == null) {
        return;
      }
      if (all && walk.size() > WorkedSteps.MOST_STEPS) {
        services
            .notices()
            .complain(
                messages.text(
                    model.walker.grain.get() == StepDetail.WEIGHT
                        ? "backprop.sheet.tooLong.unit"
                        : "backprop.sheet.tooLong",
                    Numbers.count(walk.size()),
                    Numbers.count(WorkedSteps.MOST_STEPS)));
        return;
      }
      List<Step> steps =
          all ? LongStream.range(0, walk.size()).mapToObj(walk::step).toList() : List.of(present);
      var page =
          Worksheet.page(
              new WorkedSteps(subject.trace(), steps, 0, model.decimals.get()),
              model.about(subject, messages.words()),
              new WeightsWords(messages.words())
                  .of(subject.basis().document().trained(), subject.trace().setting()),
              messages.words(),
              solved);
      var suggested = messages.now(solved ? "backprop.sheet.file.solved" : "backprop.sheet.file");
      services.save(
          "job.writePage",
          services.dialogs().savePage(suggested + ".html"),
          file -> AtomicFile.write(file, text -> text.write(page)));
    }
  }
}
