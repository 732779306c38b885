import type { ArticleHead, ArticleRow } from "../rest/articles";
import type { Locale } from "../rest/types";

/** An article as it stands in the list: in the reader's language where it has one. */
export interface Leaf {
  readonly article: ArticleRow;
  readonly head: ArticleHead;
}

export interface Folder {
  /** Names from the outermost, with slashes between; empty: no folder. */
  readonly path: string;
  readonly name: string;
  readonly folders: readonly Folder[];
  readonly leaves: readonly Leaf[];
}

export type Standing = "draft" | "published" | "changed";

export function standing({ version, published }: ArticleHead): Standing {
  if (published === null) return "draft";
  return published === version ? "published" : "changed";
}

/** The text in one's language, or in the first there is. */
export function headIn(article: ArticleRow, language: Locale): ArticleHead | undefined {
  return article.texts.find((text) => text.language === language) ?? article.texts[0];
}

/** Folders within folders; those without a folder stand at the end. */
export function treeOf(articles: readonly ArticleRow[], language: Locale): Folder {
  const leaves = articles.flatMap((article) => {
    const head = headIn(article, language);
    return head === undefined ? [] : [{ article, head }];
  });
  leaves.sort((one, other) => one.head.title.localeCompare(other.head.title, language));
  return folderOf("", leaves, language);
}

function folderOf(path: string, leaves: readonly Leaf[], language: Locale): Folder {
  const prefix = path === "" ? "" : `${path}/`;
  const inner = new Map<string, Leaf[]>();
  for (const leaf of leaves) {
    const rest = leaf.head.folder.slice(prefix.length);
    const name = leaf.head.folder === path ? undefined : rest.split("/")[0];
    if (name !== undefined) inner.set(name, [...(inner.get(name) ?? []), leaf]);
  }
  return {
    path,
    name: path.split("/").at(-1) ?? "",
    folders: [...inner]
      .sort(([one], [other]) => one.localeCompare(other, language))
      .map(([name, own]) => folderOf(prefix + name, own, language)),
    leaves: leaves.filter(({ head }) => head.folder === path),
  };
}

/** Every folder there is, those that only hold folders too. */
export function foldersOf(articles: readonly ArticleRow[], language: Locale): string[] {
  const all = new Set<string>();
  for (const { texts } of articles) {
    for (const { folder, language: its } of texts) {
      if (its !== language) continue;
      const names = folder.split("/");
      names.forEach((_, index) => {
        all.add(names.slice(0, index + 1).join("/"));
      });
    }
  }
  all.delete("");
  return [...all].sort((one, other) => one.localeCompare(other, language));
}
