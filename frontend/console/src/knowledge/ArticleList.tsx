import { ActionIcon, TextInput, Tooltip } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ChevronDown, EyeOff, Plus, Search } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTexts } from "../i18n/texts";
import type { ArticleRow, Audience } from "../rest/articles";
import { queries } from "../rest/queries";
import { Loaded } from "../settings/Loaded";
import { follow, pathOf, type Route } from "../shell/route";
import style from "./Knowledge.module.css";
import { type Folder, type Standing, standing, treeOf } from "./tree";

interface Props {
  articles: readonly ArticleRow[];
  open: string | null;
  /** Null: I may not write any. */
  add: (() => void) | null;
}

/** All articles by their folders, or those that a word is found in. */
export function ArticleList({ articles, open, add }: Props) {
  const { t, language } = useTexts();
  const [query, setQuery] = useState("");
  return (
    <nav className={style.list} aria-label={t("knowledge.title")}>
      <div className={style.listHead}>
        <h2 className={style.listTitle}>{t("knowledge.title")}</h2>
        {add && (
          <Tooltip label={t("knowledge.new")}>
            <ActionIcon size={32} variant="light" aria-label={t("knowledge.new")} onClick={add}>
              <Plus size={18} aria-hidden />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
      <TextInput
        type="search"
        className={style.search ?? ""}
        leftSection={<Search size={16} aria-hidden />}
        placeholder={t("knowledge.search")}
        aria-label={t("knowledge.search")}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
      />
      <div className={style.scroller}>
        {query.trim() === "" ? (
          <Branch folder={treeOf(articles, language)} open={open} />
        ) : (
          <Hits query={query.trim()} open={open} />
        )}
      </div>
    </nav>
  );
}

function Branch({ folder, open }: { folder: Folder; open: string | null }) {
  return (
    <>
      {folder.folders.map((inner) => (
        <details key={inner.path} className={style.folder} open>
          <summary>
            <ChevronDown size={14} aria-hidden />
            {inner.name}
          </summary>
          <div className={style.inner}>
            <Branch folder={inner} open={open} />
          </div>
        </details>
      ))}
      {folder.leaves.map(({ article, head }) => (
        <Leaf
          key={article.id}
          id={article.id}
          title={head.title}
          audience={article.audience}
          standing={standing(head)}
          open={open}
        />
      ))}
    </>
  );
}

function Hits({ query, open }: { query: string; open: string | null }) {
  const { t, language } = useTexts();
  const [asked] = useDebouncedValue(query, 150);
  const found = useQuery({
    ...queries.foundArticles({ q: asked, language, drafts: "1" }),
    placeholderData: keepPreviousData,
  });
  return (
    <Loaded of={found}>
      {(hits) => (
        <>
          <p className={style.count} role="status">
            {hits.length === 0 ? t("knowledge.nothing") : t("knowledge.found", { count: hits.length })}
          </p>
          {hits.map((hit) => (
            <Leaf
              key={hit.id}
              id={hit.id}
              title={hit.title}
              audience={hit.audience}
              standing={hit.published ? "published" : "draft"}
              open={open}
            >
              <span className={style.excerpt}>{hit.excerpt}</span>
            </Leaf>
          ))}
        </>
      )}
    </Loaded>
  );
}

interface LeafProps {
  id: string;
  title: string;
  audience: Audience;
  standing: Standing;
  open: string | null;
  children?: ReactNode;
}

function Leaf({ id, title, audience, standing, open, children }: LeafProps) {
  const { t } = useTexts();
  const route: Route = { page: "knowledge", article: id };
  return (
    <a
      className={style.leaf}
      href={pathOf(route)}
      aria-current={id === open ? "page" : undefined}
      onClick={(event) => follow(event, route)}
    >
      <span className={style.leafTitle}>
        {title}
        {audience === "internal" && (
          <span role="img" aria-label={t("knowledge.internal")} title={t("knowledge.internal")} className={style.mark}>
            <EyeOff size={13} aria-hidden />
          </span>
        )}
      </span>
      {standing !== "published" && <span className={style.state}>{t(`knowledge.${standing}`)}</span>}
      {children}
    </a>
  );
}
