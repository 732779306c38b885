import type { TextDocument } from "@beseda/client";
import { useTexts } from "../i18n/texts";
import { Said } from "../parts/Said";
import type { ReadyAnswer } from "../rest/types";
import { useConsole } from "../shell/line";
import { useSession } from "../shell/session";
import style from "./Answers.module.css";
import { FileStrip } from "./FileStrip";
import { fillAnswer } from "./filled";
import { hasVariables, type Values } from "./variables";

/** How a text with variables reads when much is known of the visitor, and when nothing is. */
export function AnswerPreviews({ text, document, files }: Pick<ReadyAnswer, "text" | "document" | "files">) {
  const { t } = useTexts();
  const { operator, company } = useSession();
  const site = useConsole((state) => state.sites[0]?.name) ?? company;
  if (!hasVariables(text)) return null;
  const unknown: Values = {
    "visitor.name": "",
    "operator.name": operator.name,
    company,
    site,
    "page.title": "",
    "page.address": "",
    city: "",
  };
  const known: Values = {
    ...unknown,
    "visitor.name": t("answers.sampleName"),
    "page.title": t("answers.samplePage"),
    "page.address": "https://shop.example/catalogue",
    city: t("answers.sampleCity"),
  };
  return (
    <div className={style.previews}>
      <figure className={style.preview}>
        <figcaption>{t("answers.previewKnown")}</figcaption>
        <Filled text={text} document={document} values={known} />
        <FileStrip files={files} />
      </figure>
      <figure className={style.preview}>
        <figcaption>{t("answers.previewUnknown")}</figcaption>
        <Filled text={text} document={document} values={unknown} />
        <FileStrip files={files} />
      </figure>
    </div>
  );
}

function Filled({ text, document, values }: { text: string; document: TextDocument | null; values: Values }) {
  const filled = fillAnswer({ text, document }, values);
  return (
    <div className={style.bubble}>
      {filled.document === null ? filled.text : <Said text={filled.text} document={filled.document} />}
    </div>
  );
}
