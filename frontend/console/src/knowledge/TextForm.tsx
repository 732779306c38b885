import { documentOf, plainText, type TextDocument } from "@beseda/client";
import { Autocomplete, Badge, Button, SegmentedControl, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useRef, useState } from "react";
import { FormattedField } from "../formatting/FormattedField";
import { useTexts } from "../i18n/texts";
import { Said } from "../parts/Said";
import type { Article, ArticleHead, ArticlePlace } from "../rest/articles";
import { queries } from "../rest/queries";
import { request } from "../rest/request";
import type { Locale } from "../rest/types";
import settings from "../settings/Settings.module.css";
import { type Form, useForm } from "../settings/useForm";
import { navigate } from "../shell/route";
import style from "./Knowledge.module.css";
import { Standing } from "./Standing";
import { foldersOf, standing } from "./tree";
import { Versions } from "./Versions";

interface Words {
  folder: string;
  title: string;
  document: TextDocument;
}

interface Props {
  article: Article | null;
  language: Locale;
  /** Of an article that is begun. */
  place: ArticlePlace;
  children: ReactNode;
}

const fields = ["folder", "title", "document"] as const;
const empty: Words = { folder: "", title: "", document: { blocks: [] } };

/** The article in one language: what is written is kept here until it is saved, published or taken back. */
export function TextForm({ article, language, place, children }: Props) {
  const { t } = useTexts();
  const cache = useQueryClient();
  const known = article?.texts.find((text) => text.head.language === language);
  const head = known?.head ?? null;
  const stored: Words = known ? { ...pick(known.head), document: known.document } : empty;
  const publish = useRef(true);
  const [version, note] = useState<number | null>(null);
  const form = useForm(`article ${article?.id ?? "new"} ${language}`, stored, fields, async (words) => {
    const text = { ...words, version: head?.version ?? 0, publish: publish.current };
    const saved = await saving(article, { language, place, text, changed: !same(words, stored) });
    note(null);
    cache.setQueryData(queries.article(saved.id).queryKey, saved);
    await cache.invalidateQueries({ queryKey: queries.articles.queryKey, exact: true });
    void cache.invalidateQueries({ queryKey: queries.articleVersions(saved.id, language).queryKey });
    if (article === null) requestAnimationFrame(() => navigate({ page: "knowledge", article: saved.id }, true));
  });
  const save = (now: boolean) => {
    publish.current = now;
    form.submit();
  };
  return (
    <form
      className={style.form}
      onSubmit={(event) => {
        publish.current = true;
        form.submit(event);
      }}
    >
      {head !== null && <Standing article={article as Article} head={head} />}
      <TextInput
        label={t("knowledge.heading")}
        maxLength={150}
        required
        withAsterisk={false}
        lang={language}
        value={form.value.title}
        error={form.errors.title}
        onChange={(event) => form.change({ title: event.currentTarget.value })}
      />
      <FolderField form={form} language={language} />
      <TextField form={form} language={language} />
      {version !== null && (
        <p className={settings.faint} role="status">
          {t("knowledge.restored", { number: version })}
        </p>
      )}
      {children}
      <Saving form={form} head={head} save={save} />
      {article !== null && head !== null && (
        <Versions
          article={article.id}
          head={head}
          restore={({ number, folder, title, document }) => {
            form.change({ folder, title, document });
            note(number);
          }}
        />
      )}
    </form>
  );
}

interface Wish {
  language: Locale;
  place: ArticlePlace;
  text: Words & { version: number; publish: boolean };
  /** False: what was saved before is published as it is. */
  changed: boolean;
}

function saving(article: Article | null, { language, place, text, changed }: Wish): Promise<Article> {
  if (article === null) return request("POST", "/api/articles", { ...place, language, text });
  const path = `/api/articles/${article.id}/${language}`;
  return changed ? request("PUT", path, text) : request("PUT", `${path}/published`, { published: true });
}

function same(one: Words, other: Words): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function pick({ folder, title }: ArticleHead) {
  return { folder, title };
}

function FolderField({ form, language }: { form: Form<Words>; language: Locale }) {
  const { t } = useTexts();
  const articles = useQuery(queries.articles).data ?? [];
  return (
    <Autocomplete
      label={t("knowledge.folder")}
      description={t("knowledge.folderHint")}
      inputWrapperOrder={["label", "input", "description", "error"]}
      maxLength={190}
      data={foldersOf(articles, language)}
      value={form.value.folder}
      error={form.errors.folder}
      onChange={(folder) => form.change({ folder })}
    />
  );
}

/** The text as it is written, or as it is read. */
function TextField({ form, language }: { form: Form<Words>; language: Locale }) {
  const { t } = useTexts();
  const [preview, setPreview] = useState(false);
  const field = useRef<HTMLElement>(null);
  const none = useRef<HTMLElement>(null);
  const { document } = form.value;
  const error = form.errors.document;
  const text = plainText(document);
  return (
    <div className={style.field}>
      <div className={style.fieldHead}>
        <span className={style.label} id="article-text">
          {t("knowledge.text")}
        </span>
        <SegmentedControl
          size="xs"
          aria-label={t("knowledge.mode")}
          value={preview ? "preview" : "edit"}
          onChange={(value) => setPreview(value === "preview")}
          data={[
            { value: "edit", label: t("knowledge.edit") },
            { value: "preview", label: t("knowledge.preview") },
          ]}
        />
      </div>
      {preview ? (
        <article className={style.preview} lang={language}>
          <h3 className={style.title}>{form.value.title}</h3>
          <Said text="" document={document} />
        </article>
      ) : (
        <div className={style.editor} data-bad={error !== undefined || undefined} lang={language}>
          <FormattedField
            field={field}
            plain={none}
            written={{ text, document }}
            write={(written) => form.change({ document: written.document ?? documentOf(written.text) })}
            send={null}
            leave={() => field.current?.blur()}
            rest={() => undefined}
            cut={() => undefined}
            placeholder={t("knowledge.textPlaceholder")}
            label={t("knowledge.text")}
            invalid={error !== undefined}
          />
        </div>
      )}
      {error !== undefined && (
        <p className={settings.failed} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

function Saving({ form, head, save }: { form: Form<Words>; head: ArticleHead | null; save: (now: boolean) => void }) {
  const { t } = useTexts();
  const hidden = head === null || standing(head) !== "published";
  return (
    <div className={settings.save}>
      <Button type="submit" loading={form.pending} disabled={!form.dirty && !(hidden && head !== null)}>
        {t("knowledge.publish")}
      </Button>
      <Button variant="default" disabled={!form.dirty || form.pending} onClick={() => save(false)}>
        {t("knowledge.saveDraft")}
      </Button>
      {form.dirty && !form.pending && (
        <Button variant="subtle" color="gray" onClick={form.reset}>
          {t("common.cancel")}
        </Button>
      )}
      <span role="status">
        {form.saved && (
          <Badge variant="light" color={hidden ? "gray" : "green"}>
            {t("common.saved")}
          </Badge>
        )}
      </span>
      {form.general !== null && (
        <span className={settings.failed} role="alert">
          {form.general}
        </span>
      )}
    </div>
  );
}
