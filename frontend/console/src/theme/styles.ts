import "@mantine/core/styles.layer.css";
import "@mantine/notifications/styles.layer.css";
import "@mantine/spotlight/styles.layer.css";
import "@beseda/ui/tokens.css";
import "@beseda/ui/formatted.css";
import "./inter.css";
import "./console.css";
