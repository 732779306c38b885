/** Twice what the largest place shows, for dense screens. */
const side = 512;

/**
 * The middle square of a picture, small, as JPEG: whatever the browser can show can be sent, and nothing else that was in
 * the file (where it was taken, by whom) leaves the computer. What the browser can't read goes as it is; the server decides.
 */
export async function portrait(file: File): Promise<Blob> {
  const picture = await createImageBitmap(file).catch(() => null);
  if (picture === null) return file;
  const canvas = document.createElement("canvas");
  canvas.width = side;
  canvas.height = side;
  const cut = squareOf(picture.width, picture.height);
  canvas.getContext("2d")?.drawImage(picture, cut.left, cut.top, cut.side, cut.side, 0, 0, side, side);
  picture.close();
  const made = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.9));
  return made ?? file;
}

/** Faces are in the upper half: a tall picture is cut nearer to its top. */
export function squareOf(width: number, height: number): { left: number; top: number; side: number } {
  const short = Math.min(width, height);
  return { left: Math.round((width - short) / 2), top: Math.round((height - short) / 4), side: short };
}
