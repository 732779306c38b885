import type { TextDocument } from "@beseda/client";

/** An article that may answer. */
export interface Suggested {
  readonly id: string;
  readonly title: string;
}

export interface Article {
  readonly title: string;
  readonly document: TextDocument;
}

export function addressOf(site: string, language: string, article: string): string {
  return `/help/${encodeURIComponent(site)}/${language}/${article}`;
}

/** Those that these words are found in; without words those that helped most. */
export async function suggestedFor(site: string, language: string, words: string): Promise<readonly Suggested[]> {
  const query = new URLSearchParams({ q: words.slice(0, 200) });
  const { articles } = await read<{ articles: readonly Suggested[] }>(
    `/help/${encodeURIComponent(site)}/${language}/articles.json?${query}`,
  );
  return articles;
}

export function articleOf(site: string, language: string, article: string): Promise<Article> {
  return read<Article>(`${addressOf(site, language, article)}/article.json`);
}

async function read<T>(path: string): Promise<T> {
  const response = await fetch(path, { credentials: "omit" });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return (await response.json()) as T;
}
