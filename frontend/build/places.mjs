import { fileURLToPath } from "node:url";

/** The root of the project, without a slash at its end. */
export const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/[/\\]$/, "");

/** What the server serves. */
export const dist = `${root}/frontend/dist`;
