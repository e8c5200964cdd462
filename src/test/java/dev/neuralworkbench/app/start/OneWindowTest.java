package dev.neuralworkbench.app.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneWindowTest {

  @TempDir Path folder;

  private final BlockingQueue<List<Path>> taken = new LinkedBlockingQueue<>();

  @Test
  void theFirstTakesTheFilesOfLaterStarts() throws InterruptedException {
    assertFalse(OneWindow.handOver(folder, List.of()), "nobody is there");
    try (var _ = OneWindow.listen(folder, taken::add)) {
      assertTrue(OneWindow.handOver(folder, List.of(Path.of("模型 1.nnw"))));
      assertEquals(List.of(Path.of("模型 1.nnw").toAbsolutePath()), taken.poll(9, TimeUnit.SECONDS));
      assertTrue(OneWindow.handOver(folder, List.of()));
      assertEquals(List.of(), taken.poll(9, TimeUnit.SECONDS));
    }
    assertFalse(OneWindow.handOver(folder, List.of()), "it is gone");
    try (var _ = OneWindow.listen(folder, taken::add)) {
      assertTrue(OneWindow.handOver(folder, List.of()));
    }
  }

  @Test
  void whatAWindowThatDiedLeftBehindPreventsNothing() throws IOException {
    try (var dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      dead.bind(UnixDomainSocketAddress.of(folder.resolve("window.socket")));
    }
    Files.createFile(folder.resolve("window.lock"));
    assertFalse(OneWindow.handOver(folder, List.of()));
    try (var _ = OneWindow.listen(folder, taken::add)) {
      assertTrue(OneWindow.handOver(folder, List.of()));
    }
  }

  @Test
  void aWindowThatDoesNotAnswerKeepsNobodyWaiting() throws IOException {
    try (var stuck = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      stuck.bind(UnixDomainSocketAddress.of(folder.resolve("window.socket")));
      assertTimeoutPreemptively(
          Duration.ofSeconds(20),
          () -> assertFalse(OneWindow.handOver(folder, List.of(Path.of("a.csv")))));
    }
  }

  @Test
  void nonsenseAtTheSocketIsLeftAlone() throws IOException {
    try (var _ = OneWindow.listen(folder, taken::add)) {
      try (var socket =
          SocketChannel.open(UnixDomainSocketAddress.of(folder.resolve("window.socket")))) {
        socket.write(ByteBuffer.wrap(new byte[] {127, 0, 0, 0, 9}));
      }
      assertTrue(OneWindow.handOver(folder, List.of()));
    }
  }
}
