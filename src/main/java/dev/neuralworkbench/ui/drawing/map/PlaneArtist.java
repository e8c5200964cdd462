package dev.neuralworkbench.ui.drawing.map;

import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.ui.chart.plane.Plane;

/** Draws answers of a network into a plane of a map's points. One owner thread. */
interface PlaneArtist {

  Plane draw(NetworkWeights weights, Plane empty);
}
