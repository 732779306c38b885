import "@mantine/core/styles/baseline.layer.css";
import "@mantine/core/styles/default-css-variables.layer.css";
import "@mantine/core/styles/global.layer.css";
import "@beseda/ui/tokens.css";
import "@beseda/ui/formatted.css";
import "./inter.css";
import "./console.css";
