/** Midnight before an instant, by the clock of this browser, epoch milliseconds. */
export function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}
