import { useEffect, useRef, useState } from "preact/hooks";
import { Said } from "../conversation/Said";
import { useTexts } from "../i18n/texts";
import { type Article, addressOf, articleOf, type Suggested } from "./articles";
import style from "./Suggestions.module.css";

interface Properties {
  readonly site: string;
  readonly article: Suggested;
  close(): void;
}

/** An article over the messages, with the way back and the way out; header and composer stay, and what is in them. */
export function ArticleView({ site, article, close }: Properties) {
  const { t, language } = useTexts();
  const back = useRef<HTMLButtonElement>(null);
  const [read, setRead] = useState<Article | "failed" | null>(null);
  useEffect(() => {
    const opener = document.activeElement as HTMLElement | null;
    back.current?.focus();
    return () => opener?.focus();
  }, []);
  useEffect(() => {
    let current = true;
    articleOf(site, language, article.id).then(
      (found) => current && setRead(found),
      () => current && setRead("failed"),
    );
    return () => {
      current = false;
    };
  }, [site, language, article.id]);
  const leave = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    // The window itself stays.
    event.preventDefault();
    close();
  };
  return (
    <section class={style.article} role="dialog" aria-labelledby="article" onKeyDown={leave}>
      <div class={style.bar}>
        <button ref={back} type="button" onClick={close}>
          {t("help.back")}
        </button>
        <a href={addressOf(site, language, article.id)} target="_blank" rel="noopener">
          {t("help.tab")}
        </a>
      </div>
      <h2 id="article" dir="auto">
        {article.title}
      </h2>
      <div dir="auto" aria-busy={read === null}>
        {read === "failed" ? <p role="alert">{t("help.failed")}</p> : read && <Said text="" document={read.document} />}
      </div>
    </section>
  );
}
