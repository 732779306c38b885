import { documentOf, plainText, type TextDocument } from "@beseda/client";
import type { Article, ArticlePlace, ArticleRow, ArticleVersion, FoundArticle } from "../rest/articles";
import type { Locale } from "../rest/types";

interface Said {
  folder: string;
  title: string;
  document: TextDocument;
  publish: boolean;
}

type Body = ArticlePlace & Said & { language: Locale; text: Said; published: boolean };

/** The knowledge base of the fake. */
export class FakeArticles {
  readonly all: Article[] = [];
  private readonly versions = new Map<string, ArticleVersion[]>();

  constructor(private readonly now: () => number) {
    this.add("Доставка/Сроки", "Когда привезут заказ", "Довезём за 3–5 дней.\nДо двери 450 ₽.");
    this.add("Доставка/Сроки", "Самовывоз", "Забрать можно сегодня до восьми.");
    this.add("Возврат", "Как вернуть товар", "Вернуть можно в течение 14 дней.", "internal");
  }

  answer(path: string, method: string, body: object): unknown {
    const [, , , id, language, part] = path.split("/");
    const said = body as Body;
    const article = this.all.find((each) => each.id === id);
    if (article === undefined) {
      return method === "POST" ? this.begin(said) : this.all.map(({ texts, ...rest }) => rowOf(rest, texts));
    }
    return language === undefined
      ? this.whole(article, method, said)
      : this.inLanguage(article, language as Locale, part, said);
  }

  private whole(article: Article, method: string, said: Body): unknown {
    if (method === "DELETE") this.all.splice(this.all.indexOf(article), 1);
    if (method === "PUT") Object.assign(article, said);
    return method === "DELETE" ? undefined : article;
  }

  private inLanguage(article: Article, language: Locale, part: string | undefined, said: Body): unknown {
    if (part === "versions") return this.versions.get(`${article.id} ${language}`) ?? [];
    if (part === "published") {
      const shown = said.published;
      article.texts = article.texts.map((text) =>
        text.head.language === language
          ? { ...text, head: { ...text.head, published: shown ? text.head.version : null }, published: null }
          : text,
      );
      return { ...article };
    }
    this.write(article, language, said);
    return { ...article };
  }

  find(search: URLSearchParams): FoundArticle[] {
    const words = search.get("q")?.toLowerCase() ?? "";
    return this.all.flatMap(({ id, audience, texts }) =>
      texts
        .filter(({ head, document }) => `${head.title} ${plainText(document)}`.toLowerCase().includes(words))
        .map(({ head, document }) => ({
          id,
          audience,
          language: head.language,
          folder: head.folder,
          title: head.title,
          excerpt: plainText(document),
          published: head.published !== null,
          link: audience === "public" ? `https://chat.example/help/key/${head.language}/${id}` : null,
        })),
    );
  }

  private add(folder: string, title: string, text: string, audience: ArticlePlace["audience"] = "public"): void {
    const said = { folder, title, document: documentOf(text), publish: true };
    this.begin({ ...said, audience, sites: [], language: "ru", text: said, published: true });
  }

  private begin({ audience, sites, language, text }: Body): Article {
    const article: Article = { id: `k${this.all.length + 1}`, audience, sites, mayChange: true, texts: [] };
    this.all.push(article);
    this.write(article, language, text);
    return article;
  }

  private write(article: Article, language: Locale, { folder, title, document, publish }: Said): void {
    const before = article.texts.find(({ head }) => head.language === language);
    const number = (before?.head.version ?? 0) + 1;
    const saved = { folder, title, author: "olga", at: this.now() };
    const published = publish ? number : (before?.head.published ?? null);
    const head = { ...saved, language, version: number, published, helpful: 0, unhelpful: 0 };
    const key = `${article.id} ${language}`;
    const versions = [{ ...saved, number, document }, ...(this.versions.get(key) ?? [])];
    this.versions.set(key, versions);
    const shown = published === number ? null : (versions.find((each) => each.number === published) ?? null);
    article.texts = [...article.texts.filter((text) => text !== before), { head, document, published: shown }];
  }
}

function rowOf(rest: Omit<Article, "texts">, texts: Article["texts"]): ArticleRow {
  return { ...rest, texts: texts.map(({ head }) => head) };
}
