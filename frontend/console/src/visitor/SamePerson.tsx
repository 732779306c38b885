import { Button, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Search, Split, UsersRound } from "lucide-react";
import { useState } from "react";
import { useTexts } from "../i18n/texts";
import { Failure } from "../parts/Failure";
import { asProblem } from "../rest/problem";
import { queries } from "../rest/queries";
import { request } from "../rest/request";
import type { SameVisitor, Visitor } from "../rest/types";
import style from "./SamePerson.module.css";
import card from "./VisitorCard.module.css";

/** Which other visitors are the same person, or may be: joined, their conversations and comments are seen together. */
export function SamePerson({ visitor }: { visitor: Visitor }) {
  const { t } = useTexts();
  const cache = useQueryClient();
  const [wanted, setWanted] = useState<string | null>(null);
  const path = `/api/visitors/${encodeURIComponent(visitor.id)}/merge`;
  const change = useMutation({
    mutationFn: (other: string | null) =>
      other === null ? request<Visitor>("DELETE", path) : request<Visitor>("POST", path, { with: other }),
    onSuccess: async (now) => {
      setWanted(null);
      cache.setQueryData(queries.visitor(visitor.id).queryKey, now);
      await Promise.all([
        cache.invalidateQueries({ queryKey: ["alike"] }),
        cache.invalidateQueries({ queryKey: ["conversations", "closed", "visitor"] }),
      ]);
    },
  });
  const { data, isError, error, refetch, isFetching } = useQuery(
    queries.alike(visitor.id, wanted ?? "", [visitor.email, visitor.phone, visitor.same.length].join()),
  );
  const found = data?.visitors ?? [];
  return (
    <section className={card.section} aria-label={t("same.title")}>
      {visitor.same.length > 0 && (
        <>
          <h3 className={card.heading}>{t("same.title")}</h3>
          <List visitors={visitor.same} />
          {visitor.merged && (
            <Button
              size="xs"
              variant="subtle"
              color="gray"
              leftSection={<Split size={14} aria-hidden />}
              loading={change.isPending && change.variables === null}
              onClick={() => change.mutate(null)}
            >
              {t("same.separate")}
            </Button>
          )}
        </>
      )}
      {found.length > 0 && (
        <>
          <h3 className={card.heading}>{t(wanted ? "same.found" : "same.alike")}</h3>
          <List
            visitors={found}
            merge={{ run: change.mutate, busy: change.isPending ? (change.variables ?? null) : null }}
          />
        </>
      )}
      {wanted === null ? (
        <Button
          size="xs"
          variant="subtle"
          color="gray"
          leftSection={<UsersRound size={14} aria-hidden />}
          onClick={() => setWanted("")}
        >
          {t("same.open")}
        </Button>
      ) : (
        <Wanted
          look={setWanted}
          busy={isFetching}
          nobody={wanted !== "" && !isFetching && !isError && found.length === 0}
        />
      )}
      {isError && <Failure error={error} retry={() => void refetch()} />}
      {change.error !== null && (
        <p className={style.trouble} role="alert">
          {asProblem(change.error).detail || t("same.failed")}
        </p>
      )}
    </section>
  );
}

interface WantedProps {
  /** Null: not any more. */
  look: (text: string | null) => void;
  busy: boolean;
  nobody: boolean;
}

function Wanted({ look, busy, nobody }: WantedProps) {
  const { t } = useTexts();
  const [typed, setTyped] = useState("");
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        look(typed.trim());
      }}
    >
      <TextInput
        autoFocus
        size="sm"
        label={t("same.label")}
        description={t("same.hint")}
        maxLength={200}
        value={typed}
        error={nobody ? t("same.nobody") : null}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          event.stopPropagation();
          look(null);
        }}
      />
      <div className={style.acts}>
        <Button
          type="submit"
          size="xs"
          disabled={typed.trim() === ""}
          loading={busy}
          leftSection={<Search size={14} aria-hidden />}
        >
          {t("same.find")}
        </Button>
        <Button size="xs" variant="subtle" color="gray" onClick={() => look(null)}>
          {t("common.cancel")}
        </Button>
      </div>
    </form>
  );
}

interface Merge {
  run: (visitor: string) => void;
  busy: string | null;
}

function List({ visitors, merge }: { visitors: readonly SameVisitor[]; merge?: Merge }) {
  const { t } = useTexts();
  return (
    <ul className={style.list}>
      {visitors.map(({ id, number, name, email, phone }) => (
        <li key={id} className={style.row}>
          <span className={style.who}>
            <span>{name ?? t("visitor.numbered", { number: `${number}` })}</span>
            <span className={style.reach}>
              {[name !== null && `№ ${number}`, email, phone].filter(Boolean).join(" · ")}
            </span>
          </span>
          {merge && (
            <Button
              size="compact-xs"
              variant="light"
              loading={merge.busy === id}
              aria-label={t("same.mergeWith", { name: name ?? `${number}` })}
              onClick={() => merge.run(id)}
            >
              {t("same.merge")}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
