package dev.neuralworkbench.ui.common.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class HeadNameTest {

  @Test
  void longNamesAreBrokenWhereTheyAreMadeOfWords() {
    assertEquals("species", TableCells.head("species"));
    assertEquals("bill_\nlength_mm", TableCells.head("bill_length_mm"));
    assertEquals("sepal_\nlength_cm", TableCells.head("sepal_length_cm"));
    assertEquals("Median\nhouse value", TableCells.head("Median house value"));
    assertEquals("Wassertemperatur", TableCells.head("Wassertemperatur"));
    assertEquals("", TableCells.head(""));
  }

  @Test
  void nothingOfANameIsLost() {
    for (var name : new String[] {"a_b-c.d/e f_g_h", "__________x", "花萼长度_厘米_平均值"}) {
      assertEquals(name.replace(" ", ""), TableCells.head(name).replace("\n", "").replace(" ", ""));
    }
  }
}
