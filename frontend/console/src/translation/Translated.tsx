import { useQuery, useQueryClient } from "@tanstack/react-query";
import { X } from "lucide-react";
import { failureText } from "../actions/refusals";
import { useTexts } from "../i18n/texts";
import { translatedQuery } from "../rest/translation";
import { languageName } from "../visitor/languageName";
import style from "./Translation.module.css";

/** The words of a message in the reader's language, or why there are none. */
export function Translated({ text, close }: { text: string; close: () => void }) {
  const texts = useTexts();
  const { t, language } = texts;
  const cache = useQueryClient();
  const query = translatedQuery(text, language);
  const { data, error, isFetching, refetch } = useQuery(query);
  const hide = () => {
    cache.removeQueries({ queryKey: query.queryKey });
    close();
  };
  const from = data?.from ?? "";
  return (
    <div className={style.below} data-aside role="status">
      <div className={style.head}>
        <span>
          {from === "" ? t("translation.head") : t("translation.headFrom", { language: languageName(from, language) })}
        </span>
        <button
          type="button"
          className={style.drop}
          aria-label={t("translation.hide")}
          title={t("translation.hide")}
          onClick={hide}
        >
          <X size={14} aria-hidden />
        </button>
      </div>
      {data !== undefined && <div lang={language}>{data.text === text ? t("translation.same") : data.text}</div>}
      {data === undefined && isFetching && <div className={style.waits}>{t("translation.busy")}</div>}
      {data === undefined && !isFetching && error !== null && (
        <div className={style.failed}>
          {failureText(texts, error, {})}{" "}
          <button type="button" className={style.again} onClick={() => void refetch()}>
            {t("common.retry")}
          </button>
        </div>
      )}
    </div>
  );
}
