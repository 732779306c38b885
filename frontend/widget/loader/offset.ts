/**
 * The visitor's zone as an offset such as "+02:00". Asking the browser for the zone's name loads Intl, tens of milliseconds on a
 * slow phone, so that is left to the panel.
 *
 * @param behind minutes that UTC is ahead of the visitor's clock, as `getTimezoneOffset` says it
 */
export function offset(behind: number): string {
  const clock = new Date(Math.abs(behind) * 60_000).toISOString().slice(11, 16);
  return (behind > 0 ? "-" : "+") + clock;
}
