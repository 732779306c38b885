import type { MailDraft, Security } from "../rest/mail";

/** The port that goes with a security by custom. */
export const ports: Readonly<Record<Security, number>> = { starttls: 587, tls: 465, none: 25 };

type Place = Pick<MailDraft, "host" | "port" | "security">;

/** Where the mail services take letters that most people have a mailbox at. */
export const services = {
  gmail: { host: "smtp.gmail.com", port: 587, security: "starttls" },
  yandex: { host: "smtp.yandex.ru", port: 465, security: "tls" },
  mailru: { host: "smtp.mail.ru", port: 465, security: "tls" },
  microsoft: { host: "smtp.office365.com", port: 587, security: "starttls" },
  own: { host: "localhost", port: 25, security: "none" },
} as const satisfies Record<string, Place>;

export type ServiceId = keyof typeof services;

export const serviceIds = Object.keys(services) as ServiceId[];

/** Whose server it is. */
export function serviceOf(host: string): ServiceId | null {
  const wanted = host.trim().toLowerCase();
  return serviceIds.find((id) => services[id].host === wanted) ?? null;
}

/** What changes with the choice of a service; a server of one's own machine asks for no name. */
export function chosen(id: ServiceId): Partial<MailDraft> {
  return id === "own" ? { ...services[id], user: "", password: null } : services[id];
}

/** What changes with the security: its port follows, unless somebody has set another one. */
export function secured({ port, security }: Place, next: Security): Partial<MailDraft> {
  return port === ports[security] ? { security: next, port: ports[next] } : { security: next };
}
