import { Alert, Button, PasswordInput, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { CircleAlert, Hourglass } from "lucide-react";
import { type FormEvent, useState } from "react";
import { failureText } from "../actions/refusals";
import { useTexts } from "../i18n/texts";
import { asProblem } from "../rest/problem";
import { queries } from "../rest/queries";
import { request } from "../rest/request";
import type { Session } from "../rest/types";
import { Frame } from "./Frame";
import style from "./Frame.module.css";
import { useCountdown } from "./useCountdown";

/** Who are you? What was typed stays whatever comes of it; who was just here need only say their password. */
export function SignIn({ last }: { last: string }) {
  const texts = useTexts();
  const { t, format } = texts;
  const cache = useQueryClient();
  const [email, setEmail] = useState(last);
  const [password, setPassword] = useState("");
  const [asked, setAsked] = useState(false);
  const [code, setCode] = useState("");
  const [left, delay] = useCountdown();
  const signIn = useMutation({
    mutationFn: () => {
      const said = { email: email.trim(), password };
      return request<Session>("POST", "/api/session", asked ? { ...said, code } : said);
    },
    onSuccess: (session) => cache.setQueryData(queries.session.queryKey, session),
    onError: (error) => {
      const { code: refusal, retryMs } = asProblem(error);
      if (refusal === "code_wanted") setAsked(true);
      delay(retryMs ?? 0);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (left === 0) signIn.mutate();
  };
  const refusal = signIn.error === null ? null : asProblem(signIn.error).code;
  const ofCode = refusal === "code_wanted" || refusal === "code_wrong";
  return (
    <Frame title={t("signIn.title")} text={t("signIn.text")}>
      <form className={style.form} onSubmit={submit}>
        {left > 0 ? (
          <Alert color="yellow" icon={<Hourglass size={18} />} title={t("signIn.delayed")}>
            {t("signIn.delayedHint", { time: format.duration(left) })}
          </Alert>
        ) : (
          signIn.error !== null &&
          !ofCode && (
            <Alert color="red" icon={<CircleAlert size={18} />} role="alert">
              {refusal === "credentials_wrong" ? t("signIn.wrong") : failureText(texts, signIn.error, {})}
            </Alert>
          )
        )}
        <TextInput
          label={t("field.email")}
          type="email"
          name="username"
          autoComplete="username"
          autoFocus={last === ""}
          required
          withAsterisk={false}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label={t("field.password")}
          name="password"
          autoComplete="current-password"
          autoFocus={last !== ""}
          required
          withAsterisk={false}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ "aria-label": t("password.show") }}
        />
        {asked && (
          <TextInput
            label={t("signIn.code")}
            description={t("signIn.codeHint")}
            name="code"
            autoComplete="one-time-code"
            autoFocus
            required
            withAsterisk={false}
            value={code}
            error={refusal === "code_wrong" ? t("signIn.codeWrong") : undefined}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
        )}
        <Button type="submit" size="md" fullWidth loading={signIn.isPending} disabled={left > 0}>
          {t("signIn.submit")}
        </Button>
      </form>
    </Frame>
  );
}
