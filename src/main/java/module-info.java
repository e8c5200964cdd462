/** Neural Workbench: networks, their training, and the window over them. */
@org.jspecify.annotations.NullMarked
module dev.neuralworkbench {
  requires com.google.gson;
  requires de.siegmar.fastcsv;
  requires ejml.core;
  requires ejml.ddense;
  requires info.picocli;
  requires java.desktop;
  requires java.logging;
  requires javafx.controls;
  requires org.jspecify;
  requires org.jfree.chart.fx;
  requires org.jfree.fxgraphics2d;
  requires org.jfree.jfreechart;
  requires atlantafx.base;

  // JavaFX makes the application object.
  exports dev.neuralworkbench.app to
      javafx.graphics;

  opens dev.neuralworkbench.cli to
      info.picocli;
  opens dev.neuralworkbench.cli.terminal to
      info.picocli;
}
