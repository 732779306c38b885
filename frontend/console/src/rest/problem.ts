/** What is wrong with one field of what was sent. `code` is stable; `expected` says what would do, in the reader's language. */
export interface FieldProblem {
  field: string;
  code: string;
  value: string | null;
  expected: string | null;
}

/**
 * A refusal or a failure of a request (RFC 9457 problem details). `code` is stable, `detail` is a sentence for people.
 * A request that never reached the server has status 0 and the code `network`.
 */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly fields: readonly FieldProblem[] = [],
    readonly retryMs: number | null = null,
  ) {
    super(detail === "" ? code : detail);
    this.name = "Problem";
  }
}

export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  return new Problem(0, "unexpected", error instanceof Error ? error.message : String(error));
}

/** Reads an answer that isn't 2xx; anything but problem details (a proxy's page, an empty body) becomes `http_STATUS`. */
export async function readProblem(response: Response): Promise<Problem> {
  const fallback = new Problem(response.status, `http_${response.status}`, "", [], retryAfter(response));
  if (!(response.headers.get("Content-Type") ?? "").includes("json")) return fallback;
  try {
    const body: unknown = await response.json();
    if (typeof body !== "object" || body === null) return fallback;
    const { code, detail, fields, retryMs } = body as Record<string, unknown>;
    return new Problem(
      response.status,
      typeof code === "string" ? code : fallback.code,
      typeof detail === "string" ? detail : "",
      Array.isArray(fields) ? (fields as FieldProblem[]) : [],
      typeof retryMs === "number" ? retryMs : fallback.retryMs,
    );
  } catch {
    return fallback;
  }
}

function retryAfter(response: Response): number | null {
  const seconds = Number(response.headers.get("Retry-After") ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds * 1000 : null;
}
