// The keyboard goes to the words it opened, and back to where it was when they are shut.
const HEADING = ".st-key-evidence h2";
const DRAWINGS = 60; // the words may be drawn after this script has run: so many drawings of the page to wait for
let opened = "";
let pressed; // the button that the keyboard pressed last
let from; // the one that opened the words

// A button may be drawn anew when it is pressed, in the same keyed place.
function place(button) {
  const keyed = button.closest('[class*="st-key-"]');
  const key = [...(keyed?.classList ?? [])].find((name) => name.startsWith("st-key-"));
  return () => (button.isConnected ? button : key && document.querySelector(`.${CSS.escape(key)} button`));
}

function focus(find, left = DRAWINGS) {
  const element = find();
  if (!element) {
    if (left) requestAnimationFrame(() => focus(find, left - 1));
    return;
  }
  if (element.tabIndex < 0) element.tabIndex = -1;
  element.focus();
}

function noted(event) {
  const button = event.detail === 0 && event.target.closest?.("button");
  pressed = button ? place(button) : undefined;
}

document.addEventListener("click", noted, true);

export default function ({ data }) {
  if (data.claims === opened) return;
  opened = data.claims;
  if (opened && pressed) {
    from = pressed;
    focus(() => document.querySelector(HEADING));
  } else if (!opened && from) {
    focus(from);
    from = undefined;
  }
}
