const step = 1024;
const units = ["byte", "kilobyte", "megabyte"] as const;

/** 812 байт, 64 кБ, 3,4 МБ: as people of the locale write it. */
export function fileSize(locale: string, bytes: number): string {
  const power = bytes < step ? 0 : bytes < step * step ? 1 : 2;
  const value = bytes / step ** power;
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit: units[power] ?? "byte",
    unitDisplay: "short",
    maximumFractionDigits: value < 10 && power > 0 ? 1 : 0,
  }).format(value);
}

/** The size in which a picture is drawn, known before it is here so that nothing jumps: whole, and not larger than it is. */
export function drawnSize(width: number, height: number, most: number): { width: number; height: number } {
  const scale = Math.min(1, most / width, most / height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** The files of a paste or a drop; none when words were meant: offices put a picture beside them. */
export function filesOf(data: DataTransfer | null): File[] {
  return data === null || data.getData("text/plain") !== "" ? [] : [...data.files];
}

/**
 * Hears of files dragged over the page and dropped anywhere on it.
 *
 * @param over told whether files are over the page now
 * @returns what ends it
 */
export function watchDrops(over: (now: boolean) => void, dropped: (files: File[]) => void): () => void {
  const stop = new AbortController();
  const listen = (name: "dragover" | "dragleave" | "drop", hear: (event: DragEvent) => void) =>
    document.addEventListener(
      name,
      (event) => {
        if (event.dataTransfer?.types.includes("Files")) hear(event);
      },
      { signal: stop.signal },
    );
  listen("dragover", (event) => {
    event.preventDefault();
    over(true);
  });
  listen("dragleave", ({ relatedTarget }) => {
    if (relatedTarget === null) over(false);
  });
  listen("drop", (event) => {
    event.preventDefault();
    over(false);
    dropped([...(event.dataTransfer?.files ?? [])]);
  });
  return () => {
    stop.abort();
    over(false);
  };
}
