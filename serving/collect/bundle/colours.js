// culori without the colour spaces that no figure names a colour in: hex, rgb(), hsl() and names of CSS are left.
import { modeHsl, modeLrgb, modeRgb, useMode } from "culori/fn";

for (const mode of [modeRgb, modeLrgb, modeHsl]) useMode(mode);

export { converter, formatHex, formatRgb, wcagContrast, wcagLuminance } from "culori/fn";
