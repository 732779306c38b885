import { readProblem } from "../rest/problem";

export interface Progress {
  /** How many rows there will be; null until the server has said. */
  readonly rows: number | null;
  readonly bytes: number;
}

/** A file that was fetched whole. */
export interface Exported {
  readonly name: string;
  readonly content: Blob;
}

/** Fetches what was found as a file and tells how far it is; ends with an AbortError when it is called off. */
export async function fetchExport(
  address: string,
  fallback: string,
  signal: AbortSignal,
  tell: (progress: Progress) => void,
): Promise<Exported> {
  const response = await fetch(address, {
    headers: { "Accept-Language": document.documentElement.lang || "en" },
    credentials: "same-origin",
    signal,
  });
  if (!response.ok) throw await readProblem(response);
  const said = response.headers.get("X-Beseda-Rows");
  const rows = said === null ? null : Number(said);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  tell({ rows, bytes });
  const reader = response.body?.getReader();
  for (let read = await reader?.read(); read?.value !== undefined; read = await reader?.read()) {
    parts.push(read.value);
    bytes += read.value.length;
    tell({ rows, bytes });
  }
  const type = response.headers.get("Content-Type") ?? "application/octet-stream";
  return { name: nameIn(response.headers.get("Content-Disposition")) ?? fallback, content: new Blob(parts, { type }) };
}

function nameIn(disposition: string | null): string | null {
  return /filename="([^"]+)"/.exec(disposition ?? "")?.[1] ?? null;
}

/** As if a link to the file had been pressed. */
export function save({ name, content }: Exported): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
