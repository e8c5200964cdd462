package dev.neuralworkbench.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WorkloadTest {

  static List<Workload> workloads() {
    return Workload.ALL;
  }

  @ParameterizedTest
  @MethodSource("workloads")
  void rowsHaveTheShapeOfTheWorkloadAndEveryClass(Workload workload) {
    var data = workload.data();
    assertEquals(workload.rows(), data.rows());
    assertEquals(workload.inputs(), data.inputs().numCols);
    var targets = ((ClassTargets) data.targets()).classes();
    assertEquals(workload.classes(), Arrays.stream(targets).distinct().count());
  }
}
