import type { ReactNode } from "react";
import { follow, pathOf } from "../shell/route";
import { type Asked, archiveSearch, type Narrowed } from "./asked";
import style from "./Reports.module.css";

const archive = { page: "archive", conversation: null } as const;

/** A number that leads to the conversations it counts. */
export function ArchiveLink({ asked, narrowed, children }: { asked: Asked; narrowed: Narrowed; children: ReactNode }) {
  const search = archiveSearch(asked, narrowed);
  return (
    <a className={style.number} href={pathOf(archive) + search} onClick={(event) => follow(event, archive, "", search)}>
      {children}
    </a>
  );
}
