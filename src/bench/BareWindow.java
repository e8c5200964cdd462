import java.time.Instant;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/**
 * The least that any JavaFX program takes to a window: one label in JavaFX's own look. It answers,
 * as the program's window does, when its second picture is begun; prints the seconds of the clock
 * then, and ends.
 */
public final class BareWindow extends Application {

  public static void main(String[] arguments) {
    launch(arguments);
  }

  @Override
  public void start(Stage stage) {
    stage.setScene(new Scene(new StackPane(new Label("A window")), 1280, 800));
    stage.show();
    new AnimationTimer() {
      private int pictures;

      @Override
      public void handle(long now) {
        pictures++;
        if (pictures == 2) {
          System.out.println(1e-3 * Instant.now().toEpochMilli());
          stage.close();
          Platform.exit();
        }
      }
    }.start();
  }
}
