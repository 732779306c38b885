/** What the demo shop sells: the one source of its pages, of the cart and of the single-page catalogue. Prices in roubles. */

export const categories = [
  {
    id: "tools",
    tint: "sage",
    name: { ru: "Инструмент", en: "Hand tools" },
    lead: {
      ru: "Лопаты, грабли и секаторы, которые не тупятся к августу и не прячутся в сарае от стыда.",
      en: "Spades, rakes and secateurs that stay sharp until August and look good hanging on the wall.",
    },
  },
  {
    id: "watering",
    tint: "sky",
    name: { ru: "Полив", en: "Watering" },
    lead: {
      ru: "Чтобы огурцы пили вовремя, а вы в это время — чай. Лейки, шланги и бочки под дождевую воду.",
      en: "Let the cucumbers drink on time while you have your tea. Cans, hoses and rain barrels.",
    },
  },
  {
    id: "beds",
    tint: "clay",
    name: { ru: "Грядки и теплицы", en: "Beds and greenhouses" },
    lead: {
      ru: "Всё, в чём растёт: горшки, короба, парники — и тачка, чтобы до них довезти.",
      en: "Everything things grow in: pots, raised beds, cold frames — and a barrow to get the soil there.",
    },
  },
];

export const goods = [
  {
    id: "spade",
    category: "tools",
    price: 2890,
    was: 3400,
    name: { ru: "Лопата «Суглинок»", en: "“Loam” digging spade" },
    line: { ru: "Кованая сталь, ясеневый черенок", en: "Forged steel, ash handle" },
    about: {
      ru: "Полотно из борированной стали держит кромку три сезона. Черенок из ясеня пропитан льняным маслом: не занозит и не скользит в мокрой руке.",
      en: "The boron steel blade keeps its edge for three seasons. The ash handle is soaked in linseed oil: no splinters, no slipping in a wet hand.",
    },
    facts: [
      [
        { ru: "Длина", en: "Length" },
        { ru: "118 см", en: "118 cm" },
      ],
      [
        { ru: "Вес", en: "Weight" },
        { ru: "1,7 кг", en: "1.7 kg" },
      ],
      [
        { ru: "Гарантия", en: "Guarantee" },
        { ru: "10 лет на полотно", en: "10 years on the blade" },
      ],
    ],
  },
  {
    id: "rake",
    category: "tools",
    price: 1490,
    name: { ru: "Грабли веерные «Сентябрь»", en: "“September” leaf rake" },
    line: { ru: "22 пружинных зубца", en: "22 spring tines" },
    about: {
      ru: "Собирают листья и не рвут газон. Зубцы из пружинной стали сами возвращаются на место, даже если наступить.",
      en: "Gathers the leaves and spares the lawn. The spring steel tines come back into shape even when stepped on.",
    },
    facts: [
      [
        { ru: "Ширина", en: "Width" },
        { ru: "48 см", en: "48 cm" },
      ],
      [
        { ru: "Вес", en: "Weight" },
        { ru: "0,8 кг", en: "0.8 kg" },
      ],
      [
        { ru: "Черенок", en: "Handle" },
        { ru: "берёза, 150 см", en: "birch, 150 cm" },
      ],
    ],
  },
  {
    id: "secateurs",
    category: "tools",
    price: 3250,
    name: { ru: "Секатор «Антоновка»", en: "“Antonovka” secateurs" },
    line: { ru: "Срез до 24 мм, сменное лезвие", en: "Cuts up to 24 mm, spare blade" },
    about: {
      ru: "Ровный срез без задиров, который быстро затягивается. Лезвие меняется одним винтом, пружина лежит в запасе в рукоятке.",
      en: "A clean cut that heals quickly. One screw changes the blade, and a spare spring waits inside the handle.",
    },
    facts: [
      [
        { ru: "Срез", en: "Cut" },
        { ru: "до 24 мм", en: "up to 24 mm" },
      ],
      [
        { ru: "Вес", en: "Weight" },
        { ru: "230 г", en: "230 g" },
      ],
      [
        { ru: "Рука", en: "Hand" },
        { ru: "правая и левая", en: "right and left" },
      ],
    ],
  },
  {
    id: "can",
    category: "watering",
    price: 2190,
    name: { ru: "Лейка «Росинка», 9 л", en: "“Dewdrop” watering can, 9 l" },
    line: { ru: "Оцинкованная, с латунной розой", en: "Galvanised, with a brass rose" },
    about: {
      ru: "Длинный носик достаёт до середины грядки, мягкий дождик не вымывает всходы. Через десять лет выглядит только лучше.",
      en: "The long spout reaches the middle of the bed and its soft rain leaves seedlings in place. Looks even better in ten years.",
    },
    facts: [
      [
        { ru: "Объём", en: "Volume" },
        { ru: "9 л", en: "9 l" },
      ],
      [
        { ru: "Вес пустой", en: "Empty weight" },
        { ru: "1,4 кг", en: "1.4 kg" },
      ],
      [
        { ru: "Материал", en: "Material" },
        { ru: "оцинкованная сталь", en: "galvanised steel" },
      ],
    ],
  },
  {
    id: "hose",
    category: "watering",
    price: 4690,
    was: 5200,
    name: { ru: "Шланг на катушке, 30 м", en: "Hose on a reel, 30 m" },
    line: { ru: "Не перекручивается, −20…+60 °C", en: "Never kinks, −20…+60 °C" },
    about: {
      ru: "Четыре слоя с крестовой оплёткой: не заламывается на углах и не раздувается на солнце. Катушка вешается на стену без тяжёлых болтов.",
      en: "Four layers with a cross weave: no kinks at corners, no bulging in the sun. The reel hangs on a wall without heavy bolts.",
    },
    facts: [
      [
        { ru: "Длина", en: "Length" },
        { ru: "30 м", en: "30 m" },
      ],
      [
        { ru: "Диаметр", en: "Diameter" },
        { ru: "¾ дюйма", en: "¾ in" },
      ],
      [
        { ru: "Давление", en: "Pressure" },
        { ru: "до 24 бар", en: "up to 24 bar" },
      ],
    ],
  },
  {
    id: "barrel",
    category: "watering",
    price: 7900,
    name: { ru: "Бочка дождевая, 210 л", en: "Rain barrel, 210 l" },
    line: { ru: "Лиственница, латунный кран", en: "Larch, brass tap" },
    about: {
      ru: "Ставится под водосток и за один хороший ливень наполняется до краёв. Крышка с сеткой: ни листьев, ни комаров.",
      en: "Stands under the downpipe and fills to the brim in one good shower. A mesh lid keeps leaves and mosquitoes out.",
    },
    facts: [
      [
        { ru: "Объём", en: "Volume" },
        { ru: "210 л", en: "210 l" },
      ],
      [
        { ru: "Высота", en: "Height" },
        { ru: "92 см", en: "92 cm" },
      ],
      [
        { ru: "Кран", en: "Tap" },
        { ru: "латунь, ½ дюйма", en: "brass, ½ in" },
      ],
    ],
  },
  {
    id: "barrow",
    category: "beds",
    price: 8450,
    name: { ru: "Тачка «Пчёлка»", en: "“Bee” wheelbarrow" },
    line: { ru: "80 л, надувное колесо", en: "80 l, pneumatic wheel" },
    about: {
      ru: "Рама из цельной трубы без сварных швов, центр тяжести над колесом: полный кузов везёт и бабушка.",
      en: "A one-piece tube frame without welds and the weight right above the wheel: even a full load is easy going.",
    },
    facts: [
      [
        { ru: "Объём", en: "Volume" },
        { ru: "80 л", en: "80 l" },
      ],
      [
        { ru: "Груз", en: "Load" },
        { ru: "до 160 кг", en: "up to 160 kg" },
      ],
      [
        { ru: "Колесо", en: "Wheel" },
        { ru: "35 см, камера", en: "35 cm, with a tube" },
      ],
    ],
  },
  {
    id: "pots",
    category: "beds",
    price: 1790,
    name: { ru: "Горшки терракотовые, 3 шт.", en: "Terracotta pots, set of 3" },
    line: { ru: "Обожжены вручную, морозостойкие", en: "Hand fired, frost proof" },
    about: {
      ru: "Глина дышит, корни не преют. Три размера вставляются друг в друга и зимуют на одной полке.",
      en: "Clay breathes and roots stay healthy. The three sizes nest and spend the winter on one shelf.",
    },
    facts: [
      [
        { ru: "Диаметры", en: "Diameters" },
        { ru: "14, 18 и 23 см", en: "14, 18 and 23 cm" },
      ],
      [
        { ru: "Поддоны", en: "Saucers" },
        { ru: "в комплекте", en: "included" },
      ],
      [
        { ru: "Мороз", en: "Frost" },
        { ru: "до −25 °C", en: "to −25 °C" },
      ],
    ],
  },
  {
    id: "frame",
    category: "beds",
    price: 15900,
    name: { ru: "Парник «Май»", en: "“May” cold frame" },
    line: { ru: "Закалённое стекло, 1 × 2 м", en: "Toughened glass, 1 × 2 m" },
    about: {
      ru: "Урожай на три недели раньше соседей. Крыша открывается сама: цилиндр с воском чувствует тепло и не просит розетки.",
      en: "Harvest three weeks before the neighbours. The roof opens by itself: a wax cylinder feels the heat and needs no socket.",
    },
    facts: [
      [
        { ru: "Размер", en: "Size" },
        { ru: "100 × 200 × 140 см", en: "100 × 200 × 140 cm" },
      ],
      [
        { ru: "Стекло", en: "Glass" },
        { ru: "4 мм, закалённое", en: "4 mm, toughened" },
      ],
      [
        { ru: "Сборка", en: "Assembly" },
        { ru: "два часа вдвоём", en: "two hours for two" },
      ],
    ],
  },
];
