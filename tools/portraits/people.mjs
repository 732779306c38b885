/** How each operator of the demo looks: colours, and the shapes of hair and clothes on a canvas of 256 by 256. */

const vNeck = (inner) => `<path d="M100 190 L128 226 L156 190 L150 188 Q128 206 106 188 Z" fill="${inner}"/>`;

const shirtCollar = (colour, edge) => `
  <path d="M104 184 L128 208 L112 226 L92 192 Z" fill="${colour}" stroke="${edge}" stroke-width="1.500"/>
  <path d="M152 184 L128 208 L144 226 L164 192 Z" fill="${colour}" stroke="${edge}" stroke-width="1.500"/>`;

const roundCollar = (colour) =>
  `<path d="M100 189 Q128 220 156 189" fill="none" stroke="${colour}" stroke-width="8" stroke-linecap="round"/>`;

const apron = (colour, strap) => `
  <path d="M84 256 L84 222 Q128 232 172 222 L172 256 Z" fill="${colour}"/>
  <path d="M86 226 L80 194" stroke="${strap}" stroke-width="9"/><path d="M170 226 L176 194" stroke="${strap}" stroke-width="9"/>`;

const stubble = (colour) => `
  <path d="M80 120 C80 152 102 173 128 173 C154 173 176 152 176 120 C172 138 160 139 128 139 C96 139 84 138 80 120 Z" fill="${colour}"/>`;

const glasses = (colour) => `
  <g fill="#fff" fill-opacity=".16" stroke="${colour}" stroke-width="3.600">
    <rect x="88" y="100" width="33" height="27" rx="12"/><rect x="135" y="100" width="33" height="27" rx="12"/>
  </g>
  <path d="M121 110 Q128 105 135 110 M88 109 L79 106 M168 109 L177 106" fill="none" stroke="${colour}" stroke-width="3.600" stroke-linecap="round"/>`;

const light = { skin: "#f6d2b8", shade: "#dfa98a", blush: "#ee8d7c" };
const fair = { skin: "#f9dcc6", shade: "#e3b193", blush: "#f09a8a" };
const warm = { skin: "#e9b98f", shade: "#c98e62", blush: "#d97b5c" };
const deep = { skin: "#8f5a3c", shade: "#6b3f27", blush: "#b0573d" };

export const people = [
  {
    name: "anna",
    ...fair,
    background: ["#d9e8df", "#c3dccd"],
    iris: "#3d5c4d",
    brows: "#6b4427",
    lashes: true,
    smile: "open",
    clothes: { colour: "#2f5d50", detail: "", collar: vNeck("#f4efe6") },
    hairBack: `<path d="M62 120 C58 58 92 32 128 32 C164 32 198 58 194 120 C194 160 200 176 188 192 L68 192 C56 176 62 160 62 120 Z" fill="#7a4b2a"/>`,
    hairFront: `<path d="M72 122 C66 72 92 40 130 40 C168 40 190 72 184 122 C182 98 172 84 150 72 C132 88 92 84 80 100 C76 106 74 114 72 122 Z" fill="#8a5631"/>`,
    extra: `<circle cx="77" cy="132" r="3.400" fill="#e8c15a"/><circle cx="179" cy="132" r="3.400" fill="#e8c15a"/>`,
  },
  {
    name: "pavel",
    ...light,
    background: ["#dbe4f0", "#c5d4e8"],
    iris: "#3f5876",
    brows: "#5b5550",
    smile: "closed",
    jaw: 4,
    clothes: {
      colour: "#3a4a63",
      detail: `<path d="M104 188 L128 256 L152 188 Z" fill="#f2f4f7"/>`,
      collar: shirtCollar("#ffffff", "#d5dbe3"),
    },
    hairFront: `<path d="M76 108 C70 66 92 42 130 42 C168 42 186 66 180 108 C178 92 172 82 164 76 C144 82 112 82 94 74 C84 82 78 92 76 108 Z" fill="#8d8780"/>
      <path d="M94 74 C106 58 140 50 164 62 L164 78 C144 84 112 84 94 74 Z" fill="#a39c94"/>`,
    extra: glasses("#2e3540"),
  },
  {
    name: "svetlana",
    ...fair,
    background: ["#fbe6d3", "#f6d5b6"],
    iris: "#4a6b8a",
    brows: "#b98a4e",
    lashes: true,
    smile: "open",
    clothes: { colour: "#f3ede2", detail: apron("#c8623c", "#b25433"), collar: roundCollar("#e2d8c6") },
    hairBack: `<circle cx="128" cy="34" r="25" fill="#d7a655"/>`,
    hairFront: `<path d="M75 116 C66 68 92 42 128 42 C164 42 190 68 181 116 C180 96 170 80 154 70 C138 84 104 86 86 86 C80 94 76 104 75 116 Z" fill="#e2b465"/>
      <path d="M86 87 C104 86 138 84 154 70" fill="none" stroke="#c9983f" stroke-width="2.500" stroke-linecap="round"/>`,
    extra: `<circle cx="77" cy="133" r="3.600" fill="#c8623c"/><circle cx="179" cy="133" r="3.600" fill="#c8623c"/>`,
  },
  {
    name: "ilya",
    ...light,
    background: ["#e4e9d4", "#d2dbb8"],
    iris: "#54412e",
    brows: "#8a3f1f",
    browWidth: 4.6,
    smile: "open",
    clothes: {
      colour: "#5d7a3a",
      detail: `<path d="M128 204 L128 256" stroke="#4d672f" stroke-width="3"/><circle cx="134" cy="228" r="2.600" fill="#e9e2c8"/>`,
      collar: shirtCollar("#6f8e48", "#4d672f"),
    },
    beard: stubble("#b35a2c"),
    hairFront: `<path d="M75 110 C66 74 82 40 120 40 C132 28 176 40 180 78 C182 92 182 102 180 112 C178 96 176 90 168 84 C158 70 128 82 104 70 C92 80 80 86 75 110 Z" fill="#b9602f"/>`,
  },
  {
    name: "marina",
    ...warm,
    background: ["#f3dfe6", "#e8c8d4"],
    iris: "#3a281c",
    brows: "#2a1d18",
    lashes: true,
    smile: "closed",
    clothes: { colour: "#8b3a55", detail: "", collar: roundCollar("#a54c68") },
    hairBack: `<path d="M64 112 C60 56 92 34 128 34 C164 34 196 56 192 112 L194 168 C182 184 172 172 168 160 L88 160 C84 172 74 184 62 168 Z" fill="#241b1a"/>`,
    hairFront: `<path d="M72 126 C66 68 90 42 128 42 C166 42 190 68 184 126 C180 106 178 96 174 88 L172 92 C150 90 106 90 84 92 L82 88 C78 96 76 106 72 126 Z" fill="#30252a"/>
      <path d="M84 92 C92 66 164 66 172 92 C150 84 106 84 84 92 Z" fill="#30252a"/>`,
  },
  {
    name: "rustam",
    ...warm,
    background: ["#d6e9ee", "#bcdbe3"],
    iris: "#2e211a",
    brows: "#1f1a18",
    browWidth: 5,
    smile: "closed",
    jaw: 6,
    clothes: {
      colour: "#e8edf0",
      detail: `<path d="M62 256 L66 204 L92 196 L96 228 Q128 236 160 228 L164 196 L190 204 L194 256 Z" fill="#27607a"/>
        <rect x="112" y="238" width="32" height="18" rx="3" fill="#1f4f65"/>`,
      collar: roundCollar("#d3dce1"),
    },
    beard: stubble("#4a3b33"),
    hairFront: `<path d="M76 104 C72 62 94 44 128 44 C162 44 184 62 180 104 C177 90 172 82 166 78 C148 70 108 70 90 78 C84 82 79 90 76 104 Z" fill="#1f1a18"/>`,
  },
  {
    name: "grace",
    ...deep,
    background: ["#fdeec5", "#fae09a"],
    iris: "#1d120c",
    brows: "#1d120e",
    lashes: true,
    smile: "open",
    clothes: { colour: "#1f6f78", detail: "", collar: vNeck("#f7c948") },
    hairBack: `<path d="M128 20 C150 16 172 28 184 44 C204 56 210 82 202 104 C206 130 194 148 178 152 L78 152 C62 148 50 130 54 104 C46 82 52 56 72 44 C84 28 106 16 128 20 Z" fill="#20140f"/>`,
    hairFront: `<path d="M76 108 C70 78 84 56 104 54 C118 46 138 46 152 54 C172 56 186 78 180 108 C176 92 170 84 160 80 C148 72 108 72 96 80 C86 84 80 92 76 108 Z" fill="#2b1b14"/>`,
    extra: `<circle cx="77" cy="136" r="6.500" fill="none" stroke="#f7c948" stroke-width="2.800"/><circle cx="179" cy="136" r="6.500" fill="none" stroke="#f7c948" stroke-width="2.800"/>`,
  },
  {
    name: "tom",
    ...light,
    background: ["#e6e0f2", "#d3c8ea"],
    iris: "#4b6a57",
    brows: "#5a3d26",
    smile: "open",
    clothes: {
      colour: "#44506b",
      detail: `<path d="M104 190 L112 256 L144 256 L152 190 Z" fill="#e9854a"/>`,
      collar: roundCollar("#d8723a"),
    },
    hairFront: `<path d="M76 112 C66 76 84 52 100 52 C106 38 122 42 128 40 C142 32 154 42 160 48 C178 52 188 78 180 112 C178 98 174 92 168 88 C162 84 158 74 150 72 C142 84 134 76 126 72 C116 84 106 80 100 74 C92 84 80 90 76 112 Z" fill="#6b472c"/>`,
  },
];
