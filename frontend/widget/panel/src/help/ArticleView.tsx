import { useEffect, useRef, useState } from "preact/hooks";
import { Said } from "../conversation/Said";
import { type MoreTexts, withMoreTexts } from "../i18n/moreTexts";
import { useTexts } from "../i18n/texts";
import { type Article, addressOf, articleOf, type Suggested } from "./articles";
import style from "./Suggestions.module.css";

interface Properties {
  readonly site: string;
  readonly article: Suggested;
  readonly more: MoreTexts;
  close(): void;
}

/** An article over the messages, with the way back and the way out; header and composer stay, and what is in them. */
export const ArticleView = withMoreTexts(function ArticleView({ site, article, more, close }: Properties) {
  const { language } = useTexts();
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
          {more.t("help.back")}
        </button>
        <a href={addressOf(site, language, article.id)} target="_blank" rel="noopener">
          {more.t("help.tab")}
        </a>
      </div>
      <h2 id="article" dir="auto">
        {article.title}
      </h2>
      <div dir="auto" aria-busy={read === null}>
        {read === "failed" ? (
          <p role="alert">{more.t("help.failed")}</p>
        ) : (
          read && <Said text="" document={read.document} />
        )}
      </div>
    </section>
  );
});
