// Material's tooltips of notes and terms go with Escape, while the word keeps the focus (WCAG 1.4.13).
addEventListener("keydown", (event) => {
  const shown = event.key === "Escape" && document.querySelector(".md-tooltip2--active")
  // It is made anew for the next time.
  if (shown) shown.hidden = true
})
