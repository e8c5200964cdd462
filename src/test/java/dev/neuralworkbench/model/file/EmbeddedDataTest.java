package dev.neuralworkbench.model.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.data.read.TableReader;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.json.Spot;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedDataTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "range,y\n1|7,0\n2|8,1\n",
        "a|b,c|d\n1|7,0\n2|8,1\n",
        "range\ty\n0;2\t0\n1;3\t1\n",
        "version;y\n1.50;1,5\n2.5;2,5\n3.5;3,5\n",
        "yes,no\nno,yes\nyes,yes\nyes,no\n",
        "0,1,1\n1,1,0\n0,0,0\n"
      })
  void typedRowsAreReadBackWhateverTheyLookLike(String text) throws Exception {
    var data = DataReference.ofTyped(TableReader.parse("typed", text));
    var again = SavedData.of(data).read(Spot.ROOT);
    assertEquals(data.hash(), again.hash());
    assertEquals(data.columns(), again.columns());
  }
}
