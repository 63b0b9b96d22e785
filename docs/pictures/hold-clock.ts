/**
 * Loaded before the program (`node --import`), holds the clock at an instant, so that logs, captures and snapshots, and with them
 * the pictures, are the same whenever they are made.
 */
const Clock = Date;
const held = Clock.parse(process.env.KHOBAO_PICTURES_NOW ?? '2026-11-22T02:00:00Z');

globalThis.Date = new Proxy(Clock, {
  construct: (target, given) => Reflect.construct(target, given.length === 0 ? [held] : given) as Date,
  get: (target, key) => (key === 'now' ? () => held : (Reflect.get(target, key) as unknown)),
});
