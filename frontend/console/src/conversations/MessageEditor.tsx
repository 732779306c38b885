import { Button } from "@mantine/core";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { failureText } from "../actions/refusals";
import type { Written } from "../formatting/FormattedField";
import { useFormattedField } from "../formatting/useFormattedField";
import { useTexts } from "../i18n/texts";
import { useClient } from "../shell/line";
import { signal } from "../shell/signals";
import { charactersLeft } from "./limit";
import type { TextEntry } from "./logItems";
import { useMessageActs } from "./messageActs";
import style from "./TextBlock.module.css";

/** In the place of a message of mine: its words, to be changed. Enter saves, Escape leaves them as they were. */
export function MessageEditor({ text, conversation }: { text: TextEntry; conversation: string }) {
  const texts = useTexts();
  const { t } = texts;
  const client = useClient();
  const acts = useMessageActs();
  const plain = useRef<HTMLTextAreaElement>(null);
  const formatted = useRef<HTMLElement>(null);
  const [written, setWritten] = useState<Written>({ text: text.text, document: text.document });
  const latest = useRef(written);
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const Field = useFormattedField(text.document !== undefined, () => setFailure(t("format.failed")));
  const left = charactersLeft(written.text);
  const ready = written.text.trim() !== "" && left >= 0 && !busy;

  useEffect(() => {
    plain.current?.focus();
    plain.current?.setSelectionRange(plain.current.value.length, plain.current.value.length);
  }, []);

  const write = (next: Written) => {
    latest.current = next;
    setWritten(next);
    setFailure(null);
  };
  const done = () => {
    acts?.edit(null);
    signal("answer");
  };
  const save = async () => {
    const { current } = latest;
    if (current.text.trim() === "" || text.seq === null) return;
    setBusy(true);
    try {
      await client.edit(conversation, text.seq, current.text, current.document);
      done();
    } catch (error) {
      setFailure(failureText(texts, error, client.getState().operators));
      setBusy(false);
    }
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      event.stopPropagation();
      done();
    } else if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      void save();
    }
  };
  const state = failure ?? (left < 0 ? t("editor.tooLong", { count: -left }) : t("message.editHint"));
  const bad = failure !== null || left < 0;
  return (
    <div className={style.editor}>
      {Field ? (
        <Field
          field={formatted}
          plain={plain}
          written={written}
          write={write}
          send={() => void save()}
          leave={done}
          rest={() => {}}
          cut={() => setFailure(t("format.cut"))}
          placeholder=""
          label={t("message.edit")}
          invalid={bad}
        />
      ) : (
        <textarea
          ref={plain}
          className={style.editorField}
          value={written.text}
          readOnly={text.document !== undefined}
          onChange={(event) => write({ text: event.currentTarget.value, document: undefined })}
          onKeyDown={pressed}
          aria-label={t("message.edit")}
          aria-invalid={bad}
        />
      )}
      <div className={style.editorBar}>
        <span className={style.editorState} data-bad={bad || undefined} role={bad ? "alert" : undefined}>
          {state}
        </span>
        <Button size="compact-sm" variant="default" onClick={done}>
          {t("common.cancel")}
        </Button>
        <Button size="compact-sm" loading={busy} disabled={!ready && !busy} onClick={() => void save()}>
          {t("common.save")}
        </Button>
      </div>
    </div>
  );
}
