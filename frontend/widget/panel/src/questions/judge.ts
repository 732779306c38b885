/** Whether the server would take it for an address of e-mail. */
export function emailed(text: string): boolean {
  return /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;".]{2,}$/.test(text);
}

/** Whether the server would take it for a phone number. */
export function telephoned(text: string): boolean {
  const digits = text.replace(/\D/g, "").length;
  return /^\+?[\d ().-]+$/.test(text) && digits >= 6 && digits <= 15;
}
