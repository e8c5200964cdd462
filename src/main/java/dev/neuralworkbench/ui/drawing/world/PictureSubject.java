package dev.neuralworkbench.ui.drawing.world;

import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.ui.drawing.network.NetworkPart;
import org.jspecify.annotations.Nullable;

/**
 * What a picture is of.
 *
 * @param unit a hidden unit; null for the whole network
 */
record PictureSubject(
    World world, NetworkDesign design, WorldView view, NetworkPart.@Nullable Unit unit) {}
