// What Material's tooltips of notes and terms lack. They go with Escape while the word keeps the focus (WCAG 1.4.13), and
// a finger opens none: it is led to the note, which the tooltip would cover.
{
  const hosts = "a.footnote-ref, a.term"
  let touched = false
  addEventListener("pointerover", (event) => (touched = event.pointerType === "touch"), true)
  addEventListener("keydown", () => (touched = false), true)
  for (const kind of ["focus", "mouseenter"]) {
    addEventListener(kind, (event) => {
      if (touched && event.target.matches?.(hosts)) event.stopImmediatePropagation()
    }, true)
  }

  addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return
    const shown = document.querySelectorAll(".md-tooltip2, [aria-controls^=__tooltip2], [aria-describedby^=__tooltip2]")
    // Material closes what it is told has lost pointer and focus.
    shown.forEach((element) => ["blur", "mouseleave"].forEach((kind) => element.dispatchEvent(new Event(kind))))
  }, true)
}
