import { newId } from "@beseda/client";
import type { VisitorRow } from "@beseda/protocol";
import { Button, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { MessageSquarePlus, MessagesSquare } from "lucide-react";
import { useState } from "react";
import { useTexts } from "../i18n/texts";
import { fieldErrors, generalError } from "../parts/fieldErrors";
import { asProblem } from "../rest/problem";
import { request } from "../rest/request";
import type { Visitor } from "../rest/types";
import { navigate } from "../shell/route";
import style from "./Profile.module.css";

/** The way into the visitor's conversation; to one who has none the operator may write first. */
export function WriteFirst({ visitor, row }: { visitor: Visitor; row?: VisitorRow }) {
  const texts = useTexts();
  const { t } = texts;
  const [text, setText] = useState<string | null>(null);
  const [cid] = useState(newId);
  const go = (conversation: string) => navigate({ page: "conversations", conversation });
  const send = useMutation({
    mutationFn: () =>
      request<{ conversation: string }>("POST", `/api/visitors/${encodeURIComponent(visitor.id)}/conversation`, {
        cid,
        text: text ?? "",
      }),
    onSuccess: ({ conversation }) => go(conversation),
  });
  const open = row?.conversation ?? visitor.conversations.find(({ state }) => state !== "closed")?.id;
  if (open !== undefined && text === null) {
    return (
      <Button fullWidth variant="light" leftSection={<MessagesSquare size={16} aria-hidden />} onClick={() => go(open)}>
        {t("profile.open")}
      </Button>
    );
  }
  if (text === null) {
    return (
      <Button
        fullWidth
        variant="light"
        leftSection={<MessageSquarePlus size={16} aria-hidden />}
        onClick={() => setText("")}
      >
        {t("profile.write")}
      </Button>
    );
  }
  const errors = fieldErrors(send.error === null ? null : asProblem(send.error), texts);
  return (
    <form
      className={style.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== "") send.mutate();
      }}
    >
      <Textarea
        data-autofocus
        autosize
        minRows={2}
        maxRows={8}
        aria-label={t("profile.write")}
        placeholder={t("profile.writePlaceholder")}
        value={text}
        error={errors.text ?? generalError(send.error, errors, ["text"], texts)}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={style.buttons}>
        <Button variant="subtle" size="compact-sm" onClick={() => setText(null)}>
          {t("common.cancel")}
        </Button>
        <Button type="submit" size="compact-sm" loading={send.isPending} disabled={text.trim() === ""}>
          {t("profile.send")}
        </Button>
      </div>
    </form>
  );
}
