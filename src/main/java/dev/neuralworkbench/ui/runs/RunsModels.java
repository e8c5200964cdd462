package dev.neuralworkbench.ui.runs;

import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.ui.runs.landscape.LandscapeViewModel;
import dev.neuralworkbench.ui.runs.pair.PairViewModel;
import dev.neuralworkbench.ui.runs.rate.RateViewModel;
import dev.neuralworkbench.ui.runs.study.StudyViewModel;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * The view-models of the screen.
 *
 * @param runs the list
 * @param gaps runs beside their optimum
 * @param pair two runs side by side
 * @param landscape the loss about a run
 * @param rate range tests
 * @param study studies
 * @param pictures draws one picture after another, off the FX thread
 * @param products makes the products for its thread
 */
public record RunsModels(
    RunsViewModel runs,
    GapsViewModel gaps,
    PairViewModel pair,
    LandscapeViewModel landscape,
    RateViewModel rate,
    StudyViewModel study,
    Executor pictures,
    Supplier<Products> products) {}
