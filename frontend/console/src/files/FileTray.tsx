import type { Files } from "./useFiles";

/** The files of the next answer, once there are any. */
export function FileTray({ files: { Tray, uploads, items }, shown }: { files: Files; shown: boolean }) {
  if (!shown || Tray === null || uploads === null || items.length === 0) return null;
  return <Tray uploads={uploads} items={items} />;
}
