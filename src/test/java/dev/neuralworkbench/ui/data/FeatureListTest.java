package dev.neuralworkbench.ui.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.neuralworkbench.data.prepare.ColumnRole;
import dev.neuralworkbench.data.prepare.Feature;
import dev.neuralworkbench.data.read.TableReader;
import dev.neuralworkbench.data.sample.Sample.GeneratedSample;
import dev.neuralworkbench.data.sample.SampleKind;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.UserRobot;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.ui.common.Appearance;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Theme;
import dev.neuralworkbench.ui.common.form.Fields;
import dev.neuralworkbench.ui.workspace.InlineTasks;
import dev.neuralworkbench.ui.workspace.Workspace;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Engineered inputs among the choices. */
class FeatureListTest {

  private final UserRobot robot = new UserRobot();
  private Stage stage;
  private Workspace workspace;

  private void show(Document document) {
    stage =
        FxThread.call(
            () -> {
              workspace = new Workspace(document, new InlineTasks());
              var messages = new Messages(Sentences::of, Language.ENGLISH);
              var form =
                  new DataForm(new DataFormViewModel(workspace), new Fields(messages), messages);
              var window = new Stage();
              window.setScene(new Scene(form, 320, 640));
              new Theme(Appearance.LIGHT).dress(window.getScene());
              window.show();
              return window;
            });
    robot.frames(5);
  }

  @AfterEach
  void close() {
    FxThread.run(stage::close);
  }

  private List<MenuItem> menu() {
    var button = (MenuButton) robot.find("#feature-menu");
    return FxThread.call(
        () -> {
          button.show();
          var items = List.copyOf(button.getItems());
          button.hide();
          return items;
        });
  }

  private static List<String> texts(List<MenuItem> items) {
    return FxThread.call(() -> items.stream().map(MenuItem::getText).toList());
  }

  private List<Feature> engineered() {
    return FxThread.call(() -> workspace.document().get().draft().preparation().engineered());
  }

  @Test
  void ofTwoColumnsAllIsListedAndAPressMakesItAndAnotherTakesItOff() {
    show(Document.of(DataReference.of(GeneratedSample.of(SampleKind.CIRCLES))));
    assertEquals(
        List.of(
            "x1²",
            "x2²",
            "x1·x2",
            "sin x1",
            "sin x2",
            "log x1: sgn(x) · ln(1 + |x|)",
            "log x2: sgn(x) · ln(1 + |x|)"),
        texts(menu()));
    FxThread.run(menu().get(2)::fire);
    assertEquals(List.of(Feature.product("x1", "x2")), engineered());
    assertEquals(3, FxThread.call(() -> workspace.facts().get().shape().inputs()));
    robot.waitForText("#feature-off-0", "x1·x2");
    FxThread.run(menu().getFirst()::fire);
    robot.click("#feature-off-0");
    assertEquals(List.of(Feature.of(Feature.Kind.SQUARE, "x1")), engineered());
    FxThread.run(workspace::undo);
    assertEquals(2, engineered().size());
    assertEquals("form.features", FxThread.call(() -> workspace.redoName.get()));
  }

  @Test
  void ofMoreColumnsEachKindHasAListAndLacksAreOfferedWhereThereAreSome() throws Exception {
    var text = new StringBuilder("a,b,c,d,kind\n");
    for (var row = 0; row < 40; row++) {
      text.append(row % 7).append(',').append(row % 5 == 0 ? "" : row).append(',');
      text.append(row % 3).append(',').append(row * 0.5).append(row % 2 == 0 ? ",x\n" : ",y\n");
    }
    var table = TableReader.parse("t.csv", text.toString());
    show(Document.of(DataReference.ofTyped(table)));
    var menus = menu();
    assertEquals(5, menus.size());
    var products = ((Menu) menus.get(1)).getItems();
    assertEquals(4, products.size());
    var others = (Menu) products.getLast();
    FxThread.run(() -> others.getOnShowing().handle(null));
    assertEquals(List.of("a·d", "b·d", "c·d"), texts(others.getItems()));
    assertEquals(List.of("b.missing"), texts(((Menu) menus.getLast()).getItems()));
    FxThread.run(
        () ->
            workspace.prepare(
                "form.role",
                it -> {
                  var changed = it;
                  for (var column = 0; column < 4; column++) {
                    changed = changed.withRole(column, ColumnRole.IGNORED, table);
                  }
                  return changed;
                }));
    assertFalse(robot.shows("#feature-menu"));
  }
}
