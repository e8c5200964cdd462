package dev.neuralworkbench.data.trap;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

interface TrapRule {

  List<Trap> find(TrapScan look);

  /** Looks at one input after another; those that another rule has blamed are passed over. */
  interface OfColumns extends TrapRule {

    Optional<Trap> find(TrapScan look, int input);

    @Override
    default List<Trap> find(TrapScan look) {
      return IntStream.of(look.inputs)
          .filter(input -> !look.isBlamed(input))
          .mapToObj(input -> find(look, input))
          .flatMap(Optional::stream)
          .toList();
    }
  }
}
