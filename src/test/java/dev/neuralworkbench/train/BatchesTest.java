package dev.neuralworkbench.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.encode.Targets.ValueTargets;
import dev.neuralworkbench.nn.Team;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

class BatchesTest {

  /** Row i has the input i and the target 1000 − i. */
  private static Dataset counted(int rows) {
    var inputs = new FMatrixRMaj(rows, 1);
    var values = new DMatrixRMaj(rows, 1);
    for (var i = 0; i < rows; i++) {
      inputs.set(i, 0, i);
      values.set(i, 0, 1000 - i);
    }
    return new Dataset(inputs, new ValueTargets(values), new int[rows]);
  }

  @Test
  void lastBatchIsSmaller() {
    var batches = new Batches(counted(10), 1, 4, false, 0);
    assertEquals(3, batches.perEpoch());
    assertEquals(List.of(4, 4, 2), List.of(batches.rows(0), batches.rows(1), batches.rows(2)));
  }

  @Test
  void zeroTakesAllRowsInBlocks() {
    var batches = new Batches(counted(600), 1, 0, false, 0);
    assertEquals(1, batches.perEpoch());
    assertEquals(600, batches.rows(0));
    assertEquals(3, batches.blocks(0));
    batches.order(0);
    batches.load(0, 2, new Team());
    assertEquals(600 - 512, batches.inputs.numRows);
    assertEquals(512, batches.inputs.get(0, 0));
    assertEquals(1000 - 599, batches.targets.get(87, 0));
  }

  @Test
  void withoutShufflingRowsComeInTheirOrder() {
    var batches = new Batches(counted(700), 1, 300, false, 0);
    assertArrayEquals(IntStream.range(0, 700).toArray(), epoch(batches, 3));
  }

  @Test
  void everyEpochTakesEveryRowOnceInAnotherOrder() {
    var batches = new Batches(counted(700), 1, 300, true, 5);
    var first = epoch(batches, 0);
    var second = epoch(batches, 1);
    assertFalse(Arrays.equals(first, second));
    assertArrayEquals(IntStream.range(0, 700).toArray(), IntStream.of(second).sorted().toArray());
    // The order is that of the epoch alone, whatever was trained before.
    assertArrayEquals(first, epoch(batches, 0));
    assertArrayEquals(second, epoch(new Batches(counted(700), 1, 50, true, 5), 1));
    assertFalse(Arrays.equals(first, epoch(new Batches(counted(700), 1, 300, true, 6), 0)));
  }

  private static int[] epoch(Batches batches, int epoch) {
    var rows = new ArrayList<Integer>();
    batches.order(epoch);
    for (var batch = 0; batch < batches.perEpoch(); batch++) {
      for (var block = 0; block < batches.blocks(batch); block++) {
        batches.load(batch, block, new Team());
        for (var i = 0; i < batches.inputs.numRows; i++) {
          assertEquals(1000, batches.inputs.get(i, 0) + batches.targets.get(i, 0));
          rows.add((int) batches.inputs.get(i, 0));
        }
      }
    }
    return rows.stream().mapToInt(i -> i).toArray();
  }
}
