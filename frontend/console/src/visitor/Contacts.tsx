import { Loader, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { AtSign, Phone, UserRound } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { useTexts } from "../i18n/texts";
import { fieldErrors, generalError } from "../parts/fieldErrors";
import { asProblem } from "../rest/problem";
import { queries } from "../rest/queries";
import { request } from "../rest/request";
import type { Visitor, VisitorContacts } from "../rest/types";
import style from "./VisitorCard.module.css";

const fields = [
  { name: "name", icon: UserRound, type: "text", mode: "text" },
  { name: "email", icon: AtSign, type: "email", mode: "email" },
  { name: "phone", icon: Phone, type: "tel", mode: "tel" },
] as const;

type Field = (typeof fields)[number]["name"];

/** What was typed while the rest was on its way stays. */
function unsaved(typed: Partial<Record<Field, string>>, saved: VisitorContacts): Partial<Record<Field, string>> {
  return Object.fromEntries(
    Object.entries(typed).filter(([name, text]) => text.trim() !== (saved[name as Field] ?? "")),
  );
}

/** How the visitor is called and reached; saved when the field is left or Enter is pressed, Esc takes it back. */
export function Contacts({ visitor }: { visitor: Visitor }) {
  const texts = useTexts();
  const { t } = texts;
  const cache = useQueryClient();
  const { queryKey } = queries.visitor(visitor.id);
  const [typed, setTyped] = useState<Partial<Record<Field, string>>>({});
  const save = useMutation({
    mutationFn: (contacts: VisitorContacts) =>
      request<Visitor | undefined>("PUT", `/api/visitors/${encodeURIComponent(visitor.id)}`, contacts),
    onSuccess: (_, contacts) => {
      cache.setQueryData<Visitor>(queryKey, (known) => known && { ...known, ...contacts });
      setTyped((now) => unsaved(now, contacts));
    },
  });
  const value = (field: Field) => typed[field] ?? visitor[field] ?? "";
  const commit = (field: Field) => {
    if (typed[field] === undefined || typed[field].trim() === (visitor[field] ?? "")) return;
    const entered = (name: Field) => value(name).trim() || null;
    save.mutate({ name: entered("name"), email: entered("email"), phone: entered("phone") });
  };
  const press = (event: KeyboardEvent<HTMLInputElement>, field: Field) => {
    if (event.key === "Enter") commit(field);
    if (event.key !== "Escape") return;
    const { [field]: _, ...others } = typed;
    setTyped(others);
    save.reset();
  };
  const errors = fieldErrors(save.error === null ? null : asProblem(save.error), texts);
  const general = generalError(
    save.error,
    errors,
    fields.map(({ name }) => name),
    texts,
  );
  return (
    <div className={style.contacts}>
      {fields.map(({ name, icon: Icon, type, mode }) => (
        <TextInput
          key={name}
          type={type}
          inputMode={mode}
          classNames={{ input: style.field ?? "" }}
          leftSection={<Icon size={15} aria-hidden />}
          rightSection={save.isPending && typed[name] !== undefined ? <Loader size={14} /> : null}
          aria-label={t(`visitor.${name}`)}
          placeholder={t(`visitor.${name}Placeholder`)}
          maxLength={200}
          value={value(name)}
          error={errors[name] ?? (name === "phone" ? general : null)}
          onChange={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
          onBlur={() => commit(name)}
          onKeyDown={(event) => press(event, name)}
        />
      ))}
    </div>
  );
}
