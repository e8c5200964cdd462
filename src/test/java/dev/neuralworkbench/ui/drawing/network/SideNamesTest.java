package dev.neuralworkbench.ui.drawing.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class SideNamesTest {

  @Test
  void whatFitsIsShownInFull() {
    var names = List.of("humidity", "windy = yes", "windy = no");
    assertEquals(names, shown(names, 12));
  }

  @Test
  void categoriesTooLongForTheirRoomStillDiffer() {
    var names =
        List.of(
            "checking_status = no checking account",
            "checking_status = no checking at all",
            "checking_status = less than nothing",
            "measurement of the first quarter",
            "measurement of the third quarter");
    for (var room = 8; room < 40; room++) {
      var shown = shown(names, room);
      assertEquals(names.size(), new HashSet<>(shown).size(), shown.toString());
      var most = room;
      assertTrue(shown.stream().allMatch(it -> it.length() <= most), shown.toString());
    }
  }

  @Test
  void columnsThatBeginAlikeStayApart() {
    var names = List.of("status_a = yes", "status_a = no", "status_b = yes", "status_b = no");
    for (var room = 8; room < 14; room++) {
      var shown = shown(names, room);
      assertEquals(names.size(), new HashSet<>(shown).size(), shown.toString());
    }
  }

  private static List<String> shown(List<String> names, int room) {
    return new DrawingLook.SideNames(names, text -> text.length() <= room).shown();
  }
}
