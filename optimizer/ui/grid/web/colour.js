// Colours of codes, light and dark, each with an ink that can be read on it.

const HEX = /^#?([0-9a-f]{6})$/i;
const PALE = { work: "DCE6F5", "on call": "E6DFF5", leave: "D6EBDD", blocked: "E3E3E3", education: "F5E3D3", orientation: "F5EBCB" };
const BLACK = [24, 26, 31], WHITE = [255, 255, 255];

function rgb(hex) {
  const found = HEX.exec(hex);
  return found && [0, 2, 4].map((at) => parseInt(found[1].slice(at, at + 2), 16));
}

function luminance(colour) {
  const [r, g, b] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one, other) {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

// The same hue for a dark page: deep rather than pale, so that light letters stand out.
function deep(colour) {
  const [r, g, b] = colour.map((part) => part / 255), high = Math.max(r, g, b), low = Math.min(r, g, b), span = high - low;
  const lightness = (high + low) / 2, saturation = span && span / (1 - Math.abs(2 * lightness - 1));
  const hue = !span ? 0 : high === r ? (g - b) / span : high === g ? 2 + (b - r) / span : 4 + (r - g) / span;
  return fromHue((hue * 60 + 360) % 360, Math.min(0.5, saturation), 0.31);
}

function fromHue(hue, saturation, lightness) {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  return [0, 8, 4].map((offset) => {
    const at = (offset + hue / 30) % 12;
    return Math.round(255 * (lightness - reach * Math.max(-1, Math.min(at - 3, 9 - at, 1))));
  });
}

function ink(colour) {
  return contrast(colour, BLACK) >= contrast(colour, WHITE) ? BLACK : WHITE;
}

const css = (colour) => `rgb(${colour.join(" ")})`;

// The style sheet of the codes. Only numbers reach it: a colour that is no hex number is passed over.
function codeRules(codes) {
  return codes.map((code, at) => {
    const light = rgb(code.colour) || rgb(PALE[code.kind] || PALE.work);
    const dark = deep(light);
    return `.code-${at} { --fill: light-dark(${css(light)}, ${css(dark)});`
      + ` --ink: light-dark(${css(ink(light))}, ${css(ink(dark))}) }`;
  }).join("\n");
}
