/** Writes the demo shop as plain static files into the folder. */
export function renderDemo(folder: string): Promise<void>;
