import { Badge, Button, PasswordInput, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, lazy, Suspense, useState } from "react";
import { failureText } from "../actions/refusals";
import { useTexts } from "../i18n/texts";
import { CopyButton } from "../parts/CopyButton";
import { fieldErrors } from "../parts/fieldErrors";
import { asProblem } from "../rest/problem";
import { queries } from "../rest/queries";
import { request } from "../rest/request";
import { Loaded } from "./Loaded";
import style from "./SecondFactor.module.css";

const QrCode = lazy(async () => ({ default: (await import("./QrCode")).QrCode }));

interface Secret {
  secret: string;
  address: string;
}

/** A code of an app on my telephone besides the password: on, off, and the codes for the day the telephone is lost. */
export function SecondFactor() {
  const { t } = useTexts();
  const status = useQuery(queries.secondFactor);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  if (codes !== null) return <Codes codes={codes} done={() => setCodes(null)} />;
  return (
    <Loaded of={status}>
      {({ on, codesLeft }) =>
        on ? <TurnOff codesLeft={codesLeft} /> : <TurnOn done={setCodes} hint={t("secondFactor.hint")} />
      }
    </Loaded>
  );
}

function TurnOn({ hint, done }: { hint: string; done: (codes: readonly string[]) => void }) {
  const { t } = useTexts();
  const cache = useQueryClient();
  const [secret, setSecret] = useState<Secret | null>(null);
  const [late, setLate] = useState(false);
  const confirm = async (code: string) => {
    try {
      const { codes } = await request<{ codes: string[] }>("PUT", "/api/me/second-factor", { code });
      done(codes);
    } catch (error) {
      if (!asProblem(error).fields.some(({ code }) => code === "second_factor_not_begun")) throw error;
      setSecret(null);
      setLate(true);
    }
    await cache.invalidateQueries({ queryKey: queries.secondFactor.queryKey });
  };
  if (secret === null) {
    return (
      <div className={style.block}>
        {late ? (
          <p className={style.late} role="alert">
            {t("secondFactor.late")}
          </p>
        ) : (
          <p className={style.hint}>{hint}</p>
        )}
        <Proof done={setSecret} />
      </div>
    );
  }
  return (
    <div className={style.pairing}>
      <Suspense fallback={<div className={style.picture} />}>
        <QrCode text={secret.address} label={t("secondFactor.picture")} className={style.picture ?? ""} />
      </Suspense>
      <div className={style.block}>
        <p className={style.hint}>{t("secondFactor.scan")}</p>
        <p className={style.secret}>{secret.secret.replaceAll(/.{4}(?=.)/g, "$& ")}</p>
        <CodeForm label={t("secondFactor.code")} button={t("secondFactor.confirm")} send={confirm} />
      </div>
    </div>
  );
}

/** The password first: whoever finds a console open must not lock its owner out. */
function Proof({ done }: { done: (secret: Secret) => void }) {
  const texts = useTexts();
  const { t } = texts;
  const [password, setPassword] = useState("");
  const begin = useMutation({
    mutationFn: () => request<Secret>("POST", "/api/me/second-factor", { password }),
    onSuccess: done,
  });
  const problem = begin.error === null ? null : asProblem(begin.error);
  const wrong = problem === null ? null : (fieldErrors(problem, texts).password ?? failureText(texts, problem, {}));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    begin.mutate();
  };
  return (
    <form className={style.code} onSubmit={submit}>
      <PasswordInput
        className={style.proof ?? ""}
        label={t("password.current")}
        autoComplete="current-password"
        required
        withAsterisk={false}
        value={password}
        error={wrong}
        onChange={(event) => setPassword(event.currentTarget.value)}
        visibilityToggleButtonProps={{ "aria-label": t("password.show") }}
      />
      <Button type="submit" variant="default" loading={begin.isPending} disabled={password === ""}>
        {t("secondFactor.turnOn")}
      </Button>
    </form>
  );
}

function TurnOff({ codesLeft }: { codesLeft: number }) {
  const { t } = useTexts();
  const cache = useQueryClient();
  const turnOff = async (code: string) => {
    await request("POST", "/api/me/second-factor/off", { code });
    await cache.invalidateQueries({ queryKey: queries.secondFactor.queryKey });
  };
  return (
    <div className={style.block}>
      <p className={style.hint}>
        <Badge color="green" variant="light">
          {t("secondFactor.on")}
        </Badge>{" "}
        {t("secondFactor.codesLeft", { count: codesLeft })}
      </p>
      <CodeForm label={t("secondFactor.code")} button={t("secondFactor.turnOff")} send={turnOff} />
    </div>
  );
}

function CodeForm({ label, button, send }: { label: string; button: string; send: (code: string) => Promise<void> }) {
  const texts = useTexts();
  const [code, setCode] = useState("");
  const sending = useMutation({ mutationFn: () => send(code) });
  const problem = sending.error === null ? null : asProblem(sending.error);
  const wrong = problem === null ? null : (fieldErrors(problem, texts).code ?? failureText(texts, problem, {}));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    sending.mutate();
  };
  return (
    <form className={style.code} onSubmit={submit}>
      <TextInput
        label={label}
        autoComplete="one-time-code"
        required
        withAsterisk={false}
        maxLength={40}
        value={code}
        error={wrong}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={sending.isPending} disabled={code.trim() === ""}>
        {button}
      </Button>
    </form>
  );
}

function Codes({ codes, done }: { codes: readonly string[]; done: () => void }) {
  const { t } = useTexts();
  return (
    <div className={style.block} role="status">
      <p className={style.hint}>{t("secondFactor.codesHint")}</p>
      <ul className={style.codes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className={style.actions}>
        <CopyButton variant="default" text={codes.join("\n")} label={t("secondFactor.copy")} />
        <Button onClick={done}>{t("secondFactor.kept")}</Button>
      </div>
    </div>
  );
}
