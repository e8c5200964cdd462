package dev.neuralworkbench.ui.common;

import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;

/** An icon as large as the style sheet says, so that it grows with the text. */
public final class IconView extends Region {

  private static final double GRID = 16;

  private final SVGPath path = new SVGPath();
  private final Scale scale = new Scale();

  public IconView(Icon icon) {
    getStyleClass().add("icon");
    path.setContent(icon.path);
    path.getTransforms().add(scale);
    path.setManaged(false);
    getChildren().add(path);
    setMouseTransparent(true);
  }

  public void show(Icon icon) {
    path.setContent(icon.path);
  }

  @Override
  protected void layoutChildren() {
    scale.setX(getWidth() / GRID);
    scale.setY(getHeight() / GRID);
  }
}
