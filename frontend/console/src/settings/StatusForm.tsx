import { Button, Select, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { failureText } from "../actions/refusals";
import { useTexts } from "../i18n/texts";
import { statusOf } from "../operators/said";
import { fieldErrors } from "../parts/fieldErrors";
import type { Me } from "../rest/me";
import { asProblem } from "../rest/problem";
import { queries } from "../rest/queries";
import { request } from "../rest/request";
import { serverNow, useNow } from "../shell/clock";
import own from "./Me.module.css";
import style from "./Settings.module.css";

const terms = ["keep", "m30", "h1", "h4", "day"] as const;
type Term = (typeof terms)[number];
const minutes = { m30: 30, h1: 60, h4: 240 } as const;

/** A few words that colleagues see beside my name, for as long as I say. */
export function StatusForm({ me }: { me: Me }) {
  const texts = useTexts();
  const { t, format } = texts;
  const cache = useQueryClient();
  const now = useNow(60_000);
  const [text, setText] = useState("");
  const [term, setTerm] = useState<Term>("keep");
  const save = useMutation({
    mutationFn: async (said: { text: string; until: number | null }) => {
      await request("PUT", "/api/me/status", said);
      await cache.invalidateQueries({ queryKey: queries.session.queryKey });
      setText("");
    },
  });
  const problem = save.error === null ? null : asProblem(save.error);
  const errors = fieldErrors(problem, texts);
  const stands = statusOf(me, now);
  const until = me.status?.until ?? null;
  return (
    <form
      className={style.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== "") save.mutate({ text, until: endOf(term, serverNow()) });
      }}
    >
      {stands !== null && (
        <div className={own.stands}>
          <p>
            <b>{stands}</b>
            <span className={style.faint}>
              {until === null ? t("status.kept") : t("status.until", { time: format.dayAndTime(until, now) })}
            </span>
          </p>
          <Button
            type="button"
            variant="default"
            loading={save.isPending}
            onClick={() => save.mutate({ text: "", until: null })}
          >
            {t("status.clear")}
          </Button>
        </div>
      )}
      <div className={style.pair}>
        <TextInput
          label={t("status.text")}
          placeholder={t("status.example")}
          description={t("status.hint")}
          maxLength={80}
          value={text}
          error={errors.text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Select
          label={t("status.term")}
          data={terms.map((each) => ({ value: each, label: t(`status.${each}`) }))}
          allowDeselect={false}
          value={term}
          error={errors.until}
          onChange={(next) => setTerm((next ?? "keep") as Term)}
        />
      </div>
      <div className={style.save}>
        <Button type="submit" loading={save.isPending} disabled={text.trim() === ""}>
          {t("status.set")}
        </Button>
        {problem !== null && errors.text === undefined && (
          <span className={style.failed} role="alert">
            {failureText(texts, problem, {})}
          </span>
        )}
      </div>
    </form>
  );
}

/** The day ends at midnight of the clock on this wall. */
export function endOf(term: Term, now: number): number | null {
  if (term === "keep") return null;
  return term === "day" ? new Date(now).setHours(24, 0, 0, 0) : now + minutes[term] * 60_000;
}
