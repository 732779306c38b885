import { Alert, Button, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { CircleAlert, MailQuestion } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTexts } from "../i18n/texts";
import { Failure } from "../parts/Failure";
import { fieldErrors, generalError } from "../parts/fieldErrors";
import { Message } from "../parts/Message";
import { asProblem } from "../rest/problem";
import { queries } from "../rest/queries";
import { request } from "../rest/request";
import type { OpenInvitation, Session } from "../rest/types";
import { navigate } from "../shell/route";
import { Frame } from "./Frame";
import style from "./Frame.module.css";
import { PasswordField } from "./PasswordField";

/** What a new colleague finds behind the link: name, post, password, and in. */
export function Invitation({ token }: { token: string }) {
  const { t } = useTexts();
  const invitation = useQuery(queries.openInvitation(token));
  if (invitation.isError) {
    const { status } = asProblem(invitation.error);
    return (
      <Frame>
        {status === 404 || status === 410 ? (
          <Message icon={MailQuestion} title={t("invitation.gone")} text={t("invitation.goneHint")}>
            <Button variant="default" onClick={() => navigate({ page: "conversations", conversation: null })}>
              {t("invitation.signIn")}
            </Button>
          </Message>
        ) : (
          <Failure error={invitation.error} retry={() => void invitation.refetch()} />
        )}
      </Frame>
    );
  }
  return invitation.data === undefined ? <Frame waiting /> : <Acceptance token={token} invitation={invitation.data} />;
}

function Acceptance({ token, invitation }: { token: string; invitation: OpenInvitation }) {
  const texts = useTexts();
  const { t } = texts;
  const cache = useQueryClient();
  const [answers, setAnswers] = useState({ name: "", title: "", password: "" });
  const accept = useMutation({
    mutationFn: () => request<Session>("POST", `/api/invitations/${encodeURIComponent(token)}`, answers),
    onSuccess: (session) => {
      cache.setQueryData(queries.session.queryKey, session);
      navigate({ page: "conversations", conversation: null }, true);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    accept.mutate();
  };
  const errors = fieldErrors(accept.error === null ? null : asProblem(accept.error), texts);
  const general = generalError(accept.error, errors, ["name", "title", "password"], texts);
  const { company, email, role } = invitation;
  return (
    <Frame title={t("invitation.title", { company })} text={t("invitation.text", { email, role: t(`role.${role}`) })}>
      <form className={style.form} onSubmit={submit}>
        <input type="hidden" name="username" autoComplete="username" value={email} />
        <TextInput
          label={t("field.yourName")}
          description={t("field.yourNameHint")}
          autoComplete="name"
          autoFocus
          required
          withAsterisk={false}
          maxLength={100}
          value={answers.name}
          error={errors.name}
          onChange={(event) => setAnswers({ ...answers, name: event.currentTarget.value })}
        />
        <TextInput
          label={t("field.title")}
          placeholder={t("field.titlePlaceholder")}
          autoComplete="organization-title"
          maxLength={100}
          value={answers.title}
          error={errors.title}
          onChange={(event) => setAnswers({ ...answers, title: event.currentTarget.value })}
        />
        <PasswordField
          value={answers.password}
          error={errors.password}
          change={(password) => setAnswers({ ...answers, password })}
        />
        {general !== null && (
          <Alert color="red" icon={<CircleAlert size={18} />} role="alert">
            {general}
          </Alert>
        )}
        <Button type="submit" size="md" fullWidth loading={accept.isPending}>
          {t("invitation.submit")}
        </Button>
      </form>
    </Frame>
  );
}
