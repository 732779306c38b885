import type { TextDocument } from "@beseda/protocol";
import type { Locale } from "./types";

export type Audience = "internal" | "public";

/** What is known of an article in one language; `published`: the number of the version that readers see. */
export interface ArticleHead {
  language: Locale;
  folder: string;
  title: string;
  version: number;
  published: number | null;
  author: string | null;
  at: number;
  helpful: number;
  unhelpful: number;
}

/** `sites`: none is all. */
export interface ArticlePlace {
  audience: Audience;
  sites: string[];
}

export interface ArticleRow extends ArticlePlace {
  id: string;
  texts: ArticleHead[];
}

/** `document`: of the newest version; `published`: what readers see, where that is another one. */
export interface ArticleText {
  head: ArticleHead;
  document: TextDocument;
  published: ArticleVersion | null;
}

export interface Article extends ArticlePlace {
  id: string;
  /** Whether I may: not one that sites read which are not mine. */
  mayChange: boolean;
  texts: ArticleText[];
}

export interface ArticleVersion {
  number: number;
  folder: string;
  title: string;
  document: TextDocument;
  author: string | null;
  at: number;
}

/** `link`: where visitors of the site read it; null: they don't. */
export interface FoundArticle {
  id: string;
  audience: Audience;
  language: Locale;
  folder: string;
  title: string;
  excerpt: string;
  published: boolean;
  link: string | null;
}
