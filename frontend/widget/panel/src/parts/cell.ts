import type { Watchable } from "@beseda/client";

/** One value that views can watch. */
export class Cell<S> implements Watchable<S> {
  private readonly listeners = new Set<() => void>();

  constructor(private state: S) {}

  readonly getState = (): S => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  set(state: S): void {
    if (Object.is(state, this.state)) return;
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}
