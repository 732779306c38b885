/** Stand-in. */
export function Settings(_: { section: string | null; item: string | null }) {
  return null;
}
