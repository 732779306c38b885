import { Button } from "@mantine/core";
import { CloudOff, Lock, RotateCw, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useTexts } from "../i18n/texts";
import { asProblem } from "../rest/problem";
import { Message } from "./Message";

interface Props {
  error: unknown;
  retry?: () => void;
  /** The way on from a place where trying again changes nothing. */
  leave?: ReactNode;
}

/** What happened, what to do, and the way to try again. */
export function Failure({ error, retry, leave }: Props) {
  const { t } = useTexts();
  const problem = asProblem(error);
  if (problem.status === 403)
    return (
      <Message icon={Lock} title={t("failure.forbidden")} text={t("failure.forbiddenHint")}>
        {leave}
      </Message>
    );
  if (problem.status === 404)
    return (
      <Message icon={TriangleAlert} title={t("failure.missing")} text={t("failure.missingHint")}>
        {leave}
      </Message>
    );
  const offline = problem.status === 0 && problem.code === "network";
  const text = offline ? t("failure.networkHint") : problem.detail || t("failure.serverHint", { code: problem.code });
  return (
    <Message
      icon={offline ? CloudOff : TriangleAlert}
      tone="bad"
      title={t(offline ? "failure.network" : "failure.server")}
      text={text}
    >
      {retry !== undefined && (
        <Button variant="default" leftSection={<RotateCw size={16} aria-hidden />} onClick={retry}>
          {t("common.retry")}
        </Button>
      )}
    </Message>
  );
}
