import type { OperatorClient, Submitted } from "@beseda/client";
import type { Attachment, Conversation, TextDocument } from "@beseda/protocol";
import { filesOf } from "@beseda/ui/files";
import { ActionIcon, SegmentedControl, Tooltip } from "@mantine/core";
import { MessageSquareText, SendHorizontal } from "lucide-react";
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { flushSync } from "react-dom";
import { refusalText } from "../actions/refusals";
import { AnswerPicker, pickerAttributes } from "../answers/AnswerPicker";
import { formattedPlace, plainPlace } from "../answers/field";
import { missingText } from "../answers/missing";
import { type Picker, useAnswerPicker } from "../answers/useAnswerPicker";
import { DropTarget } from "../files/DropTarget";
import { FileButton } from "../files/FileButton";
import { FileTray } from "../files/FileTray";
import { type Files, useFiles } from "../files/useFiles";
import type { Cursor } from "../formatting/FormattedField";
import { FormattingSwitch } from "../formatting/FormattingSwitch";
import { useFormatting } from "../formatting/useFormatting";
import { useTexts } from "../i18n/texts";
import { ArticlesBeside, ArticlesButton } from "../knowledge/ArticlesBeside";
import { withInserted } from "../knowledge/insert";
import { withTokens } from "../mentions/mentions";
import { useMention } from "../mentions/useMention";
import { useNarrow } from "../parts/useNarrow";
import { useClient, useConsole } from "../shell/line";
import { signal, useSignal } from "../shell/signals";
import { TranslateDraft } from "../translation/TranslateDraft";
import type { Draft } from "./drafts";
import style from "./Editor.module.css";
import { charactersLeft, operatorLimit } from "./limit";
import { QuoteStrip } from "./Quote";
import type { DraftKeeper } from "./useDraft";

interface Props {
  conversation: Conversation;
  draft: DraftKeeper;
  /** Not mine: colleagues may be left a note, the visitor can't be answered. */
  noteOnly: boolean;
  shown: boolean;
  setShown: (shown: boolean) => void;
}

const ofAnswer = { label: "editor.answer", placeholder: "editor.placeholder" } as const;
const ofNote = { label: "editor.note", placeholder: "editor.notePlaceholder" } as const;

/** Where an answer or a note is written. Enter sends, Shift+Enter begins a new line. */
export function Editor({ conversation, draft: keeper, noteOnly, shown, setShown }: Props) {
  const texts = useTexts();
  const { t } = texts;
  const client = useClient();
  const operators = useConsole((state) => state.operators);
  const field = useRef<HTMLTextAreaElement>(null);
  const formattedField = useRef<HTMLElement>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const { draft, now, change } = keeper;
  const note = noteOnly || draft.note;
  const words = note ? ofNote : ofAnswer;
  const left = charactersLeft(draft.text);
  const bad = refusal !== null || left < 0;
  const files = useFiles(conversation.id, setRefusal);
  const [waits, setWaits] = useState(false);
  const formatting = useFormatting(keeper, !note, shown, () => setRefusal(t("format.failed")));
  const { Field } = formatting;
  useGrowing(field, draft.text, shown && Field === null);
  const focus = useFocus(() => formattedField.current ?? field.current, shown);

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
  useSignal("reply", (reply) => {
    turn(noteOnly || (now().text !== "" && now().note));
    change({ reply });
  });

  const write = (text: string, document?: TextDocument) => {
    setRefusal(null);
    change({ text, document });
    if (!noteOnly && !now().note) client.typing(conversation.id, text !== "");
  };
  const send = () => {
    const { text, note: asNote, document, reply, mentions } = now();
    const toColleagues = noteOnly || asNote;
    setWaits(!toColleagues && files.busy);
    if (!toColleagues && files.busy) return;
    const enclosed = toColleagues ? [] : files.take();
    if (text.trim() === "" && enclosed.length === 0) return;
    const sent = sentBy(client, conversation.id, { text, document, reply, mentions, note: toColleagues }, enclosed);
    if (!sent.ok) {
      files.putBack(enclosed);
      setRefusal(refusalText(texts, sent.code, sent.params, operators));
      return;
    }
    change({ text: "", note: false, document: undefined, reply: undefined, mentions: undefined });
    cursor(null);
    if (noteOnly) setShown(false);
  };
  useEffect(() => {
    if (!waits) return;
    if (files.failed) setWaits(false);
    else if (!files.busy) send();
  });
  const cursorOfFormatted = useRef<Cursor | null>(null);
  const picker = useAnswerPicker(conversation, {
    ...(Field === null
      ? plainPlace({ element: field, text: () => now().text, write, formats: !note })
      : formattedPlace(cursorOfFormatted)),
    send: (answer) => (note || answer.files.length === 0 ? send() : setWaits(true)),
    enclose: (answer) => {
      if (!note) files.bring(answer);
      else if (answer.files.length > 0) setRefusal(t("picker.noFiles"));
    },
    unknown: (missing) => setRefusal(missingText(texts, missing)),
  });
  useSignal("readyAnswers", () => {
    focus();
    picker.begin();
  });
  const mention = useMention(conversation.id, keeper, note, field);
  const cursor = (caret: number | null) => {
    picker.moved(caret === null ? null : now().text.slice(0, caret));
    mention.moved(caret);
  };
  const [searching, search] = useState(false);
  useSignal("articles", () => search(true));
  const stopSearching = () => {
    flushSync(() => search(false));
    focus();
  };
  const insert = (what: TextDocument | string) => {
    const { text, document } = withInserted({ text: now().text, document: now().document }, what);
    flushSync(() => write(text, note ? undefined : document));
    stopSearching();
  };
  const leave = () => {
    if (hadQuote(keeper)) return;
    (globalThis.document.activeElement as HTMLElement | null)?.blur();
    if (noteOnly && draft.text === "") setShown(false);
  };
  const rest = () => {
    cursor(null);
    if (!note) client.typing(conversation.id, false);
  };
  const tooMuch = () => setRefusal(t("format.cut"));
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>) =>
    cutPaste(event, (text) => {
      write(text);
      tooMuch();
    });
  const format = (on: boolean) => {
    flushSync(() => formatting.choose(on));
    focus();
  };
  if (!shown) return null;
  return (
    <div
      className={style.editor}
      data-note={note || undefined}
      onPasteCapture={(event) => !note && pasteFiles(event, files)}
    >
      <AnswerPicker picker={picker} />
      {mention.picker}
      {!note && <DropTarget add={files.add} />}
      <QuoteStrip conversation={conversation} draft={keeper} />
      <FileTray files={files} shown={!note} />
      {searching && <ArticlesBeside conversation={conversation} insert={insert} close={stopSearching} />}
      {Field ? (
        <Field
          field={formattedField}
          plain={field}
          written={{ text: draft.text, document: draft.document }}
          write={({ text, document }) => write(text, document)}
          send={send}
          leave={leave}
          rest={rest}
          cut={tooMuch}
          cursor={cursorOfFormatted}
          moved={picker.moved}
          press={picker.press}
          attributes={pickerAttributes(picker)}
          placeholder={t(words.placeholder)}
          label={t(words.label)}
          invalid={bad}
        />
      ) : (
        <textarea
          ref={field}
          className={style.field}
          rows={1}
          value={draft.text}
          onChange={(event) => {
            write(event.currentTarget.value);
            cursor(event.currentTarget.selectionEnd);
          }}
          onSelect={(event) => cursor(event.currentTarget.selectionEnd)}
          onKeyDown={(event) => mention.press(event) || pressed(event, picker, send, leave)}
          onBlur={rest}
          onPaste={paste}
          {...pickerAttributes(picker)}
          {...mention.attributes}
          placeholder={t(words.placeholder)}
          aria-label={t(words.label)}
          aria-invalid={bad}
          aria-describedby="editor-state"
        />
      )}
      <div className={style.bar}>
        {!noteOnly && <Mode note={note} choose={turn} />}
        {!note && (
          <>
            <FormattingSwitch on={formatting.on} choose={format} />
            <FileButton add={files.add} />
            <TranslateDraft conversation={conversation} draft={keeper} write={write} fail={setRefusal} focus={focus} />
          </>
        )}
        <AnswersButton picker={picker} />
        <ArticlesButton open={searching} toggle={() => (searching ? stopSearching() : search(true))} />
        <State left={left} refusal={refusal} held={waits} />
        <Tooltip label={t("editor.send")}>
          <ActionIcon
            size={34}
            radius="md"
            aria-label={t("editor.send")}
            disabled={hasNothing(draft.text, note, files) || left < 0}
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

/** The first Escape takes the quote away, the next one leaves. */
function hadQuote({ now, change }: DraftKeeper): boolean {
  const had = now().reply !== undefined;
  if (had) change({ reply: undefined });
  return had;
}

function hasNothing(text: string, note: boolean, { items, busy }: Files): boolean {
  return text.trim() === "" && (note || (items.length === 0 && !busy));
}

/** A key belongs to the list of ready answers while that is open. */
function pressed(event: KeyboardEvent, picker: Picker, send: () => void, leave: () => void): void {
  if (picker.press(event.nativeEvent)) return;
  if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) {
    event.preventDefault();
    send();
  } else if (event.key === "ArrowUp" && isEmpty(event.currentTarget)) {
    event.preventDefault();
    signal("editLast");
  } else if (event.key === "Escape") {
    leave();
  }
}

function isEmpty(field: EventTarget): boolean {
  return field instanceof HTMLTextAreaElement && field.value === "";
}

function sentBy(
  client: OperatorClient,
  conversation: string,
  { text, document, note, reply, mentions }: Draft,
  files: readonly Attachment[],
): Submitted {
  if (note) return client.note(conversation, withTokens(text, mentions), reply);
  return document
    ? client.sendFormatted(conversation, document, files, reply)
    : client.send(conversation, text, files, reply);
}

function pasteFiles(event: ClipboardEvent, { add }: Files): void {
  const pasted = filesOf(event.clipboardData);
  if (pasted.length > 0) event.preventDefault();
  add(pasted);
}

/** A paste that is too large to be taken whole is cut; the field's text with what is left of it is told. */
function cutPaste(event: ClipboardEvent<HTMLTextAreaElement>, cut: (text: string) => void): void {
  const text = event.clipboardData.getData("text/plain");
  if (text.length <= 4 * operatorLimit) return;
  event.preventDefault();
  const { currentTarget: field } = event;
  field.setRangeText(text.slice(0, operatorLimit), field.selectionStart, field.selectionEnd, "end");
  cut(field.value);
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

function AnswersButton({ picker }: { picker: Picker }) {
  const { t } = useTexts();
  return (
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
  );
}

function State({ left, refusal, held }: { left: number; refusal: string | null; held: boolean }) {
  const { t, format } = useTexts();
  const narrow = useNarrow();
  const bad = refusal !== null || left < 0;
  const near = left < operatorLimit / 10;
  const words =
    refusal ??
    (held ? t("files.held") : null) ??
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
function useFocus(field: () => HTMLElement | null, shown: boolean): () => void {
  const wanted = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the field is looked up when it is wanted.
  useEffect(() => {
    if (shown && wanted.current) field()?.focus();
    if (shown) wanted.current = false;
  }, [shown]);
  return () => {
    const element = field();
    wanted.current = element === null;
    element?.focus();
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
