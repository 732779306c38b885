import { Problem, readProblem } from "./problem";

type Method = "GET" | "POST" | "PUT" | "DELETE";

/** How every request goes out: same origin, with the proof that our own script sent it, in the reader's language. */
export async function request<T>(method: Method, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const headers: Record<string, string> = {
    Accept: "application/json",
    "Accept-Language": document.documentElement.lang || "en",
  };
  if (method !== "GET") headers["X-Beseda"] = "1";
  let payload: BodyInit | null = null;
  if (body instanceof Blob) {
    headers["Content-Type"] = body.type;
    payload = body;
  } else if (body !== undefined) {
    headers["Content-Type"] = "application/json";
    payload = JSON.stringify(body);
  }
  const response = await send(path, {
    method,
    headers,
    body: payload,
    credentials: "same-origin",
    signal: signal ?? null,
  });
  if (!response.ok) throw await readProblem(response);
  const text = await response.text();
  return (text === "" ? undefined : JSON.parse(text)) as T;
}

async function send(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new Problem(0, "network", "");
  }
}
