import type { FileKind } from "@beseda/protocol";
import { File, FileArchive, FileAudio, FileImage, FileText, FileVideo } from "lucide-react";

const icons = { image: FileImage, document: FileText, archive: FileArchive, audio: FileAudio, video: FileVideo };

/** What a file is, at a glance; null: not known yet. */
export function KindIcon({ kind }: { kind: FileKind | null }) {
  const Icon = kind === null ? File : icons[kind];
  return <Icon size={22} strokeWidth={1.6} aria-hidden />;
}
