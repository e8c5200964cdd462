package dev.neuralworkbench.app;

import dev.neuralworkbench.app.screen.AppScreen;
import dev.neuralworkbench.app.screen.FormSide;
import dev.neuralworkbench.app.screen.LateScreen;
import dev.neuralworkbench.app.screen.ScreenParts;
import dev.neuralworkbench.app.screen.ScreensAndForms;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.NoticeLine;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Theme;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.common.dialog.FileDrop;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.event.EventHandler;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** The main window: menu and tools above, the experiment at the side, the screens, the status. */
final class MainWindow extends StackPane {

  private static final PseudoClass PRESENTING = PseudoClass.getPseudoClass("presenting");

  private final TabPane tabs = Styling.as(new TabPane(), "#screens");
  private final List<LateScreen> screens;
  private final VBox top;
  private final StackPane status = new StackPane();
  private final NoticeLine notices;
  private final Node error;
  private final List<? extends Node> runTools;

  /** The screen that is seen; null while the window is minimized or hidden. */
  final ReadOnlyObjectWrapper<@Nullable AppScreen> shown = new ReadOnlyObjectWrapper<>();

  final FormSide forms;
  private final Pointer pointer = new Pointer();
  private double em = Theme.TEXT;
  private boolean seen;
  private boolean filled;
  private boolean presenting;

  MainWindow(
      Node menu,
      Node tools,
      FormSide forms,
      ScreenParts parts,
      Node error,
      List<? extends Node> runTools,
      FileDrop drop,
      ObjectProperty<AppScreen> chosen,
      ObjectProperty<@Nullable AppScreen> opened,
      Messages messages) {
    screens = AppScreen.ALL.stream().map(it -> new LateScreen(it, parts)).toList();
    this.forms = forms;
    this.error = error;
    this.runTools = runTools;
    notices = new NoticeLine(messages);
    setId("window");
    tabs.accessibleTextProperty().bind(messages.text("window.screens"));
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    for (var screen : screens) {
      var tab = Styling.as(new Tab(null, screen.place), "#tab-" + screen.kind.id());
      tab.textProperty().bind(messages.text(screen.kind.titleKey));
      tabs.getTabs().add(tab);
    }
    var places = screens.stream().map(it -> it.place).toList();
    var frame = new BorderPane(new ScreensAndForms(tabs, places, forms, notices));
    top = new VBox(menu, tools);
    frame.setTop(top);
    frame.setBottom(status);
    // Where text is too large for the window, what does not fit is cut at the right.
    frame.setMinWidth(0);
    getChildren().setAll(frame, pointer, drop);
    tabs.getSelectionModel()
        .selectedIndexProperty()
        .addListener(
            (_, before, now) -> {
              chosen.set(chosen());
              change(before.intValue(), now.intValue());
            });
    chosen.subscribe(this::select);
    opened.subscribe(
        screen -> {
          if (screen != null) {
            inTurns(screen, () -> chosen.set(opened.get() == screen ? screen : chosen.get()));
          }
        });
    OnAnyChange.all(
        this::followForms, tabs.getSelectionModel().selectedIndexProperty(), widthProperty());
  }

  /**
   * Takes out the screens that do not show: all that is in the window is styled anew, which would
   * hold it. They are styled when they come back, to be looked at.
   */
  void leaveOutHidden() {
    for (var screen : screens) {
      if (!screen.equals(present())) {
        screen.place.getChildren().clear();
      }
    }
  }

  void enlarge(double times) {
    em = Theme.TEXT * times;
    followForms();
  }

  /** Shows the chosen screen alone, to a class, or everything again. */
  void present(boolean now) {
    pseudoClassStateChanged(PRESENTING, now);
    for (var part : List.of(top, status)) {
      Visibility.when(part, !now);
    }
    forms.present(now);
    presenting = now;
    bringTools();
    pointer.present(now);
    screens.forEach(screen -> screen.present(now));
  }

  /** Brings those of a run to a class that watches it. */
  private void bringTools() {
    notices.tools(presenting && chosen() == AppScreen.LIVE ? runTools : List.of());
  }

  private void followForms() {
    if (getWidth() > 0) {
      forms.follow(chosen(), getWidth() / em);
    }
  }

  void select(AppScreen screen) {
    tabs.getSelectionModel().select(AppScreen.ALL.indexOf(screen));
  }

  AppScreen chosen() {
    return present().kind;
  }

  private LateScreen present() {
    return screens.get(tabs.getSelectionModel().getSelectedIndex());
  }

  Node shownView() {
    return present().view();
  }

  /**
   * Brings the status and the chosen screen, which gets the focus, and from now on those chosen
   * later; tells the screens when the window shows, is minimized or hidden.
   */
  void fill(Stage stage, Node bar) {
    status.getChildren().setAll(bar);
    filled = true;
    present().fill();
    present().speak(notices, error);
    stage.showingProperty().subscribe(_ -> see(stage.isShowing() && !stage.isIconified()));
    stage.iconifiedProperty().subscribe(_ -> see(stage.isShowing() && !stage.isIconified()));
    focusPicture();
  }

  /** Gives the focus to the picture, so that the space bar trains at once. */
  private void focusPicture() {
    var screen = present().view();
    screen.setFocusTraversable(true);
    screen.setAccessibleRole(AccessibleRole.SCROLL_PANE);
    screen.accessibleTextProperty().bind(tabs.getSelectionModel().getSelectedItem().textProperty());
    screen.requestFocus();
  }

  boolean isAbove(Node node) {
    return Visibility.around(node).anyMatch(top::equals);
  }

  private void see(boolean now) {
    if (now != seen) {
      seen = now;
      tell(tabs.getSelectionModel().getSelectedIndex(), now);
    }
  }

  private void change(int before, int now) {
    tell(before, false);
    if (filled) {
      screens.get(now).fill();
      screens.get(now).speak(notices, error);
      bringTools();
    }
    tell(now, seen);
  }

  /**
   * Chooses the screen of what was opened. Opening, making a screen and filling it take long enough
   * for a turn each; keys between turns go to the screen that shows, so that what a user chooses
   * shows at once.
   */
  private void inTurns(AppScreen screen, Runnable choose) {
    var late = screens.get(AppScreen.ALL.indexOf(screen));
    if (!filled || late.isMade()) {
      choose.run();
    } else {
      Platform.runLater(
          () -> {
            late.make();
            Platform.runLater(choose);
          });
    }
  }

  private void tell(int index, boolean now) {
    if (index >= 0 && now != screens.get(index).kind.equals(shown.get())) {
      screens.get(index).see(now);
      shown.set(now ? screens.get(index).kind : null);
    }
  }

  /**
   * A ring around the mouse that is seen from the last row, while the window is shown to a class.
   * It is gone once the mouse rests.
   */
  static final class Pointer extends Pane {

    private static final Duration REST = Duration.seconds(2);

    private final Region ring = Styling.as(new Region(), "#presenter-pointer", "presenter-pointer");
    private final PauseTransition rest = new PauseTransition(REST);
    private final EventHandler<MouseEvent> follow = this::follow;
    private @Nullable Scene followed;

    Pointer() {
      setMouseTransparent(true);
      ring.setVisible(false);
      rest.setOnFinished(_ -> ring.setVisible(false));
      getChildren().setAll(ring);
    }

    void present(boolean now) {
      ring.setVisible(false);
      if (followed != null) {
        followed.removeEventFilter(MouseEvent.ANY, follow);
      }
      followed = now ? getScene() : null;
      if (followed != null) {
        followed.addEventFilter(MouseEvent.ANY, follow);
      }
    }

    private void follow(MouseEvent event) {
      if (event.getEventType() == MouseEvent.MOUSE_MOVED
          || event.getEventType() == MouseEvent.MOUSE_DRAGGED) {
        var at = sceneToLocal(event.getSceneX(), event.getSceneY());
        ring.relocate(at.getX() - ring.getWidth() / 2, at.getY() - ring.getHeight() / 2);
        ring.setVisible(true);
        rest.playFromStart();
      }
    }
  }
}
