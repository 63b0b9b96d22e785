/** A frame's own work, and what else waits for it, is done by then. */
const afterFrameMs = 30;

/** Resolves when what was changed has been painted, or, where nothing is painted, soon. */
export const afterPaint = (): Promise<void> =>
  new Promise((painted) => {
    const next = (): void => {
      setTimeout(painted, afterFrameMs);
    };
    if (document.hidden) next();
    else requestAnimationFrame(next);
  });
