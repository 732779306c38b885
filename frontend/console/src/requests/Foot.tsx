import { Button, Textarea } from "@mantine/core";
import { useRef } from "react";
import { useTexts } from "../i18n/texts";
import { useNarrow } from "../parts/useNarrow";
import type { RequestDetail } from "../rest/requests";
import { useSignal } from "../shell/signals";
import { ActBar } from "./ActBar";
import style from "./Detail.module.css";
import { useNoteDraft } from "./noteDrafts";
import { useActs } from "./useActs";

/** As long as the server takes it. */
const noteLimit = 4000;
/** Acts that take the note along. */
const saying: ReadonlySet<string> = new Set(["note", "attempt", "done", "hand"]);

/** What is done with it: buttons, and a note that goes along with the next one. */
export function Foot({ detail }: { detail: RequestDetail }) {
  const { t } = useTexts();
  const { request } = detail;
  const [note, setNote] = useNoteDraft(request.id);
  const narrow = useNarrow();
  const field = useRef<HTMLTextAreaElement>(null);
  const acts = useActs(detail, ({ act }) => saying.has(act) && setNote(""));
  useSignal("request.note", () => field.current?.focus());
  return (
    <footer className={style.foot}>
      <div className={style.noteRow}>
        <Textarea
          ref={field}
          className={style.note ?? ""}
          autosize
          minRows={1}
          maxRows={5}
          maxLength={noteLimit}
          aria-label={t("requests.note")}
          placeholder={t(narrow ? "requests.note" : "requests.notePlaceholder")}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Button
          variant="default"
          disabled={note.trim() === ""}
          loading={acts.pending === "note"}
          onClick={() => acts.perform({ act: "note", text: note.trim() })}
        >
          {t("requests.saveNote")}
        </Button>
      </div>
      <p className={style.told} role="status">
        {acts.taken > 1 && t("requests.tookAll", { count: acts.taken })}
      </p>
      {acts.failure !== null && (
        <p className={style.failed} role="alert">
          {acts.failure}
        </p>
      )}
      <ActBar detail={detail} acts={acts} note={note.trim()} />
    </footer>
  );
}
