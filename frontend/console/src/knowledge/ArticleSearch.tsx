import type { TextDocument } from "@beseda/client";
import type { Conversation } from "@beseda/protocol";
import { Badge, Button, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { EyeOff, Search } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { failureText } from "../actions/refusals";
import style from "../answers/AnswerPicker.module.css";
import { useTexts } from "../i18n/texts";
import { Keys } from "../parts/Keys";
import { PickerOption } from "../parts/PickerOption";
import { Said } from "../parts/Said";
import type { Article, FoundArticle } from "../rest/articles";
import { queries } from "../rest/queries";
import own from "./ArticleSearch.module.css";

interface Props {
  conversation: Conversation;
  insert: (what: TextDocument | string) => void;
  close: () => void;
}

/** The knowledge base beside the conversation: found while one types, previewed, and put into what is being written. */
export function ArticleSearch({ conversation, insert, close }: Props) {
  const texts = useTexts();
  const { t } = texts;
  const [query, setQuery] = useState("");
  const [chosen, choose] = useState<string | null>(null);
  const [asked] = useDebouncedValue(query.trim(), 120);
  const found = useQuery({
    ...queries.foundArticles({ q: asked, site: conversation.site, language: texts.language }),
    enabled: asked !== "",
    placeholderData: keepPreviousData,
  });
  const hits = asked === "" ? [] : (found.data ?? []);
  const active = hits.find(({ id }) => id === chosen) ?? hits[0];
  const article = useQuery({ ...queries.article(active?.id ?? ""), enabled: active !== undefined });
  const document = active && article.data?.id === active.id ? shownIn(article.data, active) : undefined;

  const insertText = () => document && insert(document);
  const insertLink = () => active?.link && insert(`${active.title} — ${active.link}`);
  const go = (step: 1 | -1) => {
    const at = hits.findIndex(({ id }) => id === active?.id) + step;
    choose(hits[Math.min(hits.length - 1, Math.max(0, at))]?.id ?? null);
  };
  const keys: Record<string, (event: KeyboardEvent) => unknown> = {
    ArrowDown: () => go(1),
    ArrowUp: () => go(-1),
    Escape: close,
    Enter: ({ ctrlKey, metaKey }) => (ctrlKey || metaKey ? insertLink() : insertText()),
  };
  const press = (event: KeyboardEvent) => {
    const act = event.nativeEvent.isComposing ? undefined : keys[event.key];
    if (act === undefined) return;
    act(event);
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <search className={style.picker} aria-label={t("knowledge.beside")} onKeyDown={press}>
      <TextInput
        className={own.field ?? ""}
        data-autofocus
        autoFocus
        leftSection={<Search size={16} aria-hidden />}
        placeholder={t("knowledge.besideHint")}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
        role="combobox"
        aria-label={t("knowledge.beside")}
        aria-expanded={hits.length > 0}
        aria-controls="articles-beside"
        aria-activedescendant={active ? optionId(active) : undefined}
        maxLength={200}
      />
      <p className={style.count} role="status">
        {asked === "" || found.isPending ? "" : t("knowledge.found", { count: hits.length })}
      </p>
      {found.isError && asked !== "" && (
        <p className={style.nothing}>{t("knowledge.failed", { what: failureText(texts, found.error, {}) })}</p>
      )}
      {found.isSuccess && asked !== "" && hits.length === 0 && (
        <p className={style.nothing}>{t("knowledge.nothing")}</p>
      )}
      {active !== undefined && (
        <div className={style.columns}>
          <div id="articles-beside" className={style.list} role="listbox" aria-label={t("knowledge.title")}>
            {hits.map((hit) => (
              <Option key={hit.id} hit={hit} selected={hit.id === active.id} choose={() => choose(hit.id)} />
            ))}
          </div>
          <div className={`${style.preview} ${own.preview}`}>
            <div className={style.filled} lang={active.language}>
              {document ? <Said text="" document={document} /> : t("common.loading")}
            </div>
            <div className={style.buttons}>
              <Button size="xs" disabled={!document} onClick={insertText}>
                {t("knowledge.insertText")}
              </Button>
              {active.link !== null && (
                <Button size="xs" variant="default" onClick={insertLink}>
                  {t("knowledge.insertLink")}
                </Button>
              )}
            </div>
          </div>
        </div>
      )}
      <div className={style.foot}>
        <span className={style.keys}>
          <Keys of="ArrowUp+ArrowDown" />
          {t("picker.choose")}
          <Keys of="enter" />
          {t("knowledge.insertText")}
          <Keys of="mod+enter" />
          {t("knowledge.insertLink")}
        </span>
      </div>
    </search>
  );
}

/** What readers see of it, whatever is being written. */
function shownIn(article: Article, { language }: FoundArticle): TextDocument | undefined {
  const text = article.texts.find(({ head }) => head.language === language);
  return text?.published?.document ?? text?.document;
}

function Option({ hit, selected, choose }: { hit: FoundArticle; selected: boolean; choose: () => void }) {
  const { t } = useTexts();
  return (
    <PickerOption id={optionId(hit)} selected={selected} className={style.option} pick={choose}>
      <span className={style.title}>
        <span className={style.name}>{hit.title}</span>
        {hit.audience === "internal" && (
          <Badge
            component="span"
            className={style.language ?? ""}
            size="xs"
            variant="light"
            color="gray"
            leftSection={<EyeOff size={10} aria-hidden />}
          >
            {t("knowledge.internal")}
          </Badge>
        )}
        {hit.folder !== "" && <span className={style.folder}>{hit.folder.split("/").at(-1)}</span>}
      </span>
      <span className={style.text}>{hit.excerpt}</span>
    </PickerOption>
  );
}

function optionId({ id }: FoundArticle): string {
  return `article-beside-${id}`;
}
