import { showInvitation, type Tools } from "./card";
import { watchIdleness } from "./idleness";

/** Does what rules of invitations ask of the page. */
export function run(frame: Tools["frame"], tools: Tools): void {
  if (frame.t === "invite") showInvitation(frame, tools);
  else watchIdleness(frame.seconds, (seconds) => tools.send({ t: "idle", seconds }));
}
