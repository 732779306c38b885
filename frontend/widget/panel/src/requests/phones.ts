/** How a country's numbers are grouped; # is a digit. */
const masks: Readonly<Record<string, string>> = {
  1: "### ###-####",
  7: "### ###-##-##",
  44: "#### ######",
  370: "### #####",
  371: "## ### ###",
  372: "#### ####",
  373: "## ### ###",
  374: "## ###-###",
  375: "## ###-##-##",
  380: "## ###-##-##",
  992: "## ###-####",
  993: "## ##-##-##",
  994: "## ###-##-##",
  995: "### ##-##-##",
  996: "### ###-###",
  998: "## ###-##-##",
};
const other = "### ### ### ### ###";
const longest = 15;

/** Codes of countries by zones of time; what is Russian is the rest of Russia's. */
const zones: Readonly<Record<string, string>> = {
  380: "Europe/(Kyiv|Kiev|Uzhgorod|Zaporozhye)",
  375: "Europe/Minsk",
  998: "Asia/(Tashkent|Samarkand)",
  996: "Asia/Bishkek",
  992: "Asia/Dushanbe",
  993: "Asia/Ashgabat",
  374: "Asia/Yerevan",
  994: "Asia/Baku",
  995: "Asia/Tbilisi",
  373: "Europe/Chisinau",
  370: "Europe/Vilnius",
  371: "Europe/Riga",
  372: "Europe/Tallinn",
  49: "Europe/(Berlin|Busingen)",
  44: "Europe/(London|Belfast)",
  48: "Europe/Warsaw",
  90: "(Europe|Asia)/Istanbul",
  972: "Asia/(Jerusalem|Tel_Aviv)",
  1: "America/(New_York|Chicago|Denver|Los_Angeles|Phoenix|Detroit|Boise|Anchorage|Toronto|Vancouver|Edmonton|Winnipeg|Halifax)|US/.*",
  7:
    "Europe/(Moscow|Kaliningrad|Samara|Saratov|Volgograd|Astrakhan|Ulyanovsk|Kirov|Simferopol)|" +
    "Asia/(Yekaterinburg|Omsk|Novosibirsk|Barnaul|Tomsk|Novokuznetsk|Krasnoyarsk|Irkutsk|Chita|Yakutsk|Khandyga|" +
    "Vladivostok|Ust-Nera|Sakhalin|Magadan|Srednekolymsk|Kamchatka|Anadyr|" +
    "Almaty|Qyzylorda|Qostanay|Aqtobe|Aqtau|Atyrau|Oral)",
};
const byLanguage: Readonly<Record<string, string>> = { ru: "7", uk: "380" };

/** The code of the country the visitor seems to be in; empty when nothing tells. */
export function callingCode(zone: string, language: string): string {
  const found = Object.entries(zones).find(([, names]) => new RegExp(`^(${names})$`).test(zone));
  return found?.[0] ?? byLanguage[language] ?? "";
}

/** What to show in an empty field. */
export function exampleOf(code: string): string {
  const mask = masks[code] ?? other.slice(0, 11);
  let digit = 0;
  return `+${code} ${mask.replace(/#/g, () => String((digit++ % 9) + 1))}`;
}

/** What was typed as an international number in its country's groups; what begins without a code is of the given country. */
export function masked(typed: string, home: string): string {
  const international = /^\s*(\+|00)/.test(typed);
  const digits = typed.replace(/\D/g, "").replace(international ? /^00/ : /^$/, "");
  if (digits === "") return international ? "+" : "";
  const whole = (international ? digits : withCode(digits, home)).slice(0, longest);
  const code = codeOf(whole);
  return `+${[code, grouped(whole.slice(code.length), masks[code] ?? other)].filter(Boolean).join(" ")}`;
}

/** What is dialled inside a country, such as 8 912… or 067…, as from anywhere. */
function withCode(digits: string, home: string): string {
  if (home === "7" && /^8/.test(digits)) return `7${digits.slice(1)}`;
  if (home !== "" && digits.startsWith(home) && digits.length > 9) return digits;
  if (home === "7" && digits.startsWith("7")) return digits;
  return home + (home === "7" || home === "1" ? digits : digits.replace(/^0/, ""));
}

/** The longest known code the number begins with; none while it may still become another. */
function codeOf(digits: string): string {
  const codes = [...Object.keys(masks), ...Object.keys(zones)].sort((one, two) => two.length - one.length);
  return codes.find((code) => digits.startsWith(code)) ?? "";
}

function grouped(digits: string, mask: string): string {
  let at = 0;
  let text = "";
  for (const sign of mask) {
    if (at >= digits.length) return text;
    text += sign === "#" ? digits[at++] : sign;
  }
  return text + digits.slice(at);
}
