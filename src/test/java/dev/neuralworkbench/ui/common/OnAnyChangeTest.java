package dev.neuralworkbench.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import org.junit.jupiter.api.Test;

class OnAnyChangeTest {

  @Test
  void actionRunsOnceAtFirstAndAgainAtEachChangeThoughItReadsNoValue() {
    var name = new SimpleStringProperty("a");
    var length = new SimpleIntegerProperty(1);
    var doubled = length.map(it -> 2 * it.intValue());
    var runs = new ArrayList<String>();
    OnAnyChange.all(() -> runs.add("run"), name, doubled);
    assertEquals(1, runs.size());
    name.set("b");
    name.set("c");
    length.set(2);
    length.set(3);
    assertEquals(List.of("run", "run", "run", "run", "run"), runs);
  }
}
