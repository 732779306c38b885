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

interface Props {
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
  const { field, plain, written, placeholder, label, invalid } = props;
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
    });
    field.current = made.view.dom;
    setEditor(made);
    made.commands.setTextSelection(made.state.doc.content.size);
    if (eager) made.view.dom.focus();
    return () => {
      field.current = null;
      made.destroy();
    };
  }, [field, eager]);

  useEffect(() => {
    if (editor === null || sameWords(written, said.current)) return;
    said.current = written;
    editor.commands.setContent(toEditor(written.document ?? documentOf(written.text)), { emitUpdate: false });
  }, [editor, written]);

  useEffect(() => {
    const attributes = {
      role: "textbox",
      "aria-multiline": "true",
      "aria-label": label,
      "aria-invalid": String(invalid),
      "aria-describedby": "editor-state",
      spellcheck: "true",
    };
    for (const [name, value] of Object.entries(attributes)) editor?.view.dom.setAttribute(name, value);
  }, [editor, label, invalid]);

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
function pressed(editor: Editor, event: KeyboardEvent, { send, leave }: Props): boolean {
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
  const content = toEditor(pasted.document).content ?? [];
  const only = content[0];
  const inline = content.length === 1 && only?.type === "paragraph";
  editor
    .chain()
    .focus()
    .insertContent(inline ? (only.content ?? []) : content)
    .scrollIntoView()
    .run();
  if (pasted.cut) cut();
  return true;
}
