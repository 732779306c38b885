import { ActionIcon, Menu } from "@mantine/core";
import {
  ArrowRightLeft,
  BellRing,
  Check,
  CornerUpLeft,
  Ellipsis,
  Merge,
  MessagesSquare,
  PhoneOff,
  ShieldAlert,
} from "lucide-react";
import { handOverRequest, wrongNumber } from "../actions/requestActions";
import { useTexts } from "../i18n/texts";
import { Keys } from "../parts/Keys";
import type { RequestDetail } from "../rest/requests";
import { navigate } from "../shell/route";
import type { Acts } from "./useActs";

interface Props {
  detail: RequestDetail;
  acts: Acts;
  note: string;
  hand: () => void;
  merge: () => void;
}

const icon = { size: 16, "aria-hidden": true } as const;

/** What is done more rarely. */
export function MoreActs({ detail: { request, others }, acts: { perform }, note, hand, merge }: Props) {
  const { t } = useTexts();
  const { nature, state, conversation, snoozedUntil } = request;
  const call = nature === "call";
  const finish = (outcome: "answered" | "spam" | "wrong_number") => perform({ act: "done", outcome, note });
  return (
    <Menu position="top-end">
      <Menu.Target>
        <ActionIcon variant="default" size={36} aria-label={t("requests.moreActs")}>
          <Ellipsis size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {call && (
          <Menu.Item
            leftSection={<PhoneOff {...icon} />}
            rightSection={<Keys of={wrongNumber.keys} />}
            onClick={() => perform({ act: "attempt", outcome: "wrong_number", nextAt: null, note })}
          >
            {t("requests.wrongNumber")}
          </Menu.Item>
        )}
        {call && (
          <Menu.Item leftSection={<Check {...icon} />} onClick={() => finish("answered")}>
            {t("requests.answered")}
          </Menu.Item>
        )}
        {call && conversation !== null && (
          <Menu.Item
            leftSection={<MessagesSquare {...icon} />}
            onClick={() => navigate({ page: "conversations", conversation })}
          >
            {t("requests.conversation")}
          </Menu.Item>
        )}
        {snoozedUntil !== null && (
          <Menu.Item leftSection={<BellRing {...icon} />} onClick={() => perform({ act: "snooze", until: null })}>
            {t("requests.wake")}
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<ArrowRightLeft {...icon} />}
          rightSection={<Keys of={handOverRequest.keys} />}
          onClick={hand}
        >
          {t("action.handOver")}
        </Menu.Item>
        {state === "claimed" && (
          <Menu.Item leftSection={<CornerUpLeft {...icon} />} onClick={() => perform({ act: "release", all: false })}>
            {t("requests.release")}
          </Menu.Item>
        )}
        {state === "claimed" && request.others > 0 && (
          <Menu.Item leftSection={<CornerUpLeft {...icon} />} onClick={() => perform({ act: "release", all: true })}>
            {t("requests.releaseAll")}
          </Menu.Item>
        )}
        {others.some((other) => other.state !== "done") && (
          <Menu.Item leftSection={<Merge {...icon} />} onClick={merge}>
            {t("requests.merge")}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<ShieldAlert {...icon} />} onClick={() => finish("spam")}>
          {t("requests.spam")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
