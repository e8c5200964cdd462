package dev.neuralworkbench.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShortenedTest {

  @Test
  void namesThatBeginAlikeStayApart() {
    var glass =
        List.of(
            "build wind float",
            "build wind non-float",
            "vehic wind float",
            "containers",
            "tableware",
            "headlamps");
    var shown = Shortened.apart(glass, 10);
    assertEquals(
        List.of(
            "bui\u2026float",
            "bui\u2026non-fl\u2026",
            "vehic wind\u2026",
            "containers",
            "tableware",
            "headlamps"),
        shown);
  }

  @Test
  void differentNamesNeverLookTheSame() {
    var names =
        List.of(
            "measurement of the first quarter",
            "measurement of the third quarter",
            "measurement of the third quart",
            "measurement",
            "\u5b9e\u9a8c\u5ba4\u62a5\u544a\u91cc\u63cf\u8ff0\u7684\u6837\u672c\u7c7b\u522b\u4e00",
            "\u5b9e\u9a8c\u5ba4\u62a5\u544a\u91cc\u63cf\u8ff0\u7684\u6837\u672c\u7c7b\u522b\u4e8c");
    for (var most = 4; most < 40; most++) {
      assertEquals(names.size(), new HashSet<>(Shortened.apart(names, most)).size(), "" + most);
    }
  }

  @Test
  void namesThatAreTheSameAreShortenedAlike() {
    assertEquals(
        List.of("a long nam\u2026", "a long nam\u2026"),
        Shortened.apart(List.of("a long name", "a long name"), 10));
  }
}
