/**
 * What every screen is made of: form fields, dialogs, background tasks, file drop, theme, icons,
 * and texts that follow the chosen language. {@link dev.neuralworkbench.ui.common.Labels} and
 * {@link dev.neuralworkbench.ui.common.Buttons} make the parts of panes, {@link
 * dev.neuralworkbench.ui.common.Styling} names them, {@link
 * dev.neuralworkbench.ui.common.OnAnyChange} and {@link dev.neuralworkbench.ui.common.Visibility}
 * keep them up to date. Nothing here knows a screen, a document or a network; a field speaks to its
 * choice through {@link dev.neuralworkbench.ui.common.form.Choice}. Fields that hold state of their
 * own lost, because undo would then have two truths to restore.
 */
package dev.neuralworkbench.ui.common;
