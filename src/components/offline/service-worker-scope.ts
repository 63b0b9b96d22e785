/** As much of a service worker's own types as is used; TypeScript can not know them beside those of pages. */
export interface ServiceWorkerScope {
  readonly registration: { readonly scope: string };
  readonly clients: { readonly claim: () => Promise<void> };
  readonly skipWaiting: () => Promise<void>;
}

export interface LastingEvent extends Event {
  /** Keeps the worker alive until that is done. */
  readonly waitUntil: (done: Promise<unknown>) => void;
}

export interface RequestEvent extends LastingEvent {
  readonly request: Request;
  readonly respondWith: (response: Promise<Response>) => void;
}
