package dev.neuralworkbench.app.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.file.OwnFolder;
import dev.neuralworkbench.testing.Patience;
import dev.neuralworkbench.testing.Strangers;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneWindowTest {

  private static final Duration LONG = Patience.LONG;
  private static final Duration SHORT = Duration.ofMillis(700);

  @TempDir Path folder;

  private final BlockingQueue<List<Path>> taken = new LinkedBlockingQueue<>();
  private final List<OneWindow> windows = new ArrayList<>();
  private Path place = Path.of("");

  @BeforeEach
  void choosePlace() {
    place = folder.resolve("window");
  }

  @AfterEach
  void close() {
    windows.forEach(OneWindow::close);
  }

  /** A start; whether it has a window of its own. */
  private boolean opens(Duration patience, Path... files) {
    var one = OneWindow.begin(new OwnFolder(place.getParent()), "window", List.of(files), patience);
    one.ifPresent(windows::add);
    return one.isPresent();
  }

  @Test
  void theFirstTakesTheFilesOfLaterStarts() throws InterruptedException {
    assertTrue(opens(LONG, Path.of("first.csv")), "nobody is there");
    windows.getFirst().takeBy(taken::add);
    assertFalse(opens(LONG, Path.of("模型 1.nnw")));
    assertEquals(
        List.of(Path.of("模型 1.nnw").toAbsolutePath()),
        taken.poll(Patience.SECONDS, TimeUnit.SECONDS));
    assertFalse(opens(LONG));
    assertEquals(List.of(), taken.poll(Patience.SECONDS, TimeUnit.SECONDS));
    windows.getFirst().close();
    assertTrue(opens(LONG), "it is gone");
    windows.getLast().takeBy(taken::add);
    assertFalse(opens(LONG));
  }

  @Test
  void ofManyStartsAtOnceOneHasAWindowAndAllFiles() throws Exception {
    try (var threads = Executors.newFixedThreadPool(6)) {
      var starts = new ArrayList<Callable<Optional<OneWindow>>>();
      for (var i = 0; i < 6; i++) {
        var file = Path.of(i + ".csv");
        starts.add(
            () -> {
              var one =
                  OneWindow.begin(new OwnFolder(place.getParent()), "window", List.of(file), LONG);
              one.ifPresent(it -> it.takeBy(taken::add));
              return one;
            });
      }
      for (var start : threads.invokeAll(starts)) {
        start.get().ifPresent(windows::add);
      }
    }
    assertEquals(1, windows.size());
    assertEquals(5, taken.size(), "the sixth opens its own");
  }

  @Test
  void whatAWindowThatDiedLeftBehindPreventsNothing() throws IOException {
    try (var dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      dead.bind(UnixDomainSocketAddress.of(place));
    }
    Files.createFile(folder.resolve("window.lock"));
    assertTrue(opens(LONG));
    windows.getFirst().takeBy(taken::add);
    assertFalse(opens(LONG));
  }

  @Test
  void aWindowThatHangsOrClosesLeavesTheFilesToTheNext() {
    assertTrue(opens(LONG));
    assertTrue(opens(SHORT, Path.of("a.csv")), "it never came to be");
    windows.getFirst().takeBy(_ -> false);
    assertTrue(opens(SHORT, Path.of("a.csv")), "it takes nothing");
  }

  @Test
  void whoSaysNothingOrNonsenseMakesItDeafForNobody() throws IOException {
    assertTrue(opens(LONG));
    windows.getFirst().takeBy(taken::add);
    try (var silent = SocketChannel.open(UnixDomainSocketAddress.of(place));
        var wild = SocketChannel.open(UnixDomainSocketAddress.of(place))) {
      wild.write(ByteBuffer.wrap(new byte[] {127, 0, 0, 0, 9}));
      assertFalse(opens(LONG));
      assertTrue(silent.isOpen());
    }
  }

  /** Threads that hear later starts. */
  private static long hearing() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(it -> it.getName().equals("a later start"))
        .count();
  }

  @Test
  void ofManyThatSayNothingEightAreHeardAtATime() throws IOException {
    assertTrue(opens(LONG));
    windows.getFirst().takeBy(taken::add);
    var before = hearing();
    var silent = new ArrayList<SocketChannel>();
    var most = 0L;
    for (var i = 0; i < 60; i++) {
      silent.add(SocketChannel.open(UnixDomainSocketAddress.of(place)));
      most = Math.max(most, hearing() - before);
    }
    assertTrue(most <= 8, "heard at a time: " + most);
    for (var socket : silent) {
      socket.close();
    }
    assertFalse(opens(LONG), "who speaks is heard after them");
  }

  /** What another user has put where the window would be. */
  private List<Path> stolen(ServerSocketChannel server) {
    var files = new ArrayList<Path>();
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              try (var socket = server.accept();
                  var in = new DataInputStream(Channels.newInputStream(socket));
                  var out = new DataOutputStream(Channels.newOutputStream(socket))) {
                for (var left = in.readInt(); left > 0; left--) {
                  files.add(Path.of(in.readUTF()));
                }
                out.writeBoolean(true);
              } catch (IOException _) {
                // Nobody came.
              }
            });
    return files;
  }

  @Test
  void nothingIsHandedOverInAFolderOfSomebodyElses() throws IOException {
    try (var theirs = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      theirs.bind(UnixDomainSocketAddress.of(place));
      var files = stolen(theirs);
      Strangers.own(folder);
      assertTrue(opens(LONG, Path.of("secret.csv")), "a window of its own");
      assertEquals(List.of(), files);
      assertFalse(Files.exists(folder.resolve("window.lock")), "nor listened");
    }
  }

  @Test
  void aSocketOfSomebodyElsesIsNotSpokenTo() throws IOException {
    try (var theirs = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      theirs.bind(UnixDomainSocketAddress.of(place));
      var files = stolen(theirs);
      Strangers.own(place);
      assertTrue(opens(LONG, Path.of("secret.csv")), "a window of its own");
      assertEquals(List.of(), files);
    }
  }

  @Test
  void socketAndLockAreTheUsersAlone() throws IOException {
    assertTrue(opens(LONG));
    assertEquals("600", Strangers.mode(place));
    assertEquals("600", Strangers.mode(folder.resolve("window.lock")));
  }

  @Test
  void aFolderWithTooLongANameForASocketHasWindowsAllTheSame() throws IOException {
    place = Files.createDirectories(folder.resolve("x".repeat(120))).resolve("window");
    assertTrue(opens(SHORT));
    assertTrue(opens(SHORT), "one each");
  }

  @Test
  void eachDisplayHasItsOwn() {
    var one = OneWindow.name(Map.of("DISPLAY", ":0"));
    assertNotEquals(one, OneWindow.name(Map.of("DISPLAY", ":1")));
    assertEquals("window-0", one);
    assertEquals("window", OneWindow.name(Map.of()));
  }
}
