import { Coffee, Presentation } from "lucide-react";
import { useMemo } from "react";
import { useTexts } from "../i18n/texts";
import { Message } from "../parts/Message";
import { SkeletonRows } from "../parts/SkeletonRows";
import { useClient, useConsole } from "../shell/line";
import { follow, pathOf } from "../shell/route";
import { useSession } from "../shell/session";
import { type Board, boardOf } from "./board";
import { OperatorSeat } from "./OperatorSeat";
import style from "./Operators.module.css";

const groups = ["online", "away", "off"] as const satisfies readonly (keyof Board)[];

/** Who is on line, since when, how busy, and with whom. */
export function Operators() {
  const { t } = useTexts();
  const client = useClient();
  const { permissions } = useSession();
  const operators = useConsole((state) => state.operators);
  const conversations = useConsole((state) => state.conversations);
  const synced = useConsole((state) => state.me !== null);
  const board = useMemo(
    () => boardOf({ ...client.getState(), operators, conversations }),
    [client, operators, conversations],
  );
  return (
    <section className={style.screen} aria-label={t("operators.title")}>
      <div className={style.page}>
        <header className={style.head}>
          <h2 className={style.title}>{t("operators.title")}</h2>
          <p className={style.lead}>{t("operators.lead")}</p>
          {permissions.includes("read_all") && (
            <a
              className={style.board}
              href={pathOf({ page: "board" })}
              onClick={(event) => follow(event, { page: "board" })}
            >
              <Presentation size={16} aria-hidden /> {t("board.open")}
            </a>
          )}
        </header>
        {!synced && <SkeletonRows count={6} />}
        {synced && board.online.length === 0 && (
          <Message icon={Coffee} title={t("operators.nobody")} text={t("operators.nobodyHint")} />
        )}
        {groups.map(
          (group) =>
            board[group].length > 0 && (
              <section key={group} className={style.group} aria-label={t(`operators.${group}`)}>
                <h3 className={style.groupName}>
                  {t(`operators.${group}`)} <span>{board[group].length}</span>
                </h3>
                <ul className={style.seats}>
                  {board[group].map((seat) => (
                    <OperatorSeat key={seat.operator.id} seat={seat} />
                  ))}
                </ul>
              </section>
            ),
        )}
      </div>
    </section>
  );
}
