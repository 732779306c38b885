import { Button, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTexts } from "../i18n/texts";
import { fieldErrors, generalError } from "../parts/fieldErrors";
import { asProblem } from "../rest/problem";
import { queries } from "../rest/queries";
import { request } from "../rest/request";
import type { Visitor } from "../rest/types";
import { serverNow } from "../shell/clock";
import { useConsole } from "../shell/line";
import card from "../visitor/VisitorCard.module.css";
import style from "./Profile.module.css";

/** What operators note about the visitor, for all operators. */
export function Comments({ visitor }: { visitor: Visitor }) {
  const texts = useTexts();
  const { t, format } = texts;
  const cache = useQueryClient();
  const operators = useConsole((state) => state.operators);
  const [text, setText] = useState("");
  const add = useMutation({
    mutationFn: () =>
      request<Visitor>("POST", `/api/visitors/${encodeURIComponent(visitor.id)}/comments`, { text: text.trim() }),
    onSuccess: (changed) => {
      cache.setQueryData(queries.visitor(visitor.id).queryKey, changed);
      setText("");
    },
  });
  const errors = fieldErrors(add.error === null ? null : asProblem(add.error), texts);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== "") add.mutate();
  };
  return (
    <section className={card.section}>
      <h3 className={card.heading}>{t("profile.comments")}</h3>
      <form onSubmit={submit} className={style.form}>
        <Textarea
          size="xs"
          autosize
          minRows={1}
          maxRows={6}
          maxLength={2000}
          aria-label={t("profile.commentPlaceholder")}
          placeholder={t("profile.commentPlaceholder")}
          description={t("profile.commentsHint")}
          inputWrapperOrder={["input", "description", "error"]}
          value={text}
          error={errors.text ?? generalError(add.error, errors, ["text"], texts)}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {text.trim() !== "" && (
          <Button type="submit" size="compact-sm" variant="light" loading={add.isPending}>
            {t("profile.commentAdd")}
          </Button>
        )}
      </form>
      <ul className={style.comments}>
        {visitor.comments.map(({ id, operator, at, text: words }) => (
          <li key={id} className={style.comment}>
            <span className={card.faint}>
              {`${operators[operator]?.name ?? ""} · ${format.dayAndTime(at, serverNow())}`}
            </span>
            <p>{words}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
