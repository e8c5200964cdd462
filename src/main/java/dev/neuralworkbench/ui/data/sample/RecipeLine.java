package dev.neuralworkbench.ui.data.sample;

import atlantafx.base.theme.Styles;
import dev.neuralworkbench.data.sample.Sample.GeneratedSample;
import dev.neuralworkbench.data.sample.SampleKind;
import dev.neuralworkbench.problem.Range;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Icon;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.common.WhileInScene;
import dev.neuralworkbench.ui.common.form.Choice;
import dev.neuralworkbench.ui.common.form.ChoiceField;
import dev.neuralworkbench.ui.common.form.Fields;
import dev.neuralworkbench.ui.common.form.ProblemLabel;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The knobs of a generated set, above its table; takes no room above other tables. */
public final class RecipeLine extends VBox {

  private static final Range SEED = Range.whole(0, Integer.MAX_VALUE);

  private final RecipeViewModel model;
  private final Messages messages;
  private final Fields fields;

  public RecipeLine(RecipeViewModel model, Fields fields, Messages messages) {
    this.model = model;
    this.fields = fields;
    this.messages = messages;
    Styling.as(this, "#recipe", "recipe");
    var kind =
        Styling.as(
            new ChoiceField<SampleKind>(
                model.kind(), model.kinds(), it -> messages.text("sample." + it.id())),
            "#recipe-kind");
    Tooltips.install(kind, messages.text("recipe.kind.tip"));
    var line =
        Styling.as(
            new HBox(
                named("recipe.kind", kind),
                number(model.rows(), GeneratedSample.ROWS, "recipe.rows"),
                number(model.noise(), GeneratedSample.NOISE, "recipe.noise"),
                number(model.seed(), SEED, "recipe.seed"),
                again()),
            "recipe-line");
    getChildren()
        .setAll(line, problem(model.rows()), problem(model.noise()), problem(model.seed()));
    WhileInScene.subscribe(
        this, () -> model.recipe().subscribe(recipe -> Visibility.when(this, recipe != null)));
  }

  private Node number(Choice<Double> choice, Range range, String key) {
    return named(key, Styling.as(fields.numberField(choice, range, key), "recipe-number"));
  }

  private Node named(String key, Control field) {
    var name = Labels.whole(messages.text(key));
    name.setLabelFor(field);
    return Styling.as(new HBox(name, field), "recipe-pair");
  }

  private Node again() {
    return Buttons.icon(
        Icon.SHUFFLE,
        messages,
        "recipe.again",
        model::drawAgain,
        "#recipe-again",
        Styles.BUTTON_ICON);
  }

  private ProblemLabel problem(Choice<?> choice) {
    return Styling.as(fields.problem(choice), "recipe-problem");
  }
}
