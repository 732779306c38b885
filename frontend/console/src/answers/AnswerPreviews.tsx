import { useTexts } from "../i18n/texts";
import { useConsole } from "../shell/line";
import { useSession } from "../shell/session";
import style from "./Answers.module.css";
import { fill, hasVariables, type Values } from "./variables";

/** How a text with variables reads when much is known of the visitor, and when nothing is. */
export function AnswerPreviews({ text }: { text: string }) {
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
        <div className={style.bubble}>{fill(text, known).text}</div>
      </figure>
      <figure className={style.preview}>
        <figcaption>{t("answers.previewUnknown")}</figcaption>
        <div className={style.bubble}>{fill(text, unknown).text}</div>
      </figure>
    </div>
  );
}
