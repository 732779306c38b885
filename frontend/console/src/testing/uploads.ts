import { anAttachment } from "./fixtures";

/** Takes every file in two requests, as the document of the fixtures. */
export function takeUploads(): void {
  const around = globalThis.fetch;
  globalThis.fetch = (async (address: string, init: RequestInit = {}) => {
    if (!address.startsWith("/api/uploads")) return around(address, init);
    const begun = init.method === "POST";
    return Response.json({ id: "f1", size: 5, offset: begun ? 0 : 5, piece: 5, file: begun ? null : anAttachment });
  }) as typeof fetch;
}

/** As a person chooses it. */
export function chooseFile(input: HTMLElement): void {
  Object.defineProperty(input, "files", { value: [new File(["12345"], anAttachment.name)], configurable: true });
  input.dispatchEvent(new Event("change", { bubbles: true }));
}
