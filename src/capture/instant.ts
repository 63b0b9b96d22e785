const vietnamOffsetMs = 7 * 60 * 60 * 1000;

/** An instant in whole seconds at Vietnam's offset, whatever zone the machine is in: `2022-03-01T09:00:00+07:00`. */
export const toVietnamInstant = (epochMs: number): string =>
  `${new Date(epochMs + vietnamOffsetMs).toISOString().slice(0, 19)}+07:00`;
