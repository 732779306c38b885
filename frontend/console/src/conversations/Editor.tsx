import type { Conversation } from "@beseda/protocol";
import { ActionIcon, SegmentedControl, Tooltip } from "@mantine/core";
import { MessageSquareText, SendHorizontal } from "lucide-react";
import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { refusalText } from "../actions/refusals";
import { AnswerPicker, pickerAttributes } from "../answers/AnswerPicker";
import { missingText } from "../answers/missing";
import { useAnswerPicker } from "../answers/useAnswerPicker";
import { useTexts } from "../i18n/texts";
import { useNarrow } from "../parts/useNarrow";
import { useClient, useConsole } from "../shell/line";
import { useSignal } from "../shell/signals";
import style from "./Editor.module.css";
import { charactersLeft, operatorLimit } from "./limit";
import type { DraftKeeper } from "./useDraft";

interface Props {
  conversation: Conversation;
  draft: DraftKeeper;
  /** Not mine: colleagues may be left a note, the visitor can't be answered. */
  noteOnly: boolean;
  shown: boolean;
  setShown: (shown: boolean) => void;
}

/** Where an answer or a note is written. Enter sends, Shift+Enter begins a new line. */
export function Editor({ conversation, draft: keeper, noteOnly, shown, setShown }: Props) {
  const texts = useTexts();
  const { t } = texts;
  const client = useClient();
  const operators = useConsole((state) => state.operators);
  const field = useRef<HTMLTextAreaElement>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const { draft, now, change } = keeper;
  const note = noteOnly || draft.note;
  const left = charactersLeft(draft.text);
  useGrowing(field, draft.text, shown);
  const focus = useFocus(field, shown);

  const turn = (asNote: boolean) => {
    flushSync(() => {
      if (asNote) setShown(true);
      change({ note: asNote });
    });
    focus();
  };
  // A note that is being written stays a note: only the switch turns it into an answer.
  useSignal("answer", () => turn(now().text !== "" && now().note));
  useSignal("note", () => turn(true));

  const write = (text: string) => {
    setRefusal(null);
    change({ text });
    if (!noteOnly && !now().note) client.typing(conversation.id, text !== "");
  };
  const send = () => {
    const { text, note: asNote } = now();
    if (text.trim() === "") return;
    const sent = noteOnly || asNote ? client.note(conversation.id, text) : client.send(conversation.id, text);
    if (!sent.ok) {
      setRefusal(refusalText(texts, sent.code, sent.params, operators));
      return;
    }
    change({ text: "", note: false });
    if (noteOnly) setShown(false);
  };
  const picker = useAnswerPicker(conversation, {
    element: field,
    text: () => now().text,
    write,
    send,
    unknown: (missing) => setRefusal(missingText(texts, missing)),
  });
  useSignal("readyAnswers", () => {
    focus();
    picker.begin();
  });
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (picker.press(event)) return;
    if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      send();
    } else if (event.key === "Escape") {
      event.currentTarget.blur();
      if (noteOnly && draft.text === "") setShown(false);
    }
  };
  if (!shown) return null;
  return (
    <div className={style.editor} data-note={note || undefined}>
      <AnswerPicker picker={picker} />
      <textarea
        ref={field}
        className={style.field}
        rows={1}
        value={draft.text}
        onChange={(event) => {
          write(event.currentTarget.value);
          picker.moved(event.currentTarget.selectionEnd);
        }}
        onSelect={(event) => picker.moved(event.currentTarget.selectionEnd)}
        onKeyDown={press}
        onBlur={() => {
          picker.moved(null);
          if (!note) client.typing(conversation.id, false);
        }}
        {...pickerAttributes(picker)}
        placeholder={t(note ? "editor.notePlaceholder" : "editor.placeholder")}
        aria-label={t(note ? "editor.note" : "editor.answer")}
        aria-invalid={refusal !== null || left < 0}
        aria-describedby="editor-state"
      />
      <div className={style.bar}>
        {!noteOnly && <Mode note={note} choose={turn} />}
        <Tooltip label={t("editor.answers")}>
          <ActionIcon
            size={30}
            variant="subtle"
            color="gray"
            aria-label={t("editor.answers")}
            className={style.tool ?? ""}
            onMouseDown={(event) => event.preventDefault()}
            onClick={picker.open ? picker.close : picker.begin}
          >
            <MessageSquareText size={17} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <State left={left} refusal={refusal} />
        <Tooltip label={t("editor.send")}>
          <ActionIcon
            size={34}
            radius="md"
            aria-label={t("editor.send")}
            disabled={draft.text.trim() === "" || left < 0}
            color={note ? "yellow" : "accent"}
            className={style.send ?? ""}
            onClick={send}
          >
            <SendHorizontal size={17} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
    </div>
  );
}

function Mode({ note, choose }: { note: boolean; choose: (note: boolean) => void }) {
  const { t } = useTexts();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t("editor.mode")}
      value={note ? "note" : "answer"}
      onChange={(value) => choose(value === "note")}
      classNames={{ root: style.mode ?? "", indicator: style.indicator ?? "" }}
      data={[
        { value: "answer", label: t("editor.modeAnswer") },
        { value: "note", label: t("editor.modeNote") },
      ]}
    />
  );
}

function State({ left, refusal }: { left: number; refusal: string | null }) {
  const { t, format } = useTexts();
  const narrow = useNarrow();
  const bad = refusal !== null || left < 0;
  const near = left < operatorLimit / 10;
  const words =
    refusal ??
    (left < 0
      ? t("editor.tooLong", { count: -left })
      : near
        ? t("editor.left", { number: format.number(left) })
        : narrow
          ? ""
          : t("editor.hint"));
  return (
    <span id="editor-state" className={style.state} data-bad={bad || undefined} role={bad ? "alert" : undefined}>
      {words}
    </span>
  );
}

/** Puts the cursor into the field, now or as soon as it is there: a conversation just taken becomes mine a moment later. */
function useFocus(field: RefObject<HTMLTextAreaElement | null>, shown: boolean): () => void {
  const wanted = useRef(false);
  useEffect(() => {
    if (shown && wanted.current) field.current?.focus();
    if (shown) wanted.current = false;
  }, [field, shown]);
  return () => {
    wanted.current = field.current === null;
    field.current?.focus();
  };
}

/** Lets the field grow with its text up to the height its style sets as the limit. */
function useGrowing(field: RefObject<HTMLTextAreaElement | null>, text: string, shown: boolean): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text decides the height.
  useLayoutEffect(() => {
    const element = field.current;
    if (element === null) return;
    element.style.height = "auto";
    element.style.height = `${element.scrollHeight}px`;
  }, [field, text, shown]);
}
