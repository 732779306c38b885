import type { TextColour, TextFont, TextHighlight, TextSize } from "@beseda/client";
import { ActionIcon, Menu, Tooltip } from "@mantine/core";
import type { Editor } from "@tiptap/core";
import {
  ALargeSmall,
  Baseline,
  Bold,
  Highlighter,
  Italic,
  List,
  ListOrdered,
  type LucideIcon,
  RemoveFormatting,
  Type,
  Underline,
} from "lucide-react";
import { type ReactNode, useEffect, useReducer } from "react";
import { useTexts } from "../i18n/texts";
import { LinkButton } from "./LinkButton";
import style from "./Toolbar.module.css";

const sizes: readonly (TextSize | null)[] = ["small", null, "large", "huge"];
const fonts: readonly (TextFont | null)[] = [null, "serif", "mono"];
const colours: readonly (TextColour | null)[] = [null, "red", "orange", "green", "blue", "violet", "grey"];
const highlights: readonly (TextHighlight | null)[] = [null, "yellow", "green", "blue", "pink"];

/** The ways to format what is selected or will be typed. */
export function Toolbar({ editor, label }: { editor: Editor; label: string }) {
  const { t } = useTexts();
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    editor.on("transaction", redraw);
    return () => {
      editor.off("transaction", redraw);
    };
  }, [editor]);
  const chain = () => editor.chain().focus();
  return (
    <div className={style.toolbar} role="toolbar" aria-label={label}>
      <Tool
        icon={Bold}
        label={t("format.bold")}
        on={editor.isActive("bold")}
        press={() => chain().toggleMark("bold").run()}
      />
      <Tool
        icon={Italic}
        label={t("format.italic")}
        on={editor.isActive("italic")}
        press={() => chain().toggleMark("italic").run()}
      />
      <Tool
        icon={Underline}
        label={t("format.underline")}
        on={editor.isActive("underline")}
        press={() => chain().toggleMark("underline").run()}
      />
      <Choice editor={editor} mark="size" icon={ALargeSmall} label={t("format.size")} values={sizes} />
      <Choice editor={editor} mark="font" icon={Type} label={t("format.font")} values={fonts} />
      <Choice editor={editor} mark="colour" icon={Baseline} label={t("format.colour")} values={colours} />
      <Choice editor={editor} mark="highlight" icon={Highlighter} label={t("format.highlight")} values={highlights} />
      <Tool
        icon={List}
        label={t("format.bullets")}
        on={editor.isActive("bulletList")}
        press={() => chain().toggleList("bulletList", "listItem").run()}
      />
      <Tool
        icon={ListOrdered}
        label={t("format.numbers")}
        on={editor.isActive("orderedList")}
        press={() => chain().toggleList("orderedList", "listItem").run()}
      />
      <LinkButton editor={editor} />
      <Tool
        icon={RemoveFormatting}
        label={t("format.clear")}
        press={() => chain().clearNodes().unsetAllMarks().run()}
      />
    </div>
  );
}

interface ToolProps {
  icon: LucideIcon;
  label: string;
  on?: boolean;
  press: () => void;
}

function Tool({ icon: Icon, label, on, press }: ToolProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        size={28}
        variant={on ? "light" : "subtle"}
        color={on ? "accent" : "gray"}
        aria-label={label}
        aria-pressed={on}
        onMouseDown={(event) => event.preventDefault()}
        onClick={press}
      >
        <Icon size={16} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

type Value = TextSize | TextFont | TextColour | TextHighlight;

interface ChoiceProps {
  editor: Editor;
  mark: "size" | "font" | "colour" | "highlight";
  icon: LucideIcon;
  label: string;
  values: readonly (Value | null)[];
}

/** One of a closed set; the first way is that of the text around. */
function Choice({ editor, mark, icon: Icon, label, values }: ChoiceProps) {
  const { t } = useTexts();
  const now: unknown = editor.getAttributes(mark).value ?? null;
  const choose = (value: Value | null) => {
    const chain = editor.chain().focus();
    (value === null ? chain.unsetMark(mark) : chain.setMark(mark, { value })).run();
  };
  return (
    <Menu position="top-start" withinPortal returnFocus={false}>
      <Menu.Target>
        <ActionIcon
          size={28}
          variant={now === null ? "subtle" : "light"}
          color={now === null ? "gray" : "accent"}
          aria-label={label}
          title={label}
          onMouseDown={(event) => event.preventDefault()}
        >
          <Icon size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown data-formatted>
        {values.map((value) => (
          <Menu.RadioItem
            key={value ?? "none"}
            value={value ?? "none"}
            checked={value === now}
            closeMenuOnClick
            onChange={() => choose(value)}
          >
            <Sample mark={mark} value={value}>
              {t(value === null ? `format.${mark}.none` : (`format.${mark}.${value}` as "format.size.small"))}
            </Sample>
          </Menu.RadioItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Sample({ mark, value, children }: { mark: string; value: Value | null; children: ReactNode }) {
  const look = value === null ? {} : { [`data-${mark}`]: value };
  return mark === "highlight" && value !== null ? <mark {...look}>{children}</mark> : <span {...look}>{children}</span>;
}
