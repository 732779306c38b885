/** The code that the server printed with its address, as it stands in one; null when it isn't there. */
export function codeInAddress(address: string): string | null {
  return /[?&]setup=([^&#\s]+)/.exec(address)?.[1] ?? null;
}

/** What somebody typed or pasted: the code alone, or the whole printed address. */
export function codeTyped(text: string): string {
  return codeInAddress(text) ?? text;
}
