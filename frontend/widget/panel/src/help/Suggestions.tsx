import { useEffect, useState } from "preact/hooks";
import type { Chat } from "../chat/chat";
import { useTexts } from "../i18n/texts";
import { useWatched } from "../parts/watched";
import { ArticleView } from "./ArticleView";
import { type Suggested, suggestedFor } from "./articles";
import style from "./Suggestions.module.css";

/** So long after the last key the words are looked for. */
const pause = 400;

/** Articles that may answer before anybody is asked: those that helped most, then those that fit what is being written. */
export function Suggestions({ chat }: { readonly chat: Chat }) {
  const { t, language } = useTexts();
  const words = useWatched(chat.draft).trim();
  const [articles, setArticles] = useState<readonly Suggested[]>([]);
  const [open, setOpen] = useState<Suggested | null>(null);
  useEffect(() => {
    let current = true;
    const ask = () =>
      suggestedFor(chat.site, language, words).then(
        // Words that nothing is found by leave what was there.
        (found) => current && (found.length > 0 || words === "") && setArticles(found),
        () => {
          // Whoever gets no suggestions asks: nothing to tell.
        },
      );
    const timer = setTimeout(ask, words === "" ? 0 : pause);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [chat.site, language, words]);
  if (articles.length === 0) return null;
  return (
    <section class={style.suggestions} aria-live="off" aria-labelledby="suggestions">
      <h2 id="suggestions">{t("help.title")}</h2>
      <ul>
        {articles.map((article) => (
          <li key={article.id}>
            <button type="button" dir="auto" onClick={() => setOpen(article)}>
              {article.title}
            </button>
          </li>
        ))}
      </ul>
      {open && <ArticleView site={chat.site} article={open} close={() => setOpen(null)} />}
    </section>
  );
}
