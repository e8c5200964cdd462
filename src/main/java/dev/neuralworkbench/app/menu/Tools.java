package dev.neuralworkbench.app.menu;

import atlantafx.base.theme.Styles;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.ui.common.Appearance;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Icon;
import dev.neuralworkbench.ui.common.IconView;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Theme;
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.common.form.ChoiceField;
import dev.neuralworkbench.ui.common.form.PropertyChoice;
import dev.neuralworkbench.ui.workspace.RunState;
import dev.neuralworkbench.ui.workspace.Speed;
import dev.neuralworkbench.ui.workspace.Trainer;
import dev.neuralworkbench.ui.workspace.files.FileCommands;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Separator;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;

public record Tools(Messages messages, Theme theme, Trainer trainer, BooleanProperty forms) {

  public ToolRow row(Commands commands, MainMenu menu, FileCommands files) {
    var model = new CommandButton(commands.openModel(), messages);
    var save = new CommandButton(commands.save(), messages);
    var train = train(commands, menu);
    var compactable =
        List.of(
            model,
            save,
            new CommandButton(commands.stop(), messages),
            new CommandButton(commands.stepEpoch(), messages),
            new CommandButton(commands.stepBatch(), messages),
            new CommandButton(commands.reset(), messages));
    var box = speed();
    var name = Labels.whole(messages.text("tool.speed"), "muted");
    name.setLabelFor(box);
    var row =
        new ToolRow(
            compactable,
            List.of(
                formsButton(),
                openData(commands, menu, files),
                model,
                save,
                line(),
                train,
                compactable.get(2),
                compactable.get(3),
                compactable.get(4),
                compactable.get(5)),
            line(),
            List.of(name, box, Space.between(), state(), themeButton()));
    // Pause is wider than Train, Finished than Ready.
    OnAnyChange.all(row::measure, messages.language(), trainer.state());
    return row;
  }

  /** What a run is led by while the window is shown to a class, and the rest of the tools not. */
  public static List<Node> presented(Commands commands, Messages messages) {
    return Stream.of(commands.toggle(), commands.stepEpoch(), commands.reset())
        .<Node>map(
            it -> {
              var made = new CommandButton(it, messages);
              Styling.as(made.button, "#presented-" + it.id(), Styles.SMALL);
              return made;
            })
        .toList();
  }

  private Node formsButton() {
    var button =
        Styling.as(
            new ToggleButton(), "#show-forms", Styles.BUTTON_ICON, Styles.FLAT, "tool-toggle");
    button.setGraphic(new IconView(Icon.FORMS));
    button.accessibleTextProperty().bind(messages.text("command.forms"));
    Tooltips.install(
        button,
        messages.text(words -> words.text("tip.keys", words.text("command.forms.tip"), "F9")));
    button.selectedProperty().bindBidirectional(forms);
    return button;
  }

  /** Train, Pause or Resume; the one button in the look's color, but for Pause. */
  private Node train(Commands commands, MainMenu menu) {
    var button = new SplitMenuButton();
    button.getItems().setAll(menu.item(commands.trainKept()), menu.item(commands.trainAnew()));
    button.setMinWidth(Region.USE_PREF_SIZE);
    trainer
        .state()
        .subscribe(
            state -> {
              button.getStyleClass().remove(Styles.ACCENT);
              if (!state.isActive() || state == RunState.PAUSED) {
                button.getStyleClass().add(Styles.ACCENT);
              }
            });
    var train = Styling.as(new CommandButton(commands.toggle(), messages, button), "train-button");
    button.setId("train");
    return train;
  }

  private Node openData(Commands commands, MainMenu menu, FileCommands files) {
    var button = new SplitMenuButton();
    button.getItems().setAll(menu.samples(files));
    button.getItems().addAll(menu.line(), menu.item(commands.newTable()));
    button.setMinWidth(Region.USE_PREF_SIZE);
    return new CommandButton(commands.openData(), messages, button);
  }

  private ChoiceField<Speed> speed() {
    var box =
        new ChoiceField<>(
                new PropertyChoice<>("speed", trainer.speed()),
                new SimpleObjectProperty<>(List.of(Speed.values())),
                speed -> messages.text(speed.nameKey()))
            .late();
    box.setMinWidth(Region.USE_PREF_SIZE);
    Tooltips.install(box, messages.text("tool.speed.tip"));
    return Styling.as(box, "#speed");
  }

  private Node state() {
    return Labels.whole(
        messages.text(trainer.state(), (words, state) -> words.text("state." + Ids.of(state))),
        "#run-state",
        "muted");
  }

  private Node themeButton() {
    Runnable change =
        () -> theme.appearance.set(theme.dark.get() ? Appearance.LIGHT : Appearance.DARK);
    String[] names = {"#theme", Styles.BUTTON_ICON, Styles.FLAT};
    var button = Buttons.icon(Icon.MOON, messages, "tool.theme", change, names);
    theme.dark.subscribe(dark -> button.setGraphic(new IconView(dark ? Icon.SUN : Icon.MOON)));
    return button;
  }

  private static Separator line() {
    return new Separator(Orientation.VERTICAL);
  }
}
