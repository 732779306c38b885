import { randomBytes } from "node:crypto";
import { crc32, deflateSync } from "node:zlib";
import type { Locator } from "playwright-core";

/** A picture of 1200 by 900 with a text inside that says where it was taken. */
export function picture(): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  const header = Buffer.from([0, 0, 4, 176, 0, 0, 3, 132, 8, 0, 0, 0, 0]);
  const rows = deflateSync(noise(900, 1201));
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", header),
    chunk("tEXt", Buffer.from("Place\0Perm", "latin1")),
    chunk("IDAT", rows),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** Rows of a picture that can't be packed small, each with no filter. */
function noise(rows: number, length: number): Buffer {
  const bytes = randomBytes(rows * length);
  for (let row = 0; row < rows; row++) bytes[row * length] = 0;
  return bytes;
}

/** Waits until the picture is here, and says how wide it came. */
export const widthOf = (picture: Locator) =>
  picture.evaluate(async (image: HTMLImageElement) => {
    await image.decode();
    return image.naturalWidth;
  });
