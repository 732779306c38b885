import { documentOf, isFormatted, plainText, type TextDocument } from "@beseda/client";
import { Editor } from "@tiptap/core";
import { type RefObject, useEffect, useRef, useState } from "react";
import { useTexts } from "../i18n/texts";
import { fromEditor, toEditor } from "./convert";
import { extensions } from "./extensions";
import style from "./FormattedField.module.css";
import { type Pasted, pastedFrom } from "./paste";
import { Toolbar } from "./Toolbar";

/** What is written: the text of it, and the document when there is any format. */
export interface Written {
  readonly text: string;
  readonly document: TextDocument | undefined;
}

/** What stands around the cursor, for lists that are opened by what is typed. */
export interface Cursor {
  /** What is written before it in its paragraph. */
  readonly before: () => string;
  /** Puts a text in place of so many characters before it. */
  readonly replace: (characters: number, what: TextDocument) => void;
}

interface Props {
  /** Set to what is at the cursor, while the field is there. */
  cursor?: RefObject<Cursor | null>;
  /** Hears where the cursor is now; null: elsewhere. */
  moved?: (before: string | null) => void;
  /** Has each key first; true when it was meant for it. */
  press?: (event: KeyboardEvent) => boolean;
  /** Further ones of the field, for who hears it. */
  attributes?: Readonly<Record<string, string | undefined>>;
  /** Set to what has the keyboard. */
  field: RefObject<HTMLElement | null>;
  /** The plain field whose place it takes, with the keyboard if that is there. */
  plain: RefObject<HTMLElement | null>;
  written: Written;
  write: (written: Written) => void;
  /** What Enter does; without it Enter begins a new paragraph. */
  send: (() => void) | null;
  leave: () => void;
  rest: () => void;
  /** Something of what was pasted was left out because there was too much of it. */
  cut: () => void;
  placeholder: string;
  label: string;
  invalid: boolean;
}

/** Where an answer is written with formatting. Keys mean what they mean in the plain field. */
export function FormattedField(props: Props) {
  const { field, plain, written, placeholder, label, invalid, attributes } = props;
  const { t } = useTexts();
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;
  /** What this editor said last: anything else comes from outside and is put into it. */
  const said = useRef(written);
  const [editor, setEditor] = useState<Editor | null>(null);
  const [eager] = useState(() => plain.current !== null && plain.current === document.activeElement);

  useEffect(() => {
    const made = new Editor({
      element: place.current,
      extensions,
      content: toEditor(said.current.document ?? documentOf(said.current.text)),
      injectCSS: false,
      enableInputRules: true,
      enablePasteRules: false,
      editorProps: {
        handleKeyDown: (_, event) => pressed(made, event, latest.current),
        handleDOMEvents: {
          paste: (_, event) => took(made, event, event.clipboardData, latest.current),
          drop: (_, event) => took(made, event, event.dataTransfer, latest.current),
          blur: () => {
            latest.current.moved?.(null);
            latest.current.rest();
            return false;
          },
        },
      },
      onUpdate: () => {
        const document = fromEditor(made.getJSON());
        said.current = { text: plainText(document), document: isFormatted(document) ? document : undefined };
        latest.current.write(said.current);
      },
      onTransaction: ({ transaction: { docChanged, selectionSet } }) => {
        if (docChanged || selectionSet) latest.current.moved?.(wordsBefore(made));
      },
    });
    const { cursor } = latest.current;
    if (cursor)
      cursor.current = { before: () => wordsBefore(made), replace: (count, what) => putIn(made, count, what) };
    field.current = made.view.dom;
    setEditor(made);
    made.commands.setTextSelection(made.state.doc.content.size);
    if (eager) made.view.focus();
    return () => {
      field.current = null;
      if (cursor) cursor.current = null;
      made.destroy();
    };
  }, [field, eager]);

  useEffect(() => {
    if (editor === null || sameWords(written, said.current)) return;
    said.current = written;
    editor.commands.setContent(toEditor(written.document ?? documentOf(written.text)), { emitUpdate: false });
  }, [editor, written]);

  useEffect(() => {
    const own = {
      role: "textbox",
      "aria-multiline": "true",
      "aria-label": label,
      "aria-invalid": String(invalid),
      "aria-describedby": "editor-state",
      spellcheck: "true",
    };
    for (const [name, value] of Object.entries(own)) editor?.view.dom.setAttribute(name, value);
  }, [editor, label, invalid]);

  const more = JSON.stringify(attributes ?? {});
  useEffect(() => {
    const element = editor?.view.dom;
    const named = Object.entries(JSON.parse(more) as Record<string, string>);
    for (const [name, value] of named) element?.setAttribute(name, value);
    return () => {
      for (const [name] of named) element?.removeAttribute(name);
    };
  }, [editor, more]);

  return (
    <>
      {editor && <Toolbar editor={editor} label={t("format.toolbar")} />}
      <div
        ref={place}
        className={style.field}
        data-formatted
        data-placeholder={written.text === "" ? placeholder : undefined}
      />
    </>
  );
}

function sameWords(one: Written, other: Written): boolean {
  return one.text === other.text && one.document === other.document;
}

/** Enter sends; with Shift it begins a new line, in a list a new item. */
function pressed(editor: Editor, event: KeyboardEvent, { send, leave, press }: Props): boolean {
  if (press?.(event)) return true;
  if (event.key === "Escape") {
    leave();
    return true;
  }
  if (send === null || event.key !== "Enter" || event.isComposing || event.keyCode === 229) return false;
  if (!event.shiftKey) send();
  else {
    editor.commands.first(({ commands }) => [
      () => commands.splitListItem("listItem"),
      () => commands.liftEmptyBlock(),
      () => commands.splitBlock(),
    ]);
    editor.commands.scrollIntoView();
  }
  return true;
}

/** What is pasted or dropped is read by us, never by the browser: it comes as text or as HTML of who knows whom. */
function took(editor: Editor, event: Event, data: DataTransfer | null, { cut }: Props): boolean {
  event.preventDefault();
  if (data === null) return true;
  const pasted: Pasted = pastedFrom(data.getData("text/html"), data.getData("text/plain"));
  putIn(editor, 0, pasted.document);
  if (pasted.cut) cut();
  return true;
}

/** A document of one paragraph goes into the line, anything else between lines. */
function putIn(editor: Editor, characters: number, document: TextDocument): void {
  const content = toEditor(document).content ?? [];
  const only = content[0];
  const inline = content.length === 1 && only?.type === "paragraph";
  const { from } = editor.state.selection;
  const chain = editor.chain().focus();
  if (characters > 0) chain.deleteRange({ from: from - characters, to: from });
  chain
    .insertContent(inline ? (only.content ?? []) : content)
    .scrollIntoView()
    .run();
}

function wordsBefore({ state }: Editor): string {
  const { $from } = state.selection;
  return $from.parent.textBetween(0, $from.parentOffset, undefined, "\n");
}
